import { formatCount } from '../format';
import type { NotebookPeriod } from '../metrics/notebookPeriods';
import type { GroupsTest } from '../metrics/statistics/groups';
import { gapOf, listed, present, spacingGaps } from './gaps';
import type { Gap } from './gaps';
import type { AnalysisSource } from './source';

/** What is looked at: a part of `SegmentAnalysis`. */
interface Compared {
  readonly names: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    readonly after: NotebookPeriod | null;
    readonly series: readonly (NotebookPeriod | null)[];
  }[];
  readonly periods: readonly NotebookPeriod[];
  readonly total: readonly (NotebookPeriod | null)[];
  readonly totalIsSum: boolean;
  readonly after: string | null;
  readonly test: GroupsTest;
}

/**
 * What segments cannot say beside each other.
 *
 * @param after place of the later of the compared periods, or −1.
 * @param tooMany how many segments at most are paired, where more were asked for; else null.
 */
export function segmentGaps(
  notebook: AnalysisSource,
  compared: Compared,
  after: number,
  tooMany: number | null,
): Gap[] {
  const { names, lines, periods } = compared;
  if (names.length === 0) {
    const message = 'The file has no segments. Add a column segment to see who stays and who leaves.';
    return [{ code: 'no-segments', message, rows: [] }];
  }
  if (lines.length === 0) {
    return [{ code: 'no-segments', message: 'No segment is chosen.', rows: [] }];
  }
  const { granularity } = notebook.document;
  return [
    ...spacingGaps(periods, granularity),
    ...present(
      withoutPeriod(compared),
      startsLate(compared),
      absent(compared, after),
      withoutRate(compared),
      withoutTotal(compared),
      unequalTotals(notebook, compared),
      smallCounts(compared),
      tooManyPairs(lines.length, tooMany),
    ),
  ];
}

function withoutPeriod({ after }: Compared): Gap | null {
  if (after !== null) return null;
  return { code: 'too-few-periods', message: 'No period of these segments has ended yet.', rows: [] };
}

/** Segments whose first row comes after the first period shown: sums before it are sums of fewer. */
function startsLate({ lines, periods, totalIsSum }: Compared): Gap | null {
  const late = lines.flatMap(({ name, series }) => {
    const first = series.findIndex((period) => period !== null);
    return first > 0 ? [{ name, since: series[first]! }] : [];
  });
  if (late.length === 0) return null;
  const begins = late.map(({ name, since }) => `${name} with ${since.name}`);
  const message = `Not every segment is there from ${periods[0]!.name} on: ${listed(begins)}.${totalIsSum ? ' Earlier totals are sums of fewer segments.' : ''}`;
  return { code: 'starts-late', message, rows: late.flatMap(({ since }) => since.rows) };
}

function absent({ lines, after }: Compared, place: number): Gap | null {
  const missing = lines.filter(
    ({ series, after: period }) => period === null && series.slice(0, place).some((one) => one !== null),
  );
  if (missing.length === 0 || after === null) return null;
  const names = listed(missing.map(({ name }) => name));
  const message = `${names} ${missing.length === 1 ? 'has' : 'have'} no row in ${after}. Add it, with 0 where nobody is left.`;
  return { code: 'missing-segment', message, rows: [] };
}

function withoutRate({ lines }: Compared): Gap | null {
  const without = lines.filter(({ after }) => after !== null && after.crr.value === null);
  const first = without[0]?.after?.crr;
  if (first?.value !== null) return null;
  const names = listed(without.map(({ name }) => name));
  const message = `${names} ${without.length === 1 ? 'has' : 'have'} no retention rate: ${first.message}`;
  return { code: 'no-rate', message, rows: without.flatMap(({ after }) => after?.rows ?? []) };
}

function withoutTotal({ totalIsSum, periods, total, lines }: Compared): Gap | null {
  if (totalIsSum) return null;
  const without = periods.filter(
    (_, index) => total[index] === null && lines.some(({ series }) => series[index] !== null),
  );
  return gapOf('no-total', without, (names, one) =>
    one
      ? `${names} has segments but no row for all customers: they are not added up beside such rows.`
      : `${names} have segments but no row for all customers: they are not added up beside such rows.`,
  );
}

/** R508, in the words of the diagnostic. */
function unequalTotals(notebook: AnalysisSource, { totalIsSum, total }: Compared): Gap | null {
  if (totalIsSum) return null;
  const wrong = total.flatMap((period) =>
    (period?.rows ?? []).flatMap((row) => {
      const problem = notebook.problemsOfRow(row).find(({ code }) => code === 'R508');
      return problem === undefined ? [] : [{ name: period!.name, row, message: problem.message }];
    }),
  );
  const first = wrong[0];
  if (first === undefined) return null;
  const message =
    wrong.length === 1
      ? `${first.name}: ${first.message}`
      : `In ${formatCount(wrong.length)} periods the segments do not add up to the total row. ${first.name}: ${first.message}`;
  return { code: 'unequal-totals', message, rows: wrong.map(({ row }) => row) };
}

function smallCounts({ test }: Compared): Gap | null {
  if (!('smallCounts' in test) || !test.smallCounts) return null;
  const message = 'Some segments have so few customers that the test of all of them is rough.';
  return { code: 'small-counts', message, rows: [] };
}

function tooManyPairs(segments: number, most: number | null): Gap | null {
  if (most === null) return null;
  const message = `${formatCount(segments)} segments are too many to compare in pairs: choose at most ${most}.`;
  return { code: 'too-many-pairs', message, rows: [] };
}
