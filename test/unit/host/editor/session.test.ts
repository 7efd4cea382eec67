import { describe, expect, it } from 'vitest';
import { DocumentSession } from '../../../../src/host/editor/session';
import type { ReadOnlyCause } from '../../../../src/protocol';
import { FakeDocument } from './fakeDocument';
import { FakePage, settle, settleAll } from './fakePage';

async function open(text: string, pageCount = 1, options: { readOnly?: ReadOnlyCause } = {}) {
  const document = new FakeDocument(text);
  const log: string[] = [];
  const session = new DocumentSession(document, {
    warn: (message) => log.push(message),
    error: (message) => log.push(message),
  });
  document.onChange = (changes, reason) => session.documentChanged(changes, reason);
  const pages = Array.from({ length: pageCount }, () => new FakePage(session, document, options));
  await settleAll(document, pages);
  return { document, session, pages, page: pages[0]!, log };
}

const end = (text: string, added: string) => [{ start: text.length, end: text.length, text: added }];

describe('DocumentSession', () => {
  it('starts a page from the text', async () => {
    const { page } = await open('period\n');
    expect(page.text).toBe('period\n');
    expect(page.heard[0]).toMatchObject({ type: 'init', version: 1, epoch: 1, eol: '\n', refused: [] });
  });

  it('says nothing to a page before it is ready', () => {
    const document = new FakeDocument('a');
    const session = new DocumentSession(document, { warn: () => undefined, error: () => undefined });
    document.onChange = (changes, reason) => session.documentChanged(changes, reason);
    const page = new FakePage(session, document);
    document.change([{ start: 0, end: 1, text: 'b' }]);
    expect(page.toPage()).toBe(false);
  });

  it('shows an edit at once, puts it into the document and acknowledges it', async () => {
    const { document, page, pages } = await open('a,1\n');
    expect(page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit')).toBe(true);
    expect(page.text).toBe('a,2\n');
    expect(document.text()).toBe('a,1\n');
    expect(page.client.pendingCount).toBe(1);
    await settleAll(document, pages);
    expect(document.text()).toBe('a,2\n');
    expect(page.client.pendingCount).toBe(0);
    expect(page.causes).toEqual(['local']);
    expect(page.resets).toEqual([]);
  });

  it('tells the other pages on the same document', async () => {
    const { document, pages } = await open('a,1\n', 3);
    pages[1]!.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    await settleAll(document, pages);
    expect(pages.map(({ text }) => text)).toEqual(['a,2\n', 'a,2\n', 'a,2\n']);
    expect(pages.map(({ causes }) => causes)).toEqual([['edit'], ['local'], ['edit']]);
  });

  it.each(['plain', 'joined'] as const)('knows its own edit again, worded %s', async (wording) => {
    const { document, page, pages } = await open('a,1,2,3\n');
    document.wording = wording;
    page.client.edit(
      [
        { start: 2, end: 3, text: '10' },
        { start: 6, end: 7, text: '30' },
      ],
      'Paste',
    );
    await settleAll(document, pages);
    expect(page.text).toBe('a,10,2,30\n');
    expect(page.causes).toEqual(['local']);
    expect(page.resets).toEqual([]);
  });

  it('maps an edit through a change the page has not seen', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n');
    page.client.edit([{ start: 6, end: 7, text: '20' }], 'Edit');
    document.change([{ start: 0, end: 0, text: '# first\n' }]);
    await settleAll(document, pages);
    expect(document.text()).toBe('# first\na,1\nb,20\n');
    expect(page.text).toBe(document.text());
    expect(page.resets).toEqual([]);
  });

  it('tries again when the document changes while the edit is under way', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n');
    page.client.edit([{ start: 6, end: 7, text: '20' }], 'Edit');
    page.toHost();
    await settle();
    expect(document.underWay).toBe(1);
    document.change([{ start: 0, end: 1, text: 'AA' }]);
    await settleAll(document, pages);
    expect(document.text()).toBe('AA,1\nb,20\n');
    expect(page.text).toBe(document.text());
    expect(page.refusals).toEqual([]);
  });

  it('outlasts a program that gets ahead of it again and again', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n');
    page.client.edit([{ start: 6, end: 7, text: '20' }], 'Edit');
    page.toHost();
    await settle();
    for (let i = 0; i < 100; i++) {
      document.change([{ start: 0, end: 0, text: '#\n' }]);
      document.open();
      await settle();
    }
    await settleAll(document, pages);
    expect(document.text()).toBe(`${'#\n'.repeat(100)}a,1\nb,20\n`);
    expect(page.text).toBe(document.text());
    expect(page.refusals).toEqual([]);
  });

  it('gives up, and says so, when a program never stops', async () => {
    const { document, page, pages } = await open('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '20' }], 'Edit');
    page.toHost();
    await settle();
    while (document.underWay > 0) {
      document.change([{ start: 0, end: 0, text: '#' }]);
      document.open();
      await settle();
    }
    await settleAll(document, pages);
    expect(page.refusals).toMatchObject([
      { texts: ['20'], message: expect.stringContaining('kept changing') as string },
    ]);
    expect(page.text).toBe(document.text());
  });

  it('refuses an edit that meets such a change, shows what was typed, and goes on', async () => {
    const { document, page, pages, log } = await open('a,1\nb,2\n');
    page.client.edit([{ start: 2, end: 3, text: '111' }], 'Edit start of row 1');
    document.change([{ start: 2, end: 3, text: '9' }]);
    await settleAll(document, pages);
    expect(document.text()).toBe('a,9\nb,2\n');
    expect(page.text).toBe('a,9\nb,2\n');
    expect(page.resets).toEqual(['conflict']);
    expect(page.refusals).toEqual([
      {
        id: 1,
        label: 'Edit start of row 1',
        texts: ['111'],
        message: 'Somebody else changed the same place. Enter it again.',
      },
    ]);
    expect(log).toEqual([expect.stringContaining('"111"')]);
    page.client.edit([{ start: 6, end: 7, text: '22' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,9\nb,22\n');
  });

  it('reports the edits made after a refused one as well', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n');
    page.client.edit([{ start: 2, end: 3, text: '111' }], 'First');
    page.client.edit([{ start: 8, end: 9, text: '222' }], 'Second');
    document.change([{ start: 2, end: 3, text: '9' }]);
    await settleAll(document, pages);
    expect(page.text).toBe(document.text());
    expect(page.refusals.map(({ label, texts }) => [label, texts])).toEqual([
      ['First', ['111']],
      ['Second', ['222']],
    ]);
  });

  it.each(['false', 'error'] as const)('survives VS Code refusing an edit by %s', async (how) => {
    const { document, page, pages, log } = await open('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'First');
    page.toHost();
    await settle();
    document.refuse(how);
    await settle();
    await settleAll(document, pages);
    expect(page.text).toBe('a,1\n');
    expect(page.refusals).toMatchObject([{ label: 'First', texts: ['2'] }]);
    expect(page.resets).toEqual(['rejected']);
    expect(log.join('\n')).toContain('First');
    page.client.edit([{ start: 2, end: 3, text: '3' }], 'Second');
    await settleAll(document, pages);
    expect(document.text()).toBe('a,3\n');
  });

  it('refuses an edit beyond the end of the text', async () => {
    const { document, page, pages } = await open('a,1\n');
    const beyond = { start: 90, end: 91, text: 'x' };
    page.post({ type: 'edit', id: 1, epoch: 1, baseVersion: 1, edits: [beyond], label: 'Odd' });
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\n');
    expect(page.resets).toEqual(['invalid']);
    expect(page.refusals).toMatchObject([{ label: 'Odd', texts: ['x'] }]);
  });

  it('refuses an edit that comes out of order', async () => {
    const { document, page, pages } = await open('a,1\n');
    const edit = { type: 'edit', epoch: 1, edits: [{ start: 0, end: 1, text: 'x' }], label: 'Late' };
    page.post({ type: 'synced', version: 5 });
    page.post({ ...edit, id: 1, baseVersion: 1 });
    await settleAll(document, pages);
    page.post({ ...edit, epoch: 2, id: 1, baseVersion: 1 });
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\n');
    expect(page.text).toBe('a,1\n');
    expect(page.resets).toEqual(['invalid', 'invalid']);
    expect(page.refusals.map(({ label }) => label)).toEqual(['Late', 'Late']);
  });

  it('ignores and logs what is no message', async () => {
    const { document, page, pages, log } = await open('a,1\n');
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

  it('undoes after the edits sent before, and one edit message is one step', async () => {
    const { document, page, pages } = await open('a,1,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'First');
    page.client.edit([{ start: 4, end: 5, text: '2' }], 'Second');
    page.client.undo();
    await settleAll(document, pages);
    expect(document.text()).toBe('a,2,1\n');
    expect(page.text).toBe('a,2,1\n');
    page.client.redo();
    await settleAll(document, pages);
    expect(page.text).toBe('a,2,2\n');
    expect(page.causes).toEqual(['local', 'local', 'undo', 'redo']);
  });

  it('starts the pages again when all line breaks change, and writes the new ones', async () => {
    const { document, page, pages } = await open('a,1\n');
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
    const { document, page, pages } = await open('a,1\nb,2\n');
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
    const { document, session, page, pages } = await open('abcdef');
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
    const { session, page } = await open('a');
    session.documentChanged([], null);
    expect(page.toPage()).toBe(false);
  });

  it('gives a page that asks for it the whole text, after the edits it sent', async () => {
    const { document, page, pages } = await open('a,1\n');
    page.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    page.client.tell({ type: 'requestResync', reason: 'test' });
    await settleAll(document, pages);
    expect(page.resets).toEqual(['requested']);
    expect(page.text).toBe('a,2\n');
    expect(page.refusals).toEqual([]);
  });

  it('asks again by itself when a message got lost', async () => {
    const { document, page, pages } = await open('a,1\n');
    document.change(end('a,1\n', 'b\n'));
    page.lose();
    document.change(end('a,1\nb\n', 'c\n'));
    await settleAll(document, pages);
    expect(page.resets).toEqual(['requested']);
    expect(page.text).toBe('a,1\nb\nc\n');
  });

  it('does not call an edit lost that was applied while the page had stopped listening', async () => {
    const { document, page, pages } = await open('a,1\nb,2\nc,3\n');
    page.client.edit([{ start: 2, end: 3, text: '111' }], 'Applied');
    page.client.edit([{ start: 8, end: 9, text: '222' }], 'Refused');
    document.change([{ start: 6, end: 7, text: '9' }]);
    page.toPage();
    await settleAll(document, pages);
    expect(document.text()).toBe('a,111\nb,9\nc,3\n');
    expect(page.text).toBe(document.text());
    expect(page.refusals.map(({ label }) => label)).toEqual(['Refused']);
  });

  it('maps an edit only through what the page has not seen', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n');
    document.change([{ start: 0, end: 0, text: '#\n' }]);
    await settleAll(document, pages);
    page.client.edit([{ start: 8, end: 9, text: '22' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe('#\na,1\nb,22\n');
    expect(page.text).toBe(document.text());
    expect(page.resets).toEqual([]);
  });

  it('does not let a read-only page edit', async () => {
    const { document, page, pages } = await open('a,1\n', 1, { readOnly: 'file' });
    expect(page.client.canEdit).toBe(false);
    expect(page.client.edit([{ start: 0, end: 1, text: 'b' }], 'Edit')).toBe(false);
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\n');
    expect(page.text).toBe('a,1\n');
  });

  it('tells the page when the file turns out to be read-only, and leaves it as it was', async () => {
    const { document, page, pages } = await open('a,1\nb,2\n', 2);
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
    const { document, page, pages } = await open('a,1\n');
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
    const { document, page, pages } = await open('a,1\n');
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
    const { page, pages, document } = await open('a');
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

describe('DocumentSession.flush', () => {
  const never = new Promise<void>(() => undefined);

  it('waits until the open cell is in the document', async () => {
    const { document, session, page, pages } = await open('a\n');
    page.openCell = 'b\n';
    let saved = false;
    const flush = session.flush(never).then(() => (saved = true));
    page.toPage();
    page.toHost();
    page.toHost();
    await settle();
    expect(saved).toBe(false);
    await settleAll(document, pages);
    await flush;
    expect(document.text()).toBe('a\nb\n');
  });

  it('goes on without a page that does not answer in time', async () => {
    const { session } = await open('a\n');
    await expect(session.flush(Promise.resolve())).resolves.toBeUndefined();
  });

  it('does not wait for a page that is hidden or closed', async () => {
    const { session, pages } = await open('a\n', 3);
    pages[0]!.page.hide();
    const flush = session.flush(never);
    pages[1]!.page.hide();
    pages[2]!.page.dispose();
    await expect(flush).resolves.toBeUndefined();
    expect(session.pageCount).toBe(2);
  });

  it('takes an answer only from the page that was asked', async () => {
    const { document, session, pages } = await open('a\n', 2);
    let saved = false;
    const flush = session.flush(never).then(() => (saved = true));
    for (const request of [1, 2, 3]) pages[0]!.post({ type: 'flushed', request });
    while (pages[0]!.toHost());
    await settle();
    expect(saved).toBe(false);
    await settleAll(document, pages);
    await flush;
    expect(saved).toBe(true);
  });
});
