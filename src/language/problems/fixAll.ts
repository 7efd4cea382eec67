import type { Fix, Problem, ProblemCode, RetentionDocument, TextEdit } from '../../core';
import { lineEdits, LiveNotebook, sortRows } from '../../core';
import { fixLikeOthers, safeFixOf } from './fixes';

/** Fixes that cannot be made together wait for the next pass; a file that needs more passes is fixed in part. */
const MOST_PASSES = 10;

/** Rows that stand too late: moved all at once, because each move changes what the others are about. */
const OUT_OF_ORDER: ProblemCode = 'R405';

/**
 * The edits that fix everything that can be fixed without changing what any number means. Fixes that touch the same
 * place are made one after the other, so that none gets half a line of another.
 *
 * @param today the day (since 1970-01-01) the problems are judged by
 *
 * @example
 * fixAllSafe('period,goal\n2024,0.5\n', 20_000); // [{ start: 17, end: 20, text: '50%' }]
 */
export function fixAllSafe(text: string, today: number): readonly TextEdit[] {
  return fixAll(text, today, safeFixOf);
}

/** The edits that fix all problems of a kind, where `kindsToFix` names it. */
export function fixAllOfKind(text: string, today: number, code: ProblemCode): readonly TextEdit[] {
  return fixAll(text, today, (problem) => (problem.code === code ? fixLikeOthers(problem) : null));
}

function fixAll(text: string, today: number, choose: (problem: Problem) => Fix | null): readonly TextEdit[] {
  const notebook = LiveNotebook.open(text, { today });
  let edits: readonly TextEdit[] = [];
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const next = nextEdits(notebook, choose);
    if (next.length === 0) break;
    notebook.apply(next);
    edits = pass === 0 ? next : lineEdits(text, notebook.document.text);
  }
  return edits;
}

/** All fixes that do not touch each other; when there are none left to make, the rows in their order. */
function nextEdits(notebook: LiveNotebook, choose: (problem: Problem) => Fix | null): readonly TextEdit[] {
  const fixes: Fix[] = [];
  let late = false;
  for (const problem of notebook.problems()) {
    const fix = choose(problem);
    if (fix === null) continue;
    if (problem.code === OUT_OF_ORDER) late = true;
    else fixes.push(fix);
  }
  if (fixes.length > 0) return apart(fixes);
  return late ? inOrder(notebook.document) : [];
}

/** The edits of as many fixes as do not touch each other, each with all of its edits or none. */
function apart(fixes: readonly Fix[]): readonly TextEdit[] {
  let edits = fixes.flatMap((fix) => fix.edits.map((edit) => ({ fix, edit })));
  edits.sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
  for (;;) {
    const refused = new Set<Fix>();
    let position = 0;
    for (const { fix, edit } of edits) {
      if (refused.has(fix)) continue;
      if (edit.start < position) refused.add(fix);
      else position = edit.end;
    }
    if (refused.size === 0) return edits.map(({ edit }) => edit);
    edits = edits.filter(({ fix }) => !refused.has(fix));
  }
}

/** Each segment's rows by time in the places its rows have now, so that segments stay mixed as they are. */
function inOrder(document: RetentionDocument): readonly TextEdit[] {
  const places = new Map<string, number[]>();
  const target: number[] = [];
  for (let row = 0; row < document.rowCount; row++) {
    target.push(row);
    if (document.period(row) === null) continue;
    const segment = document.segment(row);
    const rows = places.get(segment);
    if (rows === undefined) places.set(segment, [row]);
    else rows.push(row);
  }
  const firstDay = (row: number): number => document.period(row)!.firstDay;
  for (const rows of places.values()) {
    const sorted = [...rows].sort((a, b) => firstDay(a) - firstDay(b) || a - b);
    sorted.forEach((row, index) => (target[row] = rows[index]!));
  }
  return sortRows(document, (a, b) => target[a]! - target[b]!);
}
