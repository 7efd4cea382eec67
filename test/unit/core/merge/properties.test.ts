import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  diffDocuments,
  findConflicts,
  mergeAsLines,
  mergeByRows,
  mergeDocuments,
  parseDocument,
  resolveAll,
  resolveConflict,
} from '../../../../src/core';
import type { RetentionDocument } from '../../../../src/core';
import { nastyText, wellFormedFile } from '../document/arbitraries';
import { branches, cellOf, UNIT, write } from './generators';
import type { Model } from './generators';

function mergeText(base: string, ours: string, theirs: string): string {
  const result = mergeDocuments(base, ours, theirs);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.text;
}

/** A text with its conflicts cut out by hand: what `side` has between the markers. */
function sideOf(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(
    /^<{7}[^\n]*\n([^]*?)^\|{7}[^\n]*\n[^]*?^={7}\n([^]*?)^>{7}[^\n]*\n/gm,
    (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs),
  );
}

function nameOf(document: RetentionDocument, row: number): string {
  return `${document.cellText(row, document.column('period')!.index)}|${document.segment(row)}`;
}

function rowOf(document: RetentionDocument, name: string): number {
  for (let row = 0; row < document.rowCount; row++) {
    if (nameOf(document, row) === name) return row;
  }
  return -1;
}

function cellIn(document: RetentionDocument, name: string, column: string): string | null {
  const index = document.columns.findIndex((candidate) => candidate.name === column);
  const row = rowOf(document, name);
  return index < 0 || row < 0 ? null : document.cellText(row, index);
}

const SIDES = [
  ['ours', 'theirs'],
  ['theirs', 'ours'],
] as const;

describe('a merge of random files', () => {
  it('loses no row and no cell that only one side changed', () => {
    fc.assert(
      fc.property(branches, (models) => {
        const text = mergeText(write(models.base), write(models.ours), write(models.theirs));
        const found = {
          ours: parseDocument(sideOf(text, 'ours')),
          theirs: parseDocument(sideOf(text, 'theirs')),
        };
        for (const [side, other] of SIDES) {
          for (const name of new Set([...models.ours.rows.keys(), ...models.theirs.rows.keys()])) {
            checkRow(models, side, other, name, found);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the settings and the columns of both', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const document = parseDocument(sideOf(mergeText(write(base), write(ours), write(theirs)), 'ours'));
        const expected = ours.goal === base.goal ? theirs.goal : ours.goal;
        expect(document.front!.entries.find(({ key }) => key === 'goal')!.text).toBe(expected);
        const names = document.columns.map(({ name }) => name);
        for (const column of new Set([...ours.columns, ...theirs.columns])) {
          const isKept = [base, ours, theirs].filter(({ columns }) => columns.includes(column)).length !== 2;
          if (isKept || !base.columns.includes(column)) expect(names).toContain(column);
        }
      }),
    );
  });

  it('is, but for a line, the file of the side that alone changed anything', () => {
    const mark = (text: string): string => text.replace('# goal', '# x_mark: 1\n# goal');
    fc.assert(
      fc.property(branches, ({ base, theirs }) => {
        const [was, changed] = [write(base), write(theirs)];
        expect(mergeText(was, was, changed)).toBe(changed);
        expect(mergeText(was, changed, was)).toBe(changed);
        expect(mergeText(was, changed, changed)).toBe(changed);
        expect(mergeText(was, mark(was), changed)).toBe(mark(changed));
        expect(mergeText(was, changed, mark(was))).toBe(mark(changed));
        expect(mergeText(was, changed, mark(changed))).toBe(mark(changed));
      }),
    );
  });

  it('is the file of the side that alone changed anything, whatever the file is', () => {
    fc.assert(
      fc.property(wellFormedFile, (file) => {
        // A key of its own in the settings; files without settings get some.
        const marked = /^#---\r?\n?/m.test(file)
          ? file.replace('#---', (fence) => `${fence}\n# x_mark: 1`)
          : null;
        if (marked === null || file.includes('\r')) return;
        const added = `${file.endsWith('\n') ? file : `${file}\n`}# the end`;
        const result = mergeDocuments(file, marked, added);
        if (result.kind === 'merged') expect(result.text).toBe(added.replace('#---', '#---\n# x_mark: 1'));
      }),
    );
  });

  it('takes what both agree on from either side alike', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const [was, one, other] = [write(base), write(ours), write(theirs)];
        const count = (a: string, b: string): number => {
          const result = mergeDocuments(was, a, b);
          return result.kind === 'merged' ? result.conflicts.length : -1;
        };
        expect(count(one, other)).toBe(count(other, one));
      }),
    );
  });
});

