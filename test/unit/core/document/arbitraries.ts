import fc from 'fast-check';

/** Texts of everything that has ever confused a CSV reader. */
export const nastyText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', '#', ' ') },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'period,start,new,lost,end,note\n',
          '2024-01,100,15,10,105,x\n',
          '#---\n',
          '# retention: 1\n',
          '# goal: 85%\n',
          "# delimiter: ';'\n",
          "# title: 'a",
          '#\n',
          '#> - [x] task {due=2024-01-01}\n',
          '#> note\n',
          '<<<<<<< HEAD\n',
          '=======\n',
          '>>>>>>> b\n',
          '||||||| base\n',
        ),
      },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'a',
          '1',
          '2024-01',
          '-5',
          '1,000',
          '85%',
          '=1+1',
          'NA',
          '\u00a0',
          '0.5',
          '1e5',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\ufeff',
          '\ud800',
          '\udc00',
          '\0',
          '\ufffd',
          '\u2028',
          '😀',
          '\u001f',
          '{',
          '}',
          '[',
          ']',
          ':',
        ),
      },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

export interface FileShape {
  readonly eol: '\n' | '\r\n' | '\r';
  readonly bom: boolean;
  readonly finalNewline: boolean;
}

export const fileShape: fc.Arbitrary<FileShape> = fc.record({
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  bom: fc.boolean(),
  finalNewline: fc.boolean(),
});

/** What a cell may hold, written as a careful or a careless author would write it. */
const writtenCell = (delimiter: string, eol: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 99_999 }).map(String) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('', '', '12.5', '-3', '1 000', '85%', '1', '90', 'SMB', 'a b', ' x ', '=1'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('"quoted"', '"a ""b"" c"', `"x${delimiter}y"`, '"#5"', 'a#5', '"a"b', '""'),
    },
    { weight: 1, arbitrary: fc.constantFrom(`"two${eol}lines"`, `"${eol}"`) },
  );

const period = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2024',
      '2024-Q1',
      '2024-W05',
      '2024-01-15/P30D',
      '2024-1',
      'Q1 2024',
      'soon',
      '',
    ),
  },
);

const TAILS: readonly (readonly string[])[] = [
  [],
  ['#', '#> ## Notes', '#>', '#> - [ ] task {due=2024-01-01}'],
  ['', '# end'],
  ['#> a'],
];

const HEADERS = [
  ['period', 'start', 'new', 'lost', 'end'],
  ['period', 'segment', 'start', 'new', 'lost', 'end', 'goal', 'note'],
  ['note', 'period', 'start_mrr', 'team', 'reason_price', 'reason_other'],
  ['period', 'Start', '"lost"', 'unknown', 'start'],
  ['period'],
];

/** A whole file: settings or none, ragged rows, quotes, comments between rows, notes; without open quotes. */
export const wellFormedFile: fc.Arbitrary<string> = fileShape.chain(({ eol, bom, finalNewline }) =>
  fc
    .record({
      front: fc.constantFrom(
        [],
        ['#---', '# retention: 1', "# title: 'A: b' # why", '# goal: 85%', '#---'],
        ['#---', '# retention: 1', "# delimiter: ';'", '#   nested: 1', '# x_own: 1', '#---', '# comment'],
      ),
      header: fc.constantFrom(...HEADERS),
      rows: fc.array(
        fc.record({ ragged: fc.integer({ min: -2, max: 1 }), gap: fc.nat({ max: 12 }), seed: fc.nat() }),
        {
          maxLength: 8,
        },
      ),
      cells: fc.infiniteStream(writtenCell(',', eol)),
      otherCells: fc.infiniteStream(writtenCell(';', eol)),
      periods: fc.infiniteStream(period),
      isRagged: fc.nat({ max: 3 }),
      tail: fc.constantFrom(...TAILS),
    })
    .map(({ front, header, rows, cells, otherCells, periods, isRagged, tail }) => {
      const delimiter = front.some((line) => line.includes('delimiter')) ? ';' : ',';
      const stream = delimiter === ',' ? cells : otherCells;
      const lines: string[] = [...front, header.join(delimiter)];
      for (const { ragged, gap } of rows) {
        if (gap === 0) lines.push('# between');
        if (gap === 1) lines.push('');
        const width = Math.max(1, header.length + (isRagged === 0 ? ragged : 0));
        const texts = Array.from({ length: width }, () => stream.next().value as string);
        const isOneLine = width !== header.length;
        const at = header.indexOf('period');
        if (at < width) texts[at] = periods.next().value as string;
        const row = texts.map((text) => (isOneLine ? text.replaceAll(eol, ' ') : text)).join(delimiter);
        lines.push(row === '' || /^\s*$/.test(row) ? '""' : row);
      }
      lines.push(...tail);
      return (bom ? '\ufeff' : '') + lines.join(eol) + (finalNewline ? eol : '');
    }),
);

/** What a user may type into a cell. */
export const typedText = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('', '0', '42', '12.5', 'text', 'a,b', 'a;b', 'a\tb', '"', '""', '#', '# x'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ' ',
      ' a',
      'a ',
      '\u00a0',
      '=======',
      '<<<<<<< a',
      'a\nb',
      '\n',
      '\r\n',
      'a\r\nb\rc',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: nastyText.filter((text) => !/[<>]{7}/.test(text)) },
);
