import type { TextEdit } from '../../core';
import type { EditMessage, RebasedOverMany, RefusedEdit, ResyncReason } from '../../protocol';
import { expectChange, isExpectedChange } from './changes';
import type { ExpectedChange } from './changes';
import type { PageLink } from './pageLink';
import { LARGEST_DOCUMENT, ReadOnlyError, snapshotOf } from './sessionTypes';
import type { SessionDocument, SessionLog } from './sessionTypes';

interface InFlight {
  readonly page: PageLink;
  readonly id: number;
  readonly expected: ExpectedChange;
  readonly mapped: RebasedOverMany;
  arrived: boolean;
}

/**
 * The document may change while an edit is under way. A program that writes without a pause gets ahead of us
 * each time until it is done; one that never is must not keep us busy for ever.
 */
const MAX_ATTEMPTS = 500;

/** So many characters of a refused edit are written down. */
const LONGEST_PREVIEW = 1000;

/**
 * Carries edits of pages into the document, one at a time: maps each through what its page had not seen,
 * applies it, recognises it in the change event that comes back, and tells its page how it went.
 */
export class EditApplier {
  private inFlight: InFlight | null = null;

  constructor(
    private readonly document: SessionDocument,
    private readonly log: SessionLog,
  ) {}

  /**
   * Carries out one edit; must not run twice at once. Resolves to true when it is in the document or was
   * refused, and to false when the document turned out to be read-only: then the page is to be started again.
   */
  async apply(page: PageLink, message: EditMessage): Promise<boolean> {
    if (page.isCurrent(message) && !page.isInOrder(message)) {
      this.refuse(page, message, 'invalid', 'It came out of order. Enter it again.');
      return true;
    }
    page.sawVersion(message.baseVersion);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (!page.isCurrent(message)) {
        // The page starts again from the whole text and shows its user the edits that this made void.
        this.log.warn(`Edit ${message.id} ("${message.label}") is void: the notebook has started again.`);
        return true;
      }
      const mapped = page.mapEdit(message.edits);
      if (mapped === null) {
        this.refuse(page, message, 'conflict', 'Somebody else changed the same place. Enter it again.');
        return true;
      }
      const last = mapped.ours[mapped.ours.length - 1]!;
      if (last.end > this.document.length()) {
        this.refuse(page, message, 'invalid', 'The edit does not fit the file. Enter it again.');
        return true;
      }
      if (this.document.length() + growthOf(mapped.ours) > LARGEST_DOCUMENT) {
        this.refuse(page, message, 'invalid', 'The file would get larger than VS Code lets extensions edit.');
        return true;
      }
      const outcome = await this.attempt(page, message, mapped);
      if (outcome === 'read-only') {
        page.keepRefused(this.describe(message, 'The file is read-only.'));
        return false;
      }
      if (outcome === 'settled') return true;
    }
    this.refuse(page, message, 'rejected', 'The file kept changing meanwhile. Enter it again.');
    return true;
  }

  /**
   * To be asked in the event of a change that is neither undo nor redo. When it is the edit under way, the
   * edit is acknowledged to its page, which is returned; else null.
   */
  recognise(from: number, edits: readonly TextEdit[]): PageLink | null {
    const { inFlight } = this;
    if (inFlight === null || inFlight.arrived || !isExpectedChange(inFlight.expected, edits)) return null;
    inFlight.arrived = true;
    inFlight.page.acknowledge(inFlight.id, from, this.document.version, inFlight.mapped);
    return inFlight.page;
  }

  /** One attempt; `overtaken` when the document changed meanwhile and the edit has to be mapped again. */
  private async attempt(
    page: PageLink,
    message: EditMessage,
    mapped: RebasedOverMany,
  ): Promise<'settled' | 'overtaken' | 'read-only'> {
    const { document } = this;
    const before = document.version;
    const expected = expectChange(mapped.ours, (start, end) => document.slice(start, end));
    const inFlight: InFlight = { page, id: message.id, expected, mapped, arrived: false };
    const applied = await this.send(inFlight, message.label);
    if (applied === 'read-only') return applied;
    if (inFlight.arrived) return 'settled';
    if (!applied) {
      if (document.version !== before) return 'overtaken';
      this.refuse(page, message, 'rejected', 'VS Code did not apply it. Is the file read-only?');
    } else if (document.version === before) {
      // It wrote what was there already.
      page.acknowledge(message.id, before, before, mapped);
    } else {
      page.settle(message.id);
      page.resync(snapshotOf(document), 'replaced');
    }
    return 'settled';
  }

  private async send(inFlight: InFlight, label: string): Promise<boolean | 'read-only'> {
    this.inFlight = inFlight;
    try {
      return await this.document.apply(inFlight.mapped.ours);
    } catch (error) {
      if (error instanceof ReadOnlyError) return 'read-only';
      this.log.error(`VS Code could not apply "${label}": ${String(error)}`);
      return false;
    } finally {
      this.inFlight = null;
    }
  }

  private refuse(page: PageLink, edit: EditMessage, reason: ResyncReason, message: string): void {
    page.settle(edit.id);
    page.keepRefused(this.describe(edit, message));
    page.resync(snapshotOf(this.document), reason);
  }

  private describe({ id, label, edits }: EditMessage, message: string): RefusedEdit {
    const texts = edits.map(({ text }) => text);
    this.log.warn(`Refused "${label}": ${message} It would have written: ${preview(texts)}`);
    return { id, label, texts, message };
  }
}

/** By how many characters edits make a text longer. */
function growthOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

function preview(texts: readonly string[]): string {
  // Cut first: of a text of millions of characters nothing is copied.
  const text = JSON.stringify(texts.slice(0, LONGEST_PREVIEW).map((each) => each.slice(0, LONGEST_PREVIEW)));
  return text.length > LONGEST_PREVIEW ? `${text.slice(0, LONGEST_PREVIEW)}…` : text;
}
