import { join } from 'node:path';
import { Random } from '../../../../fuzz/engine/random';
import { fileText, nastyText } from '../../../../fuzz/grammar/file';
import { editsOf, step } from '../../../../fuzz/grammar/steps';
import { open } from '../../../../fuzz/oracles/notebook';
import type { Problem } from '../../../../src/core';
import { transcribe, written } from './transcript';
import type { Chapter } from './transcript';

const FILES = 32;
const STEPS = 9;

function problem({ code, severity, range, message, fixes }: Problem): string {
  const changes = fixes.map(
    ({ title, edits, safe }) => `  ${safe ? 'fix' : 'choice'} ${JSON.stringify(title)}: ${written(edits)}`,
  );
  return [`${severity} ${code} [${range.start}, ${range.end}] ${JSON.stringify(message)}`, ...changes].join(
    '\n',
  );
}

function answer(random: Random, index: number): string {
  const text = index % 4 === 3 ? nastyText(random) : fileText(random);
  const notebook = open(text);
  const { document } = notebook;
  const { settings, columns, playbook, readOnly, granularity, rowCount } = document;
  const results = Array.from({ length: Math.min(rowCount, 6) }, (_, row) => written(notebook.row(row)));
  const steps = Array.from({ length: STEPS }, () => step(random));
  return [
    ...text.split('\n').map((line) => `| ${JSON.stringify(line)}`),
    written({
      settings,
      columns: columns.map(({ name, id, kind }) => [name, id, kind]),
      readOnly,
      granularity,
    }),
    written({ notes: document.noteLines.length, playbook, segments: notebook.segments }),
    ...notebook.problems().map(problem),
    ...results,
    `all: ${written(notebook.summary(null))}`,
    ...steps.map((each) => `${written(each)}: ${written(editsOf(document, each))}`),
  ].join('\n');
}

transcribe(
  join(__dirname, '../../../fixtures/transcripts/files.txt'),
  Array.from({ length: FILES }, (_, index): Chapter => [
    `of file ${index}, its problems, results and edits`,
    () => answer(new Random(`file ${index}`), index),
  ]),
);
