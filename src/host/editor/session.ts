import { Channel, PROTOCOL_VERSION, parseFromWebview } from '../../protocol';
import type {
  ChangeCause,
  EditMessage,
  FromWebview,
  RebasedOverMany,
  RefusedEdit,
  ResyncReason,
  ToWebview,
  Transport,
} from '../../protocol';
import type { TextEdit } from '../../core';
import { editsOfChanges, expectChange, isExpectedChange } from './changes';
import type { ContentChange, ExpectedChange } from './changes';
import { FlushRequests } from './flushRequests';
import { PageLink } from './pageLink';
import type { Snapshot } from './pageLink';
import type { PageHandler, SessionDocument, SessionLog, SessionPage } from './sessionTypes';
import { TaskQueue } from './taskQueue';

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
 * Keeps the pages on one document equal to the document, which is the only truth.
 *
 * Edits of pages go through one queue, each as one undo step. The change event that comes back acknowledges
 * the edit to its page and tells it to the others; a change nobody here asked for is told to all. An edit
 * made without knowledge of such a change is mapped through it, or refused when both touch the same place:
 * then the page starts again from the document's text and shows what was typed. No edit gets lost in
 * silence, and none blocks those after it.
 */
export class DocumentSession {
  private readonly queue = new TaskQueue();
  private readonly pages = new Set<PageLink>();
  private readonly flushes = new FlushRequests();
  private inFlight: InFlight | null = null;
  private version: number;
  private eol: '\n' | '\r\n';

  constructor(
    private readonly document: SessionDocument,
    private readonly log: SessionLog,
  ) {
    this.version = document.version;
    this.eol = document.eol;
  }

  get pageCount(): number {
    return this.pages.size;
  }

  /** Connects a page. */
  attach(transport: Transport, handler: PageHandler): SessionPage {
    const channel = new Channel<ToWebview, FromWebview>(transport, parseFromWebview, {
      receive: (message) => this.receive(link, handler, message),
      report: (problem) => this.log.warn(problem),
    });
    const link = new PageLink(channel);
    this.pages.add(link);
    return {
      send: (message) => link.send(message),
      hide: () => this.stop(link),
      get isLive() {
        return link.isLive;
      },
      dispose: () => {
        channel.dispose();
        this.stop(link);
        this.pages.delete(link);
      },
    };
  }

  /** VS Code told that the document changed. To be called in the very event. */
  documentChanged(changes: readonly ContentChange[], reason: 'undo' | 'redo' | null): void {
    const from = this.version;
    this.version = this.document.version;
    if (this.eol !== this.document.eol) {
      this.eol = this.document.eol;
      this.resyncAll('replaced');
      return;
    }
    if (changes.length === 0) {
      // VS Code also tells here that the document became clean or dirty, which has no new version.
      if (from !== this.version) this.resyncAll('replaced');
      return;
    }
    const edits = editsOfChanges(changes);
    if (edits === null) {
      this.resyncAll('replaced');
      return;
    }
    this.tellPages(from, edits, reason);
  }

  /** Resolves when everything the pages have sent so far is in the document, or refused. */
  idle(): Promise<void> {
    return this.queue.idle();
  }

  /**
   * Has the pages commit their open cells and waits until those are in the document, or until `timeLimit`
   * is over. For a save that a person asked for.
   */
  async flush(timeLimit: Promise<void>): Promise<void> {
    const live = [...this.pages].filter((page) => page.isLive);
    const answers = live.map((page) => {
      const { request, answered } = this.flushes.open(page);
      page.send({ type: 'flush', request });
      return answered;
    });
    const flushed = Promise.all(answers).then(() => this.queue.idle());
    await Promise.race([flushed, timeLimit]);
  }

  private stop(page: PageLink): void {
    page.stop();
    this.flushes.closeAll(page);
  }

