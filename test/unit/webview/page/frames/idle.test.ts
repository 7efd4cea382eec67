import { describe, expect, it, vi } from 'vitest';
import { Later } from '../../../../../src/webview/page/frames/idle';

describe('one thing for later', () => {
  it('is the last one asked for, unless it was cancelled', () => {
    const waiting: (() => void)[] = [];
    const later = new Later((callback) => void waiting.push(callback));
    const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()];
    later.ask(first);
    later.ask(second);
    for (const run of waiting.splice(0)) run();
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledOnce();
    later.ask(third);
    later.cancel();
    for (const run of waiting.splice(0)) run();
    expect(third).not.toHaveBeenCalled();
  });
});
