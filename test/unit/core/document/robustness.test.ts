import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, parseDocument } from '../../../../src/core';
import type { Problem, RetentionDocument } from '../../../../src/core';
import { looksOf } from '../../../../fuzz/oracles/looks';
import { nastyText, wellFormedFile } from './arbitraries';
import { observe } from './observe';

describe('any text', () => {
  it('is read without throwing, and is left as it is', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, wellFormedFile, fc.string({ unit: 'binary' })), (text) => {
        const document = parseDocument(text);
        observe(document);
        expect(document.text).toBe(text);
      }),
      { numRuns: 800 },
    );
  });

  it('has its rows and cells at their places, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, wellFormedFile), (text) => {
        const document = parseDocument(text);
        let end = document.header?.end ?? 0;
        for (let row = 0; row < document.rowCount; row++) {
          const range = document.rowRange(row);
          expect(range.start).toBeGreaterThanOrEqual(end);
          let position = range.start;
          for (let column = 0; column < document.cellCount(row); column++) {
            const cell = document.cellRange(row, column)!;
            expect(cell.start).toBe(position);
            expect(text.slice(cell.start, cell.end)).toBe(document.cellSource(row, column));
            position = cell.end + 1;
          }
          expect(position - 1).toBe(range.end);
          end = range.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has problems inside the text only, each with fixes that can be applied and change something', () => {
    fc.assert(
      fc.property(fc.oneof(nastyText, wellFormedFile), (text) => {
        const document = parseDocument(text);
        for (const { range, fixes, message } of allProblems(document)) {
          expect(range.start).toBeLessThanOrEqual(range.end);
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/^[^\r\n]+[.?]$/);
          for (const fix of fixes) expect(applyEdits(text, fix.edits)).not.toBe(text);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('loses the problem when its safe fix is applied', () => {
    fc.assert(
      fc.property(wellFormedFile, (text) => {
        const before = allProblems(parseDocument(text));
        for (const { code, fixes } of before) {
          for (const fix of fixes) {
            if (!fix.safe) continue;
            const after = allProblems(parseDocument(applyEdits(text, fix.edits)));
            const count = (list: readonly Problem[]): number =>
              list.filter((problem) => problem.code === code).length;
            expect(count(after), `${code} ${fix.title}`).toBeLessThan(count(before));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['period,lost\n2024,1\n', '=======\n'],
    ['period,lost\n', '|||||||\n'],
    ['period,lost\n', '=======\n2024,1\n'],
    ['period,lost\n2024,1\n', '<<<<<<< a\n=======\n'],
    ['period,lost\n2024,1\n', '<<<<<<< a\n=======\n>>>>>>> b\n'],
  ])('looks at each character a few times where conflicts have no end: %j, then %j', (head, line) => {
    const looks = (lines: number): number =>
      looksOf(() => parseDocument(head + line.repeat(lines)).problemsOutsideRows());
    expect(looks(400)).toBeLessThan(2.1 * looks(200));
  });

  it('costs time in proportion to its length, whatever it holds', () => {
    const size = 100_000;
    const texts = [
      '"\n'.repeat(size),
      `a,b\n${'x","y\n'.repeat(size)}`,
      `${'a,'.repeat(size)}a\n${'x","y\n'.repeat(size)}`,
      `period\n"${'""'.repeat(size)}`,
      `period,note\n${`${'"a\n'.repeat(3)}"b\n`.repeat(size / 4)}`,
      `${'"'.repeat(size)}\n${'"'.repeat(size - 1)}`,
      ','.repeat(size),
      `${'period,'.repeat(size)}\n1\n`,
      ' '.repeat(size),
      '\n'.repeat(size),
      '\r'.repeat(size),
      `#---\n${'# '.repeat(size)}`,
      `#---\n# a: [${'a,'.repeat(size)}`,
      `#---\n# a: "${'\\'.repeat(size)}`,
      `#---\n${'# goal: 1\n'.repeat(size / 10)}`,
      `period\n${'1'.repeat(size)}`,
      `period\n${'#> '.repeat(size)}`,
      `period\n${'#> - [ ] {a=\n'.repeat(size / 10)}`,
      `period\n#> - [ ] ${'{'.repeat(size)}`,
      `period\n#> - [ ] {${'a=" '.repeat(size)}}`,
      `period,segment\n${'1,a\n'.repeat(size)}`,
      `period\n${'<<<<<<< a\n'.repeat(size / 10)}`,
      `period,goal\n2024,${'1'.repeat(size)}%`,
      `period,goal\n2024,${' '.repeat(size)}x`,
      `period,start\n${'a 1 '.repeat(size)},(${'1,'.repeat(size)}`,
      `period\n${'2024\n#\n'.repeat(size / 10)}`,
    ];
    for (const [index, text] of texts.entries()) {
      const begin = process.cpuUsage().user;
      const document = parseDocument(text);
      const count = Math.min(document.rowCount, 100);
      for (let row = 0; row < count; row++) document.problemsOfRow(row);
      document.problemsOutsideRows();
      expect(document.notes.length).toBeLessThanOrEqual(text.length);
      const seconds = (process.cpuUsage().user - begin) / 1e6;
      expect(seconds, `text ${index} of ${text.length} characters`).toBeLessThan(10);
    }
  }, 120_000);
});

function allProblems(document: RetentionDocument): Problem[] {
  const rows = Array.from({ length: document.rowCount }, (_, row) => document.problemsOfRow(row));
  return [...document.problemsOutsideRows(), ...rows.flat()];
}
