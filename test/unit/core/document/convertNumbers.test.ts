import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  convertColumn,
  foreignNumbers,
  groupedCounts,
  parseDocument,
  parseNumber,
  setCells,
} from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';

/** A file with one column of numbers behind the periods. */
function file(name: string, cells: readonly string[], decimal: '.' | ',' = '.'): RetentionDocument {
  const head = `#---\n# decimal: '${decimal}'\n# delimiter: ';'\n#---\nperiod;${name}\n`;
  const document = parseDocument(head + cells.map((_, i) => `${2000 + i};\n`).join(''));
  document.apply(
    setCells(
      document,
      cells.map((text, row) => ({ row, column: 1, text })),
    ),
  );
  return document;
}

function converted(document: RetentionDocument, sign: '.' | ',', together: readonly number[] = []): string[] {
  const after = parseDocument(applyEdits(document.text, convertColumn(document, 1, sign, together)));
  return Array.from({ length: after.rowCount }, (_, row) => after.cellText(row, 1));
}

const styles = (document: RetentionDocument, together: readonly number[] = []) =>
  foreignNumbers(document, 1, { together })?.styles.map(({ from, to }) => `${from} → ${to}`);

describe('foreignNumbers', () => {
  it('has one style where the cells leave no doubt', () => {
    expect(styles(file('lost', ['1 234', '5\u00a0678']))).toEqual(['1 234 → 1234']);
    expect(styles(file('churned_mrr', ['1.234,56', '9']))).toEqual(['1.234,56 → 1234.56']);
    expect(styles(file('churned_mrr', ["1'234.50"]))).toEqual(["1'234.50 → 1234.50"]);
    expect(styles(file('goal', ['12,5%']))).toEqual(['12,5% → 12.5%']);
    expect(styles(file('lost', ['1,234,567']))).toEqual(['1,234,567 → 1234567']);
  });

  it('asks where it cannot be told', () => {
    expect(styles(file('lost', ['1,234', '12']))).toEqual(['1,234 → 1234', '1,234 → 1.234']);
    expect(styles(file('lost', ['1.234'], ','))).toEqual(['1.234 → 1,234', '1.234 → 1234']);
  });

  it('shows the styles on a cell that they read differently', () => {
    expect(styles(file('churned_mrr', ['1 234', '5,678', '9,876']))).toEqual([
      '5,678 → 5678',
      '5,678 → 5.678',
    ]);
  });

  it('lets one clear cell decide for the doubtful ones', () => {
    const document = file('churned_mrr', ['1,234', '1,234.50', '2,345']);
    expect(foreignNumbers(document, 1)).toEqual({
      count: 3,
      styles: [{ sign: '.', count: 3, from: '1,234', to: '1234' }],
    });
  });

  it('asks again where clear cells contradict each other', () => {
    expect(styles(file('churned_mrr', ['1,234.50', '1.234,50']))).toHaveLength(2);
  });

  it('finds nothing in canonical, blank, negative and unreadable cells, and in text', () => {
    expect(foreignNumbers(file('lost', ['12', '', '-5', 'x', '0']), 1)).toBeNull();
    for (const name of ['note', 'segment', 'period']) {
      // The count that is wrong is in another column of these rows.
      const document = parseDocument(`start,${name}\nx,"1,234"\n`);
      expect(foreignNumbers(document, 1)).toBeNull();
      expect(convertColumn(document, 1, '.')).toEqual([]);
    }
    expect(foreignNumbers(file('lost', ['1,234']), 7)).toBeNull();
  });

  it('takes what came together as one', () => {
    const document = file('churned_mrr', ['1.234', '1.234', '999,5']);
    expect(styles(document)).toEqual(['999,5 → 999.5']);
    expect(converted(document, ',', [1, 2])).toEqual(['1.234', '1234', '999.5']);
  });

  it('doubts a fraction of customers that looks grouped', () => {
    const document = file('lost', ['1.234', '12', '2.5']);
    expect(styles(document)).toBeUndefined();
    expect(groupedCounts(document, 1)).toEqual([0]);
    expect(styles(document, [0])).toEqual(['1.234 → 1234']);
    expect(groupedCounts(file('churned_mrr', ['1.234']), 1)).toEqual([]);
    expect(groupedCounts(document, 7)).toEqual([]);
  });
});

describe('convertColumn', () => {
  const digits = fc.integer({ min: 0, max: 9_999_999 });
  const grouped = (value: number, sign: string): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, sign);
  const cell = fc.oneof(
    digits.map(String),
    fc.tuple(digits, digits).map(([a, b]) => `${a}.${b}`),
    fc.tuple(digits, fc.constantFrom('.', ',', ' ', '\u00a0', '\u202f', "'")).map(([n, s]) => grouped(n, s)),
    fc.tuple(digits, digits).map(([a, b]) => `${grouped(a, '.')},${b}`),
    fc.tuple(digits, digits).map(([a, b]) => `${grouped(a, ',')}.${b}`),
    fc.constantFrom('', '-5', 'x', '1e3', '€ 5', '12,5%', '1,2,3', '.5', '5.', '__proto__', ' 7 '),
  );
  const setup = fc.record({
    name: fc.constantFrom('lost', 'churned_mrr', 'goal'),
    cells: fc.array(cell, { minLength: 1, maxLength: 8 }),
    decimal: fc.constantFrom('.' as const, ',' as const),
    sign: fc.constantFrom('.' as const, ',' as const),
  });

  it('leaves what is canonical alone, writes only numbers of the file, and is done after once', () => {
    fc.assert(
      fc.property(setup, ({ name, cells, decimal, sign }) => {
        const document = file(name, cells, decimal);
        const after = converted(document, sign);
        for (const [row, text] of after.entries()) {
          if (text === document.cellText(row, 1)) continue;
          expect(parseNumber(cells[row]!, decimal)).toBeNull();
          expect(parseNumber(text.replace(/%$/, ''), decimal)).not.toBeNull();
        }
        document.apply(convertColumn(document, 1, sign));
        expect(convertColumn(document, 1, sign)).toEqual([]);
      }),
    );
  });

  it('converts exactly as many cells as a style says', () => {
    fc.assert(
      fc.property(setup, ({ name, cells, decimal }) => {
        const document = file(name, cells, decimal);
        for (const { sign, count } of foreignNumbers(document, 1)?.styles ?? []) {
          expect(convertColumn(document, 1, sign)).toHaveLength(count);
        }
      }),
    );
  });

  it('reads back what was written with grouping', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom('.', ','), (value, group) => {
        const document = file('lost', [grouped(value, group)], group === ',' ? '.' : ',');
        expect(converted(document, group === ',' ? '.' : ',')).toEqual([String(value)]);
      }),
    );
  });
});
