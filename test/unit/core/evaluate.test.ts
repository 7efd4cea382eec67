import { describe, expect, it } from 'vitest';
import { catalogue, evaluate, insertRows, applyEdits, parseDocument, setCell } from '../../../src/core';

const TEXT = `#---
# retention: 1
# goal: 82.5 %
# label_lost: Gone
# label___proto__: pet
#---
period,start,new,lost,end
2024-Q2,500,50,100,
`;

describe('evaluate', () => {
  it('names the settings as the file does, with percentages as shares', () => {
    const { settings } = evaluate(parseDocument(TEXT));
    expect(settings).toMatchObject({
      retention: 1,
      title: null,
      goal: 0.825,
      granularity: 'quarter',
      method: 'classic',
      segments: [],
    });
    expect(Object.entries(settings.labels)).toEqual([
      ['lost', 'Gone'],
      ['__proto__', 'pet'],
    ]);
  });

  it('gives rows, summary and problems with places from 1', () => {
    const broken = TEXT.replace('100,\n', '100,451\n');
    const { rows, summary, problems } = evaluate(parseDocument(broken), { today: 20_089 });
    expect(rows).toMatchObject([
      { period: '2024-Q2', start: 500, end: 451, crr: { value: 0.802 }, incomplete: false },
    ]);
    expect(summary).toMatchObject({ segment: null, period: '2024-Q2', retention: { value: 0.802 } });
    expect(
      problems.map(({ code, line, column, endLine, endColumn }) => [code, line, column, endLine, endColumn]),
    ).toEqual([['R501', 8, 20, 8, 23]]);
  });

  it('keeps what only the notebook shows out of the rows', () => {
    const { rows } = evaluate(parseDocument('period,start,new,end\n2024,100,5,120\n'));
    expect(rows[0]).not.toHaveProperty('refused');
    expect(Object.keys(rows[0]!)).toHaveLength(18);
  });

  it('works with the rest of the public interface on nothing but text', () => {
    const document = parseDocument(TEXT);
    const added = applyEdits(
      TEXT,
      insertRows(document, 1, [{ period: '2024-Q3', start: '450', lost: '45' }]),
    );
    const changed = applyEdits(added, setCell(parseDocument(added), 1, 'new', '7'));
    expect(evaluate(parseDocument(changed), { today: 20_089 }).rows[1]).toMatchObject({
      crr: { value: 0.9 },
      end: 412,
      derived: ['end'],
    });
    expect(catalogue.length).toBeGreaterThan(10);
  });
});
