import type { Fix, Problem } from '../document/problem';
import type { ColumnId, RetentionDocument } from '../document/types';
import { formatCount, formatNumber, formatPercent } from '../format';
import { crr } from '../metrics/customer';
import { sumLess } from '../metrics/exact';
import { balanceProblem } from './balance';
import { setCountFix } from './fixes';
import { Flag } from './flags';
import { COUNT_COLUMNS, countsOf, reasonsOf, revenueLossesOf } from './ownChecks';
import { isGiven, moreOrFewer, nameOfRow, problemAt } from './place';
import type { RowTable } from './rowTable';
import { COUNTS_PER_ROW, END, NONE, START } from './rowTable';
import type { TotalRows } from './totalRows';

/** R501–R506 and R508 of a row: numbers that contradict each other, in the row or between rows. */
export function logicProblems(
  document: RetentionDocument,
  table: RowTable,
  totals: TotalRows,
  row: number,
): Problem[] {
  const flags = table.flags[row]!;
  const problems: (Problem | null)[] = [];
  if (flags & Flag.balance) problems.push(balanceProblem(document, table, row));
  if (flags & Flag.incomputable) problems.push(incomputable(document, row));
  if (flags & Flag.reasons) problems.push(tooManyReasons(document, row));
  if (flags & Flag.continuity) problems.push(brokenContinuity(document, table, row));
  if (flags & Flag.revenue) problems.push(tooMuchRevenueLost(document, row));
  if (flags & Flag.range) problems.push(impossibleRetention(document, row));
  problems.push(...wrongTotals(document, table, totals, row));
  return problems.filter((problem) => problem !== null);
}

function incomputable(document: RetentionDocument, row: number): Problem | null {
  const counts = countsOf(document, row);
  const result = crr(counts, document.settings.method);
  if (result.value !== null) return null;
  const startMissing = counts.start === null || counts.start === 0;
  const blank = (['lost', 'new', 'end'] as const).find(
    (id) => counts[id] === null && document.column(id) !== null,
  );
  return problemAt(document, {
    code: 'R502',
    message: `No retention rate: ${result.message}`,
    row,
    column: startMissing ? 'start' : (blank ?? 'start'),
  });
}

function tooManyReasons(document: RetentionDocument, row: number): Problem {
  const lost = countsOf(document, row).lost ?? 0;
  const reasons = reasonsOf(document, row) ?? 0;
  const fix = isGiven(document, row, 'lost') ? setCountFix(document, row, 'lost', reasons) : null;
  return problemAt(document, {
    code: 'R503',
    message:
      `The reasons add up to ${formatCount(reasons)}, ${moreOrFewer(reasons - lost)} than the ${formatCount(lost)} lost: ` +
      'correct a reason or lost. A customer counts for one reason only.',
    row,
    column: 'lost',
    fixes: fix === null ? [] : [fix],
  });
}

function brokenContinuity(document: RetentionDocument, table: RowTable, row: number): Problem {
  const before = table.previous[row]!;
  const start = table.counts[row * COUNTS_PER_ROW + START]!;
  const end = table.counts[before * COUNTS_PER_ROW + END]!;
  const name = nameOfRow(document, before, row);
  const adjacent = table.last[before]! + 1 === table.first[row]!;
  const difference = moreOrFewer(sumLess(start, 0, 0, end));
  const derived = isGiven(document, row, 'start') ? '' : ' (derived)';
  const derivedEnd = isGiven(document, before, 'end') ? '' : ' (derived)';
  const fix = adjacent ? setCountFix(document, row, 'start', end) : null;
  const advice = adjacent
    ? `Correct start, or end of ${name}; a change of the definition belongs into a note.`
    : `The time between ${name} and this row is missing: add its rows, or correct start.`;
  return problemAt(document, {
    code: 'R504',
    message:
      `Start is ${formatCount(start)}${derived}, but ${name} ended with ${formatCount(end)}${derivedEnd}: ` +
      `${difference}. ${advice}`,
    row,
    column: 'start',
    fixes: fix === null ? [] : [fix],
  });
}

function tooMuchRevenueLost(document: RetentionDocument, row: number): Problem {
  const contraction = document.number(row, 'contraction') ?? 0;
  const churned = document.number(row, 'churned_mrr') ?? 0;
  const start = document.number(row, 'start_mrr') ?? 0;
  const losses = revenueLossesOf(document, row) ?? 0;
  const excess = sumLess(losses, 0, 0, start);
  const terms =
    contraction === 0 || churned === 0
      ? `${contraction === 0 ? 'Churned_mrr' : 'Contraction'} is ${money(losses)}`
      : `Contraction ${money(contraction)} and churned_mrr ${money(churned)} are ${money(losses)} together`;
  return problemAt(document, {
    code: 'R505',
    message:
      `${terms}, ${money(excess)} more than start_mrr ${money(start)}: no more can be lost than there was. ` +
      'Leave out what customers first bought within the period, or correct start_mrr.',
    row,
    column: contraction > churned ? 'contraction' : 'churned_mrr',
  });
}

function impossibleRetention(document: RetentionDocument, row: number): Problem | null {
  const counts = countsOf(document, row);
  const result = crr(counts, document.settings.method);
  if (result.value === null) return null;
  const rate = formatPercent(result.value);
  const byLosses = document.settings.method === 'lost';
  const message =
    result.value > 1
      ? `Retention is ${rate}, more customers than there were at the start: ` +
        'customers won back may be missing in reactivated, or new ones in new.'
      : `Retention is ${rate}, below 0: more customers were lost than there were at the start. ` +
        'Correct the counts, or, if many new customers left in the same period, give them in new_lost.';
  return problemAt(document, {
    code: 'R506',
    message,
    row,
    column: byLosses || !isGiven(document, row, 'end') ? 'lost' : 'end',
  });
}

function wrongTotals(
  document: RetentionDocument,
  table: RowTable,
  totals: TotalRows,
  row: number,
): Problem[] {
  const members: string[] = [];
  for (let member = table.firstMember[row]!; member !== NONE; member = table.nextMember[member]!) {
    members.push(document.segment(member));
  }
  members.reverse();
  return COUNT_COLUMNS.flatMap((id: ColumnId, count) => {
    if ((table.flags[row]! & (Flag.total << count)) === 0) return [];
    const whole = table.counts[row * COUNTS_PER_ROW + count]!;
    const sum = totals.sum(row, count);
    const fix = isGiven(document, row, id) ? setCountFix(document, row, id, sum) : null;
    return problemAt(document, {
      code: 'R508',
      message:
        `The segments (${listed(members)}) have ${formatCount(sum)} as ${id} together, ` +
        `${moreOrFewer(sumLess(sum, 0, 0, whole))} than the ${formatCount(whole)} of this row for all customers: ` +
        'correct one of them, add a missing segment, or remove a customer counted in two segments.',
      row,
      column: id,
      fixes: fix === null ? [] : ([fix] satisfies Fix[]),
    });
  });
}

function listed(names: readonly string[]): string {
  return names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

function money(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2);
}
