import type { Fix, Problem } from '../document/problem';
import type { RetentionDocument } from '../document/types';
import { formatCount, formatPercent } from '../format';
import { sumLess } from '../metrics/exact';
import { balanceError, capital } from '../metrics/identity';
import { setCountFix, setCountsFix } from './fixes';
import { countsOf } from './ownChecks';
import { alternatives, moreOrFewer, nameOfRow, problemAt } from './place';
import type { RowTable } from './rowTable';
import { COUNTS_PER_ROW, END, NONE, START } from './rowTable';

type CountName = 'start' | 'new' | 'lost' | 'end' | 'reactivated';

/** A row that gives all its counts, with the amount by which they miss the identity. */
interface Unbalanced {
  readonly start: number;
  readonly new: number;
  readonly lost: number;
  readonly end: number;
  readonly reactivated: number;
  /** end − (start + new + reactivated − lost) */
  readonly error: number;
}

/** A single cell that would make the row balance, and why it is the likely one. */
interface Candidate {
  readonly name: CountName;
  readonly value: number;
  readonly because: string | null;
}

/**
 * R501: the five counts of a row contradict each other. The message names the difference, what would explain it, and
 * each single cell that would repair it, the likeliest first.
 */
export function balanceProblem(document: RetentionDocument, table: RowTable, row: number): Problem | null {
  const counts = unbalanced(document, row);
  if (counts === null) return null;
  const expected = sumLess(counts.start, counts.new, counts.reactivated, counts.lost);
  const back = counts.reactivated === 0 ? '' : ` + ${formatCount(counts.reactivated)}`;
  const joined = `${formatCount(counts.start)} + ${formatCount(counts.new)}${back}`;
  const sum = `${joined} − ${formatCount(counts.lost)} = ${formatCount(expected)}`;
  const candidates = candidatesFor(document, table, row, counts, expected);
  const moved = misdatedChurn(document, table, row, counts);
  const hint = moved?.message ?? confusedWithRate(counts) ?? candidates[0]?.because ?? usualReason(counts);
  const remedies = candidates.map(({ name, value }) => `${name} ${formatCount(value)}`);
  const advice = remedies.length === 0 ? '' : ` One of these would balance it: ${alternatives(remedies)}.`;
  const fixes = [moved?.fix, ...candidates.map(({ name, value }) => setCountFix(document, row, name, value))];
  const difference = `${sum}, but end is ${formatCount(counts.end)}, ${moreOrFewer(counts.error)}.`;
  return problemAt(document, {
    code: 'R501',
    message: `The row does not balance: ${difference} ${hint}${advice}`,
    row,
    column: 'end',
    fixes: fixes.filter((fix): fix is Fix => fix !== null && fix !== undefined),
  });
}

function unbalanced(document: RetentionDocument, row: number): Unbalanced | null {
  const counts = countsOf(document, row);
  const error = balanceError(counts);
  const { start, new: added, lost, end, reactivated } = counts;
  if (error === null || error === 0) return null;
  if (start === null || added === null || lost === null || end === null) return null;
  return { start, new: added, lost, end, reactivated: reactivated ?? 0, error };
}

function candidatesFor(
  document: RetentionDocument,
  table: RowTable,
  row: number,
  counts: Unbalanced,
  expected: number,
): Candidate[] {
  const { start, new: added, lost, end, reactivated, error } = counts;
  const all: Candidate[] = [
    { name: 'end', value: expected, because: nextStartsWith(document, table, row, expected) },
    { name: 'lost', value: sumLess(start, added, reactivated, end), because: null },
    { name: 'new', value: sumLess(end, lost, -start, reactivated), because: null },
    {
      name: 'start',
      value: sumLess(end, lost, -added, reactivated),
      because: previousEndsWith(document, table, row, sumLess(end, lost, -added, reactivated)),
    },
    { name: 'reactivated', value: sumLess(reactivated, error, 0, 0), because: null },
  ];
  return all
    .filter(({ name, value }) => value >= 0 && document.column(name) !== null)
    .map((candidate) => ({
      ...candidate,
      because: candidate.because ?? mistyped(candidate.name, counts[candidate.name], candidate.value),
    }))
    .sort((a, b) => Number(a.because === null) - Number(b.because === null));
}

