import fc from 'fast-check';

/** A file as a value, so that what a merge must keep can be read off. */
export interface Model {
  readonly columns: readonly string[];
  /** Texts by column; the key of a row is its period and segment. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly goal: string;
  readonly notes: readonly string[];
}

/** The columns every file has, then those that come and go. */
const FIXED = ['period', 'segment'];
export const UNIT = ['start', 'new', 'lost', 'end', 'reactivated'];
const COLUMNS = [...UNIT, 'note', 'owner', 'goal'];

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  note: ['', 'calm', 'a, "b"', '#482', ' x', 'two\nlines'],
  owner: ['', 'Ann', 'Bob', '<<<<<<< x'],
  goal: ['', '80%', '85 %'],
};
const COUNTS = ['', '0', '1', '2', '10', '12'];

const textOf = (column: string): fc.Arbitrary<string> => fc.constantFrom(...(TEXTS[column] ?? COUNTS));

const row: fc.Arbitrary<ReadonlyMap<string, string>> = fc
  .tuple(...COLUMNS.map((column) => textOf(column)))
  .map((texts) => new Map(COLUMNS.map((column, index) => [column, texts[index]!])));

const key = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('', 'A', 'B'))
  .map(([month, segment]) => `2024-0${month}|${segment}`);

const notes = fc.array(fc.constantFrom('one', 'two', '- [ ] task', '- [x] task', ''), { maxLength: 5 });

const goal = fc.constantFrom('80%', '85%', '90%');

export const base: fc.Arbitrary<Model> = fc
  .record({
    columns: fc.subarray(COLUMNS),
    entries: fc.uniqueArray(fc.tuple(key, row), { selector: ([name]) => name, maxLength: 8 }),
    goal,
    notes,
  })
  .map(({ columns, entries, ...rest }) => ({
    columns: [...FIXED, ...columns],
    rows: new Map(entries),
    ...rest,
  }));

/** One thing a person does to a file. */
type Change = (model: Model) => Model;

const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.nat(),
        fc.constantFrom(...COLUMNS).chain((column) => fc.tuple(fc.constant(column), textOf(column))),
      )
      .map(([seed, [column, text]]): Change => (model) => {
        const name = [...model.rows.keys()][seed % Math.max(1, model.rows.size)];
        if (name === undefined || !model.columns.includes(column)) return model;
        return {
          ...model,
          rows: new Map([...model.rows]).set(name, new Map(model.rows.get(name)).set(column, text)),
        };
      }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(key, row).map(
      ([name, texts]): Change =>
        (model) =>
          model.rows.has(name) ? model : { ...model, rows: new Map([...model.rows, [name, texts]]) },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.nat().map((seed): Change => (model) => {
      const name = [...model.rows.keys()][seed % Math.max(1, model.rows.size)];
      return { ...model, rows: new Map([...model.rows].filter(([candidate]) => candidate !== name)) };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...COLUMNS).map((column): Change => (model) => ({
      ...model,
      columns: model.columns.includes(column)
        ? model.columns.filter((name) => name !== column)
        : [...model.columns, column],
    })),
  },
  {
    weight: 1,
    arbitrary: goal.map((text): Change => (model) => ({ ...model, goal: text })),
  },
  {
    weight: 1,
    arbitrary: notes.map((lines): Change => (model) => ({ ...model, notes: lines })),
  },
);

/** What a person made of a file. */
const branch = (model: Model): fc.Arbitrary<Model> =>
  fc.array(change, { maxLength: 5 }).map((changes) => changes.reduce((all, next) => next(all), model));

/** A file and what two people made of it. */
export const branches: fc.Arbitrary<{ base: Model; ours: Model; theirs: Model }> = base.chain((model) =>
  fc.record({ base: fc.constant(model), ours: branch(model), theirs: branch(model) }),
);

/** The text of a cell; null where the file has no such row or column. */
export function cellOf({ columns, rows }: Model, name: string, column: string): string | null {
  return columns.includes(column) ? (rows.get(name)?.get(column) ?? null) : null;
}

/** The file of a model, its settings first. */
export function write({ columns, rows, goal: share, notes: lines }: Model): string {
  const records = [...rows].map(([name, texts]) => {
    const [period = '', segment = ''] = name.split('|');
    return columns
      .map((column) =>
        column === 'period' ? period : column === 'segment' ? segment : quoted(texts.get(column) ?? ''),
      )
      .join(',');
  });
  const front = ['#---', '# retention: 1', `# goal: ${share}`, '#---'];
  const tail = lines.length === 0 ? [] : ['#', ...lines.map((line) => (line === '' ? '#>' : `#> ${line}`))];
  return `${[...front, columns.join(','), ...records, ...tail].join('\n')}\n`;
}

function quoted(text: string): string {
  return /[",#\n<]|^ /.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
