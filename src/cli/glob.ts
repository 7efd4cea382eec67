/** Patterns of file names, for shells and systems that do not expand them, and for `**`, which most shells do not know. */

/** True when a text has a character with a meaning of its own in a pattern. */
export function isPattern(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** Where a pattern's files may lie, so that nothing else is looked at. */
export interface PatternPlace {
  /** The folders before the first part with a wildcard; `.` for none. */
  readonly base: string;
  /** How many folders deep below it a file may lie: 1 is directly in it. */
  readonly depth: number;
}

/** A pattern without alternatives must not become more than this many: each walks its folder. */
const MOST_ALTERNATIVES = 1000;

/**
 * The alternatives of a pattern, written out: `{a,b}.x` is `a.x` and `b.x`. A brace that is not closed or has no comma
 * stays as it is.
 *
 * @example
 * alternatives('{q1,q2}/*.retention'); // ['q1/*.retention', 'q2/*.retention']
 */
export function alternatives(pattern: string): readonly string[] {
  const [first] = splitBraces(pattern);
  if (first === undefined) return [pattern];
  const { before, choices, after } = first;
  const all = choices.flatMap((choice) => alternatives(before + choice + after));
  return [...new Set(all)].slice(0, MOST_ALTERNATIVES);
}

/**
 * The regular expression of a pattern without alternatives, for a path with slashes:
 *
 * - `*` any characters but slashes, `?` one of them, `[a-z]` and `[!a-z]` one of a set; none of them stands for a dot at
 *   the beginning of a name
 * - `**` as a whole part: any number of folders, at the end any number of folders and a file in them
 *
 * @example
 * patternExpression('data/**\/*.retention').test('data/2024/q1.retention'); // true
 */
export function patternExpression(pattern: string): RegExp {
  const parts = pattern.split('/');
  const last = parts.length - 1;
  const source = parts.map((part, index) => {
    if (part === '**') return index === last ? `(?:${NAME}/)*${NAME}` : `(?:${NAME}/)*`;
    return index === last ? partSource(part) : `${partSource(part)}/`;
  });
  return new RegExp(`^${source.join('')}$`, 'u');
}

/**
 * Where the files of a pattern without alternatives can be.
 *
 * @example
 * patternPlace('data/20*\/*.retention'); // { base: 'data', depth: 2 }
 */
export function patternPlace(pattern: string): PatternPlace {
  const parts = pattern.split('/');
  const wild = parts.findIndex(isPattern);
  const fixed = parts.slice(0, wild === -1 ? parts.length - 1 : wild);
  const base = fixed.length === 1 && fixed[0] === '' ? '/' : fixed.join('/');
  const depth = parts.includes('**') ? Infinity : parts.length - fixed.length;
  return { base: base === '' ? '.' : base, depth };
}

/** A name that is not hidden. */
const NAME = '(?!\\.)[^/]+';

function partSource(part: string): string {
  let source = /^[*?[]/.test(part) ? '(?!\\.)' : '';
  for (let at = 0; at < part.length;) {
    const set = /^\[(!|\^)?(\]?[^\]/]*)\]/.exec(part.slice(at));
    if (set !== null && set[2] !== '') {
      const members = set[2]!.replace(/[\\\][^|]/g, '\\$&');
      const oneOf = `[${set[1] === undefined ? '' : '^/'}${members}]`;
      // A set such as [z-a] means nothing: then its characters mean themselves.
      source += isExpression(oneOf) ? oneOf : escaped(set[0]);
      at += set[0].length;
      continue;
    }
    const character = String.fromCodePoint(part.codePointAt(at)!);
    source += character === '*' ? '[^/]*' : character === '?' ? '[^/]' : escaped(character);
    at += character.length;
  }
  return source;
}

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The first pair of braces with a comma, as a list of none or one. */
function splitBraces(
  pattern: string,
): readonly { readonly before: string; readonly choices: readonly string[]; readonly after: string }[] {
  for (let open = pattern.indexOf('{'); open !== -1; open = pattern.indexOf('{', open + 1)) {
    const choices: string[] = [];
    let depth = 0;
    let start = open + 1;
    for (let at = open; at < pattern.length; at++) {
      const character = pattern[at];
      if (character === '{') depth++;
      else if (character === ',' && depth === 1) {
        choices.push(pattern.slice(start, at));
        start = at + 1;
      } else if (character === '}' && --depth === 0) {
        if (choices.length === 0) break;
        choices.push(pattern.slice(start, at));
        return [{ before: pattern.slice(0, open), choices, after: pattern.slice(at + 1) }];
      }
    }
  }
  return [];
}
