import { Lexer } from 'marked';
import type { Token, Tokens } from 'marked';
import { expect, it } from 'vitest';
import { outline } from '../../../../../src/webview/page/markdown/outline';

function orders(markdown: string): number[] {
  const tokens = Lexer.lex(markdown);
  outline(tokens);
  const found: number[] = [];
  const visit = (token: Token): void => {
    const { depth, items, tokens: inner } = token as Partial<Tokens.Heading> & Partial<Tokens.List>;
    if (token.type === 'heading') found.push(depth ?? 0);
    (items ?? inner ?? []).forEach(visit);
  };
  tokens.forEach(visit);
  return found;
}

it.each([
  ['## Findings\n## Plan', [1, 1]],
  ['## Findings\n#### Why\n### How\n# Plan', [1, 2, 2, 1]],
  ['### a\n# b\n## c\n###### d', [1, 1, 2, 3]],
  ['## a\n> #### quoted\n\n- ##### listed\n\n### b', [1, 2, 3, 2]],
  ['no heading', []],
])('orders the headings of %j', (markdown, expected) => {
  expect(orders(markdown)).toEqual(expected);
});
