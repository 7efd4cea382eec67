import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, evaluate, LiveNotebook, setCell } from '../../../../src/core';
import { file, step, tidyStep } from './generators';

/** 2030-01-01: of the generated periods only 2031-01 is incomplete. */
const TODAY = 21_915;

const open = (text: string): LiveNotebook => LiveNotebook.open(text, { today: TODAY });

/** Everything that can be seen of a notebook. */
function observe(notebook: LiveNotebook): unknown {
  const { document, segments } = notebook;
  const rows = Array.from({ length: document.rowCount }, (_, row) => row);
  return {
    text: document.text,
    segments,
    rows: rows.map((row) => notebook.row(row)),
    summaries: [null, '', ...segments, 'no such segment'].map((segment) => notebook.summary(segment)),
    problems: notebook.problems(),
    worst: notebook.worstProblems(3),
    counts: notebook.problemCounts,
  };
}

describe('LiveNotebook', () => {
  it('after any edits says what a notebook opened from the same text says', () => {
    fc.assert(
      fc.property(file, fc.array(step, { maxLength: 10 }), (text, steps) => {
        const notebook = open(text);
        let expected = text;
        for (const next of steps) {
          const edits = next(notebook);
          expected = applyEdits(expected, edits);
          notebook.apply(edits);
          expect(notebook.document.text).toBe(expected);
          const [seen, fresh] = [observe(notebook), observe(open(expected))];
          // Much faster than `toEqual`, which then shows the difference.
          if (!isDeepStrictEqual(seen, fresh)) expect(seen).toEqual(fresh);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('names every row whose results or problems changed', () => {
    /** What is painted of a row, whatever its place in the text. */
    const painted = (notebook: LiveNotebook, row: number): unknown => [
      notebook.row(row),
      notebook.problemsOfRow(row).map(({ code, message, column }) => [code, message, column]),
    ];
    fc.assert(
      fc.property(file, fc.array(tidyStep, { maxLength: 8 }), (text, steps) => {
        const notebook = open(text);
        for (const next of steps) {
          const edits = next(notebook);
          const before = Array.from({ length: notebook.document.rowCount }, (_, row) =>
            painted(notebook, row),
          );
          const change = notebook.apply(edits);
          const { affectedRows } = notebook;
          if (change.whole || affectedRows === 'all') continue;
          const affected = new Set(affectedRows);
          for (let row = 0; row < notebook.document.rowCount; row++) {
            if (affected.has(row) || row >= before.length) continue;
            expect([row, painted(notebook, row)]).toEqual([row, before[row]]);
          }
          expect(affectedRows.every((row) => row < notebook.document.rowCount)).toBe(true);
          for (let i = 0; i < change.insertedRows; i++) expect(affected).toContain(change.firstRow + i);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('names the rows that speak of a period when only its spelling changes', () => {
    const rows = ['2024-01-20/2024-03-10,100', '2024-01,100', '2024-01,90', '2023-12,1'];
    const notebook = open(`period,start\n${rows.join('\n')}\n`);
    const spoken = (row: number) => notebook.problemsOfRow(row).map(({ message }) => message);
    const before = rows.map((_, row) => spoken(row));
    notebook.apply(setCell(notebook.document, 1, 'period', '2024-1'));
    const changed = rows.flatMap((_, row) => (isDeepStrictEqual(spoken(row), before[row]) ? [] : [row]));
    expect(changed).toContain(0);
    expect(notebook.affectedRows).toEqual(expect.arrayContaining(changed));
  });

  it('says the same figures and problems one by one', () => {
    const figures = ['start', 'new', 'lost', 'end', 'crr', 'churn', 'gapPoints', 'customersShort'] as const;
    fc.assert(
      fc.property(file, (text) => {
        const notebook = open(text);
        const rates = notebook.rates();
        for (let row = 0; row < notebook.document.rowCount; row++) {
          const whole = notebook.row(row);
          expect([rates.crr[row], rates.churn[row]]).toEqual([
            whole.crr.value ?? Number.NaN,
            whole.churn.value ?? Number.NaN,
          ]);
          for (const figure of figures) {
            const result = whole[figure];
            const expected = typeof result === 'object' && result !== null ? (result.value ?? null) : result;
            expect([figure, notebook.figure(row, figure)]).toEqual([figure, expected]);
          }
          expect(notebook.hasProblems(row)).toBe(notebook.problemsOfRow(row).length > 0);
        }
      }),
    );
  });

  it('counts what it lists, in the order of the file', () => {
    fc.assert(
      fc.property(file, (text) => {
        const notebook = open(text);
        const problems = notebook.problems();
        const counts = { error: 0, warning: 0, info: 0 };
        for (const { severity } of problems) counts[severity]++;
        expect(notebook.problemCounts).toEqual(counts);
        const starts = problems.map(({ range }) => range.start);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (let limit = 0; limit <= problems.length; limit++) {
          expect(notebook.problems(limit)).toEqual(problems.slice(0, limit));
        }
        for (const problem of problems) {
          const { code, range } = problem;
          expect(problems[notebook.problemsBefore(problem)]).toMatchObject({ code, range });
        }
        const ofRows = Array.from({ length: notebook.document.rowCount }, (_, row) =>
          notebook.problemsOfRow(row),
        );
        expect(ofRows.flat()).toEqual(problems.filter(({ row }) => row !== null));
      }),
      { numRuns: 80 },
    );
  });

  it('lists the worst problems where it may not list all', () => {
    const rank = { error: 0, warning: 1, info: 2 };
    fc.assert(
      fc.property(file, (text) => {
        const notebook = open(text);
        const problems = notebook.problems();
        const byRank = problems.map(({ severity }) => rank[severity]).sort((a, b) => a - b);
        for (let limit = 0; limit <= problems.length; limit++) {
          const worst = notebook.worstProblems(limit);
          expect(worst.map(({ severity }) => rank[severity]).sort((a, b) => a - b)).toEqual(
            byRank.slice(0, limit),
          );
          const places = new Map(problems.map((problem, place) => [JSON.stringify(problem), place]));
          const order = worst.map((problem) => places.get(JSON.stringify(problem)) ?? -1);
          expect(order).toEqual([...order].sort((a, b) => a - b));
          expect(order).not.toContain(-1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('offers fixes that change the text, and ranges inside it', () => {
    fc.assert(
      fc.property(file, (text) => {
        for (const { code, range, fixes } of open(text).problems()) {
          expect(range.start >= 0 && range.start <= range.end && range.end <= text.length).toBe(true);
          for (const fix of fixes) {
            expect([code, fix.title, applyEdits(text, fix.edits)]).not.toEqual([code, fix.title, text]);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  it('opens anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(observe(open(text))).toMatchObject({ text });
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['counts', 'start,new,lost'],
    ['reasons', 'start,new,lost,end,reason_a,reason_b'],
    ['revenue', 'start_mrr,new_mrr,expansion,contraction,churned_mrr'],
    ['answers', 'promoters,passives,detractors'],
    ['goals', 'start,lost,goal'],
  ])('has no number for what no double can hold: %s', (_what, columns) => {
    const largest = '9'.repeat(308);
    const row = columns.replace(/[^,]+/g, largest);
    const notebook = open(`period,${columns}\n2024,${row}\n2025,${row}\n`);
    const messages = notebook.problems().map(({ code, message }) => `${code} ${message}`);
    expect(messages[0]).toMatch(/^R411 “9{40}…” is too large to count with\. “\w+” takes numbers up to /);
    expect(observe(notebook)).toBeDefined();
    expect([...notebook.rates().crr]).toEqual([Number.NaN, Number.NaN]);
    expect(evaluate(notebook.document, { today: TODAY }).rows[0]!.start).toBeNull();
  });

  it('looks at an edited row and its neighbours only', () => {
    const rows = Array.from({ length: 1200 }, (_, i) => {
      const [year, month] = [1920 + Math.floor(i / 12), (i % 12) + 1];
      return `${year}-${String(month).padStart(2, '0')},100,10,10,100`;
    });
    const notebook = open(`period,start,new,lost,end\n${rows.join('\n')}\n`);
    notebook.apply(setCell(notebook.document, 600, 'end', '99'));
    expect(notebook.affectedRows).toEqual([599, 600, 601]);
    expect(notebook.problems().map(({ code, row }) => [code, row])).toEqual([
      ['R501', 600],
      ['R504', 601],
    ]);
    notebook.apply(setCell(notebook.document, 600, 'end', '100'));
    expect(notebook.problems()).toEqual([]);
  });

  it('puts several rows that take other places at once beside each other', () => {
    const notebook = open('period,start\n2008,1\n2009,2\n');
    notebook.apply([{ start: 13, end: 27, text: '2009,2\n2008,1\n' }]);
    expect(notebook.problems()).toEqual(open(notebook.document.text).problems());
    expect(notebook.problems().map(({ code, row }) => [code, row])).toContainEqual(['R405', 1]);
  });

  it('lists what is wrong with the file among the problems of the row it lies in', () => {
    const problems = open('period,start\n2024,\0,\n').problems();
    expect(problems.map(({ code }) => code)).toEqual(['R106', 'R411', 'R303']);
  });

  it('adds a row at the end without looking at the others', () => {
    const notebook = open('period,start,new,lost,end\n2024-01,100,10,10,100\n2024-02,100,10,10,100\n');
    const { length } = notebook.document;
    notebook.apply([{ start: length, end: length, text: '2024-03,101,10,10,101\n' }]);
    expect(notebook.affectedRows).toEqual([1, 2]);
    expect(notebook.problems().map(({ code, row }) => [code, row])).toEqual([['R504', 2]]);
  });

  it('lists segments as the setting orders them, then as they appear', () => {
    const settings = '#---\n# retention: 1\n# segments: [SMB, Gone, Enterprise]\n#---\n';
    const rows = 'period,segment,start\n2024-01,Other,1\n2024-01,Enterprise,1\n2024-01,,1\n2024-01,SMB,1\n';
    expect(open(settings + rows).segments).toEqual(['SMB', 'Enterprise', 'Other']);
  });

  it('tells incomplete periods by the day it was opened for', () => {
    const text = 'period,start,new,lost,end\n2024-01,100,0,10,90\n2024-02,90,0,9,81\n';
    // Days 19 763 and 19 782 are 2024-02-10 and 2024-02-29.
    const notebook = LiveNotebook.open(text, { today: 19_763 });
    expect(notebook.row(1).incomplete).toBe(true);
    expect(notebook.summary(null).period).toBe('2024-01');
    expect(LiveNotebook.open(text, { today: 19_782 }).summary(null).period).toBe('2024-02');
  });

  it('throws for an impossible edit and stays as it was', () => {
    const text = 'period,start\n2024,1\n';
    const notebook = open(text);
    expect(() => notebook.apply([{ start: 5, end: 999, text: '' }])).toThrow(RangeError);
    expect(observe(notebook)).toEqual(observe(open(text)));
  });

  it('compares rows with each other only when somebody asks', () => {
    const notebook = LiveNotebook.open('period,start,new,lost\n2024-01,100,10,5\n2024-02,90,10,5\n');
    expect(notebook.row(1).crr).toEqual({ value: 85 / 90 });
    expect(notebook.segments).toEqual([]);
    expect(notebook.isCompared).toBe(false);
    expect(notebook.problems().map(({ code }) => code)).toContain('R504');
    expect(notebook.isCompared).toBe(true);
  });

  it('compares part by part what it compares at once', () => {
    fc.assert(
      fc.property(file, fc.nat({ max: 4 }), fc.boolean(), (text, steps, isAsked) => {
        const notebook = open(text);
        if (isAsked) notebook.summary(null);
        for (let step = 0; step < steps; step++) expect(notebook.compareStep()).toBe(notebook.isCompared);
        expect(notebook.isCompared).toBe(steps >= (isAsked ? 2 : 3));
        expect(isDeepStrictEqual(observe(notebook), observe(open(text)))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});
