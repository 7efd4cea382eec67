import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, LiveNotebook } from '../../../src/core';
import {
  DiagnosticList,
  fixAllOfKind,
  fixAllSafe,
  kindsToFix,
  problemsIn,
  quickFixes,
} from '../../../src/language';
import { file, step } from '../core/live/generators';

const TODAY = 21_915;
const open = (text: string): LiveNotebook => LiveNotebook.open(text, { today: TODAY });
const diagnosticsOf = (notebook: LiveNotebook, limit: number) => new DiagnosticList(notebook).list(limit);
const codesOf = (text: string): readonly string[] =>
  open(text)
    .problems()
    .map(({ code }) => code);

describe('diagnostics', () => {
  it('after any edits are those of the text as it is', () => {
    fc.assert(
      fc.property(file, fc.array(step, { maxLength: 8 }), fc.constantFrom(2, 1000), (text, steps, limit) => {
        const notebook = open(text);
        const list = new DiagnosticList(notebook);
        let expected = text;
        for (const [index, next] of steps.entries()) {
          const edits = next(notebook);
          expected = applyEdits(expected, edits);
          list.update(notebook.apply(edits));
          // Several edits may come before somebody looks at the list.
          if (index % 3 === 2) continue;
          const [seen, fresh] = [list.list(limit), diagnosticsOf(open(expected), limit)];
          if (!isDeepStrictEqual(seen, fresh)) expect(seen).toEqual(fresh);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are as many as VS Code takes, the worst ones, and say that there are more', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `${1950 + i},100,,,\n`).join('');
    const text = `period,start,new,lost,end\n${rows}2000,x,,,\n`;
    const listed = diagnosticsOf(open(text), 10);
    expect(listed).toHaveLength(10);
    expect(listed.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['R411']);
    expect(listed.at(-1)).toMatchObject({ code: null, severity: 'info' });
    expect(listed.at(-1)?.message).toMatch(/^4\d more problems/);
    const all = open(text).problems();
    expect(diagnosticsOf(open(text), 1000)).toEqual(all.map(({ fixes: _, ...problem }) => problem));
  });
});

describe('quick fixes', () => {
  const text = 'period,segment,start,goal\n2024-1,"A" ,100,50\n2024-02,A,"1,000",85%\n';

  it('are those of the problems at the place', () => {
    const notebook = open(text);
    const at = (place: string) => {
      const start = text.indexOf(place);
      return problemsIn(notebook, { start, end: start }).map(({ code }) => code);
    };
    expect(at('2024-1,')).toEqual(['R402']);
    expect(at('50')).toEqual(['R422']);
    expect(at('2024-02')).toEqual([]);
    expect(problemsIn(notebook, { start: 0, end: text.length }, 2)).toHaveLength(2);
  });

  it('name those that can be applied without looking', () => {
    const fixes = quickFixes(open(text).problems());
    expect(fixes.map(({ problem, preferred }) => [problem.code, preferred])).toEqual(
      expect.arrayContaining([
        ['R402', true],
        ['R422', true],
        ['R412', false],
      ]),
    );
    expect(kindsToFix(open(text).problems())).toEqual(expect.arrayContaining(['R302', 'R402', 'R422']));
  });

  it('see what a look at all problems sees', () => {
    fc.assert(
      fc.property(file, fc.nat(), fc.nat({ max: 40 }), (source, place, length) => {
        const notebook = open(source);
        const start = place % (source.length + 1);
        const end = Math.min(source.length, start + length);
        // Fixes of a row may be about a place outside of it, as where a note is moved to, but problems are not.
        const expected = notebook.problems().filter(({ range }) => range.end >= start && range.start <= end);
        const seen = problemsIn(notebook, { start, end }, Infinity);
        expect(seen).toHaveLength(expected.length);
        expect(seen).toEqual(expect.arrayContaining([...expected]));
      }),
    );
  });
});

describe('fixing all', () => {
  it('makes all safe fixes, those that touch each other one after the other', () => {
    const text =
      'period,segment,start,goal,note\n2024-1,"A" #x,100,50,\n# a comment\n\n2024-02,A,100\n2023-12,A,100,85%,';
    const fixed = applyEdits(text, fixAllSafe(text, TODAY));
    expect(fixed).toBe(
      'period,segment,start,goal,note\n2024-01,"A #x",100,50%,\n2023-12,A,100,85%,\n2024-02,A,100,,\n# a comment',
    );
  });

  it('leaves nothing that is safe to fix, changes no result and loses no row', () => {
    fc.assert(
      fc.property(file, (text) => {
        const fixed = applyEdits(text, fixAllSafe(text, TODAY));
        const left = open(fixed)
          .problems()
          .filter(({ fixes }) => fixes.some(({ safe }) => safe));
        expect(left).toEqual([]);
        const results = (source: string) => {
          const { document } = open(source);
          const values = Array.from({ length: document.rowCount }, (_, row) =>
            JSON.stringify([document.segment(row), document.number(row, 'start'), document.period(row)]),
          );
          return values.sort();
        };
        expect(results(fixed)).toEqual(results(text));
      }),
      { numRuns: 80 },
    );
  });

  it('of a kind leaves the others alone', () => {
    const text = 'period,start,new\n2024-1,"1,000",=1\n2024-2,"2,000 ",=2\n';
    expect(applyEdits(text, fixAllOfKind(text, TODAY, 'R402'))).toBe(
      text.replace('2024-1', '2024-01').replace('2024-2', '2024-02'),
    );
    expect(fixAllOfKind(text, TODAY, 'R504')).toEqual([]);
    const order = 'period,start\n2025,1\n2024,1\n2023,1\n';
    expect(applyEdits(order, fixAllOfKind(order, TODAY, 'R405'))).toBe(
      'period,start\n2023,1\n2024,1\n2025,1\n',
    );
    expect(codesOf(order)).toContain('R405');
  });
});
