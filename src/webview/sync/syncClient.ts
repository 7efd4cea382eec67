import type { TextEdit } from '../../core';
import { Channel, PROTOCOL_VERSION, parseToWebview } from '../../protocol';
import type {
  ChangeCause,
  ChangedMessage,
  Disposable,
  FromWebview,
  InitMessage,
  RefusedEdit,
  ResyncMessage,
  ToWebview,
  Transport,
} from '../../protocol';
import { normaliseEdits } from './normalise';
import { PendingEdits } from './pendingEdits';
import type { PendingEdit } from './pendingEdits';
import { Silence } from './silence';
import type { SyncHandler } from './handler';

/**
 * - `waiting`: the page has not been told the text yet;
 * - `running`: the page's text is the host's plus the pending edits;
 * - `stalled`: it is not, and the host is about to send the whole text.
 */
type State = 'waiting' | 'running' | 'stalled';

/**
 * The page's half of the synchronisation. The page applies each edit of its user at once and sends it; the
 * host acknowledges it, or has the page start again from the document's text. Changes by others are mapped
 * through the edits still under way. What could not be applied is reported, never dropped in silence.
 */
export class SyncClient implements Disposable {
  private readonly channel: Channel<FromWebview, ToWebview>;
  private state: State = 'waiting';
  private readOnly = false;
  private epoch = 0;
  private version = 0;
  private eol: '\n' | '\r\n' = '\n';
  private readonly pending = new PendingEdits();
  private readonly silence: Silence;

  constructor(
    transport: Transport,
    private readonly handler: SyncHandler,
  ) {
    this.silence = new Silence((isSilent) => handler.silent(isSilent));
    this.channel = new Channel<FromWebview, ToWebview>(transport, parseToWebview, {
      receive: (message) => {
        this.receive(message);
        this.silence.heard(this.state !== 'running' || this.pending.count > 0);
      },
      report: (problem) => this.report(problem),
    });
  }

  /** Tells the host that the page has loaded; it answers with the text. */
  start(): void {
    this.send({ type: 'ready', protocol: PROTOCOL_VERSION, preview: false });
    this.silence.asked();
  }

  /** True when the user's edits are taken. */
  get canEdit(): boolean {
    return this.state !== 'waiting' && !this.readOnly;
  }

  /** The id of the edit sent last; 0 before the first. `RefusedEdit.id` refers to it. */
  get lastId(): number {
    return this.pending.lastId;
  }

  /** Number of edits that the host has not acknowledged yet. */
  get pendingCount(): number {
    return this.pending.count;
  }

  /** The edits that the host has not acknowledged yet, in their order, each as an edit of the text before it. */
  get underway(): readonly PendingEdit[] {
    return this.pending.all;
  }

  /**
   * Applies an action of the user to the page's text at once, and sends it to the host as one undo step.
   * `edits` refer to the page's present text, in any order; `label` names the action for messages.
   * False when there is nothing to do, or the page can't be edited.
   *
   * @throws RangeError when edits overlap or lie outside the text; then nothing was applied or sent.
   */
  edit(edits: readonly TextEdit[], label: string): boolean {
    if (!this.canEdit) return false;
    const normal = normaliseEdits(edits, this.eol);
    if (normal.length === 0) return false;
    this.handler.apply(normal, 'local');
    const edit = this.pending.add(label, normal);
    this.send({ type: 'edit', ...edit, epoch: this.epoch, baseVersion: this.version });
    this.silence.asked();
    return true;
  }

  /** Undoes the last step of the document, after the edits sent so far. */
  undo(): void {
    this.send({ type: 'undo' });
  }

  /** Redoes. */
  redo(): void {
    this.send({ type: 'redo' });
  }

  /** Sends anything that is not about the text. */
  tell(
    message: Exclude<FromWebview, { type: 'ready' | 'edit' | 'synced' | 'flushed' | 'undo' | 'redo' }>,
  ): void {
    this.send(message);
  }

