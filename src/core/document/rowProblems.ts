import type { CellBuffer } from '../text/cells';
import type { Eol } from '../text/chars';
import { decodeCell, encodeCell, isBlank } from '../text/encode';
import type { TextRange } from '../text/edit';
import { isMarkerLine } from '../text/lines';
import { describeShape } from './cellShape';
import type { Description } from './cellShape';
import type { IssueList } from './issues';
import { WHOLE_ROW, problemCode } from './issues';
import { LARGEST_NUMBER, mayBeGrouped, parseNumber, repairNumber } from './number';
import { readPercent } from './percent';
import { repairPeriod } from './periodRepair';
import type { Fix, Problem } from './problem';
import { insert, problemAt, quotation, replace, safeFix, unsafeFix } from './reportProblem';
import type { Column, Settings } from './types';

/** A row whose issues are to be told. */
export interface RowContext {
  /** The text the cells lie in, and the distance from it to the document. */
  readonly text: string;
  readonly cells: CellBuffer;
  readonly offset: number;
  readonly row: number;
  /** Place and length in the document. */
  readonly start: number;
  readonly length: number;
  readonly columns: readonly Column[];
  readonly headerCellCount: number;
  readonly settings: Settings;
  readonly eol: Eol;
}

/** The problems of a row as the user reads them. */
export function describeIssues(issues: IssueList, context: RowContext): readonly Problem[] {
  const problems: Problem[] = [];
  const hasOpenQuote = issues.codes.subarray(0, issues.count).includes(301);
  for (let index = 0; index < issues.count; index++) {
    const code = issues.codes[index]!;
    const column = issues.columns[index]!;
    const { range, message, fixes } =
      column === WHOLE_ROW ? describeRow(code, context) : describeCell(code, column, context);
    // A quote written behind one that is open would close that.
    const useful =
      hasOpenQuote && code !== 301
        ? fixes.filter(({ edits }) => edits.every(({ text }) => !text.includes('"')))
        : fixes;
    const problem = problemAt(
      problemCode(code),
      range,
      message,
      useful,
      column === WHOLE_ROW ? null : column,
    );
    problems.push({ ...problem, row: context.row });
  }
  return problems;
}

function describeRow(code: number, context: RowContext): Description {
  const { cells, headerCellCount: expected, offset, start, length } = context;
  if (code === 304) {
    const missing = expected - cells.count;
    const range = { start, end: start + length };
    return {
      range,
      message: `The row has ${cellsOf(cells.count)}, the header ${expected}. Add the missing ${missing === 1 ? 'delimiter' : 'delimiters'}.`,
      fixes: [
        safeFix('Add the missing delimiters', insert(range.end, context.settings.delimiter.repeat(missing))),
      ],
    };
  }
  const from = cells.starts[expected]! + offset;
  const range = { start: from, end: start + length };
  const surplus = cells.count - expected;
  let empty = true;
  for (let index = expected; index < cells.count; index++)
    empty &&= cells.starts[index] === cells.ends[index];
  return {
    range: empty ? { start: from - 1, end: range.end } : range,
    message: empty
      ? `The row ends with ${surplus} surplus ${surplus === 1 ? 'delimiter' : 'delimiters'}. Delete ${surplus === 1 ? 'it' : 'them'}.`
      : `The row has ${cellsOf(cells.count)}, the header ${expected}. Quote the cell that holds a delimiter, or name the further ${surplus === 1 ? 'column' : 'columns'}.`,
    fixes: empty
      ? [safeFix('Delete the surplus delimiters', replace(...withoutSurplus(context, from - 1, range.end)))]
      : [],
  };
}

/** The only cell of a row is quoted when it is blank or looks like a conflict marker: such a line is no row. */
function withoutSurplus(
  { text, cells, headerCellCount, start }: RowContext,
  from: number,
  end: number,
): [TextRange, string] {
  const first = text.slice(cells.starts[0], cells.ends[0]);
  return headerCellCount === 1 && (isBlank(first) || isMarkerLine(first, 0))
    ? [{ start, end }, `"${first}"`]
    : [{ start: from, end }, ''];
}

