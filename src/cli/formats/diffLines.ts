import { formatPercent, formatPoints, oneLine } from '../../core';
import type { CellDiff, DocumentDiff, FigureDiff, MetricResult, RowDiff } from '../../core';
import { figure, NOTHING, plural } from '../figures';

/** Two versions and what they are called. */
export interface NamedDiff {
  readonly before: string;
  readonly after: string;
  readonly diff: DocumentDiff;
}

/** A table under a heading; text already harmless on one line. */
export interface DiffSection {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly remark?: string;
}

const MARKS = { changed: '~', added: '+', removed: '−', same: '=' } as const;
const LONGEST = 60;
/** So many rows whose figures alone changed are listed. */
const MOST_SAME = 20;

/** What changed, as tables. */
export function diffSections({ diff }: NamedDiff): DiffSection[] {
  return [settings(diff), columns(diff), rows(diff), notes(diff), summary(diff)].filter(
    (section): section is DiffSection => section !== null,
  );
}

/** What to say when there is no section. */
export function sameText({ diff }: NamedDiff): string {
  return diff.before.document.text === diff.after.document.text
    ? 'The files are the same.'
    : 'No row, setting or note differs, only how they are written (comments, quotes or line endings).';
}

function settings({ settings: changed }: DocumentDiff): DiffSection | null {
  if (changed.length === 0) return null;
  return {
    title: 'Settings',
    columns: ['setting', 'before', 'after'],
    rows: changed.map(({ key, before, after }) => [oneLine(key), short(before), short(after)]),
  };
}

function columns({ columns: { added, removed, reordered } }: DocumentDiff): DiffSection | null {
  const lines = [
    ...added.map((name) => [MARKS.added, oneLine(name)]),
    ...removed.map((name) => [MARKS.removed, oneLine(name)]),
  ];
  if (lines.length === 0 && !reordered) return null;
  const remark = reordered ? { remark: 'The columns stand in another order.' } : {};
  return { title: 'Columns', columns: ['', 'column'], rows: lines, ...remark };
}

function rows(diff: DocumentDiff): DiffSection | null {
  const { counts, reordered } = diff;
  const lines = diff.rows.filter(({ kind }) => kind !== 'same');
  // Without a change outside the rows, the figures of a row that is the same are the same.
  const others =
    diff.settings.length === 0 ? [] : diff.rows.filter((row) => row.kind === 'same' && differs(diff, row));
  if (lines.length + others.length === 0 && !reordered) return null;
  const remarks = [
    `${plural(counts.same, 'row')} the same`,
    ...(others.length > MOST_SAME ? [`figures of ${others.length - MOST_SAME} more of them differ`] : []),
    ...(reordered ? ['rows stand in another order'] : []),
  ];
  return {
    title: 'Rows',
    columns: ['', 'period', 'segment', 'change', 'CRR', 'gap'],
    rows: [...lines, ...others.slice(0, MOST_SAME)].map((row) => rowCells(diff, row)),
    remark: `${remarks.join('; ')}.`,
  };
}

function differs(diff: DocumentDiff, row: RowDiff): boolean {
  const { crr, gapPoints } = diff.figures(row);
  return crr.differs || gapPoints.differs;
}

function rowCells(diff: DocumentDiff, row: RowDiff): string[] {
  const { crr, gapPoints } = diff.figures(row);
  return [
    MARKS[row.kind],
    oneLine(row.period),
    oneLine(row.segment),
    row.kind === 'changed'
      ? row.cells.map(cellText).join(', ')
      : row.kind === 'same'
        ? ''
        : wholeRow(diff, row),
    figureText(crr, formatPercent),
    figureText(gapPoints, formatPoints),
  ];
}

function cellText({ column, before, after, sameValue }: CellDiff): string {
  return `${oneLine(column)} ${short(before)} → ${short(after)}${sameValue ? ' (the same value)' : ''}`;
}

/** The cells of a row that came or went. */
function wholeRow({ before, after }: DocumentDiff, row: RowDiff): string {
  const { document } = row.after === null ? before : after;
  const index = row.after ?? row.before!;
  return document.columns
    .filter(({ id }) => id !== 'period' && id !== 'segment')
    .map(({ index: column, name }) => [oneLine(name), document.cellText(index, column)] as const)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name} ${short(text)}`)
    .join(', ');
}

/** `80.0 % → 85.0 % (+5.0 pt)`, or the figure where it did not change. */
export function figureText(
  { before, after, change, differs: isOther }: FigureDiff,
  format: (value: number) => string,
): string {
  const text = (result: MetricResult | null): string => (result === null ? NOTHING : figure(result, format));
  if (!isOther) return text(after ?? before);
  if (before === null || after === null) return text(after ?? before);
  return `${text(before)} → ${text(after)}${change === null ? '' : ` (${formatPoints(change)})`}`;
}

function notes({ notes: changed }: DocumentDiff): DiffSection | null {
  if (changed.length === 0) return null;
  const lines = changed.flatMap(({ before, beforeLine, after, afterLine }) => [
    ...before.map((line, index) => [MARKS.removed, String(beforeLine + index), oneLine(line)]),
    ...after.map((line, index) => [MARKS.added, String(afterLine + index), oneLine(line)]),
  ]);
  return { title: 'Notes', columns: ['', 'line', 'text'], rows: lines };
}

function summary({ summaries }: DocumentDiff): DiffSection | null {
  if (summaries.length === 0) return null;
  return {
    title: 'Last complete period',
    columns: ['of', 'period', 'CRR', 'gap'],
    rows: summaries.map(({ segment, before, after, crr, gapPoints }) => [
      segment === null ? 'all customers' : oneLine(segment),
      periodText(before?.period ?? null, after?.period ?? null),
      figureText(crr, formatPercent),
      figureText(gapPoints, formatPoints),
    ]),
  };
}

function periodText(before: string | null, after: string | null): string {
  const [was, is] = [oneLine(before ?? NOTHING), oneLine(after ?? NOTHING)];
  return was === is ? is : `${was} → ${is}`;
}

/** A text on one line, cut where it is long; a dash for none. */
function short(text: string | null): string {
  if (text === null || text === '') return NOTHING;
  const line = oneLine(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
