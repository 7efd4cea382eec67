import { describe, expect, it } from 'vitest';
import { DocumentSession } from '../../../../src/host/editor/session';
import { FakeDocument } from './fakeDocument';
import { FakePage, settle, settleAll } from './fakePage';
import { openSession } from './openSession';

const end = (text: string, added: string) => [{ start: text.length, end: text.length, text: added }];

describe('DocumentSession: pages in step with the document', () => {
  it('starts a page from the text', async () => {
    const { page } = await openSession('period\n');
    expect(page.text).toBe('period\n');
    expect(page.heard[0]).toMatchObject({ type: 'init', version: 1, epoch: 1, eol: '\n', refused: [] });
  });

  it('sends the first lines of a large text ahead, whole ones, and nothing of a small one', async () => {
    const lines = 'period,start\n'.repeat(50_000);
    for (const [text, count] of [
      [lines, 1],
      ['period,start\n', 0],
      ['x'.repeat(lines.length), 0],
    ] as const) {
      const document = new FakeDocument(text);
      const session = new DocumentSession(document, { warn: () => undefined, error: () => undefined });
      const page = new FakePage(session, document);
      await settleAll(document, [page]);
      const previews = page.heard.filter((message) => (message as { type: string }).type === 'preview');
      expect(previews).toHaveLength(count);
      for (const preview of previews as { text: string; lineCount: number }[]) {
        expect(preview.lineCount).toBe(50_001);
        expect(text.startsWith(preview.text)).toBe(true);
        expect(preview.text).toMatch(/^(period,start\n){300}$/);
      }
      expect(page.text).toBe(text);
    }
  });

  it('says nothing to a page before it is ready', () => {
    const document = new FakeDocument('a');
    const session = new DocumentSession(document, { warn: () => undefined, error: () => undefined });
    document.onChange = (changes, reason) => session.documentChanged(changes, reason);
    const page = new FakePage(session, document);
    document.change([{ start: 0, end: 1, text: 'b' }]);
    expect(page.toPage()).toBe(false);
  });

  it('ignores and logs what is no message', async () => {
    const { document, page, pages, log } = await openSession('a,1\n');
    page.post({ type: 'edit', id: 1, epoch: 1, baseVersion: 1, edits: 'all', label: '' });
    page.post(null);
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,2\n');
    expect(log).toEqual([
      'Message refused: message.edits must be an array, not "all".',
      'Message refused: message must be an object, not null.',
    ]);
  });

  it('starts the pages again when all line breaks change, and writes the new ones', async () => {
    const { document, page, pages } = await openSession('a,1\n');
    document.changeEol('\r\n');
    await settleAll(document, pages);
    expect(page.resets).toEqual(['replaced']);
    expect(page.text).toBe('a,1\r\n');
    page.client.edit(end('a,1\r\n', 'b,2\n'), 'Add row');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\r\nb,2\r\n');
    expect(page.text).toBe(document.text());
  });

  it('refuses an edit under way when all line breaks change', async () => {
    const { document, page, pages } = await openSession('a,1\nb,2\n');
    page.client.edit([{ start: 6, end: 7, text: '3' }], 'Edit');
    page.toHost();
    await settle();
    document.changeEol('\r\n');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\r\nb,2\r\n');
    expect(page.text).toBe(document.text());
    expect(page.refusals).toMatchObject([{ label: 'Edit', texts: ['3'] }]);
  });

  it('starts again when VS Code tells a change in an order it never uses', async () => {
    const { document, session, page, pages } = await openSession('abcdef');
    document.onChange = () => undefined;
    document.change([{ start: 0, end: 1, text: 'A' }]);
    const ascending = [
      { rangeOffset: 0, rangeLength: 1, text: 'A' },
      { rangeOffset: 3, rangeLength: 1, text: 'D' },
    ];
    session.documentChanged(ascending, null);
    await settleAll(document, pages);
    expect(page.resets).toEqual(['replaced']);
    expect(page.text).toBe('Abcdef');
  });

  it('ignores that the document became clean or dirty', async () => {
    const { session, page } = await openSession('a');
    session.documentChanged([], null);
    expect(page.toPage()).toBe(false);
  });

  it('gives a page that asks for it the whole text, after the edits it sent', async () => {
    const { document, page, pages } = await openSession('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    page.client.tell({ type: 'requestResync', reason: 'test' });
    await settleAll(document, pages);
    expect(page.resets).toEqual(['requested']);
    expect(page.text).toBe('a,2\n');
    expect(page.refusals).toEqual([]);
  });

  it('asks again by itself when a message got lost', async () => {
    const { document, page, pages } = await openSession('a,1\n');
    document.change(end('a,1\n', 'b\n'));
    page.lose();
    document.change(end('a,1\nb\n', 'c\n'));
    await settleAll(document, pages);
    expect(page.resets).toEqual(['requested']);
    expect(page.text).toBe('a,1\nb\nc\n');
  });

  it('does not call an edit lost that was applied while the page had stopped listening', async () => {
    const { document, page, pages } = await openSession('a,1\nb,2\nc,3\n');
    page.client.edit([{ start: 2, end: 3, text: '111' }], 'Applied');
    page.client.edit([{ start: 8, end: 9, text: '222' }], 'Refused');
    document.change([{ start: 6, end: 7, text: '9' }]);
    page.toPage();
    await settleAll(document, pages);
    expect(document.text()).toBe('a,111\nb,9\nc,3\n');
    expect(page.text).toBe(document.text());
    expect(page.refusals.map(({ label }) => label)).toEqual(['Refused']);
  });

  it('does not let a read-only page edit', async () => {
    const { document, page, pages } = await openSession('a,1\n', 1, { readOnly: 'file' });
    expect(page.client.canEdit).toBe(false);
    expect(page.client.edit([{ start: 0, end: 1, text: 'b' }], 'Edit')).toBe(false);
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\n');
    expect(page.text).toBe('a,1\n');
  });

  it('tells the page when the file turns out to be read-only, and leaves it as it was', async () => {
    const { document, page, pages } = await openSession('a,1\nb,2\n', 2);
    document.readOnly = true;
    page.client.edit([{ start: 2, end: 3, text: '20' }], 'First');
    page.client.edit([{ start: 7, end: 8, text: '30' }], 'Second');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\nb,2\n');
    expect(pages.map(({ text }) => text)).toEqual([document.text(), document.text()]);
    expect(page.heard[page.heard.length - 1]).toMatchObject({ type: 'init', readOnly: 'file' });
    expect(page.client.canEdit).toBe(false);
    expect(page.refusals).toMatchObject([
      { label: 'First', texts: ['20'], message: 'The file is read-only.' },
      { label: 'Second', texts: ['30'] },
    ]);
  });

  it('carries on after the page was hidden and loaded again', async () => {
    const { document, page, pages } = await openSession('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    page.page.hide();
    const fresh = page.reload();
    await settleAll(document, pages);
    expect(page.text).toBe('a,2\n');
    fresh.edit([{ start: 2, end: 3, text: '3' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,3\n');
  });

  it('tells the next page what the one before it lost', async () => {
    const { document, page, pages } = await openSession('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit start of row 1');
    page.page.hide();
    document.change([{ start: 2, end: 3, text: '9' }]);
    page.toHost();
    await settle();
    page.reload();
    await settleAll(document, pages);
    expect(page.text).toBe('a,9\n');
    expect(page.refusals).toMatchObject([{ label: 'Edit start of row 1', texts: ['2'] }]);
  });

  it('passes on what is not its business', async () => {
    const { page, pages, document } = await openSession('a');
    page.client.tell({ type: 'openAsText', offset: 1 });
    page.page.send({ type: 'command', name: 'deleteRows' });
    page.page.send({ type: 'reveal', target: { kind: 'offset', offset: 1 } });
    page.page.send({ type: 'configuration', configuration: { enterKey: 'down' } });
    page.page.send({ type: 'today', today: 5 });
    await settleAll(document, pages);
    expect(page.others).toEqual([{ type: 'openAsText', offset: 1 }]);
    expect(page.heard.slice(1)).toEqual([
      'deleteRows',
      { kind: 'offset', offset: 1 },
      { enterKey: 'down' },
      5,
    ]);
  });
});
