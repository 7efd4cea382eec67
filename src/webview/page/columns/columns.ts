import type { Column, ColumnId, ColumnKind, Method, RetentionDocument } from '../../../core';
import { RATES } from '../../../core';
import type { GridColumn, GridColumnKind } from '../../grid';
import { text } from '../text';

/** The results shown beside the columns of the file. */
export type ComputedId = 'crr' | 'churn' | 'gapPoints' | 'customersShort';

/** What a column of the grid shows. */
export type ColumnSource =
  | { readonly file: Column; readonly computed: null }
  | { readonly file: null; readonly computed: ComputedId };

/** A column of the grid with what it shows. */
export type PageColumn = GridColumn & { readonly source: ColumnSource };

/** The results follow the last of these, so that a rate stands beside the counts it is made of. */
const anchors: ReadonlySet<ColumnId | null> = new Set<ColumnId>([
  'period',
  'segment',
  'start',
  'new',
  'lost',
  'end',
  'reactivated',
]);

const computedIds: readonly ComputedId[] = ['crr', 'churn', 'gapPoints', 'customersShort'];

/**
 * The columns of the grid: those of the file in its order, with the results inserted after the last of
 * period, segment, start, new, lost, end and reactivated, and after a goal that comes next. (A goal behind
 * the columns about revenue would take the results out of sight.)
 */
export function pageColumns(document: RetentionDocument): readonly PageColumn[] {
  const { columns } = document;
  const counts = columns.filter(({ id }) => anchors.has(id)).at(-1);
  const next = counts === undefined ? undefined : columns[counts.index + 1];
  const last = next?.id === 'goal' ? next : counts;
  const taken = new Set<string>();
  return columns.flatMap((column) => {
    const here = fileColumn(column, taken, isFrozen(column, columns));
    return column === last
      ? [here, ...computedIds.map((id) => computedColumn(id, document.settings.method))]
      : [here];
  });
}

/** Period, and segment right after it, stay in sight when the rest scrolls. */
function isFrozen(column: Column, columns: readonly Column[]): boolean {
  const frozen = column.id === 'period' || column.id === 'segment';
  return frozen && columns.slice(0, column.index).every(({ id }) => id === 'period' || id === 'segment');
}

function fileColumn(column: Column, taken: Set<string>, frozen: boolean): PageColumn {
  const { name, label, kind } = column;
  // A second column of the same name, or one without a name, is told apart by its place.
  const key = name === '' || taken.has(name) ? `${name}#${column.index}` : name;
  taken.add(key);
  return {
    source: { file: column, computed: null },
    key,
    label,
    kind,
    align: isNumeric(kind) ? 'end' : 'start',
    computed: false,
    editable: true,
    width: widthOf(column),
    frozen,
    multiline: kind === 'text',
    description: label === name ? '' : name,
    problem: null,
  };
}

function computedColumn(id: ComputedId, method: Method): PageColumn {
  const kinds: Record<ComputedId, GridColumnKind> = {
    crr: 'percent',
    churn: 'percent',
    gapPoints: 'number',
    customersShort: 'count',
  };
  return {
    source: { file: null, computed: id },
    key: `=${id}`,
    label: text.computed[id],
    kind: kinds[id],
    align: 'end',
    computed: true,
    editable: false,
    width: 84,
    frozen: false,
    multiline: false,
    description: describe(id, method),
    problem: null,
  };
}

/** The metric's standard name and its formula; the rate's depends on the method. */
function describe(id: ComputedId, method: Method): string {
  const metric = RATES.find((rate) => rate.id === id);
  const formula = id === 'crr' ? text.methodFormula[method] : metric?.formula;
  return [metric?.name, formula].filter((part) => part !== undefined).join(': ');
}

function isNumeric(kind: ColumnKind): boolean {
  return kind === 'count' || kind === 'money' || kind === 'percent';
}

function widthOf({ id, kind, label }: Column): number {
  const forLabel = Math.min(220, 28 + label.length * 8.4);
  const forKind: Record<ColumnKind, number> = {
    period: 104,
    segment: 120,
    count: 80,
    money: 104,
    percent: 72,
    text: id === 'note' ? 320 : 120,
  };
  return Math.round(Math.max(forLabel, forKind[kind]));
}
