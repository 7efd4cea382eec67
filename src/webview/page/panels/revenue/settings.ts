import type { RetentionDocument } from '../../../../core';
import { parseNumber, parsePercent, roundDecimal } from '../../../../core';
import { goalText, typedGoal } from '../../header';
import { trimDecimal } from '../../numbers';
import { revenueText } from './text';

const { refused } = revenueText.settings;

/** The settings that figures of revenue are made with. */
export const revenueSettings = [
  'currency',
  'gross_margin',
  'acquisition_cost',
  'revenue_per_customer',
  'discount_rate',
  'goal_grr',
  'goal_nrr',
] as const;
export type RevenueSetting = (typeof revenueSettings)[number];

/** How a setting is written. */
export type SettingKind = 'currency' | 'percent' | 'money';

export function kindOf(key: RevenueSetting): SettingKind {
  if (key === 'currency') return 'currency';
  return key === 'acquisition_cost' || key === 'revenue_per_customer' ? 'money' : 'percent';
}

/** A setting as people read it and may type it back; '' where it is not set. */
export function settingText({ settings }: Pick<RetentionDocument, 'settings'>, key: RevenueSetting): string {
  const value = settings[key];
  if (value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'number'
    ? trimDecimal(roundDecimal(value, 10)).replace('.', settings.decimal)
    : goalText(value.share, settings.decimal);
}

/**
 * A typed setting as the file writes it, or why it cannot be. Nothing typed removes it (null).
 *
 * @param decimal the file's decimal sign
 *
 * @example
 * typedSetting('gross_margin', '80', '.'); // { value: '80%', refusal: null }
 */
export function typedSetting(
  key: RevenueSetting,
  typed: string,
  decimal: '.' | ',',
): { readonly value: string | null; readonly refusal: string | null } {
  const trimmed = typed.trim();
  const refuse = (refusal: string) => ({ value: null, refusal });
  if (trimmed === '') return { value: null, refusal: null };
  switch (kindOf(key)) {
    case 'currency':
      return /^[a-z]{3}$/i.test(trimmed)
        ? { value: trimmed.toUpperCase(), refusal: null }
        : refuse(refused.currency(trimmed));
    case 'money':
      return parseNumber(trimmed, decimal) === null
        ? refuse(refused.money(trimmed))
        : { value: trimmed, refusal: null };
    case 'percent': {
      const { value } = typedGoal(trimmed, decimal);
      if (value === null) return refuse(refused.percent(trimmed));
      const isMargin = key === 'gross_margin' && (parsePercent(value, decimal)?.share ?? 0) > 1;
      return isMargin ? refuse(refused.margin) : { value, refusal: null };
    }
  }
}
