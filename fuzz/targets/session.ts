import { applyEdits } from '../../src/core';
import type { TextEdit } from '../../src/core';
import { DocumentSession } from '../../src/host/editor/session';
import type { SessionDocument } from '../../src/host/editor/sessionTypes';
import { parseFromWebview } from '../../src/protocol';
import { expect, target } from '../engine/target';
import { FORGED, FROM_PAGE, forged, messageOf, said } from '../grammar/messages';
import type { Said } from '../grammar/messages';

interface Talk {
  readonly text: string;
  readonly messages: readonly {
    readonly said: Said;
    readonly field: number;
    readonly what: number;
    readonly right: boolean;
    readonly behind: boolean;
  }[];
}

/** A page that lies to the host: whatever it says, only edits that fit the document reach it. */
export const session = target<Talk>({
  name: 'session',
  promise: 'whatever a page says, the document takes only edits that it sent and that fit',
  share: 2,
  generate: (random) => ({
    text: 'period,start,new,lost,end\n2024-Q1,100,15,10,105\n2024-Q2,105,5,10,100\n'.slice(
      0,
      random.below(100),
    ),
    messages: random.list(1, 12, () => ({
      said: said(random, random.percent(50) ? ['ready', 'edit', 'edit', 'edit'] : Object.keys(FROM_PAGE)),
      field: random.below(12),
      what: random.below(FORGED.length),
      right: random.percent(60),
      behind: random.percent(30),
    })),
  }),
  check: async ({ text, messages }) => {
    const document = new StrictDocument(text);
    const log: string[] = [];
    const hosted = new DocumentSession(document, { warn: () => undefined, error: (line) => log.push(line) });
    document.onChange = (edits) =>
      hosted.documentChanged(
        [...edits].reverse().map(({ start, end, text: written }) => ({
          rangeOffset: start,
          rangeLength: end - start,
          text: written,
        })),
        null,
      );
    let say: (message: unknown) => void = () => undefined;
    const answers: unknown[] = [];
    const transport = {
      post: (message: unknown) => answers.push(message),
      listen: (listener: (message: unknown) => void) => {
        say = listener;
        return { dispose: () => undefined };
      },
    };
    const nothing = (): Promise<void> => Promise.resolve();
    hosted.attach(transport, {
      surroundings: () => SURROUNDINGS,
      started: () => undefined,
      preview: () => SURROUNDINGS,
      foundReadOnly: () => undefined,
      foundOutdated: () => undefined,
      undo: nothing,
      redo: nothing,
      other: () => undefined,
    });
    let sent = 0;
    for (const { said: each, field, what, right, behind } of messages) {
      const message = right ? messageOf(each) : forged(messageOf(each), field, what);
      const parsed = parseFromWebview(message);
      if (parsed.ok && parsed.message.type === 'edit') sent++;
      say(message);
      if (behind) await hosted.idle();
    }
    await hosted.idle();
    expect(document.changes <= sent, () => `${document.changes} changes of ${sent} edits`);
    const failed = log.find((line) => / failed: |could not apply/.test(line));
    expect(failed === undefined, () => failed ?? '');
  },
});

const SURROUNDINGS = {
  fileName: 'a.retention',
  readOnly: null,
  today: 20_000,
  locale: 'en',
  configuration: { enterKey: 'edit' },
  reveal: null,
  view: null,
} as const;

/** A document that takes no edit which does not fit. */
class StrictDocument implements SessionDocument {
  version = 1;
  readonly eol = '\n';
  changes = 0;
  onChange: (edits: readonly TextEdit[]) => void = () => undefined;

  constructor(private content: string) {}

  text(): string {
    return this.content;
  }

  slice(start: number, end: number): string {
    return this.content.slice(start, end);
  }

  length(): number {
    return this.content.length;
  }

  get lineCount(): number {
    return this.content.split('\n').length;
  }

  lines(): Iterable<string> {
    return this.content.split(/(?<=\n)/);
  }

  apply(edits: readonly TextEdit[]): Promise<boolean> {
    // Throws for edits that do not fit; the session logs that, and the check finds it.
    this.content = applyEdits(this.content, edits);
    this.version++;
    this.changes++;
    this.onChange(edits);
    return Promise.resolve(true);
  }
}
