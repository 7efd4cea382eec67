import type { TextEdit } from '../../core';
import type { RefusedEdit } from '../../protocol';
import { rebase } from '../../protocol';

/** An edit that the page shows already and the host has not acknowledged yet. */
export interface PendingEdit {
  readonly id: number;
  readonly label: string;
  /** As edits of the host's last known text plus the pending edits before this one. */
  readonly edits: readonly TextEdit[];
}

/** The edits on their way to the host, in the order in which they were made. */
export class PendingEdits {
  #edits: readonly PendingEdit[] = [];
  #lastId = 0;

  /** The id of the edit added last; 0 before the first. */
  get lastId(): number {
    return this.#lastId;
  }

  get all(): readonly PendingEdit[] {
    return this.#edits;
  }

  get count(): number {
    return this.#edits.length;
  }

  add(label: string, edits: readonly TextEdit[]): PendingEdit {
    const edit: PendingEdit = { id: ++this.#lastId, label: label.slice(0, MAX_LABEL), edits };
    this.#edits = [...this.#edits, edit];
    return edit;
  }

  /** The host has the first one now. False when that is another edit than this; then nothing changes. */
  acknowledge(id: number): boolean {
    if (this.#edits[0]?.id !== id) return false;
    this.#edits = this.#edits.slice(1);
    return true;
  }

  /**
   * Maps a change by others through the edits under way: the change as the page has to make it, and the edits as they
   * stand after it, not taken over before `accept` is called. Null where they touch the same text.
   */
  mapThrough(
    change: readonly TextEdit[],
  ): { readonly theirs: readonly TextEdit[]; readonly accept: () => void } | null {
    const ours: PendingEdit[] = [];
    let theirs = change;
    for (const edit of this.#edits) {
      const mapped = rebase(edit.edits, theirs);
      if (mapped === null) return null;
      ours.push({ ...edit, edits: mapped.ours });
      theirs = mapped.theirs;
    }
    const accept = (): void => {
      this.#edits = ours;
    };
    return { theirs, accept };
  }

  /** Forgets all of them, because the page starts again from the host's text: which ones are lost, for a person. */
  drop(isLost: (edit: PendingEdit) => boolean = () => true): RefusedEdit[] {
    const lost = this.#edits.filter(isLost).map(describeLost);
    this.#edits = [];
    return lost;
  }
}

const MAX_LABEL = 200;

function describeLost({ id, label, edits }: PendingEdit): RefusedEdit {
  return {
    id,
    label,
    texts: edits.map(({ text }) => text),
    message: 'The file changed before this could be entered. Enter it again.',
  };
}
