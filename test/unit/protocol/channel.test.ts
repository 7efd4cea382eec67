import { describe, expect, it } from 'vitest';
import { Channel, MemoryTransport, parseFromWebview } from '../../../src/protocol';
import type { FromWebview, ToWebview } from '../../../src/protocol';

function connected() {
  const { host, page } = MemoryTransport.pair();
  const received: FromWebview[] = [];
  const problems: string[] = [];
  const channel = new Channel<ToWebview, FromWebview>(host, parseFromWebview, {
    receive: (message) => {
      if (message.type === 'redo') throw new Error('cannot redo');
      received.push(message);
    },
    report: (problem) => problems.push(problem),
  });
  return { host, page, channel, received, problems };
}

describe('Channel', () => {
  it('hands over what is well-formed, in order', () => {
    const { host, page, received } = connected();
    page.post({ type: 'undo' });
    page.post({ type: 'synced', version: 3 });
    host.deliverAll();
    expect(received).toEqual([{ type: 'undo' }, { type: 'synced', version: 3 }]);
  });

  it('reports a bad message and goes on', () => {
    const { host, page, received, problems } = connected();
    page.post({ type: 'launch' });
    page.post({ type: 'undo' });
    host.deliverAll();
    expect(problems).toEqual([expect.stringMatching(/^Message refused: message\.type must be one of/)]);
    expect(received).toEqual([{ type: 'undo' }]);
  });

  it('reports a handler that throws and goes on', () => {
    const { host, page, received, problems } = connected();
    page.post({ type: 'redo' });
    page.post({ type: 'undo' });
    host.deliverAll();
    expect(problems).toEqual([expect.stringContaining('cannot redo')]);
    expect(received).toEqual([{ type: 'undo' }]);
  });

  it('sends, and hears nothing any more once it is disposed of', () => {
    const { host, page, channel, received } = connected();
    channel.send({ type: 'flush', request: 1 });
    expect(page.waiting).toBe(1);
    channel.dispose();
    page.post({ type: 'undo' });
    host.deliverAll();
    expect(received).toEqual([]);
  });
});
