import { html } from 'lit';
import type { nothing, TemplateResult } from 'lit';
import type { MarkedToken, Token, Tokens } from 'marked';

/** What stands in a line of text. */
export type Inline = TemplateResult | string | typeof nothing;

/** Where a link may lead; VS Code opens these outside. */
const SAFE = new Set(['http:', 'https:', 'mailto:']);
/** Emphasis inside emphasis deeper than this is shown as it is written. */
const DEEPEST = 20;

/**
 * What Markdown says within a line, as templates: its text is always text. What is not known here, HTML among it, is
 * shown as it is written.
 */
export function inlineView(tokens: readonly Token[] | undefined, depth = 0): Inline[] {
  return (tokens ?? []).map((token) =>
    depth > DEEPEST ? token.raw : pieceOf(token as MarkedToken, depth + 1),
  );
}

function pieceOf(token: MarkedToken, depth: number): Inline {
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? token.text : html`${inlineView(token.tokens, depth)}`;
    case 'escape':
      return token.text;
    case 'strong':
      return html`<strong>${inlineView(token.tokens, depth)}</strong>`;
    case 'em':
      return html`<em>${inlineView(token.tokens, depth)}</em>`;
    case 'del':
      return html`<del>${inlineView(token.tokens, depth)}</del>`;
    case 'codespan':
      return html`<code>${token.text}</code>`;
    case 'br':
      return html`<br />`;
    case 'link':
    case 'image':
      return linkView(token, depth);
    default:
      return token.raw;
  }
}

/** The words of a line without what they are dressed in, for sentences about it. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      const { tokens: inside } = token as { readonly tokens?: readonly Token[] };
      if (inside !== undefined && inside.length > 0) return wordsOf(inside);
      const known = token as MarkedToken;
      return known.type === 'text' || known.type === 'escape' || known.type === 'codespan'
        ? known.text
        : known.raw;
    })
    .join('');
}

/** A link, or the address of a picture: nothing is loaded. One that leads elsewhere stays as it is written. */
function linkView(token: Tokens.Link | Tokens.Image, depth: number): Inline {
  const href = safeHref(token.href);
  if (href === null) return token.raw;
  const words = inlineView(token.tokens, depth);
  return html`<a href=${href} title=${token.title ?? href} rel="noreferrer"
    >${words.length > 0 ? words : href}</a
  >`;
}

/**
 * The address of a link that may be opened, or null.
 *
 * @example
 * safeHref('javascript:alert(1)'); // null
 */
export function safeHref(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return SAFE.has(url.protocol) ? url.href : null;
}
