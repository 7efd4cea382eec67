import {
  applyEdits,
  findConflicts,
  mergeAsLines,
  mergeByRows,
  mergeDocuments,
  parseDocument,
  resolveAll,
  rowName,
} from '../../src/core';
import type { MergedDocument, RetentionDocument } from '../../src/core';
import { expect, expectSame, target } from '../engine/target';
import { roughStep, roughText } from '../grammar/rough';
import { editsOf } from '../grammar/steps';
import type { Step } from '../grammar/steps';
import { expectSameInSigns } from '../oracles/signs';
import { expectTwinsWhole } from '../oracles/twins';

interface Branches {
  readonly base: string;
  readonly ours: readonly Step[];
  readonly theirs: readonly Step[];
}

/** A merge of what two people made of a file loses nothing that only one of them changed. */
export const merge = target<Branches>({
  name: 'merge',
  promise: 'a merge loses nothing that one side alone changed, and its conflicts resolve to either side',
  share: 7,
  generate: (random) => ({
    base: roughText(random),
    ours: random.list(0, 4, () => roughStep(random)),
    theirs: random.list(0, 4, () => roughStep(random)),
  }),
  fromText: (text) => ({ base: text, ours: [], theirs: [] }),
  check: ({ base, ours: ourSteps, theirs: theirSteps }) => {
    const ours = after(base, ourSteps);
    const theirs = after(base, theirSteps);
    for (const [a, b, expected] of [
      [ours, base, ours],
      [base, theirs, theirs],
      [ours, ours, ours],
    ] as const) {
      const same = mergeDocuments(base, a, b);
      expect(
        same.kind === 'merged' && same.text === expected,
        'what one side alone changed is not the outcome',
      );
    }
    const isAnyMarked = [base, ours, theirs].some(isMarked);
    const isAnyOpen = [base, ours, theirs].some(isOpen);
    const merged = mergeDocuments(base, ours, theirs);
    const mirrored = mergeDocuments(base, theirs, ours);
    expect((merged.kind === 'merged') === (mirrored.kind === 'merged'), 'refused in one direction only');
    if (merged.kind === 'merged' && mirrored.kind === 'merged') {
      expect(
        merged.conflicts.length === mirrored.conflicts.length,
        () => `${merged.conflicts.length} conflicts, but ${mirrored.conflicts.length} the other way round`,
      );
      expectNothingLost({ base, ours, theirs }, merged);
      // Markers that were there before make no sense with those of the merge.
      if (!isAnyMarked) {
        expectResolved(merged, true);
        for (const side of ['ours', 'theirs'] as const) {
          const chosen = sideOf(merged.text, side);
          expect(isAnyOpen || !isOpen(chosen), 'the merge leaves a quote that is never closed');
          expectTwinsWhole({ base, ours, theirs }, chosen);
        }
        expectSameInSigns({ base, ours, theirs }, merged.conflicts);
      }
    }
    const lines = mergeAsLines(base, ours, theirs);
    if (!isAnyMarked) expectResolved(lines, false);
    mergeByRows(lines.text);
  },
});

function isOpen(text: string): boolean {
  return parseDocument(text).hasOpenQuote;
}

function isMarked(text: string): boolean {
  const { hunks, problems } = findConflicts(text);
  return hunks.length + problems.length > 0;
}

function after(text: string, steps: readonly Step[]): string {
  const document = parseDocument(text);
  for (const each of steps) document.apply(editsOf(document, each));
  return document.text;
}

/** Rows as a side wrote them, by the days of their period and their segment; null where two have the same. */
function rowsOf(
  text: string,
): { readonly document: RetentionDocument; readonly rows: ReadonlyMap<string, number> } | null {
  const document = parseDocument(text);
  const period = document.column('period');
  if (period === null || document.readOnly !== null || document.hasOpenQuote) return null;
  const rows = new Map<string, number>();
  for (let row = 0; row < document.rowCount; row++) {
    const key = rowName(document, row, period.index);
    if (rows.has(key)) return null;
    rows.set(key, row);
  }
  return { document, rows };
}

/** Cells by the name of their column. */
function cellsOf(document: RetentionDocument, row: number): Map<string, string> {
  return new Map(
    document.columns.map(({ name, index }) => [name.trim().toLowerCase(), document.cellText(row, index)]),
  );
}

