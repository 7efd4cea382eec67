/**
 * What VS Code reads of the language without the extension: that the grammar knows what the core knows, and what Enter
 * does. How the grammar divides a text is shown by VS Code's own tokenizer (test/e2e/grammar.test.ts).
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FencedCode, KNOWN_COLUMNS, LABEL_PREFIX, SETTING_KEYS } from '../../../src/core';

const root = resolve(__dirname, '../../..');
const grammarText = readFileSync(join(root, 'syntaxes/retention.tmLanguage.json'), 'utf8');

interface Rule {
  readonly begin: string;
  readonly end: string;
  readonly patterns: readonly Rule[];
  readonly name?: string;
  readonly match?: string;
}

interface EnterRule {
  readonly beforeText: string;
  readonly previousLineText?: string;
  readonly action: { readonly appendText?: string };
}

const grammar = JSON.parse(grammarText) as { readonly repository: Readonly<Record<string, Rule>> };
const configuration = JSON.parse(readFileSync(join(root, 'media/language-configuration.json'), 'utf8')) as {
  readonly onEnterRules: readonly EnterRule[];
  readonly wordPattern: string;
};

/** The words of the first group that lists some. */
function listed(pattern: string): string[] {
  return /\((?:\?i:)?((?:[a-z_]+\|)+[^)]+)\)/.exec(pattern)![1]!.split('|');
}

/** What Enter writes at the beginning of the next line; '' without a rule. */
function behindEnter(line: string, previous: string): string {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, previousLineText = '' }) =>
      new RegExp(beforeText).test(line) && new RegExp(previousLineText).test(previous),
  );
  return rule?.action.appendText ?? '';
}

describe('grammar', () => {
  it('knows the settings and the columns of the format', () => {
    const keys = listed(grammar.repository['setting']!.begin);
    expect(keys.filter((key) => !key.startsWith(LABEL_PREFIX))).toEqual(SETTING_KEYS);
    for (const table of ['table-comma', 'table-semicolon']) {
      const header = grammar.repository[table]!.patterns[1]!;
      expect(listed(header.patterns[0]!.match!)).toEqual([...KNOWN_COLUMNS.keys()]);
    }
  });

  it('takes the same lines of notes for code as the core', () => {
    const { begin, end } = grammar.repository['markdown']!.patterns[0]!;
    const at = (pattern: string): RegExp => new RegExp(pattern.replace('\\G', '^'));
    const lines = ['```', '```js', '````', '~~~', '~~~ `a`', ' ~~~', '\t```', '```~', '```a```', 'words'];
    for (const opener of lines) {
      for (const line of lines) {
        const code = new FencedCode();
        const fence = at(begin).exec(opener)?.[1];
        expect([opener, fence !== undefined]).toEqual([opener, code.includes(opener)]);
        if (fence === undefined) continue;
        code.includes(line);
        const isClosed = at(end.replaceAll('\\1', fence)).test(line);
        expect([opener, line, isClosed]).toEqual([opener, line, !code.includes('words')]);
      }
    }
  });

  it('includes only what it has', () => {
    const included = [...grammarText.matchAll(/"include": "#([^"]+)"/g)].map(([, name]) => name!);
    expect(included.filter((name) => !(name in grammar.repository))).toEqual([]);
  });
});

describe('language configuration', () => {
  it.each([
    ['#> A note', '', '#> '],
    ['#> ', '#> A note', '#> '],
    ['#>', '#>', ''],
    ['# goal: 85%', '#---', '# '],
    ['# a comment', '2024,1', '# '],
    ['#---', '', '# '],
    ['#---', '# goal: 85%', ''],
    ['#', '2024,1', ''],
    ['2024-Q1,"a #> b', '', ''],
  ])('goes on after %j below %j with %j', (line, previous, next) => {
    expect(behindEnter(line, previous)).toBe(next);
  });

  it.each([
    ['2024-Q1,SMB,100', ['2024-Q1', 'SMB', '100']],
    ['# label_reason_price: Too dear', ['label_reason_price', 'Too', 'dear']],
    ['{due=2024-11-30 segment="Small shops"}', ['due', '2024-11-30', 'segment', 'Small', 'shops']],
    ['[SMB, Enterprise]', ['SMB', 'Enterprise']],
  ])('divides %j into words', (line, words) => {
    expect(line.match(new RegExp(configuration.wordPattern, 'g'))).toEqual(words);
  });
});
