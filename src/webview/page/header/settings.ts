import type { PercentReading } from '../../../core';
import { readPercent, roundDecimal } from '../../../core';
import { trimDecimal } from '../numbers';
import { text } from '../text';

/** What a typed setting becomes in the file, or why it can't be kept. `value` null removes the setting. */
export type TypedSetting =
  | { readonly value: string | null; readonly refusal: null }
  | { readonly value: null; readonly refusal: string };

/**
 * A typed goal as the file writes it. `85`, `85 %` and `85%` all become `85%`; nothing typed removes the
 * goal; a bare 1 is refused, because it may mean 1 % or 100 %, and so is what is no percentage.
 *
 * @param decimal the file's decimal sign
 *
 * @example
 * typedGoal('82,5', ','); // { value: '82,5%', refusal: null }
 */
export function typedGoal(typed: string, decimal: '.' | ','): TypedSetting {
  const trimmed = typed.trim();
  if (trimmed === '') return { value: null, refusal: null };
  const reading: PercentReading = readPercent(trimmed, decimal);
  if (reading.kind === 'ambiguous') return { value: null, refusal: text.header.ambiguousGoal };
  if (reading.value === null) return { value: null, refusal: text.header.invalidGoal(trimmed) };
  const written = reading.kind === 'bare' ? (reading.candidates[0] ?? trimmed) : trimmed;
  return { value: written.replace(/\s+%$/, '%'), refusal: null };
}

/**
 * The goal as the header shows it and as it may be typed back: `82.5 %`, with the file's decimal sign.
 *
 * @param share 0.825
 */
export function goalText(share: number, decimal: '.' | ','): string {
  return `${trimDecimal(roundDecimal(share, 10, 2)).replace('.', decimal)} %`;
}
