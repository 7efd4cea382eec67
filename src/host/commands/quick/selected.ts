import {
  firstIndex,
  describeQuick,
  parseDocument,
  parsePeriod,
  parseQuickInput,
  printQuick,
  readSelection,
} from '../../../core';
import type { QuickInterpretation, RetentionDocument, TextRange, Translate } from '../../../core';
import type { CalculatorOptions } from './calculatorModel';

/** What is selected: texts, or places in a `.retention` file. */
export type SelectedSource =
  | { readonly kind: 'text'; readonly texts: readonly string[] }
  | { readonly kind: 'file'; readonly text: string; readonly ranges: readonly TextRange[] };

/** One calculation of a selection. */
export interface Selected {
  readonly label: string | null;
  /** Quick input. */
  readonly text: string;
  /** Its first result, or what is wrong with it. */
  readonly summary: string;
  /** How the file it comes from calculates. */
  readonly file: Pick<CalculatorOptions, 'method' | 'decimal'>;
}

/** More rows than this are not a choice any more. */
const MOST_ROWS = 200;

/** The calculations in a selection. Rows of a file come with its goal and are calculated by its method. */
export function selectedCalculations(source: SelectedSource, t: Translate): readonly Selected[] {
  if (source.kind === 'text') {
    return readSelection(source.texts).map(({ label, text }) => ({
      label,
      text,
      summary: summary(text, {}, t),
      file: {},
    }));
  }
  const document = parseDocument(source.text);
  const { method, decimal } = document.settings;
  const rows = rowsIn(document, source.ranges).slice(0, MOST_ROWS);
  return rows.map((row) => {
    const interpretation = interpretationOf(document, row);
    const text = printQuick(interpretation);
    const file = { method, decimal };
    return { label: labelOf(document, row), text, summary: summary(text, file, t), file };
  });
}

/** The rows that the ranges touch, in file order. */
function rowsIn(document: RetentionDocument, ranges: readonly TextRange[]): readonly number[] {
  const rows = new Set<number>();
  for (const { start, end } of ranges) {
    const first = firstIndex(document.rowCount, (row) => document.rowRange(row).end >= start);
    for (let row = first; row < document.rowCount; row++) {
      const range = document.rowRange(row);
      // A selection that ends at the beginning of a line does not mean that line.
      if (range.start > end || (range.start === end && start < end)) break;
      rows.add(row);
    }
  }
  return [...rows].sort((a, b) => a - b);
}

/** A row as a calculation, with the goal that applies to it. */
export function interpretationOf(document: RetentionDocument, row: number): QuickInterpretation {
  const column = document.column('period');
  const period = column === null ? '' : document.cellText(row, column.index).trim();
  const count = (id: 'start' | 'new' | 'lost' | 'end' | 'reactivated'): number | null => {
    const value = document.number(row, id);
    return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
  };
  return {
    kind: 'counts',
    counts: {
      start: count('start'),
      new: count('new'),
      lost: count('lost'),
      end: count('end'),
      reactivated: count('reactivated'),
    },
    goal: document.goal(row) ?? document.settings.goal,
    span: null,
    period: parsePeriod(period) === null ? null : period,
  };
}

function labelOf(document: RetentionDocument, row: number): string | null {
  const column = document.column('period');
  const parts = [column === null ? '' : document.cellText(row, column.index).trim(), document.segment(row)];
  const label = parts.filter((part) => part !== '').join(' · ');
  return label === '' ? null : label;
}

function summary(text: string, { method, decimal }: Selected['file'], t: Translate): string {
  const reading = parseQuickInput(text, decimal === undefined ? { t } : { t, decimal });
  if (reading.status === 'empty') return '';
  if (reading.status === 'error') return reading.message;
  const { lines } = describeQuick(reading.interpretation, method === undefined ? { t } : { t, method });
  const shown = lines.filter(
    ({ id, copyText }) => copyText !== null && (id === 'retention' || id === 'gap' || id === 'short'),
  );
  return shown.map(({ label, value }) => `${label} ${value}`).join(' · ');
}
