import type { GridColumn, GridModel } from '../../../../src/webview/grid';

/** A model over plain texts; columns whose name starts with `=` are calculated, with `!` not editable. */
export function table(names: readonly string[], rows: readonly (readonly string[])[]): GridModel {
  const columns = names.map((name): GridColumn => ({
    key: name,
    label: name,
    kind: name === 'period' || name === 'note' ? 'text' : 'count',
    align: 'end',
    computed: name.startsWith('='),
    editable: !/^[=!]/.test(name),
    width: 100,
    frozen: name === 'period',
    multiline: name === 'note',
    description: '',
    problem: null,
  }));
  return {
    rowCount: rows.length,
    columns,
    readOnly: null,
    cell: (row, column) => {
      const text = rows[row]?.[column] ?? '';
      return { text, editText: text, tone: 'typed', problem: null, description: '', muted: false };
    },
    isBlank: (row, column) => (rows[row]?.[column] ?? '') === '',
    rowLabel: (row) => String(row + 1),
    rowProblem: () => null,
    placeholder: () => '',
  };
}
