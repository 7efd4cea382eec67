import type { Parsed } from './validate';

/** Something that can be let go of. Shaped like VS Code's own. */
export interface Disposable {
  dispose(): void;
}

/**
 * The least that carries messages: VS Code's `Webview` on one side, `acquireVsCodeApi()` and the window on
 * the other, two arrays in a test. Messages arrive in the order they were posted, or not at all.
 */
export interface Transport {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): Disposable;
}

/** What a channel does with what arrives. */
export interface ChannelHandler<In> {
  /** A message that passed its check. */
  receive(message: In): void;
  /** A message that was refused, or whose handling threw; one sentence for the log. */
  report(problem: string): void;
}

/**
 * Typed messages over a transport. What arrives is checked first; a bad message, or a handler that throws,
 * is reported and never stops the messages after it.
 */
export class Channel<Out, In extends { readonly type: string }> implements Disposable {
  private readonly subscription: Disposable;

  constructor(
    private readonly transport: Transport,
    parse: (raw: unknown) => Parsed<In>,
    handler: ChannelHandler<In>,
  ) {
    this.subscription = transport.listen((raw) => {
      const parsed = parse(raw);
      if (!parsed.ok) {
        handler.report(`Message refused: ${parsed.problem}.`);
        return;
      }
      try {
        handler.receive(parsed.message);
      } catch (error) {
        handler.report(`Message "${parsed.message.type}" failed: ${describe(error)}`);
      }
    });
  }

  send(message: Out): void {
    this.transport.post(message);
  }

  dispose(): void {
    this.subscription.dispose();
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
