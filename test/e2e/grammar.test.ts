/** How VS Code's own tokenizer divides a text by our grammar. No window is needed. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/project.mjs';
import { ensure, serverScript } from '../../scripts/vscode-builds.mjs';

/** What is used of vscode-textmate and vscode-oniguruma. */
interface Textmate {
  readonly INITIAL: unknown;
  readonly Registry: new (options: unknown) => { loadGrammar: (scope: string) => Promise<Grammar> };
  readonly parseRawGrammar: (content: string, path: string) => unknown;
}

interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): { readonly tokens: readonly Token[]; readonly ruleStack: unknown };
}

interface Token {
  readonly startIndex: number;
  readonly endIndex: number;
  readonly scopes: readonly string[];
}

interface Oniguruma {
  readonly loadWASM: (data: Buffer) => Promise<void>;
  readonly OnigScanner: new (patterns: string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}

async function loadGrammar(): Promise<{ grammar: Grammar; initial: unknown }> {
  const folder = join(dirname(serverScript(await ensure('server'))), '..');
  const require = createRequire(join(folder, 'package.json'));
  const textmate = require('vscode-textmate') as Textmate;
  const oniguruma = require('vscode-oniguruma') as Oniguruma;
  await oniguruma.loadWASM(readFileSync(join(dirname(require.resolve('vscode-oniguruma')), 'onig.wasm')));
  const file = join(root, 'syntaxes/retention.tmLanguage.json');
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scope: string) => {
      // VS Code reads all grammars that one names before it shows an editor of a file.
      if (scope !== 'source.retention') throw new Error(`The grammar needs another: ${scope}.`);
      return Promise.resolve(textmate.parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
  });
  return { grammar: await registry.loadGrammar('source.retention'), initial: textmate.INITIAL };
}

describe('grammar', () => {
  let loaded: Awaited<ReturnType<typeof loadGrammar>>;
  beforeAll(async () => {
    loaded = await loadGrammar();
  });

  /** What a text is divided into, each part with its innermost scope, spaces left out. */
  function divided(text: string): string[] {
    let state = loaded.initial;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = loaded.grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens
        .map(
          ({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1)!] as const,
        )
        .filter(([part]) => part.trim() !== '')
        .map(([part, scope]) => `${part} ${scope.replace(/\.(?:retention|markdown)$/, '')}`);
    });
  }

  it.each([
    [
      '# goal: 82.5 % # why',
      ['goal entity.name.tag.setting', '82.5 constant.numeric', '# punctuation.definition.comment'],
    ],
    ["# segments: [SMB, 'Big, old']", ['SMB string.unquoted', 'Big, old string.quoted.single']],
    ['# method: with-reactivated', ['with-reactivated constant.language']],
    ['# x_own: y', ['x_own variable.other.setting', 'y string.unquoted']],
    ['# # later', [' # later comment.line.number-sign']],
  ])('divides the setting %s', (line, parts) => {
    const found = divided(`#---\n${line}\n#---\nperiod\n2024`);
    expect(found).toEqual(expect.arrayContaining(parts));
    expect(found.slice(-2)).toEqual([
      'period variable.other.constant.column',
      '2024 entity.name.type.period',
    ]);
  });

  it.each([
    [
      'a header',
      'period,reason_price,team',
      ['reason_price variable.other.constant.reason', 'team variable.other.column'],
    ],
    [
      'a period',
      'period,start\n2024-01-15/P30D,2024',
      ['2024-01-15/P30D entity.name.type.period', '2024 constant.numeric'],
    ],
    ['a percentage', 'period,goal\n2024,85%', ['85 constant.numeric', '% keyword.other.unit.percent']],
    [
      'quotes',
      'period,note\n2024,"a ""b"", c"',
      ['"" constant.character.escape', ', c string.quoted.double'],
    ],
    [
      'a cell of two lines',
      'period,note,start\n2024,"a\nb",5',
      ['b string.quoted.double', '5 constant.numeric'],
    ],
    [
      'a quote that is never closed',
      'period,note,start\n2024-01,"a,5\n2024-02,b,6',
      ['2024-02 entity.name.type.period', '6 constant.numeric'],
    ],
    ['semicolons', 'period;start;note\n2024;12,5;a, b', ['12,5 constant.numeric', 'a, b string.unquoted']],
    ['tabs', 'period\tstart\n2024\t12,5', ['12,5 constant.numeric']],
    ['a comment', 'period\n2024\n# said, 5', [' said, 5 comment.line.number-sign']],
    [
      'a conflict',
      'period\n<<<<<<< HEAD\n2024',
      ['<<<<<<< HEAD invalid.illegal.conflict-marker', '2024 entity.name.type.period'],
    ],
  ])('divides %s', (_, text, parts) => {
    expect(divided(text)).toEqual(expect.arrayContaining(parts));
  });

  it('divides notes as Markdown does, with tasks and their attributes', () => {
    const notes = [
      '#> ## Playbook',
      '#> - [/] **Bold** {due=2024-11-30 control=498/600}',
      '#> - [x] Done',
      '#> `code` and ``a ` b``, *leaning*, snake_case_name, 2 * 3 * 4, \\*',
      '#> 1. ~~gone~~ [here](https://example.com/a "title")',
      '#> > said',
      '#> ***',
      '#> ```sql',
      '#> # select *',
      '#> ```',
      '#> ### After it ###',
      '2024-02',
    ];
    expect(divided(['period', '2024', ...notes].join('\n'))).toEqual(
      expect.arrayContaining([
        'Playbook entity.name.section',
        '/ markup.changed.task.active',
        'Bold markup.bold',
        'due variable.parameter.attribute',
        '2024-11-30 string.unquoted',
        '498/600 constant.numeric',
        'x markup.inserted.task.done',
        'code markup.inline.raw.string',
        'a ` b markup.inline.raw.string',
        'leaning markup.italic',
        ', snake_case_name, 2 * 3 * 4,  meta.notes',
        '\\* constant.character.escape',
        '1. punctuation.definition.list.begin',
        'gone markup.strikethrough',
        'here string.other.link.title',
        'https://example.com/a markup.underline.link',
        ' said markup.quote',
        '*** meta.separator',
        'sql fenced_code.block.language',
        '# select * markup.fenced_code.block',
        'After it entity.name.section',
        '2024-02 entity.name.type.period',
      ]),
    );
  });
});
