import { harmless, oneLine } from '../../core';
import { githubData, githubProperty, jsonText, logText } from '../escape';
import { plural } from '../figures';
import type { CheckedFile, Finding } from '../findings';
import { countAll, countsText } from '../findings';

/** `FILE:LINE:COLUMN: severity CODE message`, for editors and terminals that jump to it, and the counts. */
export function findingsText(files: readonly CheckedFile[]): string {
  const lines = files.flatMap(({ file, problems }) =>
    problems.map(
      ({ line, column, severity, code, message }) =>
        `${oneLine(file)}:${line}:${column}: ${severity} ${code} ${oneLine(message)}`,
    ),
  );
  lines.push(`${countsText(countAll(files))} in ${plural(files.length, 'file')}.`, '');
  return logText(lines.join('\n'));
}

/** Workflow commands that GitHub shows as annotations beside the lines of a pull request. */
export function findingsGithub(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ file, problems }) => problems.map((problem) => `${annotation(file, problem)}\n`))
    .join('');
}

/** Version 1 of the JSON of `check`, stable. */
export function findingsJson(files: readonly CheckedFile[]): string {
  return jsonText({ version: 1, files, counts: countAll(files) });
}

function annotation(file: string, problem: Finding): string {
  const level = problem.severity === 'info' ? 'notice' : problem.severity;
  // GitHub shows columns only for annotations of one line, and end columns include the last character.
  const columns =
    problem.line === problem.endLine
      ? `,col=${problem.column},endColumn=${Math.max(problem.column, problem.endColumn - 1)}`
      : '';
  return (
    `::${level} file=${githubProperty(harmless(file))},line=${problem.line},endLine=${problem.endLine}${columns},` +
    `title=${githubProperty(problem.code)}::${githubData(oneLine(problem.message))}`
  );
}
