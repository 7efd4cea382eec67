import { describe, expect, it } from 'vitest';
import { settle, settleAll } from './fakePage';
import { openSession } from './openSession';

describe('DocumentSession.flush', () => {
  const never = new Promise<void>(() => undefined);

  it('waits until the open cell is in the document', async () => {
    const { document, session, page, pages } = await openSession('a\n');
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
    const { session } = await openSession('a\n');
    await expect(session.flush(Promise.resolve())).resolves.toBeUndefined();
  });

  it('does not wait for a page that is hidden or closed', async () => {
    const { session, pages } = await openSession('a\n', 3);
    pages[0]!.page.hide();
    const flush = session.flush(never);
    pages[1]!.page.hide();
    pages[2]!.page.dispose();
    await expect(flush).resolves.toBeUndefined();
    expect(session.pageCount).toBe(2);
  });

  it('takes an answer only from the page that was asked', async () => {
    const { document, session, pages } = await openSession('a\n', 2);
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
