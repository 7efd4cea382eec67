import { nothing, render } from 'lit';
import type { ConflictHunk, ConflictPart, Conflicts, PartChoice, SideChoice, TextEdit } from '../../../core';
import { findConflicts, lineEdits, mergeByRows, resolveAll, resolveConflict } from '../../../core';
import type { NoticeActions } from '../notices';
import type { PageActions, Session } from '../session';
import { conflictsView } from './conflictsView';
import type { ConflictsActions, Contested } from './conflictsView';
import { inConflict, nameOf } from './words';
import type { Hand } from './hand';
import { beginHand, handChoice } from './hand';
import { conflictsText as text } from './text';
import { compareRow } from './versions';

/** So many conflicts are drawn at once; the rest follows on request, and as those are resolved. */
const SHOWN = 20;

/**
 * The conflicts git left in the file, each with its versions and the choice between them. Whatever is chosen goes out as
 * one edit of the lines concerned; the list follows from the text that comes back.
 */
export class ConflictsPart {
  #session: Session | null = null;
  #conflicts: Conflicts | null = null;
  #contested: readonly Contested[] = [];
  #hand: Hand | null;
  #shown = SHOWN;
  #saving = false;
  readonly #actions: ConflictsActions;

  constructor(
    private readonly place: HTMLElement,
    private readonly page: PageActions & NoticeActions,
    hand: Hand | null,
  ) {
    this.#hand = hand;
    this.#actions = {
      take: (contested, side) => this.#take(contested, side),
      takeAll: (side) => this.#takeAll(side),
      mergeRest: () => this.#mergeRest(),
      mergeByRows: () => this.#mergeByRows(),
      beginHand: (contested) => this.#beginHand(contested),
      type: (name, typed) => this.#type(name, typed),
      writeHand: (contested) => this.#writeHand(contested),
      cancelHand: (contested) => this.#cancelHand(contested),
      showMore: () => this.#showMore(),
      openAsText: (offset) => page.openAsText(offset),
      openMergeEditor: () => page.openMergeEditor(),
    };
  }

  /** What is written by hand and not taken over yet. */
  get hand(): Hand | null {
    return this.#hand;
  }

  /** The file may have changed. */
  draw(session: Session): void {
    this.#session = session;
    const { document, today } = session.notebook;
    if (document.readOnly !== 'conflict-markers') this.#forget();
    else if (this.#conflicts?.text !== document.text) {
      this.#conflicts = findConflicts(document.text);
      this.#contested = contestedIn(this.#conflicts, today);
      if (!this.#contested.some(({ key }) => key === this.#hand?.key)) this.#hand = null;
    }
    this.#render();
  }

  /** The user saves: what is left of the conflicts goes into the file with their markers. */
  saving(): void {
    if (this.#conflicts === null) return;
    this.#saving = true;
    this.#render();
  }

  #forget(): void {
    this.#conflicts = null;
    this.#contested = [];
    this.#hand = null;
    this.#shown = SHOWN;
    this.#saving = false;
  }

  #render(): void {
    const [session, conflicts] = [this.#session, this.#conflicts];
    if (session === null || conflicts === null) {
      render(nothing, this.place);
      return;
    }
    const model = {
      conflicts,
      contested: this.#contested,
      shown: this.#shown,
      hand: this.#hand,
      saving: this.#saving,
      locked: session.locked !== null,
      numbers: session.numbers,
    };
    render(conflictsView(model, this.#actions), this.place);
  }

  #take(contested: Contested, side: SideChoice): void {
    const name = nameOf(contested.part);
    const label = text.label.one(text.take[side], name);
    this.#resolve(contested, side, label, text.took[side](name), `[data-take="${side}"]`);
  }

  #writeHand(contested: Contested): void {
    const hand = this.#hand;
    if (hand === null) return;
    const name = nameOf(contested.part);
    const label = text.label.one(text.label.hand, name);
    this.#resolve(contested, handChoice(hand), label, text.took.hand(name), '[data-take]');
  }

  /** @param next what gets the focus in the conflict that follows */
  #resolve(
    { key, hunk, part }: Contested,
    choice: PartChoice,
    label: string,
    said: string,
    next: string,
  ): void {
    const conflicts = this.#conflicts;
    if (conflicts === null) return;
    const at = this.#contested.findIndex((each) => each.key === key);
    let edits: TextEdit[];
    try {
      edits = resolveConflict(conflicts, hunk, new Map([[part.id, choice]]));
    } catch (error) {
      if (!(error instanceof RangeError) || this.#hand === null) throw error;
      this.#hand = { ...this.#hand, error: error.message };
      this.#render();
      return;
    }
    if (!this.#edit(edits, label)) return;
    this.#follow(hunk.range.start, said, at, next);
  }

  #takeAll(side: 'ours' | 'theirs'): void {
    const conflicts = this.#conflicts;
    if (conflicts === null) return;
    const label = text.label.all(text.take[side]);
    if (this.#edit(resolveAll(conflicts, side), label)) this.#follow(startOf(conflicts), '', 0, 'button');
  }

  /** Hunks in which nothing is contested. */
  #mergeRest(): void {
    const conflicts = this.#conflicts;
    if (conflicts === null) return;
    const edits = conflicts.hunks
      .filter(({ parts }) => !parts.some(({ contested }) => contested))
      .flatMap((hunk) => resolveConflict(conflicts, hunk, new Map()));
    if (this.#edit(edits, text.label.merge)) this.#follow(startOf(conflicts), '', 0, 'button');
  }

  #mergeByRows(): void {
    const conflicts = this.#conflicts;
    if (conflicts === null) return;
    const merged = mergeByRows(conflicts.text);
    if (merged === null) return;
    if (merged.kind === 'refused') {
      this.page.notify(text.refusedByRows(merged.reason));
      return;
    }
    const edits = lineEdits(conflicts.text, merged.text);
    if (this.#edit(edits, text.label.byRows))
      this.#follow(startOf(conflicts), text.mergedByRows, 0, 'button');
  }

  #edit(edits: readonly TextEdit[], label: string): boolean {
    const [hand, saving] = [this.#hand, this.#saving];
    this.#hand = null;
    this.#saving = false;
    if (this.page.edit(edits, label)) return true;
    this.#hand = hand;
    this.#saving = saving;
    this.#render();
    return false;
  }

  /** Says what is left, and leads the keys on: to the conflict that took the place, or to the row that was resolved. */
  #follow(offset: number, said: string, at: number, next: string): void {
    const session = this.#session;
    if (session === null) return;
    if (this.#conflicts === null) {
      const row = session.notebook.document.rowAt(offset);
      if (row !== null) this.page.goToCell(row, null);
      this.page.focusGrid();
      this.page.notify(`${said} ${text.done}`.trim());
      return;
    }
    const following = this.#contested[Math.min(at, this.#contested.length - 1)];
    const left = text.left(inConflict(this.#contested, session.numbers));
    this.page.announce(`${said} ${left}`.trim());
    const card = following === undefined ? this.place : this.#card(following.key);
    (card?.querySelector<HTMLElement>(next) ?? card?.querySelector<HTMLElement>('button'))?.focus();
  }

  #beginHand({ key, part }: Contested): void {
    this.#write(beginHand(key, part));
    this.#card(key)?.querySelector<HTMLElement>('.conflict-hand input, .conflict-hand textarea')?.focus();
  }

  #type(name: string, typed: string): void {
    if (this.#hand === null) return;
    this.#write({ ...this.#hand, texts: { ...this.#hand.texts, [name]: typed }, error: null });
  }

  #cancelHand({ key }: Contested): void {
    this.#write(null);
    this.#card(key)?.querySelector<HTMLElement>('.conflict-by-hand')?.focus();
  }

  #write(hand: Hand | null): void {
    this.#hand = hand;
    this.page.viewChanged();
    this.#render();
  }

  #showMore(): void {
    const next = this.#contested[this.#shown];
    this.#shown += SHOWN;
    this.#render();
    if (next !== undefined) this.#card(next.key)?.querySelector<HTMLElement>('button')?.focus();
  }

  #card(key: string): HTMLElement | null {
    return this.place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }
}

/** What somebody has to choose about, in the order of the file, with keys that stay while others are resolved. */
function contestedIn(conflicts: Conflicts, today: number): Contested[] {
  const seen = new Map<string, number>();
  return conflicts.hunks.flatMap((hunk: ConflictHunk) =>
    hunk.parts
      .filter(({ contested }) => contested)
      .map((part: ConflictPart): Contested => {
        const count = (seen.get(part.id) ?? 0) + 1;
        seen.set(part.id, count);
        let comparison: Contested['comparison'] | null = null;
        return {
          key: `${part.id} ${count}`,
          hunk,
          part,
          // Only those that are shown are compared.
          get comparison() {
            return (comparison ??= compareRow(conflicts.head, part, today));
          },
        };
      }),
  );
}

function startOf({ hunks }: Conflicts): number {
  return hunks[0]?.range.start ?? 0;
}
