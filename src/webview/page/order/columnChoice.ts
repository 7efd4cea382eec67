import type { PageColumn } from '../columns';
import type { Session } from '../session';
import type { RowCondition, ViewCriteria } from './criteria';
import { withCondition, withFilter, withoutFilter } from './criteria';
import type { ValueCount } from './filter';
import { valueCounts } from './filter';
import type { RangeRefusal } from './orderRange';
import { endText, typedRange } from './orderRange';

/** What is chosen and typed in the menu of a column, and what becomes of it. */
export class ColumnChoice {
  /** The ends of a range as they are typed; '' for none. */
  min: string;
  max: string;
  search = '';
  refusal: RangeRefusal | null = null;
  conditions: readonly RowCondition[];
  readonly #decimal: '.' | ',';
  readonly #values: readonly ValueCount[];
  readonly #chosen: Set<string>;

  /** What the view shows now. */
  constructor(
    readonly column: PageColumn,
    session: Session,
    criteria: ViewCriteria,
  ) {
    this.#decimal = session.notebook.document.settings.decimal;
    this.#values = valueCounts({ ...session, columns: session.allColumns }, column, criteria);
    this.#chosen = new Set(this.#values.map(({ value }) => value).filter(shownBy(criteria, column.key)));
    this.conditions = criteria.conditions;
    const range = criteria.filters.find(({ type, column: key }) => type === 'range' && key === column.key);
    const ends = range?.type === 'range' ? range : { min: null, max: null };
    this.min = endText(ends.min, column, this.#decimal);
    this.max = endText(ends.max, column, this.#decimal);
  }

  /** The values that the search finds: without one, all of them. */
  get found(): readonly ValueCount[] {
    const wanted = this.search.trim().toLowerCase();
    if (wanted === '') return this.#values;
    return this.#values.filter(({ value }) => value.toLowerCase().includes(wanted));
  }

  has(value: string): boolean {
    return this.#chosen.has(value);
  }

  choose(values: readonly string[], on: boolean): void {
    for (const value of values) {
      if (on) this.#chosen.add(value);
      else this.#chosen.delete(value);
    }
  }

  setCondition(condition: RowCondition, on: boolean): void {
    const others = this.conditions.filter((other) => other !== condition);
    this.conditions = on ? [...others, condition] : others;
  }

  setEnd(end: 'min' | 'max', typed: string): void {
    this[end] = typed;
    this.refusal = null;
  }

  /** The view with what is chosen; null where what is typed is no range, and `refusal` says why. */
  applyTo(criteria: ViewCriteria): ViewCriteria | null {
    const { key } = this.column;
    const { range, refusal } = typedRange(this, this.column, this.#decimal);
    this.refusal = refusal;
    if (range === null) return null;
    let next = withoutFilter(criteria, key);
    if (range.min !== null || range.max !== null) {
      next = withFilter(next, { type: 'range', column: key, ...range });
    }
    const values = this.#valueFilter();
    if (values !== null) next = withFilter(next, values);
    for (const condition of ['belowGoal', 'hasProblem'] as const) {
      next = withCondition(next, condition, this.conditions.includes(condition));
    }
    return next;
  }

  /** The values that are kept, or those that are not, whichever are fewer; null when all are kept. */
  #valueFilter(): Parameters<typeof withFilter>[1] | null {
    const all = this.#values.map(({ value }) => value);
    // Whoever searches and applies wants what was found.
    const listed = new Set(this.search === '' ? all : this.found.map(({ value }) => value));
    const kept = all.filter((value) => this.#chosen.has(value) && listed.has(value));
    if (kept.length === all.length) return null;
    const left = all.filter((value) => !this.#chosen.has(value) || !listed.has(value));
    const keep = kept.length <= left.length;
    return { type: 'values', column: this.column.key, keep, values: keep ? kept : left };
  }
}

/** Whether a value passes the column's present filter of values. */
function shownBy(criteria: ViewCriteria, column: string): (value: string) => boolean {
  const filter = criteria.filters.find(({ type, column: key }) => type === 'values' && key === column);
  if (filter?.type !== 'values') return () => true;
  const values = new Set(filter.values);
  return (value) => values.has(value) === filter.keep;
}
