import { noChange } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import type { ElementPart } from 'lit/directive.js';
import { directive } from 'lit/directive.js';

/** What a field of several lines does, in which people may be busy for long. */
export interface DraftFieldOptions {
  /** What is in it: the draft that its owner keeps. */
  readonly value: string;
  /** True when the file does not have it yet. */
  readonly dirty: boolean;
  /** Keeps the draft, with every character. */
  readonly typed: (text: string) => void;
  /**
   * Takes the draft over into the file. `leave`: the field is left, by Ctrl+Enter (or Cmd) or for another part of
   * the page; else it stays open, as when the file is saved.
   */
  readonly commit: (leave: 'key' | 'elsewhere' | null) => void;
  /** Gives the draft up. */
  readonly cancel: () => void;
}

/**
 * Makes of a `<textarea>` the editor of a draft. The draft outlasts whatever happens to the page, so nothing is taken
 * over when the window is left; leaving it for the same element of the class `draft-editor` is no leaving either, so
 * that buttons there can be reached. Undo inside the field is the field's own.
 *
 * @example
 * html`<div class="draft-editor"><textarea ${draftField({ value, dirty, typed, commit, cancel })}></textarea></div>`
 */
class DraftFieldDirective extends AsyncDirective {
  #area: HTMLTextAreaElement | null = null;
  #options: DraftFieldOptions | null = null;
  readonly #commit = (): void => {
    if (this.#options?.dirty === true) this.#options.commit(null);
  };

  override render(_options: DraftFieldOptions): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [options]: [DraftFieldOptions]): typeof noChange {
    const area = part.element as HTMLTextAreaElement;
    this.#options = options;
    if (this.#area !== area) this.#listen(area);
    // Setting the same text would take the caret and the field's own undo away.
    if (area.value !== options.value) area.value = options.value;
    return noChange;
  }

  protected override disconnected(): void {
    drafts.delete(this.#commit);
  }

  protected override reconnected(): void {
    drafts.add(this.#commit);
  }

  #listen(area: HTMLTextAreaElement): void {
    this.#area = area;
    drafts.add(this.#commit);
    area.addEventListener('input', () => this.#options?.typed(area.value));
    area.addEventListener('keydown', (event) => this.#key(event));
    const editor = area.closest('.draft-editor') ?? area;
    editor.addEventListener('focusout', (event) => {
      const next = (event as FocusEvent).relatedTarget;
      if (!document.hasFocus() || !this.isConnected || (next instanceof Node && editor.contains(next)))
        return;
      this.#options?.commit('elsewhere');
    });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape') {
      event.preventDefault();
      this.#options?.cancel();
    } else if (event.key === 'Enter' && mod) {
      event.preventDefault();
      event.stopPropagation();
      this.#options?.commit('key');
    } else if (mod && /^[zy]$/i.test(event.key) && this.#options?.dirty === true) {
      // VS Code would undo the last edit of the file; while something is typed here, that is what people mean.
      event.stopPropagation();
    }
  }
}

const drafts = new Set<() => void>();

/** Takes all drafts over that people are still working on: they save the file. */
export function commitDrafts(): void {
  for (const commit of [...drafts]) commit();
}

export const draftField = directive(DraftFieldDirective);
