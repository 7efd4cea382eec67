import type { Later } from './liveFile';

/** When to run after a call. */
export interface DebounceTimes {
  /** So long after the last call … */
  readonly quiet: number;
  /** … but at the latest so long after the first one that was not answered. */
  readonly limit: number;
}

/** Runs something once after many calls, when they pause, and every now and then when they don't. */
export class Debounce {
  private cancelQuiet: (() => void) | null = null;
  private cancelLimit: (() => void) | null = null;

  constructor(
    private readonly run: () => void,
    private readonly times: DebounceTimes,
    private readonly later: Later,
  ) {}

  call(): void {
    this.cancelQuiet?.();
    this.cancelQuiet = this.later(() => this.fire(), this.times.quiet);
    this.cancelLimit ??= this.later(() => this.fire(), this.times.limit);
  }

  /** Forgets the calls that were not answered. */
  dispose(): void {
    this.cancelQuiet?.();
    this.cancelLimit?.();
    this.cancelQuiet = null;
    this.cancelLimit = null;
  }

  private fire(): void {
    this.dispose();
    this.run();
  }
}
