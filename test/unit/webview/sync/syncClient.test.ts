import { afterEach, describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../../../src/core';
import { MemoryTransport } from '../../../../src/protocol';
import type { FromWebview, InitMessage, ToWebview } from '../../../../src/protocol';
import { SyncClient } from '../../../../src/webview/sync';
import type { SyncHandler } from '../../../../src/webview/sync';

const init: InitMessage = {
  type: 'init',
  protocol: 1,
  epoch: 4,
  version: 10,
  text: 'a,1\r\n',
  eol: '\r\n',
  fileName: 'a.retention',
  readOnly: null,
  today: 20_000,
  locale: 'en',
  configuration: { enterKey: 'edit' },
  reveal: null,
  view: null,
  refused: [],
};

function connected() {
  const { host, page } = MemoryTransport.pair();
  const sent: FromWebview[] = [];
  host.listen((message) => sent.push(message as FromWebview));
  const state = { text: '', events: [] as unknown[], commit: (): void => undefined };
  const handler: SyncHandler = {
    start: ({ text }) => (state.text = text),
    reset: (text, reason) => {
      state.text = text;
      state.events.push(reason);
    },
    apply: (edits) => (state.text = applyEdits(state.text, edits)),
    refused: (edits) => state.events.push(...edits),
    acknowledged: () => undefined,
    silent: (isSilent) => state.events.push(isSilent ? 'silent' : 'speaks again'),
    commitOpenCell: () => state.commit(),
    reveal: () => undefined,
    command: () => undefined,
    paste: () => undefined,
    configure: () => undefined,
    today: () => undefined,
  };
  const client = new SyncClient(page, handler);
  const tell = (...messages: (ToWebview | object)[]) => {
    for (const message of messages) host.post(message);
    page.deliverAll();
    host.deliverAll();
  };
  const flushSent = () => {
    host.deliverAll();
    return sent.splice(0);
  };
  return { client, state, tell, sent: flushSent };
}

describe('SyncClient', () => {
  it('takes no edit, and hears nothing, before it has been told the text', () => {
    const { client, state, tell, sent } = connected();
    expect(client.canEdit).toBe(false);
    expect(client.edit([{ start: 0, end: 0, text: 'x' }], 'Edit')).toBe(false);
    tell({ type: 'flush', request: 1 }, { type: 'changed', from: 1, version: 2, edits: [], cause: 'undo' });
    expect(state.text).toBe('');
    expect(sent().filter(({ type }) => type !== 'log')).toEqual([]);
  });

  it('sends what the host needs to place an edit', () => {
    const { client, state, tell, sent } = connected();
    tell(init);
    client.edit([{ start: 2, end: 3, text: '2\n' }], 'Edit start of row 1');
    expect(state.text).toBe('a,2\r\n\r\n');
    expect(sent()).toEqual([
      {
        type: 'edit',
        id: 1,
        epoch: 4,
        baseVersion: 10,
        edits: [{ start: 2, end: 3, text: '2\r\n' }],
        label: 'Edit start of row 1',
      },
    ]);
  });

  it('sends nothing for an edit that does nothing, or that does not fit', () => {
    const { client, state, tell, sent } = connected();
    tell(init);
    expect(client.edit([{ start: 1, end: 1, text: '' }], 'Edit')).toBe(false);
    expect(() => client.edit([{ start: 90, end: 91, text: '' }], 'Edit')).toThrow(RangeError);
    expect(client.pendingCount).toBe(0);
    expect(state.text).toBe(init.text);
    expect(sent()).toEqual([]);
  });

  it('asks for the text when an acknowledgement is not the one it waits for', () => {
    const { client, tell, sent } = connected();
    tell(init);
    client.edit([{ start: 2, end: 3, text: '2' }], 'Edit');
    sent();
    tell({ type: 'acknowledged', id: 7, from: 10, version: 11 });
    expect(sent()).toEqual([{ type: 'requestResync', reason: 'edit 7 was acknowledged out of order' }]);
  });

  it('asks for the text when a change does not fit its own', () => {
    const { tell, sent } = connected();
    tell(init, {
      type: 'changed',
      from: 10,
      version: 11,
      edits: [{ start: 90, end: 91, text: '' }],
      cause: 'external',
    });
    expect(sent()).toMatchObject([{ type: 'requestResync' }]);
  });

  it('answers a flush even when committing fails, and after the edit', () => {
    const { client, state, tell, sent } = connected();
    tell(init);
    state.commit = () => {
      client.edit([{ start: 2, end: 3, text: '5' }], 'Open cell');
      throw new Error('grid is gone');
    };
    tell({ type: 'flush', request: 3 });
    const messages = sent();
    expect(messages.map(({ type }) => type)).toEqual(['edit', 'flushed', 'log']);
    expect(messages[1]).toEqual({ type: 'flushed', request: 3 });
  });

  it('reports a malformed message to the host and goes on', () => {
    const { state, tell, sent } = connected();
    tell({ type: 'init', text: 5 }, { hello: 'world' }, init);
    expect(state.text).toBe(init.text);
    expect(sent()).toMatchObject([
      { type: 'log', level: 'error', message: expect.stringContaining('Message refused') as string },
      { type: 'log', level: 'error' },
    ]);
  });

  it('says when the host is of another version', () => {
    const { tell, sent } = connected();
    tell({ ...init, protocol: 2 });
    expect(sent()).toMatchObject([{ type: 'log', message: expect.stringContaining('reload') as string }]);
  });
});

describe('a host that does not answer', () => {
  afterEach(() => void vi.useRealTimers());

  const edit = [{ start: 2, end: 3, text: '2' }];

  it('is noticed some time after an edit, and forgiven when it answers after all', () => {
    vi.useFakeTimers();
    const { client, state, tell } = connected();
    tell(init);
    vi.advanceTimersByTime(60_000);
    expect(state.events).toEqual([]);
    client.edit(edit, 'Edit');
    vi.advanceTimersByTime(5000);
    client.edit(edit, 'Edit');
    expect(state.events).toEqual([]);
    vi.advanceTimersByTime(5000);
    expect(state.events).toEqual(['silent']);
    expect(client.underway.map(({ id }) => id)).toEqual([1, 2]);
    tell({ type: 'acknowledged', id: 1, from: 10, version: 11 });
    expect(state.events).toEqual(['silent', 'speaks again']);
    vi.advanceTimersByTime(10_000);
    expect(state.events).toEqual(['silent', 'speaks again', 'silent']);
    tell({ type: 'acknowledged', id: 2, from: 11, version: 12 });
    vi.advanceTimersByTime(60_000);
    expect(state.events).toEqual(['silent', 'speaks again', 'silent', 'speaks again']);
  });

  it('is noticed when it does not even tell what to show', () => {
    vi.useFakeTimers();
    const { client, state, tell } = connected();
    client.start();
    vi.advanceTimersByTime(10_000);
    expect(state.events).toEqual(['silent']);
    tell(init);
    vi.advanceTimersByTime(60_000);
    expect(state.events).toEqual(['silent', 'speaks again']);
  });
});
