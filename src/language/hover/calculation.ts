import type { DerivableCount, Method, PeriodCounts, RowInput } from '../../core';
import { formatCount, formatNumber, retained } from '../../core';

/** A number with the sign it enters a sum with. */
type Term = readonly [sign: 1 | -1, value: number];

/**
 * The calculation of a retention rate with a row's own numbers, or null where the counts do not tell it.
 *
 * @param counts after `deriveCounts`
 *
 * @example
 * crrCalculation({ start: 500, new: 50, lost: 100, end: 450, reactivated: null }, 'classic'); // '(450 − 50) / 500'
 */
export function crrCalculation(counts: PeriodCounts, method: Method): string | null {
  if (counts.start === null || retained(counts, method).value === null) return null;
  return `${bracketed(heldTerms(counts, method, counts.start))} / ${formatCount(counts.start)}`;
}

/** The same for the churn rate: those of the start who are not there any more. */
export function churnCalculation(counts: PeriodCounts, method: Method): string | null {
  const held = retained(counts, method);
  if (counts.start === null || held.value === null) return null;
  return `${formatCount(counts.start - held.value)} / ${formatCount(counts.start)}`;
}

/** What a derived count follows from, with the others' numbers: `500 + 50 − 100`. */
export function derivation(counts: PeriodCounts, derived: DerivableCount): string {
  const { start, new: joined, lost, end, reactivated } = counts;
  const sums: Readonly<Record<DerivableCount, readonly (readonly [1 | -1, number | null])[]>> = {
    end: [
      [1, start],
      [1, joined],
      [1, reactivated],
      [-1, lost],
    ],
    lost: [
      [1, start],
      [1, joined],
      [1, reactivated],
      [-1, end],
    ],
    start: [
      [1, end],
      [1, lost],
      [-1, joined],
      [-1, reactivated],
    ],
    new: [
      [1, end],
      [1, lost],
      [-1, start],
      [-1, reactivated],
    ],
  };
  return sum(sums[derived].filter((term): term is Term => term[1] !== null));
}

/** Metrics that are written out where the cursor is in a column of theirs, by their ids. */
export const CALCULATIONS: Readonly<Record<string, (input: RowInput) => string | null>> = {
  endRevenue: ({ revenue }) =>
    amounts(
      [1, revenue.start],
      [1, revenue.new],
      [1, revenue.reactivated ?? 0],
      [1, revenue.expansion],
      [-1, revenue.contraction],
      [-1, revenue.churned],
    ),
  grr: ({ revenue }) =>
    share(
      [
        [1, revenue.start],
        [-1, revenue.contraction],
        [-1, revenue.churned],
      ],
      revenue.start,
      money,
    ),
  nrr: ({ revenue }) =>
    share(
      [
        [1, revenue.start],
        [1, revenue.expansion],
        [-1, revenue.contraction],
        [-1, revenue.churned],
      ],
      revenue.start,
      money,
    ),
  cohortCrr: ({ counts, newLost }) =>
    share(
      [
        [1, counts.start],
        [-1, counts.lost],
        [1, newLost],
      ],
      counts.start,
      formatCount,
    ),
  returningRate: ({ counts, returning }) => share([[1, returning]], counts.start, formatCount),
  inactivityRate: ({ counts, inactive }) => share([[1, inactive]], counts.end, formatCount),
  nps: ({ answers: { promoters, passives, detractors } }) => {
    const all = known([
      [1, promoters],
      [1, passives],
      [1, detractors],
    ]);
    const net = known([
      [1, promoters],
      [-1, detractors],
    ]);
    return all === null || net === null ? null : `100 · ${bracketed(net)} / ${bracketed(all)}`;
  },
};

type MaybeTerm = readonly [sign: 1 | -1, value: number | null | undefined];

function heldTerms(counts: PeriodCounts, method: Method, start: number): readonly Term[] {
  const { new: joined, lost, end } = counts;
  const back = counts.reactivated ?? 0;
  // As `retained` reads them: end and new where the method asks for them and they are known.
  if (method !== 'lost' && end !== null && joined !== null) {
    const terms: Term[] = [
      [1, end],
      [-1, joined],
    ];
    return method === 'classic' && back > 0 ? [...terms, [-1, back]] : terms;
  }
  const terms: Term[] = [
    [1, start],
    [-1, lost ?? 0],
  ];
  return method === 'with-reactivated' && back > 0 ? [...terms, [1, back]] : terms;
}

function amounts(...terms: readonly MaybeTerm[]): string | null {
  const all = known(terms);
  return all === null ? null : sum(all, money);
}

function share(
  terms: readonly MaybeTerm[],
  of: number | null | undefined,
  write: (value: number) => string,
): string | null {
  const all = known(terms);
  return all === null || of === null || of === undefined ? null : `${bracketed(all, write)} / ${write(of)}`;
}

/** The terms when all are known. Those that are 0 add nothing to read, but the first. */
function known(terms: readonly MaybeTerm[]): readonly Term[] | null {
  const all: Term[] = [];
  for (const [sign, value] of terms) {
    if (value === null || value === undefined) return null;
    if (value !== 0 || all.length === 0) all.push([sign, value]);
  }
  return all;
}

function sum(terms: readonly Term[], write: (value: number) => string = formatCount): string {
  return terms
    .map(([sign, value], index) =>
      index === 0 && sign === 1
        ? write(value)
        : `${index === 0 ? '' : ' '}${sign === 1 ? '+' : '−'} ${write(value)}`,
    )
    .join('');
}

function bracketed(terms: readonly Term[], write?: (value: number) => string): string {
  return terms.length === 1 ? sum(terms, write) : `(${sum(terms, write)})`;
}

/** An amount of money without its currency: whole, or with cents. */
export function money(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2);
}
