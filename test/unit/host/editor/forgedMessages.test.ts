/** Messages that no page of ours sends: whatever arrives, the document changes by nothing but an edit of its own text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../src/core';
import { LARGEST_DOCUMENT } from '../../../../src/host/editor/sessionTypes';
import { MAX_TEXT_LENGTH, PROTOCOL_VERSION } from '../../../../src/protocol';
import { settleAll } from './fakePage';
import { openSession } from './openSession';

const TEXT = 'period,start\n2024,1\n2025,2\n';
const edit = (start: number, end: number, text: string, more: object = {}) => ({
  type: 'edit',
  id: 1,
  epoch: 1,
  baseVersion: 1,
  edits: [{ start, end, text }],
  label: 'Forged',
  ...more,
});

/** What the document says after a page has sent some messages, beside what the log says. */
async function after(...messages: readonly unknown[]) {
  const { document, page, pages, log } = await openSession(TEXT);
  for (const message of messages) page.post(message);
  await settleAll(document, pages);
  return { text: document.text(), log, page, pages, document };
}

describe('a forged message', () => {
  it.each<readonly [string, unknown]>([
    ['no message', 'edit'],
    ['of a kind there is not', { type: 'write', path: '/etc/passwd', text: '' }],
    ['with a field too many', edit(0, 1, 'x', { uri: 'file:///etc/passwd' })],
    ['with a field too few', { ...edit(0, 1, 'x'), epoch: undefined }],
    [
      'with edits of another shape',
      edit(0, 1, 'x', { edits: { 0: { start: 0, end: 1, text: 'x' }, length: 1 } }),
    ],
    ['with a text that is none', edit(0, 1, 'x', { edits: [{ start: 0, end: 1, text: { toString: 'x' } }] })],
    ['with places that are none', edit(-1, 1.5, 'x')],
    ['beyond the end', edit(TEXT.length, TEXT.length + 1, 'x')],
    ['far beyond the end', edit(MAX_TEXT_LENGTH, MAX_TEXT_LENGTH, 'x')],
    [
      'with edits on top of each other',
      edit(0, 1, 'x', { edits: [edit(0, 2, 'a').edits[0], edit(1, 3, 'b').edits[0]] }),
    ],
    ['of a start before the last', edit(0, 1, 'x', { epoch: 0 })],
    ['of a start that has not been', edit(0, 1, 'x', { epoch: 7 })],
    ['with its prototype', JSON.parse('{"type":"undo","__proto__":{"type":"edit"}}')],
  ])('%s changes nothing', async (_what, message) => {
    const { text, log } = await after(message);
    expect(text).toBe(TEXT);
    expect(log.length).toBeGreaterThan(0);
  });

  it('sent twice is carried out once', async () => {
    const message = edit(18, 19, '10');
    const { text, log } = await after(message, message, message);
    expect(text).toBe(TEXT.replace(',1', ',10'));
    expect(log.length).toBeGreaterThan(0);
  });

  it('of 100 MB is refused, said, and makes way for the next', async () => {
    const { document, page, pages, log } = await openSession(TEXT);
    page.client.edit([{ start: 0, end: 0, text: 'x'.repeat(100_000_000) }], 'Forged');
    await settleAll(document, pages);
    expect([document.text(), page.text]).toEqual([TEXT, TEXT]);
    expect(page.refusals).toMatchObject([{ label: 'Forged', message: /larger than VS Code/ }]);
    expect(Math.max(...log.map(({ length }) => length))).toBeLessThan(2000);
    page.client.edit([{ start: 18, end: 19, text: '3' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe(TEXT.replace(',1', ',3'));
  });

  it('may fill the file up to what VS Code can take', async () => {
    const { text } = await after(edit(0, 0, 'x'.repeat(LARGEST_DOCUMENT - TEXT.length)));
    expect(text.length).toBe(LARGEST_DOCUMENT);
  });

  it('of a page of another version starts nothing, so that what it edits comes to nothing', async () => {
    const { document, page, pages, session } = await openSession(TEXT);
    page.page.hide();
    const heard = page.heard.length;
    for (const protocol of [PROTOCOL_VERSION - 1, PROTOCOL_VERSION + 1])
      page.post({ type: 'ready', protocol, preview: false });
    page.post(edit(0, 1, 'x', { epoch: 2 }));
    await settleAll(document, pages);
    expect(document.text()).toBe(TEXT);
    expect(page.heard.slice(heard)).toEqual(['outdated', 'outdated']);
    expect(page.page.isLive).toBe(false);
    expect(session.text).toBe(TEXT);
  });

  it('among others never leads to a text that no edit in order leads to', async () => {
    const number = fc.integer({ min: -2, max: TEXT.length + 4 });
    const forged = fc.oneof(
      fc
        .record({
          id: fc.integer({ min: 0, max: 4 }),
          epoch: fc.integer({ min: 0, max: 3 }),
          start: number,
          end: number,
        })
        .map(({ id, epoch, start, end }) => edit(start, end, 'x', { id, epoch })),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(forged, { maxLength: 8 }), async (messages) => {
        const { document, page } = await after(...messages, { type: 'requestResync', reason: 'test' });
        // The page and the document agree, and the document consists of whole edits.
        expect(page.text).toBe(document.text());
        for (const text of document.applied)
          expect(text.replaceAll('x', '').length).toBeLessThanOrEqual(TEXT.length);
        expect(applyEdits(document.text(), [])).toBe(document.text());
      }),
      { numRuns: 60 },
    );
  });
});
