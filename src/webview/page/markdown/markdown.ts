import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { Lexer } from 'marked';
import type { MarkedToken, Token, Tokens } from 'marked';
import { inlineView, wordsOf } from './inline';
import { outline } from './outline';
import { taskView } from './taskView';

/** Longer notes are shown as they are written: nobody waits for half a second at every change of them. */
const LONGEST = 60_000;
/** Lists and quotes inside each other deeper than this are shown as they are written. */
const DEEPEST = 12;
/** The panel's title is a heading of the second order. */
const TITLE_ORDER = 2;

/**
 * Markdown as templates. Only what is known here becomes an element, and text is always text, so no file can bring
 * anything that runs, loads or lays itself over the page.
 *
 * @example
 * markdownView('Retention **fell**.'); // <p>Retention <strong>fell</strong>.</p>
 */
export function markdownView(markdown: string): TemplateResult {
  const blocks = blocksOf(markdown);
  outline(blocks);
  return html`${blocksView(blocks, 0)}`;
}

/**
 * One line of Markdown, such as the text of a task.
 *
 * @example
 * lineView('Call **all** of them'); // Call <strong>all</strong> of them
 */
export function lineView(markdown: string): TemplateResult {
  return html`${inlineView(Lexer.lexInline(markdown, { gfm: true }))}`;
}

/**
 * The words of one line of Markdown.
 *
 * @example
 * lineText('Call **all** of [them](https://example.com)'); // 'Call all of them'
 */
export function lineText(markdown: string): string {
  return wordsOf(Lexer.lexInline(markdown, { gfm: true }));
}

function blocksOf(markdown: string): readonly Token[] {
  if (markdown.length <= LONGEST) {
    try {
      return Lexer.lex(markdown, { gfm: true });
    } catch {
      // Thousands of quotes inside each other are more than the reader can stand.
    }
  }
  return [{ type: 'html', raw: markdown }];
}

function blocksView(tokens: readonly Token[], depth: number): unknown[] {
  return tokens.map((token) =>
    depth > DEEPEST ? sourceView(token.raw) : blockView(token as MarkedToken, depth),
  );
}

function blockView(token: MarkedToken, depth: number): unknown {
  switch (token.type) {
    case 'space':
    case 'def':
    case 'checkbox':
      return nothing;
    case 'heading':
      return headingView(token);
    case 'paragraph':
      return html`<p>${inlineView(token.tokens)}</p>`;
    case 'text':
      return inlineView(token.tokens ?? [token]);
    case 'blockquote':
      return html`<blockquote>${blocksView(token.tokens, depth + 1)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${token.text}</code></pre>`;
    case 'hr':
      return html`<hr />`;
    case 'list':
      return listView(token, depth);
    case 'table':
      return tableView(token);
    case 'html':
      return sourceView(token.raw);
    default:
      return inlineView([token]);
  }
}

/** What is not understood, or must not be. */
function sourceView(raw: string): unknown {
  return raw.trim() === '' ? nothing : html`<p class="notes-source">${raw.trimEnd()}</p>`;
}

function headingView({ depth, tokens }: Tokens.Heading): TemplateResult {
  const words = inlineView(tokens);
  switch (Math.min(6, depth + TITLE_ORDER)) {
    case 3:
      return html`<h3>${words}</h3>`;
    case 4:
      return html`<h4>${words}</h4>`;
    case 5:
      return html`<h5>${words}</h5>`;
    default:
      return html`<h6>${words}</h6>`;
  }
}

function listView({ ordered, start, items }: Tokens.List, depth: number): TemplateResult {
  const entries = items.map((item) => {
    const task = taskView(item, depth);
    return task === null
      ? html`<li>${blocksView(item.tokens, depth + 1)}</li>`
      : html`<li class="notes-task">
          ${task.box}
          <div>${task.first}${blocksView(task.rest, depth + 1)}</div>
        </li>`;
  });
  return ordered
    ? html`<ol start=${start === '' ? 1 : start}>
        ${entries}
      </ol>`
    : html`<ul>
        ${entries}
      </ul>`;
}

function tableView({ header, rows }: Tokens.Table): TemplateResult {
  return html`<table>
    <thead>
      <tr>
        ${header.map(({ tokens }) => html`<th scope="col">${inlineView(tokens)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map(({ tokens }) => html`<td>${inlineView(tokens)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
