import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** A title, and what is said under it. */
export type Chapter = readonly [title: string, say: () => string];

const RULE = '════════ ';

/**
 * Tests that the core says word for word what it said when somebody last read it. What changes on purpose is written anew by
 * `UPDATE_TRANSCRIPTS=1 npx vitest run test/unit/core/transcripts`, and read in the diff.
 *
 * @param file the transcript
 */
export function transcribe(file: string, chapters: readonly Chapter[]): void {
  if (process.env.UPDATE_TRANSCRIPTS !== undefined) {
    writeFileSync(file, chapters.map(([title, say]) => `${RULE}${title}\n${say()}\n`).join(''));
  }
  const kept = new Map(
    readFileSync(file, 'utf8')
      .split(RULE)
      .slice(1)
      .map((chapter) => {
        const end = chapter.indexOf('\n');
        return [chapter.slice(0, end), chapter.slice(end + 1, -1)];
      }),
  );
  describe('the core says, word for word', () => {
    it.each(chapters)('%s', (title, say) => {
      expect(say().split('\n')).toEqual(kept.get(title)?.split('\n'));
    });

    it('nothing else', () => {
      expect([...kept.keys()]).toEqual(chapters.map(([title]) => title));
    });
  });
}

const LINE = 110;
/** Of a number: enough for every figure, too few for the last bit that another processor may round otherwise. */
const DIGITS = 12;

/** Plain data for people: what fits on a line is on one. */
export function written(value: unknown, indent = ''): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(DIGITS)));
  if (typeof value !== 'object' || value === null) return value === undefined ? '–' : JSON.stringify(value);
  const isList = Array.isArray(value) || ArrayBuffer.isView(value) || value instanceof Set;
  const entries: (readonly [string, unknown])[] = isList
    ? Array.from(value as Iterable<unknown>, (each) => ['', each])
    : value instanceof Map
      ? [...(value as Map<unknown, unknown>)].map(([key, each]) => [`${String(key)}: `, each])
      : Object.entries(value).map(([key, each]) => [`${key}: `, each]);
  const known = entries.filter(([, each]) => each !== undefined && typeof each !== 'function');
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const within = `${indent}  `;
  const parts = known.map(([key, each]) => `${key}${written(each, within)}`);
  const line = `${open}${parts.join(', ')}${close}`;
  if (line.length + indent.length <= LINE && !line.includes('\n')) return line;
  return `${open}\n${parts.map((part) => `${within}${part}\n`).join('')}${indent}${close}`;
}
