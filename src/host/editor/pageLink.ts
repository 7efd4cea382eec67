import type {
  ChangeCause,
  Channel,
  EditMessage,
  FromWebview,
  InitMessage,
  PreviewMessage,
  RefusedEdit,
  ResyncReason,
  ToWebview,
} from '../../protocol';
import { rebaseOverMany } from '../../protocol';
import type { RebasedOverMany } from '../../protocol';
import type { TextEdit } from '../../core';

/** The document's present text, as a page needs it to start. */
export interface Snapshot {
  readonly version: number;
  readonly text: string;
  readonly eol: '\n' | '\r\n';
}

/** What a page is told besides the text when it starts. */
export type Surroundings = Pick<
  InitMessage,
  'protocol' | 'fileName' | 'readOnly' | 'today' | 'locale' | 'configuration' | 'reveal' | 'view'
>;

/** What a page is told besides the first lines. */
export type PreviewSurroundings = Pick<InitMessage, 'fileName' | 'readOnly' | 'today' | 'locale' | 'view'>;

/** A page that is gone may have sent an edit just before; after so many changes it has not. */
const LONGEST_MEMORY = 1000;

interface UnseenChange {
  readonly version: number;
  readonly edits: readonly TextEdit[];
}

/**
 * What the host knows about one page: what it has been told, and which changes of others it had not seen
 * when it made an edit. A page that is hidden is gone: VS Code throws it away and loads it anew.
 */
export class PageLink {
  private epoch = 0;
  private seen = 0;
  private live = false;
  private settled = 0;
  private unseen: readonly UnseenChange[] = [];
  private untold: RefusedEdit[] = [];

  constructor(private readonly channel: Channel<ToWebview, FromWebview>) {}

  /** True while a loaded page listens. */
  get isLive(): boolean {
    return this.live;
  }

  send(message: ToWebview): void {
    if (this.live) this.channel.send(message);
  }

  /** A page has loaded and is told first lines: until it asks for the whole text, it is told nothing else. */
  preview(first: Pick<PreviewMessage, 'text' | 'lineCount'>, about: PreviewSurroundings): void {
    this.channel.send({ type: 'preview', ...about, ...first });
  }

  /** A page has loaded: it starts from the whole text, and is told what its predecessor lost. */
  start(snapshot: Snapshot, surroundings: Surroundings): void {
    this.live = true;
    this.settled = 0;
    this.begin();
    this.send({
      type: 'init',
      ...surroundings,
      ...snapshot,
      epoch: this.epoch,
      refused: this.takeUntold(),
    });
  }

  /** The page is gone. Edits it sent before are still carried out. */
  stop(): void {
    this.live = false;
  }

  /** Keeps a refused edit until the page is started or resynchronised, when it is told. */
  keepRefused(refused: RefusedEdit): void {
    this.untold.push(refused);
  }

  /** The page's text can't be brought up to date step by step: it starts again from the whole one. */
  resync(snapshot: Snapshot, reason: ResyncReason): void {
    this.begin();
    if (!this.live) return;
    this.send({
      type: 'resync',
      ...snapshot,
      epoch: this.epoch,
      reason,
      refused: this.takeUntold(),
      settled: this.settled,
    });
  }

  /** Something else changed the text. */
  tellChange(from: number, version: number, edits: readonly TextEdit[], cause: ChangeCause): void {
    if (this.epoch === 0) return;
    if (!this.live && this.unseen.length >= LONGEST_MEMORY) this.begin();
    this.unseen = [...this.unseen, { version, edits }];
    this.send({ type: 'changed', from, version, edits, cause });
  }

  /** The page has seen everything up to a version. */
  sawVersion(version: number): void {
    this.seen = Math.max(this.seen, version);
    if (this.unseen.length === 0 || this.unseen[0]!.version > version) return;
    this.unseen = this.unseen.filter((change) => change.version > version);
  }

  /** False for an edit that was made before the last start, which the page has declared void itself. */
  isCurrent(message: EditMessage): boolean {
    return message.epoch === this.epoch;
  }

  /**
   * False when messages of the page have come in another order than they were sent: then nobody knows which
   * text the edit is about.
   */
  isInOrder({ id, baseVersion }: EditMessage): boolean {
    return id > this.settled && baseVersion >= this.seen;
  }

  /** The page's edit as an edit of the present text; null when it meets a change the page has not seen. */
  mapEdit(edits: readonly TextEdit[]): RebasedOverMany | null {
    return rebaseOverMany(
      edits,
      this.unseen.map((change) => change.edits),
    );
  }

  /** The page's edit is in the document; `mapped` is what `mapEdit` made of it. */
  acknowledge(id: number, from: number, version: number, mapped: RebasedOverMany): void {
    this.unseen = this.unseen.map((change, i) => ({ ...change, edits: mapped.theirs[i] ?? change.edits }));
    this.settle(id);
    this.send({ type: 'acknowledged', id, from, version });
  }

  /** The edit has been dealt with, one way or another. */
  settle(id: number): void {
    this.settled = Math.max(this.settled, id);
  }

  private begin(): void {
    this.epoch += 1;
    this.seen = 0;
    this.unseen = [];
  }

  private takeUntold(): readonly RefusedEdit[] {
    const untold = this.untold;
    this.untold = [];
    return untold;
  }
}
