import { describe, expect, it } from 'vitest';
import { TaskQueue } from '../../../../src/host/editor/taskQueue';

/** A promise and the key to it. */
function gate<T = void>() {
  let open!: (value: T) => void;
  let fail!: (error: Error) => void;
  const promise = new Promise<T>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { promise, open, fail };
}

describe('TaskQueue', () => {
  it('starts a task only when the one before it is over', async () => {
    const queue = new TaskQueue();
    const order: string[] = [];
    const first = gate();
    const one = queue.run(async () => {
      order.push('first starts');
      await first.promise;
      order.push('first ends');
    });
    const two = queue.run(() => {
      order.push('second');
    });
    await Promise.resolve();
    expect(order).toEqual(['first starts']);
    first.open();
    await Promise.all([one, two]);
    expect(order).toEqual(['first starts', 'first ends', 'second']);
  });

  it('gives each caller the outcome of its own task', async () => {
    const queue = new TaskQueue();
    const failing = queue.run(() => Promise.reject(new Error('first')));
    const throwing = queue.run(() => {
      throw new Error('second');
    });
    const fine = queue.run(() => 3);
    await expect(failing).rejects.toThrow('first');
    await expect(throwing).rejects.toThrow('second');
    await expect(fine).resolves.toBe(3);
  });

  it('is idle when what was there is over, failed or not', async () => {
    const queue = new TaskQueue();
    const task = gate();
    const failing = queue.run(() => task.promise);
    let idle = false;
    const waiting = queue.idle().then(() => (idle = true));
    await Promise.resolve();
    expect(idle).toBe(false);
    task.fail(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    await waiting;
    expect(idle).toBe(true);
  });
});
