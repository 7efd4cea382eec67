import type { Percent } from '../document/types';
import type { NumberItem } from './items';
import { percentOf } from './numbers';
import type { QuickFault } from './tokens';
import type { QuickOffer, Translate } from './types';

/**
 * The percentage that a goal or a rate was given as. Without a percent sign, a number below 1 is a share and
 * one above 1 a percentage, and a note says so; a bare 1 could be 1 % or 100 % and is not guessed.
 *
 * @param text the whole input, for offers
 */
export function readPercent(
  text: string,
  item: NumberItem,
  t: Translate,
): { readonly percent: Percent; readonly note: string | null } | QuickFault {
  const range = { start: item.start, end: item.end };
  const offer = (title: string, replacement: string): QuickOffer => instead(text, item, title, replacement);
  const value = Number(item.digits);
  if (item.sign !== '') {
    const digits = `${item.digits}${item.percent ? '%' : ''}`;
    return { message: t('A rate has no sign.'), range, offers: [offer(t('Write {0}', digits), digits)] };
  }
  if (!item.percent && value === 1) {
    return {
      message: t('1 may be 1 % or 100 %: add the percent sign.'),
      range,
      offers: [offer('1 %', '1%'), offer('100 %', '100%')],
    };
  }
  const asShare = !item.percent && value < 1;
  const percent = percentOf(item.digits, asShare);
  if (percent === null) return { message: t('This percentage has too many digits.'), range, offers: [] };
  if (percent.share > 10)
    return { message: t('A percentage above 1000 % cannot be right here.'), range, offers: [] };
  const note = item.percent || value === 0 ? null : t('Read {0} as {1}.', item.digits, percentText(percent));
  return { percent, note };
}

/** Where customers are counted: the percentage that `0.85` is meant for, which others write so; null for other numbers. */
export function percentMeant(text: string, item: NumberItem, t: Translate): QuickOffer | null {
  const value = Number(item.digits);
  const percent = value > 0 && value < 1 && !item.percent ? percentOf(item.digits, true) : null;
  if (percent === null) return null;
  const digits = `${percentDigits(percent)}%`;
  return instead(text, item, t('Write {0}', digits), digits);
}

function instead(text: string, item: NumberItem, title: string, replacement: string): QuickOffer {
  return { title, text: text.slice(0, item.start) + replacement + text.slice(item.end) };
}

/** `82.5 %`, with all its digits. */
export function percentText(percent: Percent): string {
  return `${percentDigits(percent)} %`;
}

/**
 * The digits of a percentage, exactly: 825/1000 → `82.5`. Percentages that were written down have a power of ten
 * as their denominator; of any other one the nearest digits are given.
 */
export function percentDigits({ numerator, denominator, share }: Percent): string {
  const zeros = String(denominator).length - 1;
  if (denominator !== 10 ** zeros) return String(share * 100);
  const decimals = zeros - 2;
  if (decimals <= 0) return `${numerator}${'0'.repeat(-decimals)}`.replace(/^0+(?=\d)/, '');
  const digits = String(numerator).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`.replace(/\.?0+$/, '');
}
