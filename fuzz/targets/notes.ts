import { Lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { parseDocument } from '../../src/core';
import { noteSections } from '../../src/language/outline/sections';
import { expectSame, target } from '../engine/target';

/** Lines by their remainder, so that whatever becomes of the numbers, they are lines of which Markdown is certain. */
const LINES = [
  '',
  'words',
  '# One',
  '## Two #',
  '- [ ] task',
  '- [x] done `code` {due=2024-05-01}',
  '```',
  '```js',
  '````',
  '```npm test``` must pass:',
  '``` a`b',
  '```~~',
  '~~~',
  '~~~ `js`',
  ' ~~~~ ',
  '    ```',
] as const;

/** Tasks and headings of the notes are those that a reader of Markdown finds. */
export const notes = target<{ readonly lines: readonly number[] }>({
  name: 'notes',
  promise: 'the playbook and the sections of the notes are those that a reader of Markdown finds',
  share: 3,
  generate: (random) => ({ lines: random.list(0, 12, () => random.below(LINES.length)) }),
  check: ({ lines }) => {
    const markdown = lines.map((line) => LINES[line % LINES.length]!);
    const document = parseDocument(`period\n2024\n#\n${markdown.map((line) => `#> ${line}\n`).join('')}`);
    const tokens = Lexer.lex(markdown.join('\n'), { gfm: true });
    const lists = tokens.filter((token): token is Tokens.List => token.type === 'list');
    const tasks = lists.flatMap(({ items }) => items).map(({ checked }) => checked === true);
    expectSame(
      document.playbook.map(({ status }) => status === 'done'),
      tasks,
      'tasks',
    );
    const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';
    expectSame(
      noteSections(document).map(({ level, title }) => [level, title]),
      tokens.filter(isHeading).map(({ depth, text }) => [depth, text]),
      'headings',
    );
  },
});
