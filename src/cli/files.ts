import { sep } from 'node:path';
import { alternatives, isPattern, patternExpression, patternPlace } from './glob';
import { reasonOf } from './input';
import type { Io } from './io';

/** The files that the words of a command line mean, and what is wrong with words that mean none. */
export interface NamedFiles {
  /** Each once, in the order of the words; those of a folder or pattern by name. */
  readonly files: readonly string[];
  /** Sentences without a full stop, for words that name nothing. */
  readonly missing: readonly string[];
}

/** Folders nobody means: git's own, and other people's packages. */
const PASSED_OVER = new Set(['.git', 'node_modules']);

const EXTENSION = '.retention';

/**
 * Finds the files that words name: a file itself, a folder (every `.retention` file in it, at any depth), a pattern in
 * quotes that the shell left alone, `-` for standard input. `!` in front of a file, folder or pattern leaves out what it
 * names, wherever it stands.
 *
 * A word that is the name of a file is that file, whatever characters it has.
 *
 * @example
 * await expandFiles(io, ['data', '!data/old/**']); // { files: ['data/2024.retention'], missing: [] }
 */
export async function expandFiles(io: Io, words: readonly string[]): Promise<NamedFiles> {
  const leftOut = exclusion(words.filter(isExclusion).map((word) => slashes(word.slice(1))));
  const files = new Set<string>();
  const missing: string[] = [];
  for (const word of words) {
    if (isExclusion(word)) continue;
    try {
      for (const file of await filesOf(io, word)) if (!leftOut(slashes(file))) files.add(file);
    } catch (error) {
      missing.push(error instanceof NothingNamed ? error.message : `cannot read ${word}: ${reasonOf(error)}`);
    }
  }
  return { files: [...files], missing };
}

const isExclusion = (word: string): boolean => word.length > 1 && word.startsWith('!');

/** A word names no file. */
class NothingNamed extends Error {}

/** The files of one word. @throws NothingNamed, or what the system says of a folder in it. */
async function filesOf(io: Io, word: string): Promise<readonly string[]> {
  if (word === '-') return [word];
  const kind = await io.kindOf(word);
  if (kind === 'file' || (kind === null && !isPattern(word))) return [word];
  if (kind === 'folder') {
    const files = await walk(io, word, Infinity, (path) => path.endsWith(EXTENSION));
    if (files.length === 0) throw new NothingNamed(`there is no ${EXTENSION} file in ${word}`);
    return files;
  }
  const found = new Set<string>();
  for (const pattern of alternatives(slashes(word))) {
    if (!isPattern(pattern)) {
      if ((await io.kindOf(pattern)) === 'file') found.add(pattern);
      continue;
    }
    const { base, depth } = patternPlace(pattern);
    if ((await io.kindOf(base)) !== 'folder') continue;
    const expression = patternExpression(plainPath(pattern));
    for (const file of await walk(io, base, depth, (path) => expression.test(plainPath(path))))
      found.add(file);
  }
  if (found.size === 0) throw new NothingNamed(`no file matches ${word}`);
  return [...found];
}

/** The files in a folder that a test accepts, folder by folder, each by name. */
async function walk(
  io: Io,
  folder: string,
  depth: number,
  accepts: (path: string) => boolean,
): Promise<readonly string[]> {
  const files: string[] = [];
  const folders: string[] = [];
  for (const { name, kind } of await io.list(folder)) {
    const path = folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`;
    if (kind === 'folder') {
      if (depth > 1 && !PASSED_OVER.has(name)) folders.push(path);
    } else if (accepts(path)) files.push(path);
  }
  files.sort();
  for (const inner of folders.sort()) files.push(...(await walk(io, inner, depth - 1, accepts)));
  return files;
}

/** Whether a path is one of those to leave out. */
function exclusion(patterns: readonly string[]): (path: string) => boolean {
  const tests = patterns.map(plainPath).flatMap((pattern) => {
    const expressions = alternatives(pattern).map(patternExpression);
    return [
      (path: string) => path === pattern || path.startsWith(`${pattern}/`),
      (path: string) => expressions.some((expression) => expression.test(path)),
    ];
  });
  return (path) => tests.some((test) => test(plainPath(path)));
}

/** A path without `./` in front and `/` behind. */
function plainPath(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '').replace(/(?<=.)\/+$/, '');
}

function slashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
