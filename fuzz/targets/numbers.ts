import {
  applyEdits,
  convertColumn,
  foreignNumbers,
  formatPeriod,
  nextPeriod,
  parseDocument,
  parseNumber,
  parsePercent,
  parsePeriod,
  repairNumber,
  repairPeriod,
} from '../../src/core';
import type { Random } from '../engine/random';
import { expect, target } from '../engine/target';
import { typedText } from '../grammar/file';

interface Foreign {
  /** Amounts in hundredths. */
  readonly amounts: readonly number[];
  /** How their author writes numbers, by the remainder. */
  readonly style: number;
  readonly text: string;
}

const STYLES = [
  { sign: '.', group: ',' },
  { sign: ',', group: '.' },
  { sign: '.', group: ' ' },
  { sign: ',', group: ' ' },
  { sign: ',', group: '\u00a0' },
  { sign: '.', group: '’' },
  { sign: '.', group: '' },
  { sign: ',', group: '' },
] as const;

/** Numbers, percentages and periods: read exactly or not at all, whoever wrote them; a column is converted to its value. */
export const numbers = target<Foreign>({
  name: 'numbers',
  promise:
    'numbers, percentages and periods are read exactly or not at all; foreign ones convert to their value',
  share: 9,
  generate: (random) => ({
    amounts: random.list(1, 4, () => amount(random)),
    style: random.below(STYLES.length),
    text: typedText(random),
  }),
  check: ({ amounts, style, text }) => {
    checkText(text.slice(0, 60));
    checkColumn(amounts, STYLES[style % STYLES.length]!);
  },
});

function amount(random: Random): number {
  return random.below(random.pick([100, 10_000, 1_000_000, 2 ** 31])) * (random.percent(40) ? 100 : 1);
}

function checkText(text: string): void {
  for (const decimal of ['.', ','] as const) {
    const value = parseNumber(text, decimal);
    const plain = /^\d+(?:[.,]\d+)?$/.test(text.trim()) && (!/[.,]/.test(text) || text.includes(decimal));
    const expected = plain ? Number(text.trim().replace(',', '.')) : Number.NaN;
    expect(
      expected <= Number.MAX_SAFE_INTEGER ? value === expected : value === null,
      () => `${JSON.stringify(text)} is read as ${value}`,
    );
    for (const candidate of repairNumber(text, decimal).candidates) {
      expect(
        parseNumber(candidate, decimal) !== null,
        () => `${candidate} is offered for ${text} and no number`,
      );
    }
    const percent = parsePercent(text, decimal);
    if (percent !== null) {
      const { numerator, denominator, share } = percent;
      expect(
        Number.isSafeInteger(numerator) &&
          denominator > 0 &&
          share === numerator / denominator &&
          share <= 10,
        () => `${text} is ${share}`,
      );
    }
  }
  for (const repaired of repairPeriod(text)) {
    expect(parsePeriod(repaired) !== null, () => `${repaired} is offered for ${text} and no period`);
  }
  const period = parsePeriod(text);
  if (period === null) return;
  const again = parsePeriod(formatPeriod(period));
  expect(
    again?.firstDay === period.firstDay && again.lastDay === period.lastDay,
    () => `${text} is written ${formatPeriod(period)}`,
  );
  expect(period.firstDay <= period.lastDay, () => `${text} ends before it begins`);
  const next = nextPeriod(period);
  if (next !== null)
    expect(next.firstDay === period.lastDay + 1, () => `${formatPeriod(next)} does not follow ${text}`);
}

/** The same amounts, written in another country, converted as their author meant them. */
function checkColumn(amounts: readonly number[], { sign, group }: (typeof STYLES)[number]): void {
  const texts = amounts.map((hundredths) => written(Math.floor(hundredths) % 2 ** 40, sign, group));
  const text = `period,start_mrr\n${texts.map((each, row) => `${2000 + row},"${each}"\n`).join('')}`;
  const document = parseDocument(text);
  const rows = texts.map((_, row) => row);
  foreignNumbers(document, 1, { together: rows });
  const edits = convertColumn(document, 1, sign, rows);
  const converted = parseDocument(applyEdits(text, edits));
  for (const [row, hundredths] of amounts.entries()) {
    const value = converted.number(row, 'start_mrr');
    const expected = Number(((Math.floor(hundredths) % 2 ** 40) / 100).toFixed(2));
    expect(
      value === expected,
      () => `${texts[row]} becomes ${converted.cellText(row, 1)} instead of ${expected}`,
    );
  }
  expect(convertColumn(converted, 1, sign).length === 0, 'converted again, it changes again');
}

/** `1.234,50`; without a fraction where there is none. */
function written(hundredths: number, sign: string, group: string): string {
  const whole = String(Math.floor(hundredths / 100)).replace(/\B(?=(?:\d{3})+$)/g, group);
  const fraction = hundredths % 100;
  return fraction === 0 ? whole : `${whole}${sign}${String(fraction).padStart(2, '0')}`;
}