function describeCell(code: number, column: number, context: RowContext): Description {
  const { text, cells, offset, settings, eol } = context;
  if (column >= cells.count) {
    const end = context.start + context.length;
    return {
      range: { start: end, end },
      message: 'The row has no period. Write one such as 2024-01.',
      fixes: [],
    };
  }
  const start = cells.starts[column]!;
  const end = cells.ends[column]!;
  const range = { start: start + offset, end: end + offset };
  const decoded = decodeCell(text, start, end, cells.flags[column]!);
  const source = text.slice(start, end);
  const shown = quotation(decoded.trim());
  const { decimal, delimiter } = settings;
  const write = (value: string, quoted = source.startsWith('"')): string =>
    encodeCell(value, delimiter, eol, quoted);
  const rewrite = (values: readonly string[], safe: boolean): Fix[] =>
    values.map((value) => ({ title: `Write ${value}`, edits: [replace(range, write(value))], safe }));
  const name = context.columns[column]!.name.trim();
  switch (code) {
    case 301:
    case 302:
    case 307:
    case 308:
      return describeShape(code, text, start, end, cells.flags[column]!, offset, (value) =>
        write(value, true),
      );
    case 310:
      return {
        range,
        message: `A spreadsheet calculates ${shown} as a formula. Begin with another character.`,
        fixes: [unsafeFix('Put an apostrophe in front', replace(range, write(`'${decoded}`)))],
      };
    case 311:
      return {
        range,
        message: `Other readers take the segment ${shown} for a missing value. Give it another name.`,
        fixes: [],
      };
    case 401:
    case 402:
      return { range, ...describePeriod(code, decoded, rewrite) };
    case 414:
      return { range, ...describeFraction(name, decoded.trim(), decimal, rewrite) };
    case 421:
      return {
        range,
        message: `“${name}” is ${shown}, which may be 1% or 100%. Write the one that is meant.`,
        fixes: rewrite(readPercent(decoded, decimal).candidates, false),
      };
    case 422: {
      const { candidates } = readPercent(decoded, decimal);
      return {
        range,
        message: `${shown} is read as ${candidates[0]}. Write the % sign.`,
        fixes: rewrite(candidates, true),
      };
    }
    default:
      return { range, ...describeNumber(code, name, decoded, context.columns[column]!, settings, rewrite) };
  }
}

function describePeriod(
  code: number,
  decoded: string,
  rewrite: (values: readonly string[], safe: boolean) => Fix[],
): Omit<Description, 'range'> {
  const shown = quotation(decoded.trim());
  const repaired = repairPeriod(decoded);
  if (code === 402) {
    return { message: `${shown} is read as ${repaired[0]}. Write it so.`, fixes: rewrite(repaired, true) };
  }
  if (decoded.trim() === '') {
    return { message: 'The row has no period. Write one such as 2024-01.', fixes: [] };
  }
  if (repaired.length > 0) {
    return {
      message: `${shown} may be ${repaired.join(' or ')}. Write the one that is meant.`,
      fixes: rewrite(repaired, false),
    };
  }
  return {
    message: `${shown} is no period. Write it like 2024, 2024-Q1, 2024-01, 2024-W05, 2024-01-15, 2024-01-01/2024-01-31 or 2024-01-15/P30D.`,
    fixes: [],
  };
}

/** A number of customers with a decimal sign: a fraction, or one whose sign may group digits. */
function describeFraction(
  name: string,
  written: string,
  decimal: '.' | ',',
  rewrite: (values: readonly string[], safe: boolean) => Fix[],
): Omit<Description, 'range'> {
  const is = `“${name}” is ${quotation(written)}`;
  const grouped = mayBeGrouped(written, 0, written.length) ? written.replace(decimal, '') : null;
  const value = parseNumber(written, decimal) ?? 0;
  if (grouped !== null && Number.isInteger(value)) {
    return {
      message: `${is}, which is read as ${value} but may be ${grouped}. Write the one that is meant.`,
      fixes: rewrite([grouped, String(value)], false),
    };
  }
  const hint = grouped === null ? 'Correct it.' : `Write ${grouped} if that is meant, or correct it.`;
  return {
    message: `${is}, but customers are counted in whole numbers. ${hint}`,
    fixes: rewrite(grouped === null ? [] : [grouped], false),
  };
}

function describeNumber(
  code: number,
  name: string,
  decoded: string,
  column: Column,
  { decimal }: Settings,
  rewrite: (values: readonly string[], safe: boolean) => Fix[],
): Omit<Description, 'range'> {
  const shown = quotation(decoded.trim());
  const isPercent = column.kind === 'percent';
  const { kind, candidates } = isPercent ? readPercent(decoded, decimal) : repairNumber(decoded, decimal);
  const fixes = rewrite(candidates, false);
  if (code === 413) {
    const hint =
      column.kind === 'money' || column.id === 'lost'
        ? 'Losses are written as positive numbers.'
        : 'Correct it.';
    return { message: `“${name}” is ${shown}, but can't be negative. ${hint}`, fixes };
  }
  if (code === 412) {
    return {
      message: `${shown} is not used: write numbers without grouping, sign, exponent or currency, as ${candidates.join(' or ')}.`,
      fixes,
    };
  }
  if (kind === 'large') {
    return {
      message: `${shown} is too large to count with. “${name}” takes numbers up to ${LARGEST_NUMBER}.`,
      fixes,
    };
  }
  const example = isPercent
    ? 'a percentage such as 85%'
    : `digits only, such as ${decimal === ',' ? '1250 or 12,5' : '1250 or 12.5'}`;
  return {
    message: `${shown} is no ${isPercent ? 'percentage' : 'number'}. “${name}” takes ${example}; leave it blank when unknown.`,
    fixes,
  };
}

function cellsOf(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`;
}
