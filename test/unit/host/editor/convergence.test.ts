/**
 * Both halves of the synchronisation together, under every order in which messages, edits and changes by
 * others may happen: pages and document end up equal, and each edit is either in the document or was shown
 * to its author as refused, never both and never neither.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentSession } from '../../../../src/host/editor/session';
import { FakeDocument } from './fakeDocument';
import { FakePage, settle, settleAll } from './fakePage';

const PAGES = 2;

type Step =
  | { readonly kind: 'toHost' | 'toPage' | 'undo' | 'redo'; readonly page: number }
  | { readonly kind: 'type'; readonly page: number; readonly at: number; readonly length: number }
  | { readonly kind: 'paste'; readonly page: number; readonly at: number; readonly length: number }
  | { readonly kind: 'foreign'; readonly at: number; readonly length: number }
  | { readonly kind: 'open' | 'refuse' | 'eol' | 'settle' };

const page = fc.nat(PAGES - 1);
const at = fc.nat(1000);
const length = fc.nat(4);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('toHost' as const), page }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('toPage' as const), page }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), page, at, length }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('paste' as const), page, at, length }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('foreign' as const), at, length }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constantFrom('open' as const, 'settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), page }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('refuse' as const, 'eol' as const) }) },
);

class World {
  readonly document: FakeDocument;
  readonly session: DocumentSession;
  readonly pages: FakePage[];
  readonly log: string[] = [];
  /** What each page's user typed, each piece unlike any other. */
  readonly typed: string[][] = Array.from({ length: PAGES }, () => []);
  private tokens = 0;

  constructor(text: string, wording: 'plain' | 'joined') {
    this.document = new FakeDocument(text);
    this.document.wording = wording;
    this.session = new DocumentSession(this.document, {
      warn: (message) => this.log.push(message),
      error: (message) => this.log.push(message),
    });
    this.document.onChange = (changes, reason) => this.session.documentChanged(changes, reason);
    this.pages = this.typed.map(() => new FakePage(this.session, this.document));
  }

  async take(next: Step): Promise<void> {
    switch (next.kind) {
      case 'toHost':
        this.pages[next.page]!.toHost();
        break;
      case 'toPage':
        this.pages[next.page]!.toPage();
        break;
      case 'undo':
        this.pages[next.page]!.client.undo();
        break;
      case 'redo':
        this.pages[next.page]!.client.redo();
        break;
      case 'type':
        this.type(next.page, [this.place(this.pages[next.page]!.text ?? '', next)]);
        break;
      case 'paste':
        this.paste(next.page, next);
        break;
      case 'foreign':
        this.document.change([{ ...this.place(this.document.text(), next), text: `(${this.tokens++})` }]);
        break;
      case 'open':
        this.document.open();
        break;
      case 'refuse':
        this.document.refuse('false');
        break;
      case 'eol':
        this.document.changeEol(this.document.eol === '\n' ? '\r\n' : '\n');
        break;
      case 'settle':
        await settle();
        break;
    }
  }

  private place(text: string, { at, length }: { at: number; length: number }) {
    const start = at % (text.length + 1);
    return { start, end: Math.min(start + length, text.length) };
  }

  /** Several cells at once: one action. */
  private paste(index: number, next: { at: number; length: number }): void {
    const text = this.pages[index]!.text ?? '';
    const first = this.place(text, next);
    const second = this.place(text, { ...next, at: next.at + 7 });
    this.type(index, second.start > first.end ? [first, second] : [first]);
  }

  private type(index: number, places: readonly { start: number; end: number }[]): void {
    const texts = places.map(() => `<${this.tokens++}>`);
    const edits = places.map(({ start, end }, i) => ({ start, end, text: texts[i]! }));
    if (this.pages[index]!.client.edit(edits, 'Edit')) this.typed[index]!.push(...texts);
  }
}

describe('host and page together', () => {
  it('converge, and account for every edit exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('', 'period,start\n2024,1\n2025,2\n', '1,2,3,4,5,6,7,8,9'),
        fc.constantFrom('plain' as const, 'joined' as const),
        fc.array(step, { minLength: 1, maxLength: 60 }),
        async (text, wording, steps) => {
          const world = new World(text, wording);
          for (const next of steps) await world.take(next);
          await settleAll(world.document, world.pages);
          world.pages.forEach((each, i) => {
            expect(each.text).toBe(world.document.text());
            expect(each.client.pendingCount).toBe(0);
            const refused = each.refusals.flatMap(({ texts }) => texts);
            const applied = world.document.applied.filter((token) => world.typed[i]!.includes(token));
            expect([...applied, ...refused].sort()).toEqual([...world.typed[i]!].sort());
          });
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never refuses anything when nobody interferes', async () => {
    const alone = step.filter(({ kind }) => !['foreign', 'refuse', 'eol', 'undo', 'redo'].includes(kind));
    await fc.assert(
      fc.asyncProperty(fc.array(alone, { minLength: 1, maxLength: 60 }), async (steps) => {
        const world = new World('period,start\n2024,1\n', 'plain');
        for (const next of steps) await world.take('page' in next ? { ...next, page: 0 } : next);
        await settleAll(world.document, world.pages);
        expect(world.pages[0]!.refusals).toEqual([]);
        expect(world.pages[0]!.resets).toEqual([]);
        expect(world.log).toEqual([]);
        expect(world.document.applied).toEqual(world.typed[0]);
      }),
      { numRuns: 300 },
    );
  });
});
