import type { Problem, ProblemCode, RetentionDocument, TextEdit, TextRange } from '../../core';
import { firstIndex } from '../../core';
import { rowsIn } from '../rows';
import { endOfCell, endingEdits } from './lineEnds';
import { colonEdits } from './settingColons';

/**
 * Problems whose safe fix only writes the same in the format's own way: quotes, percent signs, the spelling of a
 * period, delimiters at a row's end, the version. Not among them are safe fixes that delete, move or rename lines.
 */
const FORMS: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'R203',
  'R206',
  'R302',
  'R303',
  'R304',
  'R307',
  'R402',
  'R422',
]);

/** Cells behind the last column. */
const SURPLUS: ProblemCode = 'R303';
const NO_ROWS = { first: 0, end: 0 };

/**
 * The edits that write a text in the format's own way and change nothing that it says: no number, period, segment,
 * text or setting reads otherwise afterwards. Formatting twice does what formatting once does. A file that is read-only
 * (conflict markers, a newer version, no UTF-8) stays as it is, and so do all rows where a quote is never closed.
 *
 * Costs the length of the text, or with a range the rows in it.
 *
 * @param range only what lies in it, else everything
 *
 * @example
 * formatEdits(parseDocument('period,start\n2024-1,5 \n')); // 2024-01,5
 */
export function formatEdits(document: RetentionDocument, range?: TextRange): readonly TextEdit[] {
  if (document.readOnly !== null) return [];
  const place = range ?? { start: 0, end: document.length };
  const edits = formEdits(document, place);
  const claims = new Claims(edits);
  for (const edit of [...colonEdits(document), ...endingEdits(document, place)]) {
    if (isInside(edit, place) && claims.allow(edit)) edits.push(edit);
  }
  return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The safe fixes of what is only written otherwise. */
function formEdits(document: RetentionDocument, place: TextRange): TextEdit[] {
  // Another delimiter or quote might close an open one, and what follows would be read otherwise.
  const open = document.hasOpenQuote;
  const outside = document.problemsOutsideRows().filter(({ column }) => column === null || !open);
  const edits = fixesOf(document, outside, place);
  const { first, end } = open ? NO_ROWS : rowsIn(document, place);
  for (let row = first; row < end; row++) {
    if (document.hasRowProblems(row)) edits.push(...fixesOf(document, document.problemsOfRow(row), place));
  }
  return edits;
}

function fixesOf(document: RetentionDocument, problems: readonly Problem[], place: TextRange): TextEdit[] {
  const taken: TextEdit[] = [];
  const take = (edits: readonly TextEdit[]): void => {
    const fits = edits.every((edit) => isInside(edit, place) && !taken.some((other) => overlap(edit, other)));
    if (fits) taken.push(...edits);
  };
  // Of two fixes for a cell the one of its value writes the whole cell anew.
  const ordered = [...problems].sort((a, b) => (a.code < b.code ? 1 : -1));
  for (const problem of ordered) take(fixOf(document, problem));
  const { row } = ordered.find(({ code }) => code === SURPLUS) ?? { row: null };
  if (row !== null && taken.length > 0) take(spacesBeforeSurplus(document, row));
  return taken;
}

/** Without surplus delimiters the cell before them ends the line. */
function spacesBeforeSurplus(document: RetentionDocument, row: number): readonly TextEdit[] {
  const last = document.headerCellCount - 1;
  const start = endOfCell(document, row, last);
  const { end } = document.cellRange(row, last)!;
  return start < end ? [{ start, end, text: '' }] : [];
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function fixOf(document: RetentionDocument, { code, fixes }: Problem): readonly TextEdit[] {
  const [fix] = fixes;
  if (fix === undefined || fixes.length > 1 || !fix.safe || !FORMS.has(code)) return [];
  return fix.edits.map((edit) => ({ ...edit, text: edit.text.replace(/\r\n?|\n/g, document.eol) }));
}

function isInside({ start, end }: TextRange, place: TextRange): boolean {
  return start >= place.start && end <= place.end;
}

/** The places of edits, so that no other one meets them. */
class Claims {
  private readonly taken: TextRange[];

  constructor(edits: readonly TextEdit[]) {
    this.taken = edits.map(({ start, end }) => ({ start, end })).sort((a, b) => a.start - b.start);
  }

  /** False for a place that overlaps one of them. */
  allow({ start, end }: TextRange): boolean {
    const next = this.taken[firstIndex(this.taken.length, (index) => this.taken[index]!.end > start)];
    return next === undefined || next.start >= end;
  }
}