  dispose(): void {
    this.silence.dispose();
    this.channel.dispose();
  }

  private send(message: FromWebview): void {
    this.channel.send(message);
  }

  private receive(message: ToWebview): void {
    // What was meant for the page before this one may still arrive.
    if (this.state === 'waiting' && message.type !== 'init') return;
    switch (message.type) {
      case 'init':
        this.init(message);
        return;
      case 'resync':
        this.resync(message);
        return;
      case 'changed':
        this.changed(message);
        return;
      case 'acknowledged':
        this.acknowledged(message.id, message.from, message.version);
        return;
      case 'flush':
        this.flush(message.request);
        return;
      case 'reveal':
        this.handler.reveal(message.target);
        return;
      case 'command':
        this.handler.command(message.name);
        return;
      case 'paste':
        this.handler.paste(message.text);
        return;
      case 'configuration':
        this.handler.configure(message.configuration);
        return;
      case 'today':
        this.handler.today(message.today);
        return;
      case 'preview':
        // For a page that waits for nothing else: see `requestPreview`.
        return;
      default:
        message satisfies never;
    }
  }

  private init(message: InitMessage): void {
    if (message.protocol !== PROTOCOL_VERSION) {
      this.report(
        `The host speaks version ${message.protocol} and the page version ${PROTOCOL_VERSION}: reload the window.`,
      );
    }
    this.readOnly = message.readOnly !== null;
    const lost = this.pending.drop();
    this.begin(message);
    this.handler.start(message);
    this.reportRefused([...message.refused, ...lost]);
  }

  private resync(message: ResyncMessage): void {
    const known = new Set(message.refused.map(({ id }) => id));
    const lost = this.pending.drop(({ id }) => id > message.settled && !known.has(id));
    this.begin(message);
    this.handler.reset(message.text, message.reason);
    this.reportRefused([...message.refused, ...lost]);
  }

  private begin({ epoch, version, eol }: InitMessage | ResyncMessage): void {
    this.state = 'running';
    this.epoch = epoch;
    this.version = version;
    this.eol = eol;
  }

  private changed({ from, version, edits, cause }: ChangedMessage): void {
    if (this.state !== 'running') return;
    if (from !== this.version) {
      this.stall(`a change from version ${from} came at version ${this.version}`);
      return;
    }
    const mapped = this.pending.mapThrough(edits);
    if (mapped === null) {
      // The host will find the same when the edit arrives there, and send the whole text.
      this.state = 'stalled';
      return;
    }
    if (!this.applyForeign(mapped.theirs, cause)) return;
    mapped.accept();
    this.version = version;
    this.send({ type: 'synced', version });
  }

  private applyForeign(edits: readonly TextEdit[], cause: ChangeCause): boolean {
    try {
      this.handler.apply(edits, cause);
      return true;
    } catch (error) {
      this.stall(`a change could not be applied: ${String(error)}`);
      return false;
    }
  }

  private acknowledged(id: number, from: number, version: number): void {
    if (this.state !== 'running') return;
    if (from !== this.version || !this.pending.acknowledge(id)) {
      this.stall(`edit ${id} was acknowledged out of order`);
      return;
    }
    this.version = version;
    this.handler.acknowledged();
  }

  private flush(request: number): void {
    try {
      this.handler.commitOpenCell();
    } finally {
      this.send({ type: 'flushed', request });
    }
  }

  private stall(reason: string): void {
    this.state = 'stalled';
    this.send({ type: 'requestResync', reason: reason.slice(0, MAX_LINE) });
  }

  private reportRefused(refused: readonly RefusedEdit[]): void {
    if (refused.length > 0) this.handler.refused(refused);
  }

  private report(problem: string): void {
    this.send({ type: 'log', level: 'error', message: problem.slice(0, MAX_LINE) });
  }
}

const MAX_LINE = 2000;