function checkRow(
  models: Readonly<Record<'base' | 'ours' | 'theirs', Model>>,
  side: 'ours' | 'theirs',
  other: 'ours' | 'theirs',
  name: string,
  found: Readonly<Record<'ours' | 'theirs', RetentionDocument>>,
): void {
  const [base, own, their] = [models.base, models[side], models[other]];
  if (!own.rows.has(name)) return;
  const isDeleted = base.rows.has(name) && !their.rows.has(name);
  const isChanged = (model: Model, column: string): boolean =>
    (cellOf(model, name, column) ?? '') !== (cellOf(base, name, column) ?? '');
  // A cell that was emptied in a column that the other side deleted is as gone as it was to be.
  const columns = own.columns.filter(
    (column) =>
      column !== 'period' &&
      column !== 'segment' &&
      (their.columns.includes(column) || cellOf(own, name, column) !== ''),
  );
  if (isDeleted && !columns.some((column) => isChanged(own, column))) return;
  expect(rowOf(found[side], name), name).toBeGreaterThanOrEqual(0);
  for (const column of columns) {
    if (!isChanged(own, column)) continue;
    expect(cellIn(found[side], name, column) ?? '', `${name} ${column}`).toBe(cellOf(own, name, column));
    const isAlone = !isDeleted && !isChanged(their, column) && their.columns.includes(column);
    // A contested unit of counts is each side's own.
    if (isAlone && !UNIT.includes(column))
      expect(cellIn(found[other], name, column)).toBe(cellOf(own, name, column));
  }
}

describe('conflicts of random files', () => {
  it('are resolved to the version that is chosen', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const text = mergeText(write(base), write(ours), write(theirs));
        const conflicts = findConflicts(text);
        for (const side of ['ours', 'theirs'] as const) {
          expect(applyEdits(text, resolveAll(conflicts, side))).toBe(sideOf(text, side));
        }
        const again = mergeByRows(text);
        if (again?.kind === 'merged') {
          const [left, now] = [
            parseDocument(sideOf(text, 'ours')),
            parseDocument(sideOf(again.text, 'ours')),
          ];
          for (let row = 0; row < left.rowCount; row++)
            expect(rowOf(now, nameOf(left, row))).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are found in the hunks of a merge of lines as the merge of rows finds them', () => {
    fc.assert(
      fc.property(branches, ({ base, ours, theirs }) => {
        const [was, one, other] = [write(base), write(ours), write(theirs)];
        const { text, conflicts } = mergeAsLines(was, one, other);
        expect(sideOf(mergeAsLines(was, was, other).text, 'ours')).toBe(other);
        if (conflicts.length === 0) return;
        const found = findConflicts(text);
        expect(found.problems).toEqual([]);
        expect(found.hunks).toHaveLength(conflicts.length);
        const rows = mergeByRows(text)!;
        if (rows.kind === 'refused' || rows.conflicts.length > 0) return;
        if (found.hunks.some(({ parts }) => parts.some(({ contested }) => contested))) return;
        expect(diffDocuments(applyEdits(text, resolveAll(found, 'ours')), rows.text).same).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('never throw, and leave no marker behind once they are resolved', () => {
    fc.assert(
      fc.property(nastyText, nastyText, nastyText, fc.boolean(), (base, ours, theirs, withBase) => {
        mergeDocuments(base, ours, theirs);
        const middle = withBase ? `||||||| b\n${base}\n` : '';
        const text = `period,a\n<<<<<<< a\n${ours}\n${middle}=======\n${theirs}\n>>>>>>> c\n`;
        const conflicts = findConflicts(text, { base });
        for (const hunk of conflicts.hunks) applyEdits(text, resolveConflict(conflicts, hunk, new Map()));
        mergeByRows(text);
        const resolved = applyEdits(text, resolveAll(conflicts, 'ours'));
        if (conflicts.problems.length === 0) expect(findConflicts(resolved).hunks).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
