import { join } from 'node:path';
import { Random } from '../../../../fuzz/engine/random';
import { fileText } from '../../../../fuzz/grammar/file';
import { editsOf, step } from '../../../../fuzz/grammar/steps';
import {
  applyEdits,
  diffDocuments,
  findConflicts,
  mergeAsLines,
  mergeDocuments,
  parseDocument,
  resolveAll,
} from '../../../../src/core';
import { transcribe, written } from './transcript';
import type { Chapter } from './transcript';

const MERGES = 32;

const shown = (text: string): string =>
  text
    .split('\n')
    .map((line) => `| ${JSON.stringify(line)}`)
    .join('\n');

function changed(random: Random, base: string): string {
  return random
    .list(1, 4, () => step(random))
    .reduce((text, each) => applyEdits(text, editsOf(parseDocument(text), each)), base);
}

/** What differs, without the notebooks that are compared and the rows that are the same. */
function difference(before: string, after: string): string {
  const said = diffDocuments(before, after);
  const rows = said.rows.filter(({ kind }) => kind !== 'same');
  return written({ ...said, before: null, after: null, rows });
}

function answer(random: Random): string {
  const base = fileText(random);
  const [ours, theirs] = [changed(random, base), changed(random, base)];
  const merged = mergeDocuments(base, ours, theirs);
  const parts = [
    ['base', shown(base)],
    ['ours', shown(ours)],
    ['theirs', shown(theirs)],
    ['difference of ours and theirs', difference(ours, theirs)],
  ];
  if (merged.kind === 'refused') {
    parts.push(['refused', written(merged)], ['as lines', shown(mergeAsLines(base, ours, theirs).text)]);
  } else {
    const { text, ...rest } = merged;
    const { hunks, ...others } = findConflicts(text);
    parts.push(['merged', shown(text)], ['and', written(rest)]);
    parts.push(['conflicts', hunks.map((hunk) => written(hunk)).join('\n')], ['about them', written(others)]);
    for (const side of ['ours', 'theirs', 'base'] as const) {
      parts.push([`resolved to ${side}`, written(resolveAll(findConflicts(text), side))]);
    }
  }
  return parts.map(([title, said]) => `${title}:\n${said}`).join('\n');
}

transcribe(
  join(__dirname, '../../../fixtures/transcripts/merges.txt'),
  Array.from({ length: MERGES }, (_, index): Chapter => [
    `of merge ${index}`,
    () => answer(new Random(`merge ${index}`)),
  ]),
);