/** Churn booked in the wrong period leaves equal and opposite errors in two neighbouring rows. */
function misdatedChurn(
  document: RetentionDocument,
  table: RowTable,
  row: number,
  counts: Unbalanced,
): { message: string; fix: Fix | null } | null {
  for (const other of [table.previous[row]!, table.next[row]!]) {
    if (other === NONE) continue;
    const neighbour = unbalanced(document, other);
    if (neighbour === null || sumLess(counts.error, neighbour.error, 0, 0) !== 0) continue;
    // A row that ends with too few customers has lost more than it says; its neighbour says too many.
    const moved = Math.abs(counts.error);
    const [here, there] = counts.error < 0 ? ['into', 'from'] : ['from', 'into'];
    const name = nameOfRow(document, other, row);
    const fix = setCountsFix(document, `Move ${moved} lost ${there} ${name}`, [
      { row, id: 'lost', value: sumLess(counts.lost, 0, 0, counts.error) },
      { row: other, id: 'lost', value: sumLess(neighbour.lost, 0, 0, neighbour.error) },
    ]);
    const message =
      `${name} is off by the same number the other way, so churn may be dated in the wrong period: ` +
      `${formatCount(moved)} lost would have to move ${there} ${name} ${here} this row.`;
    return { message, fix };
  }
  return null;
}

/** Subtracting the new customers from the start, as E/(S − N) does, leaves 2 × new too few lost. */
function confusedWithRate({ start, new: added, lost, end, reactivated, error }: Unbalanced): string | null {
  const base = sumLess(start, 0, 0, added);
  if (added === 0 || reactivated !== 0 || base <= 0 || end > base || error >= -1) return null;
  const share = end / base;
  // The rate gives a fraction of a customer, which people round.
  const fromRate = Math.abs(lost - start * (1 - share)) <= 0.5;
  if (lost !== sumLess(base, 0, 0, end) && !fromRate) return null;
  return (
    `Lost ${formatCount(lost)} fits end / (start − new) = ${formatPercent(share)}, but new customers are not part of ` +
    `start: retention is (end − new) / start = ${formatPercent(sumLess(end, 0, 0, added) / start)}.`
  );
}

function nextStartsWith(
  document: RetentionDocument,
  table: RowTable,
  row: number,
  end: number,
): string | null {
  const next = table.next[row]!;
  if (next === NONE || table.counts[next * COUNTS_PER_ROW + START] !== end) return null;
  return `${nameOfRow(document, next, row)} starts with ${formatCount(end)}, so end is probably wrong.`;
}

function previousEndsWith(
  document: RetentionDocument,
  table: RowTable,
  row: number,
  start: number,
): string | null {
  const previous = table.previous[row]!;
  if (previous === NONE || table.counts[previous * COUNTS_PER_ROW + END] !== start) return null;
  return `${nameOfRow(document, previous, row)} ended with ${formatCount(start)}, so start is probably wrong.`;
}

function mistyped(name: CountName, written: number, meant: number): string | null {
  return isSlip(String(written), String(meant))
    ? `${capital(name)} may be mistyped: ${formatCount(written)} for ${formatCount(meant)}.`
    : null;
}

/** Two digits swapped, or one digit too many or too few. */
function isSlip(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && long[same] === short[same]) same++;
  const [left, right] = [long.slice(same), short.slice(same)];
  if (a.length === b.length) {
    return (
      left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
    );
  }
  return short !== '0' && left.slice(1) === right;
}

function usualReason({ error }: Unbalanced): string {
  return error > 0
    ? 'Customers won back (reactivated) or new ones may be missing.'
    : 'Lost customers may be missing.';
}
