import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/core';
import { selectedCalculations } from '../../../../src/host/commands/quick/selected';

const t = english;

const FILE = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  "# decimal: ','",
  "# delimiter: ';'",
  '# method: lost',
  '#---',
  'period;segment;start;new;lost;end;goal',
  '2024-Q1;;100;15;10;105;',
  '2024-Q2;SMB;500;50;100;;82,5%',
  'spring;;x;1;2;3;',
  '#> Notes',
].join('\n');

/** What is calculated when the text between two words of the file is selected. */
function selected(from: string, to = from) {
  const range = { start: FILE.indexOf(from), end: FILE.indexOf(to) + (from === to ? 0 : to.length) };
  return selectedCalculations({ kind: 'file', text: FILE, ranges: [range] }, t);
}

describe('the rows of a file that are selected', () => {
  it('come with their period, segment, goal, method and decimal sign', () => {
    expect(selected('500')).toEqual([
      {
        label: '2024-Q2 · SMB',
        text: 'period=2024-Q2 start=500 new=50 lost=100 goal=82.5%',
        summary: 'Retention rate 80.0 % · Goal gap −2.5 pt · Customers short 13',
        file: { method: 'lost', decimal: ',' },
      },
    ]);
  });

  it('are those a selection touches, in the order of the file', () => {
    expect(selected('100;15', '500;50').map(({ label }) => label)).toEqual(['2024-Q1', '2024-Q2 · SMB']);
    expect(selected('2024-Q1', '105;\n').map(({ label }) => label)).toEqual(['2024-Q1']);
    expect(selected('# retention', 'Notes').map(({ label }) => label)).toEqual([
      '2024-Q1',
      '2024-Q2 · SMB',
      'spring',
    ]);
  });

  it('are none outside the table', () => {
    expect(selected('retention', 'goal')).toEqual([]);
    expect(selected('Notes')).toEqual([]);
  });

  it('leave out what is no number', () => {
    expect(selected('spring')[0]).toMatchObject({ label: 'spring', text: 'new=1 lost=2 end=3 goal=85%' });
  });
});

describe('selected text', () => {
  it('is read wherever it stands', () => {
    expect(selectedCalculations({ kind: 'text', texts: ['500\n50\n100'] }, t)).toEqual([
      { label: null, text: '500 50 100', summary: 'Retention rate 80.0 %', file: {} },
    ]);
    expect(selectedCalculations({ kind: 'text', texts: ['50,000 1 2'] }, t)[0]?.summary).toMatch(
      /thousands or decimals/,
    );
    expect(selectedCalculations({ kind: 'text', texts: [' '] }, t)).toEqual([]);
  });
});
