import type { MarkedToken, Token } from 'marked';

/**
 * Gives the headings the orders of an outline: the first one is of order 1, and none is more than one deeper than the
 * heading before it, however people have numbered them. A reader who goes from heading to heading misses none then.
 *
 * @example
 * outline(Lexer.lex('## What happened\n#### Why')); // orders 1 and 2 instead of 2 and 4
 */
export function outline(tokens: readonly Token[], above: number[] = []): void {
  for (const token of tokens as readonly MarkedToken[]) {
    if (token.type === 'heading') {
      while ((above.at(-1) ?? 0) >= token.depth) above.pop();
      above.push(token.depth);
      token.depth = above.length;
    } else if (token.type === 'blockquote') {
      outline(token.tokens, above);
    } else if (token.type === 'list') {
      for (const item of token.items) outline(item.tokens, above);
    }
  }
}
