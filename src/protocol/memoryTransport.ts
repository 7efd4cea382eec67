import type { Disposable, Transport } from './channel';

/** Two transports that talk to each other in memory, for running both halves in one process. */
export interface MemoryTransportPair {
  readonly host: MemoryTransport;
  readonly page: MemoryTransport;
}

/**
 * One end of a pair. What is posted waits at the other end until `deliver` is called there, so that whoever
 * runs both halves decides about every interleaving. Messages are cloned, as between two real windows.
 */
export class MemoryTransport implements Transport {
  private readonly inbox: unknown[] = [];
  private readonly listeners = new Set<(message: unknown) => void>();
  private other: MemoryTransport | null = null;

  /** Two ends, connected. */
  static pair(): MemoryTransportPair {
    const host = new MemoryTransport();
    const page = new MemoryTransport();
    host.other = page;
    page.other = host;
    return { host, page };
  }

  /** Number of messages that wait at this end. */
  get waiting(): number {
    return this.inbox.length;
  }

  post(message: unknown): void {
    this.other?.inbox.push(JSON.parse(JSON.stringify(message)));
  }

  listen(listener: (message: unknown) => void): Disposable {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /** Hands over the oldest waiting message; false when there is none. */
  deliver(): boolean {
    if (this.inbox.length === 0) return false;
    const message = this.inbox.shift();
    for (const listener of [...this.listeners]) listener(message);
    return true;
  }

  /** Throws the oldest waiting message away, as if it had got lost. */
  drop(): void {
    this.inbox.shift();
  }

  /** Hands over all waiting messages, also those that arrive meanwhile. */
  deliverAll(): void {
    while (this.deliver());
  }
}