function expectNothingLost(
  texts: Readonly<Record<'base' | 'ours' | 'theirs', string>>,
  merged: MergedDocument,
): void {
  const base = rowsOf(texts.base);
  if (base === null) return;
  for (const [side, other] of [
    ['ours', 'theirs'],
    ['theirs', 'ours'],
  ] as const) {
    const own = rowsOf(texts[side]);
    const their = rowsOf(texts[other]);
    const found = rowsOf(sideOf(merged.text, side));
    if (own === null || their === null || found === null) continue;
    // Where the other side deleted the column, the segments of the rows are gone with it.
    if ((own.document.column('segment') === null) !== (found.document.column('segment') === null)) continue;
    for (const [key, row] of own.rows) {
      const was = base.rows.get(key);
      const isUnchanged = was !== undefined && same(cellsOf(base.document, was), cellsOf(own.document, row));
      // A row that the other side deleted may go when nobody wrote in it.
      if (was !== undefined && !their.rows.has(key) && isUnchanged) continue;
      const kept = found.rows.get(key);
      if (
        was !== undefined &&
        kept === undefined &&
        !their.rows.has(key) &&
        !saysMore(cellsOf(base.document, was), cellsOf(own.document, row), found.document)
      )
        continue;
      const name = JSON.stringify(key);
      expect(kept !== undefined, () => `the row ${name} of ${side} is lost`);
      if (isUnchanged) continue;
      expectCells(
        cellsOf(own.document, row),
        was === undefined ? new Map() : cellsOf(base.document, was),
        cellsOf(found.document, kept),
        `${name} of ${side}`,
      );
    }
  }
}

/**
 * Whether a side wrote anything into a row, rather than only removed blank columns or cells, or emptied cells of columns
 * that the outcome does not have.
 */
function saysMore(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  outcome: RetentionDocument,
): boolean {
  const left = new Set(outcome.columns.map(({ name }) => name.trim().toLowerCase()));
  return [...now].some(
    ([name, text]) => !isSame(before.get(name) ?? '', text) && (text.trim() !== '' || left.has(name)),
  );
}

/** What a side wrote into a cell is in its version of the outcome. */
function expectCells(
  own: ReadonlyMap<string, string>,
  was: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  where: string,
): void {
  for (const [name, text] of own) {
    if (text.trim() === '' || isSame(was.get(name) ?? '', text)) continue;
    const kept = found.get(name) ?? '';
    expect(
      isSame(kept, text) || name === 'period' || name === 'segment',
      () => `${name} of ${where} says ${JSON.stringify(kept)} instead of ${JSON.stringify(text)}`,
    );
  }
}

/** The same text, or the same number in another spelling. */
function isSame(a: string, b: string): boolean {
  const [one, other] = [a, b].map((text) => Number(text.replace(',', '.').replace('%', '')));
  return a.trim() === b.trim() || (a !== '' && one === other);
}

function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([name, text]) => isSame(b.get(name) ?? '', text));
}

/** Lines end as the files' do: JavaScript's `^` would also begin one behind U+2028. */
const HUNK =
  /(?<![^\r\n])<{7}(?: [^\r\n]*)?(?:\r\n|\r|\n)([^]*?)(?<![^\r\n])\|{7}(?: [^\r\n]*)?(?:\r\n|\r|\n)[^]*?(?<![^\r\n])={7}(?:\r\n|\r|\n)([^]*?)(?<![^\r\n])>{7}(?: [^\r\n]*)?(?:\r\n|\r|\n|$)/g;

/** A text with its conflicts cut out by hand: what a side has between the markers. */
export function sideOf(text: string, side: 'ours' | 'theirs'): string {
  return text.replace(HUNK, (_, ours: string, theirs: string) => (side === 'ours' ? ours : theirs));
}

/** @param byRows hunks hold one row each, so that nothing in them is decided but what is chosen */
function expectResolved({ text, conflicts }: MergedDocument, byRows: boolean): void {
  const found = findConflicts(text);
  expect(found.problems.length === 0, 'the merge leaves markers that make no conflict');
  expect(
    found.hunks.length === conflicts.length,
    () => `${conflicts.length} conflicts were written, ${found.hunks.length} are found`,
  );
  for (const side of ['ours', 'theirs'] as const) {
    const resolved = applyEdits(text, resolveAll(found, side));
    expect(
      findConflicts(resolved).hunks.length === 0,
      () => `all of ${side} is chosen, and conflicts are left`,
    );
    if (!byRows) continue;
    const chosen = rowsOf(sideOf(text, side));
    const now = rowsOf(resolved);
    if (chosen !== null && now !== null)
      expectSame([...now.rows.keys()], [...chosen.rows.keys()], `rows of all ${side}`);
  }
}
