import { afterEach, describe, expect, it, vi } from 'vitest';
import { MemoryTransport } from '../../../../src/protocol';
import type { PreviewMessage } from '../../../../src/protocol';
import { requestPreview } from '../../../../src/webview/sync';

const preview: PreviewMessage = {
  type: 'preview',
  text: 'a,1\n',
  lineCount: 100_001,
  fileName: 'a.retention',
  readOnly: null,
  today: 20_000,
  locale: 'en',
  view: null,
};

function requested() {
  const { host, page } = MemoryTransport.pair();
  const heard: unknown[] = [];
  host.listen((message) => heard.push(message));
  const silences: boolean[] = [];
  const answer = requestPreview(page, (isSilent) => silences.push(isSilent));
  host.deliverAll();
  const tell = (message: unknown): void => {
    host.post(message);
    page.deliverAll();
    host.deliverAll();
  };
  return { answer, heard, silences, tell };
}

describe('requestPreview', () => {
  afterEach(() => vi.useRealTimers());

  it('asks once and takes the first lines', async () => {
    const { answer, heard, tell } = requested();
    expect(heard).toEqual([{ type: 'ready', protocol: 1, preview: true }]);
    tell(preview);
    await expect(answer).resolves.toEqual(preview);
    expect(heard).toHaveLength(1);
  });

  it('ends with nothing when the host has something else to say', async () => {
    const { answer, tell } = requested();
    tell({ type: 'today', today: 20_001 });
    tell(preview);
    await expect(answer).resolves.toBeNull();
  });

  it('reports what it does not understand, and goes on waiting', async () => {
    const { answer, heard, tell } = requested();
    tell({ ...preview, text: 1 });
    expect(heard.slice(1)).toMatchObject([{ type: 'log', level: 'error' }]);
    tell(preview);
    await expect(answer).resolves.toEqual(preview);
  });

  it('says when the host does not answer, and when it does after all', async () => {
    vi.useFakeTimers();
    const { answer, silences, tell } = requested();
    vi.advanceTimersByTime(10_000);
    expect(silences).toEqual([true]);
    tell(preview);
    await expect(answer).resolves.toEqual(preview);
    vi.advanceTimersByTime(60_000);
    expect(silences).toEqual([true, false]);
  });
});
