import { applyEdits } from '../../../../src/core';
import type { TextEdit } from '../../../../src/core';
import type { DocumentSession } from '../../../../src/host/editor/session';
import type { OtherMessage, SessionPage } from '../../../../src/host/editor/sessionTypes';
import { MemoryTransport } from '../../../../src/protocol';
import type {
  ChangeCause,
  GridCommand,
  InitMessage,
  NotebookConfiguration,
  ReadOnlyCause,
  RefusedEdit,
  ResyncReason,
  RevealTarget,
} from '../../../../src/protocol';
import { requestPreview, SyncClient } from '../../../../src/webview/sync';
import type { SyncHandler } from '../../../../src/webview/sync';
import type { FakeDocument } from './fakeDocument';

/** A page with nothing but a text, connected to a session in memory. */
export class FakePage implements SyncHandler {
  text: string | null = null;
  readonly refusals: RefusedEdit[] = [];
  readonly causes: (ChangeCause | 'local')[] = [];
  readonly resets: ResyncReason[] = [];
  readonly heard: unknown[] = [];
  /** What `commitOpenCell` will write at the end of the text. */
  openCell: string | null = null;
  readonly client: SyncClient;
  readonly page: SessionPage;
  readonly others: OtherMessage[] = [];
  private readonly hostEnd: MemoryTransport;
  private readonly pageEnd: MemoryTransport;

  constructor(session: DocumentSession, document: FakeDocument, options: { readOnly?: ReadOnlyCause } = {}) {
    const { host, page } = MemoryTransport.pair();
    let readOnly = options.readOnly ?? null;
    this.hostEnd = host;
    this.pageEnd = page;
    this.page = session.attach(host, {
      surroundings: () => ({
        fileName: 'a.retention',
        readOnly,
        today: 20_000,
        locale: 'en',
        configuration: { enterKey: 'edit' },
        reveal: null,
        view: null,
      }),
      preview: () => ({ fileName: 'a.retention', readOnly, today: 20_000, locale: 'en', view: null }),
      started: () => undefined,
      foundReadOnly: () => (readOnly = 'file'),
      foundOutdated: () => this.heard.push('outdated'),
      undo: () => document.undo(),
      redo: () => document.redo(),
      other: (message) => this.others.push(message),
    });
    this.client = new SyncClient(page, this);
    // The first part of a page asks for the beginning of a large text, and what comes after it for all of it.
    void requestPreview(page, () => {}).then((preview) => {
      if (preview === null) return;
      this.heard.push(preview);
      this.client.start();
    });
  }

  /** Lets the host read the oldest message of the page; false when there is none. */
  toHost(): boolean {
    return this.hostEnd.deliver();
  }

  /** Lets the page read the oldest message of the host; false when there is none. */
  toPage(): boolean {
    return this.pageEnd.deliver();
  }

  /** The oldest message of the host never arrives. */
  lose(): void {
    this.pageEnd.drop();
  }

  /** Sends the host anything at all. */
  post(message: unknown): void {
    this.pageEnd.post(message);
  }

  /** A new page takes the place of this one, as after a tab was hidden and shown again. */
  reload(): SyncClient {
    this.client.dispose();
    this.text = null;
    const fresh = new SyncClient(this.pageEnd, this);
    fresh.start();
    return fresh;
  }

  start(init: InitMessage): void {
    this.text = init.text;
    this.heard.push(init);
  }

  reset(text: string, reason: ResyncReason): void {
    this.text = text;
    this.resets.push(reason);
  }

  apply(edits: readonly TextEdit[], cause: ChangeCause | 'local'): void {
    this.text = applyEdits(this.text!, edits);
    this.causes.push(cause);
  }

  refused(edits: readonly RefusedEdit[]): void {
    this.refusals.push(...edits);
  }

  acknowledged(): void {}

  silent(): void {}

  commitOpenCell(): void {
    if (this.openCell === null || this.text === null) return;
    const end = this.text.length;
    this.client.edit([{ start: end, end, text: this.openCell }], 'Open cell');
    this.openCell = null;
  }

  reveal(target: RevealTarget): void {
    this.heard.push(target);
  }

  command(name: GridCommand): void {
    this.heard.push(name);
  }

  paste(text: string): void {
    this.heard.push(text);
  }

  configure(configuration: NotebookConfiguration): void {
    this.heard.push(configuration);
  }

  today(today: number): void {
    this.heard.push(today);
  }
}

/** Lets everything that waits for a settled promise go on. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Delivers and lets through everything, until nothing moves any more. */
export async function settleAll(document: FakeDocument, pages: readonly FakePage[]): Promise<void> {
  await settle();
  for (let moved = true; moved;) {
    moved = document.underWay > 0;
    document.open();
    for (const page of pages) {
      while (page.toHost()) moved = true;
      while (page.toPage()) moved = true;
    }
    await settle();
  }
}
