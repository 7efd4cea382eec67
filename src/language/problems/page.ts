import type { ProblemCode } from '../../core';
import { PROBLEM_FAMILIES } from './kinds';

const INTRODUCTION = [
  '<!-- Written by `npm run docs` from src/language/problems/kinds.ts. Change it there, not here. -->',
  '',
  '# Problems',
  '',
  'What is checked in a `.retention` file, in the notebook, in the text view and by `retention check`. Each problem',
  'stands at its cell or line with a message about it; here is what its code means.',
  '',
];

/** Each kind takes four lines of the page: heading, blank, help, blank. */
const LINES_PER_KIND = 4;

/** The page about all kinds of problems, as Markdown, with a final newline. */
export function problemsPage(): string {
  const lines = [...INTRODUCTION];
  for (const { title, kinds } of PROBLEM_FAMILIES) {
    lines.push(`## ${title}`, '');
    for (const { code, title: heading, help } of kinds) lines.push(`### ${code} ${heading}`, '', help, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/**
 * The line of that page, from 1, on which a kind begins; 1 for an unknown code.
 *
 * @example
 * problemsPageLine('R101'); // 10
 */
export function problemsPageLine(code: ProblemCode): number {
  let line = INTRODUCTION.length + 1;
  for (const { kinds } of PROBLEM_FAMILIES) {
    line += 2;
    const index = kinds.findIndex((kind) => kind.code === code);
    if (index >= 0) return line + index * LINES_PER_KIND;
    line += kinds.length * LINES_PER_KIND;
  }
  return 1;
}
