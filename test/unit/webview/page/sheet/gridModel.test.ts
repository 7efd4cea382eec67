import { describe, expect, it } from 'vitest';
import { LiveNotebook, parsePeriod } from '../../../../../src/core';
import { pageColumns } from '../../../../../src/webview/page/columns/columns';
import { NotebookGridModel } from '../../../../../src/webview/page/sheet/gridModel';
import { fileOrder } from '../../../../../src/webview/page/order';
import { nextRow } from '../../../../../src/webview/page/sheet/newRow';
import { numberDisplay } from '../../../../../src/webview/page/numbers/numbers';

const today = parsePeriod('2025-06-15')!.firstDay;
const narrow = '\u202f';

function modelOf(text: string): NotebookGridModel {
  const notebook = LiveNotebook.open(text, { today });
  return new NotebookGridModel(notebook, {
    columns: pageColumns(notebook.document),
    numbers: numberDisplay(['en']),
    readOnly: null,
    next: nextRow(notebook.document),
    criteria: fileOrder,
  });
}

function at(model: NotebookGridModel, key: string): number {
  return model.columns.findIndex((column) => column.key === key);
}

const file = `#---
# retention: 1
# goal: 85%
# label_end: Customers at the end
#---
period,start,new,lost,end,goal,note
2024-Q1,100,15,10,,,
2024-Q2,500,50,100,450,,"a, b"
2024-Q3,0450,x,3,447,90%,
2025-Q2,10,1,0,11,,not over yet
`;

describe('the columns of the grid', () => {
  it('are those of the file, with the results beside the counts', () => {
    expect(modelOf(file).columns.map(({ label }) => label)).toEqual([
      'period',
      'start',
      'new',
      'lost',
      'Customers at the end',
      'goal',
      'CRR',
      'churn',
      'gap',
      'short',
      'note',
    ]);
  });

  it('keep the results beside the counts when the goal stands elsewhere', () => {
    const keys = modelOf('note,period,start,new,lost,start_mrr,goal\n').columns.map(({ key }) => key);
    expect(keys).toEqual([
      'note',
      'period',
      'start',
      'new',
      'lost',
      '=crr',
      '=churn',
      '=gapPoints',
      '=customersShort',
      'start_mrr',
      'goal',
    ]);
  });

  it('tell columns of one name apart, and never edit a result', () => {
    const { columns } = modelOf('period,x,x,,start,start\n');
    expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
    expect(columns.filter(({ computed }) => computed).every(({ editable }) => !editable)).toBe(true);
  });

  it('freeze the period, and a segment next to it, but nothing further right', () => {
    const frozen = (text: string): string[] =>
      modelOf(text)
        .columns.filter((column) => column.frozen)
        .map(({ key }) => key);
    expect(frozen('period,segment,start\n')).toEqual(['period', 'segment']);
    expect(frozen('period,start,segment\n')).toEqual(['period']);
    expect(frozen('start,period\n')).toEqual([]);
  });

  it('are none where there is no table', () => {
    expect(modelOf('').columns).toEqual([]);
  });
});

describe('the cells of the grid', () => {
  const model = modelOf(file);

  it('show what is typed as it is typed', () => {
    expect(model.cell(2, at(model, 'start'))).toMatchObject({
      text: '0450',
      editText: '0450',
      tone: 'typed',
    });
    expect(model.cell(1, at(model, 'note'))).toMatchObject({ text: 'a, b', tone: 'typed', problem: null });
    expect(model.cell(2, at(model, 'goal')).text).toBe('90%');
  });

  it('show a derived value as derived', () => {
    const cell = model.cell(0, at(model, 'end'));
    expect(cell).toMatchObject({ text: '105', editText: '105', tone: 'derived' });
    expect(cell.description).toMatch(/^Derived/);
    expect(model.isBlank(0, at(model, 'end'))).toBe(false);
    expect(model.isBlank(0, at(model, 'goal'))).toBe(true);
  });

  it('show results in the locale and copy them as a spreadsheet reads them', () => {
    const shown = ['=crr', '=churn', '=gapPoints', '=customersShort'].map((key) =>
      model.cell(1, at(model, key)),
    );
    expect(shown.map(({ text }) => text)).toEqual([
      `80.0${narrow}%`,
      `20.0${narrow}%`,
      `\u22125.0${narrow}pt`,
      '25',
    ]);
    expect(shown.map(({ editText }) => editText)).toEqual(['80.0%', '20.0%', '-5.0', '25']);
    expect(shown[0]?.description).toContain('76.3\u201383.3');
  });

  it('show a dash and the reason where there is no result', () => {
    const cell = model.cell(2, at(model, '=crr'));
    expect(cell.text).not.toBe('');
    const blank = modelOf('period,start,end\n2024,100,99\n');
    const missing = blank.cell(0, at(blank, '=crr'));
    expect(missing).toMatchObject({ text: '\u2013', editText: '', tone: 'computed' });
    expect(missing.description).not.toBe('');
  });

  it('mark the cell that a problem is about', () => {
    const problem = model.cell(2, at(model, 'new')).problem;
    expect(problem?.severity).toBe('error');
    expect(problem?.message).not.toBe('');
    expect(model.cell(1, at(model, 'new')).problem).toBeNull();
  });

  it('show a period that is not over paler, and say so', () => {
    expect(model.cell(3, at(model, 'start')).muted).toBe(true);
    expect(model.cell(3, at(model, 'period')).description).toMatch(/not over/);
    expect(model.cell(1, at(model, 'start')).muted).toBe(false);
  });

  it('keep the open cell as it is while the notebook calculates with what is typed', () => {
    const notebook = LiveNotebook.open(file, { today });
    const live = new NotebookGridModel(notebook, {
      columns: pageColumns(notebook.document),
      numbers: numberDisplay(['en']),
      readOnly: null,
      next: nextRow(notebook.document),
      criteria: fileOrder,
    });
    const column = at(live, 'lost');
    live.hold(1, column);
    const range = notebook.document.cellRange(1, 3)!;
    notebook.apply([{ ...range, text: '75' }]);
    live.forget();
    expect(live.cell(1, column).editText).toBe('100');
    live.release();
    expect(live.cell(1, column).editText).toBe('75');
  });

  it('give numbers for statistics, typed, derived and calculated', () => {
    expect(model.unit(at(model, 'note'))).toBeNull();
    expect(model.unit(at(model, 'lost'))).toBe('plain');
    expect(model.unit(at(model, '=crr'))).toBe('share');
    expect(model.unit(at(model, '=gapPoints'))).toBe('points');
    expect(model.number(0, at(model, 'end'))).toBe(105);
    expect(model.number(2, at(model, 'new'))).toBeNull();
    expect(model.number(1, at(model, '=crr'))).toBe(0.8);
    expect(model.number(2, at(model, 'goal'))).toBe(0.9);
  });

  it('offer the next period on the last line', () => {
    expect(model.placeholder(at(model, 'period'))).toBe('2025-Q3');
    expect(model.placeholder(at(model, 'start'))).toBe('');
    expect(model.rowLabel(0)).toBe('1');
  });
});
