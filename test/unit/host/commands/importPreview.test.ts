import { describe, expect, it } from 'vitest';
import { english, importTable } from '../../../../src/core';
import type { ImportOptions } from '../../../../src/core';
import {
  columnAnswers,
  dateAnswers,
  decimalAnswers,
  delimiterAnswers,
  previewItems,
} from '../../../../src/host/commands/convert/importPreview';

const t = english;
const SOURCE =
  'Report\n\nMaand;Klanten begin;new mrr;Regio;Prijs\nJan-24;1.200;x;"$(check) A";3\nFeb-24;900;12;B;4\n';

const shown = (text: string, options?: ImportOptions) => previewItems(importTable(text, options), t);
const lines = (text: string, options?: ImportOptions) =>
  shown(text, options).map(({ label, description }) => [label, description].filter(Boolean).join(' | '));

describe('the preview of an import', () => {
  it('begins with what has to be answered, then the way to the notebook, then what was found', () => {
    expect(lines(SOURCE)).toEqual([
      '$(question) Decimal sign | which one?',
      '$(table) Open as Notebook | Rows: 2. Columns: 5.',
      '$(split-horizontal) Delimiter | semicolon',
      '$(symbol-field) Maand → period | Jan-24, Feb-24',
      '$(symbol-field) Klanten begin → start | 1.200, 900',
      '$(warning) new mrr → new_mrr | x, 12',
      '$(symbol-field) Regio | a column of your own · \\$(check) A, B',
      '$(symbol-field) Prijs | a column of your own · 3, 4',
      '$(info) Comments and titles, which stand above the table now: 1.',
      '$(info) Blank lines left out: 1.',
    ]);
    const [question, open, , period, , unread] = shown(SOURCE);
    expect(question!.detail).toBe(
      '“start”: left as it is, for it may be 1.200 or 1200: “1.200” (line 4). Say which decimal sign is meant.',
    );
    expect(open!.choice).toEqual({ about: 'open' });
    expect(period).toMatchObject({
      choice: { about: 'column', index: 0 },
      detail: '“period”: written in the format’s way: 2, such as 2024-01 for “Jan-24”.',
    });
    expect(unread!.detail).toContain('kept as text, for it is no number from 0: “x” (line 4).');
  });

  it('begins with the way to the notebook once everything is answered', () => {
    expect(lines(SOURCE, { decimal: ',' }).slice(0, 3)).toEqual([
      '$(table) Open as Notebook | Rows: 2. Columns: 5.',
      '$(split-horizontal) Delimiter | semicolon',
      '$(symbol-numeric) Decimal sign | comma: 1234,5',
    ]);
  });

  it('asks about dates and delimiters that may be two', () => {
    expect(lines('period;start\n03/04/2024;5\n')[0]).toBe('$(question) Dates | which one?');
    expect(lines('a,b;c,d\n1,2;3,4\n')[0]).toBe('$(question) Delimiter | comma');
    expect(lines('period;start\n13/04/2024;5\n')).toContain(
      '$(calendar) Dates | the day comes first: 31/01/2024',
    );
  });

  it('only opens what is a file already', () => {
    const text = '#---\n# retention: 1\n#---\nperiod\n';
    expect(shown(text)).toEqual([
      expect.objectContaining({ detail: 'It is a .retention file already and stays as it is.' }),
    ]);
  });

  it('says that periods are missing', () => {
    expect(lines('a;b\nx;y\n').at(-1)).toMatch(/^\$\(warning\) No column holds periods/);
  });
});

describe('the answers', () => {
  it('show what a doubtful cell would be, and what is found first', () => {
    const table = importTable(SOURCE);
    expect(decimalAnswers(table, t)).toEqual([
      { label: 'point: 1234.5', description: '1.200 → 1.200', value: '.' },
      { label: 'comma: 1234,5', description: '1.200 → 1200', value: ',' },
    ]);
    expect(dateAnswers(importTable('period;start\n03/04/2024;5\n'), t)).toEqual([
      {
        label: 'the day comes first: 31/01/2024',
        description: '03/04/2024 → 2024-04-03',
        value: 'day-month',
      },
      {
        label: 'the month comes first: 01/31/2024',
        description: '03/04/2024 → 2024-03-04',
        value: 'month-day',
      },
    ]);
    expect(delimiterAnswers(table, t).map(({ value }) => value)).toEqual([';', ',', '\t', '|']);
  });

  it('of a column begin with what it is now, and lead to that', () => {
    const { columns } = importTable(SOURCE);
    const [maand, , , regio, prijs] = columns.map((column) => columnAnswers(column, t));
    expect(maand![0]).toMatchObject({ label: 'period', value: 'period' });
    expect(regio![0]).toMatchObject({ label: 'Keep its name', value: null });
    expect(maand!.map(({ value }) => value)).toContain('churned_mrr');
    const reason = prijs!.find(({ label }) => label === 'reason_prijs');
    expect(reason?.detail).toContain('prijs');
    for (const { value } of prijs!) {
      const named = importTable(SOURCE, { columns: new Map([[4, value]]) });
      expect(named.columns[4]!.name).toBe(value ?? 'Prijs');
    }
  });
});
