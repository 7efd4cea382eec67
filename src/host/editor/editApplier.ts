import type { TextEdit } from '../../core';
import type { EditMessage, RebasedOverMany, RefusedEdit, ResyncReason } from '../../protocol';
import { expectChange, isExpectedChange } from './changes';
import type { ExpectedChange } from './changes';
import type { PageLink } from './pageLink';
import { snapshotOf } from './sessionTypes';
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

  /** Carries out one edit. Resolves when it is in the document, or refused; must not run twice at once. */
  async apply(page: PageLink, message: EditMessage): Promise<void> {
    page.sawVersion(message.baseVersion);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (!page.isCurrent(message)) {
        // The page starts again from the whole text and shows its user the edits that this made void.
        this.log.warn(`Edit ${message.id} ("${message.label}") is void: the notebook has started again.`);
        return;
      }
      const mapped = page.mapEdit(message.edits);
      if (mapped === null) {
        this.refuse(page, message, 'conflict', 'Somebody else changed the same place. Enter it again.');
        return;
      }
      const last = mapped.ours[mapped.ours.length - 1]!;
      if (last.end > this.document.length()) {
        this.refuse(page, message, 'invalid', 'The edit does not fit the file. Enter it again.');
        return;
      }
      if (await this.attempt(page, message, mapped)) return;
    }
    this.refuse(page, message, 'rejected', 'The file kept changing meanwhile. Enter it again.');
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

  /** One attempt; false when the document changed meanwhile and the edit has to be mapped again. */
  private async attempt(page: PageLink, message: EditMessage, mapped: RebasedOverMany): Promise<boolean> {
    const { document } = this;
    const before = document.version;
    const expected = expectChange(mapped.ours, (start, end) => document.slice(start, end));
    const inFlight: InFlight = { page, id: message.id, expected, mapped, arrived: false };
    const applied = await this.send(inFlight, message.label);
    if (inFlight.arrived) return true;
    if (!applied) {
      if (document.version !== before) return false;
      this.refuse(page, message, 'rejected', 'VS Code did not apply it. Is the file read-only?');
    } else if (document.version === before) {
      // It wrote what was there already.
      page.acknowledge(message.id, before, before, mapped);
    } else {
      page.settle(message.id);
      page.resync(snapshotOf(document), 'replaced');
    }
    return true;
  }

  private async send(inFlight: InFlight, label: string): Promise<boolean> {
    this.inFlight = inFlight;
    try {
      return await this.document.apply(inFlight.mapped.ours);
    } catch (error) {
      this.log.error(`VS Code could not apply "${label}": ${String(error)}`);
      return false;
    } finally {
      this.inFlight = null;
    }
  }

  private refuse(page: PageLink, edit: EditMessage, reason: ResyncReason, message: string): void {
    const texts = edit.edits.map(({ text }) => text);
    const refused: RefusedEdit = { id: edit.id, label: edit.label, texts, message };
    this.log.warn(`Refused "${edit.label}": ${message} It would have written: ${preview(texts)}`);
    page.settle(edit.id);
    page.resync(snapshotOf(this.document), reason, [refused]);
  }
}

function preview(texts: readonly string[]): string {
  const text = JSON.stringify(texts);
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
