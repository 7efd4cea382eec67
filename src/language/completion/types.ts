import type { TextRange } from '../../core';

/** What a suggestion is, which decides its icon. */
export type CompletionKind =
  | 'setting'
  | 'value'
  | 'column'
  | 'period'
  | 'row'
  | 'segment'
  | 'status'
  | 'attribute'
  | 'strategy'
  | 'snippet';

/** Something that can stand at the cursor. */
export interface Completion {
  readonly kind: CompletionKind;
  /** What people read in the list. */
  readonly label: string;
  /** What it is, in a few words beside the label; '' where the label says it. */
  readonly detail: string;
  /** More about it, as Markdown; '' for nothing. */
  readonly documentation: string;
  /** The place it takes. What was typed lies between its start and the cursor. */
  readonly range: TextRange;
  /** What is written there. */
  readonly text: string;
  /** True when `text` is a snippet of VS Code: `$1` is a place to type in. */
  readonly snippet: boolean;
  /** What is compared with what was typed. */
  readonly filter: string;
  /** True when there is something to suggest behind it. */
  readonly more: boolean;
}

/** A line of the text: where it begins, and what it says without its ending. */
export interface TextLine {
  readonly start: number;
  readonly text: string;
}

/** A suggestion of which only what is special is said. */
export function completion(
  given: Pick<Completion, 'kind' | 'label' | 'range'> & Partial<Completion>,
): Completion {
  return {
    detail: '',
    documentation: '',
    text: given.label,
    snippet: false,
    filter: given.text ?? given.label,
    more: false,
    ...given,
  };
}

/** A text that a snippet writes as it is. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
