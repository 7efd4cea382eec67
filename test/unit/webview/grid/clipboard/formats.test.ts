import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatCsv } from '../../../../../src/webview/grid/clipboard/csv';
import { formatHtml } from '../../../../../src/webview/grid/clipboard/html';
import { formatMarkdown } from '../../../../../src/webview/grid/clipboard/markdown';
import { layOutSpans } from '../../../../../src/webview/grid/clipboard/spans';

describe('formatHtml', () => {
  const cell = (text: string, kind: 'text' | 'money' | 'percent', decimal: '.' | ',' = '.'): string =>
    /<tr>(.*)<\/tr>/s.exec(formatHtml([[text]], [{ kind }], decimal))![1]!;

  it('escapes the text and keeps line breaks inside the cell', () => {
    expect(cell('<script>"&\ntwo', 'text')).toContain(
      '>&lt;script&gt;&quot;&amp;<br style="mso-data-placement:same-cell">two</td>',
    );
  });

  it.each(['00123', '1234567890123456789', '1.10', '2024-01-05', '=1+1', '1e5', ' a', '1,234'])(
    'tells every spreadsheet that %s is text in a column of text',
    (text) => {
      const html = cell(text, 'text');
      expect(html).toContain('mso-number-format:"\\@"');
      expect(html).toContain('sdnum="1033;0;@"');
      expect(html).toContain(`data-sheets-numberformat='{"1":1}'`);
      expect(html).not.toMatch(/x:num|sdval|data-sheets-value/);
    },
  );

  it.each(['00123', '1234567890123456789', '1,234', '1.2.3', '5 €', 'x'])(
    'takes %s for text in a column of numbers, too',
    (text) => {
      expect(cell(text, 'money')).toContain('mso-number-format:"\\@"');
    },
  );

  it('gives a whole number as a number', () => {
    expect(cell('-500', 'money')).toBe('<td x:num>-500</td>');
  });

  it.each([
    ['1.10', '.', '1.10', '0.00'],
    ['1250,5', ',', '1250.5', '0.0'],
    ['85%', '.', '0.85', '0%'],
    ['5%', '.', '0.05', '0%'],
    ['82,5%', ',', '0.825', '0.0%'],
    ['100%', '.', '1.00', '0%'],
  ] as const)('gives the number %s with its value and its format', (text, decimal, value, format) => {
    const html = cell(text, 'percent', decimal);
    expect(html).toContain(`x:num="${value}" style='mso-number-format:"${format.replace('.', '\\.')}"'`);
    expect(html).toContain(`sdval="${value}" sdnum="1033;0;${format}"`);
    expect(html).toContain(`data-sheets-value='{"1":3,"3":${value}}'`);
    expect(html).toContain(`>${text}</td>`);
  });
});

describe('formatCsv', () => {
  it('is read back exactly by papaparse', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', '\t', '😀'),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(table, (rows) => {
        const { data } = Papa.parse(formatCsv(rows), { delimiter: ',', newline: '\r\n' });
        expect(data).toEqual([...rows, ['']]);
      }),
    );
  });
});

describe('formatMarkdown', () => {
  it('shows each cell as it is', () => {
    const row = ['a|b', 'x\\y', '*new_lost*', '_a_', '<b>&amp;', 'one\r\ntwo', '`c`', '[l](u)'];
    const text = formatMarkdown(
      row,
      [],
      row.map(() => false),
    ).split('\n')[0];
    expect(text).toBe(
      '| a\\|b | x\\\\y | \\*new_lost\\* | \\_a\\_ | \\<b\\>&amp;amp; | one<br>two | \\`c\\` | \\[l\\](u) |',
    );
  });
});

describe('layOutSpans', () => {
  const cell = (text: string, colSpan = 1, rowSpan = 1) => ({ text, colSpan, rowSpan });

  it('puts cells where a browser shows them', () => {
    expect(
      layOutSpans(
        [
          [cell('a', 2), cell('b')],
          [cell('c'), cell('d'), cell('e')],
        ],
        99,
      ),
    ).toEqual([
      ['a', '', 'b'],
      ['c', 'd', 'e'],
    ]);
    expect(layOutSpans([[cell('a', 1, 2), cell('b')], [cell('c')], [cell('d'), cell('e')]], 99)).toEqual([
      ['a', 'b'],
      ['', 'c'],
      ['d', 'e'],
    ]);
    expect(layOutSpans([[cell('a', 2, 0)], [cell('b')], []], 99)).toEqual([
      ['a', '', ''],
      ['', '', 'b'],
      ['', '', ''],
    ]);
    expect(layOutSpans([[cell('a'), cell('b', 1, 2)], [cell('c', 2)]], 99)).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
  });

  it('makes every row as wide as the widest', () => {
    expect(layOutSpans([[cell('a')], [cell('b'), cell('c')]], 99)).toEqual([
      ['a', ''],
      ['b', 'c'],
    ]);
  });

  it('gives a table up that is larger than anybody means', () => {
    const wide = Array.from({ length: 50 }, () => Array.from({ length: 50 }, () => cell('x', 1000, 65_534)));
    expect(layOutSpans(wide, 10_000)).toBeNull();
  });
});
