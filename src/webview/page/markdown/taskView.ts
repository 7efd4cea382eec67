import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Token, Tokens } from 'marked';
import type { PlaybookStatus } from '../../../core';
import { text as pageText } from '../text';
import { icon } from '../widgets';
import { inlineView } from './inline';
import type { Inline } from './inline';

/** The marks that Markdown itself does not know. */
const OWN_MARKS: Readonly<Record<string, PlaybookStatus>> = { '/': 'active', '-': 'dropped' };
const OWN_MARK = /^\[([/-])\] /;
/** Attributes of a task of the playbook. */
const ATTRIBUTES = /\s*\{[^{}]*=[^{}]*\}\s*$/;

/** An entry of a list that is a task. */
export interface TaskView {
  /** Its box, to be read only: the playbook changes it. */
  readonly box: TemplateResult;
  /** Its first line. */
  readonly first: readonly Inline[];
  /** What belongs to it. */
  readonly rest: readonly Token[];
}

/** An entry as a task, or null when it is none. */
export function taskView({ task, checked, tokens }: Tokens.ListItem, depth: number): TaskView | null {
  const [head, ...rest] = tokens.filter(({ type }) => type !== 'checkbox');
  const words = lineOf(head);
  if (task) return viewOf(checked === true ? 'done' : 'planned', words, head, rest);
  const [first, ...others] = words;
  const mark = depth === 0 && first?.type === 'text' ? OWN_MARK.exec(first.raw)?.[1] : undefined;
  if (first === undefined || mark === undefined) return null;
  const unmarked = first.raw.replace(OWN_MARK, '');
  return viewOf(OWN_MARKS[mark]!, [{ ...first, raw: unmarked, text: unmarked }, ...others], head, rest);
}

function lineOf(head: Token | undefined): readonly Token[] {
  if (head?.type !== 'text' && head?.type !== 'paragraph') return [];
  return (head as Tokens.Text | Tokens.Paragraph).tokens ?? [];
}

function viewOf(
  status: PlaybookStatus,
  words: readonly Token[],
  head: Token | undefined,
  rest: readonly Token[],
): TaskView {
  const name = pageText.taskStatus[status];
  return {
    box: html`<span class="notes-box" role="img" aria-label=${name} title=${name}>${icon(status)}</span>`,
    first: wordsView(words),
    rest: words.length === 0 && head !== undefined ? [head, ...rest] : rest,
  };
}

/** The words of a task; its attributes step back behind them. */
function wordsView(words: readonly Token[]): Inline[] {
  const last = words.at(-1);
  if (last?.type !== 'text') return inlineView(words);
  const { text } = last as Tokens.Text;
  const attributes = ATTRIBUTES.exec(text)?.[0] ?? '';
  const plain = text.slice(0, text.length - attributes.length);
  return [
    ...inlineView(words.slice(0, -1)),
    plain,
    attributes === '' ? nothing : html` <span class="notes-attributes">${attributes.trim()}</span>`,
  ];
}
