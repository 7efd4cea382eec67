import type { TextEdit } from '../../core';
import { Channel, PROTOCOL_VERSION, parseFromWebview } from '../../protocol';
import type {
  ChangeCause,
  FromWebview,
  ReadyMessage,
  ResyncReason,
  ToWebview,
  Transport,
} from '../../protocol';
import { editsOfChanges } from './changes';
import type { ContentChange } from './changes';
import { EditApplier } from './editApplier';
import { firstLines, isLarge } from './firstLines';
import { FlushRequests } from './flushRequests';
import { PageLink } from './pageLink';
import { snapshotOf } from './sessionTypes';
import type { PageHandler, SessionDocument, SessionLog, SessionPage } from './sessionTypes';
import { TaskQueue } from './taskQueue';

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
  private readonly applier: EditApplier;
  private version: number;
  private eol: '\n' | '\r\n';

  constructor(
    private readonly document: SessionDocument,
    private readonly log: SessionLog,
  ) {
    this.applier = new EditApplier(document, log);
    this.version = document.version;
    this.eol = document.eol;
  }

  get pageCount(): number {
    return this.pages.size;
  }

  /** The document as it is now. */
  get text(): string {
    return this.document.text();
  }

  /** True when a page is to be sent the first lines ahead of the whole text. */
  get isLarge(): boolean {
    return isLarge(this.document);
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
        this.start(page, handler, message);
        return;
      case 'edit':
        this.run('edit', async () => {
          if (await this.applier.apply(page, message)) return;
          handler.foundReadOnly();
          if (page.isLive) this.begin(page, handler);
        });
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
          page.resync(snapshotOf(this.document), 'requested');
        });
        return;
      case 'flushed':
        this.flushes.answer(page, message.request);
        return;
      case 'openAsText':
      case 'selection':
      case 'view':
      case 'copy':
      case 'requestPaste':
      case 'savePicture':
      case 'action':
      case 'log':
        handler.other(message);
        return;
      default:
        message satisfies never;
    }
  }

  private start(page: PageLink, handler: PageHandler, { protocol, preview }: ReadyMessage): void {
    if (protocol !== PROTOCOL_VERSION) {
      this.log.error(
        `The notebook page speaks version ${protocol} and the extension version ${PROTOCOL_VERSION}: ` +
          'reload the window to get the present page.',
      );
      handler.foundOutdated();
      return;
    }
    // Edits of the page before this one may still wait: its successor shall start with them in the text.
    this.run('start', () => {
      const about = preview ? handler.preview() : null;
      const lines = about === null ? null : firstLines(this.document);
      if (about !== null && lines !== null)
        page.preview({ text: lines, lineCount: this.document.lineCount }, about);
      else this.begin(page, handler);
    });
  }

  private begin(page: PageLink, handler: PageHandler): void {
    page.start(snapshotOf(this.document), { protocol: PROTOCOL_VERSION, ...handler.surroundings() });
    handler.started();
  }

  private run(name: string, task: () => void | Promise<void>): void {
    this.queue.run(task).catch((error: unknown) => {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.log.error(`${name} failed: ${what}`);
    });
  }

  private tellPages(from: number, edits: readonly TextEdit[], reason: 'undo' | 'redo' | null): void {
    const author = reason === null ? this.applier.recognise(from, edits) : null;
    const cause: ChangeCause = reason ?? (author === null ? 'external' : 'edit');
    for (const page of this.pages) {
      if (page !== author) page.tellChange(from, this.version, edits, cause);
    }
  }

  private resyncAll(reason: ResyncReason): void {
    const snapshot = snapshotOf(this.document);
    for (const page of this.pages) page.resync(snapshot, reason);
  }
}
