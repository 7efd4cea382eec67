import type { IntervalResult, MetricResult, Problem, RowResult, Severity } from '../../../core';
import type { GridCell, GridProblem } from '../../grid';
import type { ComputedId } from '../columns';
import { plainNumber, results } from '../columns';
import type { NumberDisplay } from '../numbers';
import { NO_VALUE, text } from '../text';

/** How numbers are written: for the reader, and as the file writes them. */
export interface Writing {
  readonly numbers: NumberDisplay;
  /** The file's decimal sign. */
  readonly decimal: '.' | ',';
}

const order: Record<Severity, number> = { error: 2, warning: 1, info: 0 };

/** A cell of the file: what is typed there, or what follows for it from the others of its row. */
export function fileCell(
  id: string | null,
  typed: string,
  result: RowResult,
  problem: GridProblem | null,
  { numbers, decimal }: Writing,
): GridCell {
  const derived = typed === '' ? derivedCount(result, id) : null;
  if (derived === null) {
    const description = id === 'period' && result.incomplete ? text.columns.incomplete : '';
    return { text: typed, editText: typed, tone: 'typed', problem, description, muted: result.incomplete };
  }
  return {
    text: numbers.decimal(plainNumber(derived)),
    editText: plainNumber(derived).replace('.', decimal),
    tone: 'derived',
    problem,
    description: text.columns.derivedFrom,
    muted: result.incomplete,
  };
}

/** A calculated cell; where there is no value, why. */
export function computedCell(id: ComputedId, result: RowResult, { numbers, decimal }: Writing): GridCell {
  const metric: MetricResult = result[id];
  const { write, copy } = results[id];
  const muted = result.incomplete;
  if (metric.value === null) {
    const description = metric.message;
    return { text: NO_VALUE, editText: '', tone: 'computed', problem: null, description, muted };
  }
  return {
    text: write(metric.value, numbers),
    editText: copy(metric.value).replace('.', decimal),
    tone: 'computed',
    problem: null,
    description: id === 'crr' ? intervalText(result.wilson, numbers) : '',
    muted,
  };
}

/** Where there is no column. */
export const emptyCell: GridCell = {
  text: '',
  editText: '',
  tone: 'typed',
  problem: null,
  description: '',
  muted: false,
};

type Derivable = 'start' | 'new' | 'lost' | 'end';

/** Whether a blank cell of the column may follow from the others of its row. */
export function isDerivable(id: string | null): id is Derivable {
  return id === 'start' || id === 'new' || id === 'lost' || id === 'end';
}

/** The value of a blank count that follows from the others, else null. */
export function derivedCount(result: RowResult, id: string | null): number | null {
  return isDerivable(id) && result.derived.includes(id) ? result[id] : null;
}

/** The most severe problem of a cell, or of the row as a whole (null), with all that is to be said. */
export function problemsOf(problems: readonly Problem[], column: number | null): GridProblem | null {
  const own = problems.filter((problem) => problem.column === column);
  const [worst] = [...own].sort((a, b) => order[b.severity] - order[a.severity]);
  if (worst === undefined) return null;
  return { severity: worst.severity, message: own.map(({ message }) => message).join(' ') };
}

function intervalText(wilson: IntervalResult, numbers: NumberDisplay): string {
  if (!('low' in wilson)) return '';
  const level = `${numbers.count(Math.round(wilson.level * 100))}\u202f%`;
  return text.summary.interval(numbers.percentDigits(wilson.low), numbers.percentDigits(wilson.high), level);
}