  private receive(page: PageLink, handler: PageHandler, message: FromWebview): void {
    switch (message.type) {
      case 'ready':
        this.start(page, handler, message.protocol);
        return;
      case 'edit':
        this.run('edit', () => this.applyEdit(page, message));
        return;
      case 'undo':
        this.run('undo', () => handler.undo());
        return;
      case 'redo':
        this.run('redo', () => handler.redo());
        return;
      case 'synced':
        // Behind the edits sent before, which were made without having seen it.
        this.run('synced', () => {
          page.sawVersion(message.version);
        });
        return;
      case 'requestResync':
        this.log.warn(`The notebook asked for the whole text again: ${message.reason}`);
        // Behind the edits sent before, so that they are settled and not void.
        this.run('resync', () => {
          page.resync(this.snapshot(), 'requested');
        });
        return;
      case 'flushed':
        this.flushes.answer(page, message.request);
        return;
      case 'openAsText':
      case 'selection':
      case 'copy':
      case 'action':
      case 'log':
        handler.other(message);
        return;
      default:
        message satisfies never;
    }
  }

  private start(page: PageLink, handler: PageHandler, protocol: number): void {
    if (protocol !== PROTOCOL_VERSION) {
      this.log.error(
        `The notebook page speaks version ${protocol} and the extension version ${PROTOCOL_VERSION}: ` +
          'reload the window to get the present page.',
      );
    }
    // Edits of the page before this one may still wait: its successor shall start with them in the text.
    this.run('start', () => {
      page.start(this.snapshot(), { protocol: PROTOCOL_VERSION, ...handler.surroundings() });
    });
  }

  private run(name: string, task: () => void | Promise<void>): void {
    this.queue.run(task).catch((error: unknown) => {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.log.error(`${name} failed: ${what}`);
    });
  }

  private async applyEdit(page: PageLink, message: EditMessage): Promise<void> {
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
      if (await this.tryEdit(page, message, mapped)) return;
    }
    this.refuse(page, message, 'rejected', 'The file kept changing meanwhile. Enter it again.');
  }

  /** One attempt; false when the document changed meanwhile and the edit has to be mapped again. */
  private async tryEdit(page: PageLink, message: EditMessage, mapped: RebasedOverMany): Promise<boolean> {
    const before = this.version;
    const expected = expectChange(mapped.ours, (start, end) => this.document.slice(start, end));
    const inFlight: InFlight = { page, id: message.id, expected, mapped, arrived: false };
    this.inFlight = inFlight;
    let applied = false;
    try {
      applied = await this.document.apply(mapped.ours);
    } catch (error) {
      this.log.error(`VS Code could not apply "${message.label}": ${String(error)}`);
    } finally {
      this.inFlight = null;
    }
    if (inFlight.arrived) return true;
    if (this.version !== before && !applied) return false;
    if (!applied) {
      const hint = 'VS Code did not apply it. Is the file read-only?';
      this.refuse(page, message, 'rejected', hint);
    } else if (this.version === before) {
      // It wrote what was there already.
      page.acknowledge(message.id, before, before, mapped);
    } else {
      page.settle(message.id);
      page.resync(this.snapshot(), 'replaced');
    }
    return true;
  }

  private refuse(page: PageLink, edit: EditMessage, reason: ResyncReason, message: string): void {
    const texts = edit.edits.map(({ text }) => text);
    const refused: RefusedEdit = { id: edit.id, label: edit.label, texts, message };
    this.log.warn(`Refused "${edit.label}": ${message} It would have written: ${preview(texts)}`);
    page.settle(edit.id);
    page.resync(this.snapshot(), reason, [refused]);
  }

  private tellPages(from: number, edits: readonly TextEdit[], reason: 'undo' | 'redo' | null): void {
    const { inFlight, version } = this;
    const ours =
      inFlight !== null && !inFlight.arrived && reason === null && isExpectedChange(inFlight.expected, edits);
    const cause: ChangeCause = reason ?? (ours ? 'edit' : 'external');
    if (ours) {
      inFlight.arrived = true;
      inFlight.page.acknowledge(inFlight.id, from, version, inFlight.mapped);
    }
    for (const page of this.pages) {
      if (!ours || page !== inFlight.page) page.tellChange(from, version, edits, cause);
    }
  }

  private resyncAll(reason: ResyncReason): void {
    const snapshot = this.snapshot();
    for (const page of this.pages) page.resync(snapshot, reason);
  }

  private snapshot(): Snapshot {
    return { version: this.document.version, text: this.document.text(), eol: this.document.eol };
  }
}

function preview(texts: readonly string[]): string {
  const text = JSON.stringify(texts);
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}
