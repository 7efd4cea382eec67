/**
 * Runs asynchronous tasks one after the other, in the order they came. A task that fails tells its own
 * caller and nobody else: the tasks behind it run as if it had succeeded.
 */
export class TaskQueue {
  /** Settles, and never rejects, when the last task so far is over. */
  private last: Promise<unknown> = Promise.resolve();

  /** Runs a task after all those before it; the promise settles as the task does. */
  run<T>(task: () => T | Promise<T>): Promise<T> {
    const result = this.last.then(task);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when all tasks that were there at the time of the call are over. */
  async idle(): Promise<void> {
    await this.last;
  }
}
