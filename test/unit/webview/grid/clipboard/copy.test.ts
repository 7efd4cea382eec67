import { describe, expect, it } from 'vitest';
import { copyRanges } from '../../../../../src/webview/grid/clipboard/copy';
import { table } from '../table';

const model = table(
  ['period', 'start', 'note'],
  [
    ['2024-01', '500', 'a<b>'],
    ['2024-02', '501', 'two\nlines'],
    ['2024-03', '502', ''],
  ],
);

describe('copyRanges', () => {
  it('copies a rectangle', () => {
    const copied = copyRanges(model, [{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(copied).toMatchObject({ text: '2024-01\t500\r\n2024-02\t501', rows: 2, columns: 2 });
  });

  it('puts the labels first when asked to', () => {
    const range = { top: 2, left: 0, bottom: 2, right: 1 };
    expect(copyRanges(model, [range], 'cellsWithHeaders')?.text).toBe('period\tstart\r\n2024-03\t502');
  });

  it('joins ranges that share their rows or columns, in the order of the table', () => {
    const third = { top: 2, left: 0, bottom: 2, right: 1 };
    const first = { top: 0, left: 0, bottom: 0, right: 1 };
    expect(copyRanges(model, [third, first])?.text).toBe('2024-01\t500\r\n2024-03\t502');
    const notes = { top: 0, left: 2, bottom: 0, right: 2 };
    const periods = { top: 0, left: 0, bottom: 0, right: 0 };
    expect(copyRanges(model, [notes, periods])?.text).toBe('2024-01\ta<b>');
  });

  it('refuses ranges without a common rectangle', () => {
    const ranges = [
      { top: 0, left: 0, bottom: 0, right: 0 },
      { top: 1, left: 1, bottom: 1, right: 1 },
    ];
    expect(copyRanges(model, ranges)).toBeNull();
  });

  it('leaves the line for a new row out', () => {
    expect(copyRanges(model, [{ top: 2, left: 1, bottom: 3, right: 1 }])?.text).toBe('502');
    expect(copyRanges(model, [{ top: 3, left: 1, bottom: 3, right: 1 }])?.text).toBe('');
  });

  it('copies as CSV and as Markdown, with headers', () => {
    const range = { top: 0, left: 1, bottom: 1, right: 2 };
    expect(copyRanges(model, [range], 'csv')).toMatchObject({
      text: 'start,note\r\n500,a<b>\r\n501,"two\nlines"\r\n',
      html: null,
    });
    expect(copyRanges(model, [range], 'markdown')).toMatchObject({
      text: '| start | note |\n| ---: | --- |\n| 500 | a\\<b\\> |\n| 501 | two<br>lines |\n',
      html: null,
    });
  });

  it('makes no formula of a text in CSV, and keeps numbers and its own cells as they are', () => {
    const cells = ['=1+1', '+1+cmd', '-5', '+5 %', '- called', '@x', '\t=1', ' =1', '＝1'];
    const one = table(['note'], [...cells.map((cell) => [cell])]);
    const range = { top: 0, left: 0, bottom: cells.length - 1, right: 0 };
    expect(copyRanges(one, [range], 'csv')?.text.split('\r\n')).toEqual([
      'note',
      "'=1+1",
      "'+1+cmd",
      '-5',
      '+5 %',
      "'- called",
      "'@x",
      "'\t=1",
      "' =1",
      "'＝1",
      '',
    ]);
    const { text, html } = copyRanges(one, [range])!;
    expect(text.split('\r\n')).toEqual(cells.map((cell) => (cell.includes('\t') ? `"${cell}"` : cell)));
    // What spreadsheets read first says of each that it is text.
    expect(html?.match(/mso-number-format:"\\@"/g)?.length).toBe(cells.length);
  });

  it('leaves HTML out for a very large block', () => {
    const many = table(
      ['start'],
      Array.from({ length: 200_001 }, () => ['1']),
    );
    expect(copyRanges(many, [{ top: 0, left: 0, bottom: 200_000, right: 0 }])?.html).toBeNull();
  });
});
