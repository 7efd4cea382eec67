import { describe, expect, it } from 'vitest';
import { settle, settleAll } from './fakePage';
import { openSession } from './openSession';

describe('DocumentSession: edits of a page', () => {
  it('shows an edit at once, puts it into the document and acknowledges it', async () => {
    const { document, page, pages } = await openSession('a,1\n');
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
    const { document, pages } = await openSession('a,1\n', 3);
    pages[1]!.client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    await settleAll(document, pages);
    expect(pages.map(({ text }) => text)).toEqual(['a,2\n', 'a,2\n', 'a,2\n']);
    expect(pages.map(({ causes }) => causes)).toEqual([['edit'], ['local'], ['edit']]);
  });

  it.each(['plain', 'joined'] as const)('knows its own edit again, worded %s', async (wording) => {
    const { document, page, pages } = await openSession('a,1,2,3\n');
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
    const { document, page, pages } = await openSession('a,1\nb,2\n');
    page.client.edit([{ start: 6, end: 7, text: '20' }], 'Edit');
    document.change([{ start: 0, end: 0, text: '# first\n' }]);
    await settleAll(document, pages);
    expect(document.text()).toBe('# first\na,1\nb,20\n');
    expect(page.text).toBe(document.text());
    expect(page.resets).toEqual([]);
  });

  it('tries again when the document changes while the edit is under way', async () => {
    const { document, page, pages } = await openSession('a,1\nb,2\n');
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
    const { document, page, pages } = await openSession('a,1\nb,2\n');
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
    const { document, page, pages } = await openSession('a,1\n');
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
    const { document, page, pages, log } = await openSession('a,1\nb,2\n');
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
    const { document, page, pages } = await openSession('a,1\nb,2\n');
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
    const { document, page, pages, log } = await openSession('a,1\n');
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
    const { document, page, pages } = await openSession('a,1\n');
    const beyond = { start: 90, end: 91, text: 'x' };
    page.post({ type: 'edit', id: 1, epoch: 1, baseVersion: 1, edits: [beyond], label: 'Odd' });
    await settleAll(document, pages);
    expect(document.text()).toBe('a,1\n');
    expect(page.resets).toEqual(['invalid']);
    expect(page.refusals).toMatchObject([{ label: 'Odd', texts: ['x'] }]);
  });

  it('refuses an edit that comes out of order', async () => {
    const { document, page, pages } = await openSession('a,1\n');
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

  it('undoes after the edits sent before, and one edit message is one step', async () => {
    const { document, page, pages } = await openSession('a,1,1\n');
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

  it('maps an edit only through what the page has not seen', async () => {
    const { document, page, pages } = await openSession('a,1\nb,2\n');
    document.change([{ start: 0, end: 0, text: '#\n' }]);
    await settleAll(document, pages);
    page.client.edit([{ start: 8, end: 9, text: '22' }], 'Edit');
    await settleAll(document, pages);
    expect(document.text()).toBe('#\na,1\nb,22\n');
    expect(page.text).toBe(document.text());
    expect(page.resets).toEqual([]);
  });
});
