import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../scripts/lib/project.mjs';

/** @typedef {import('./worker').Answer} Answer */
/** @typedef {import('./worker').Order} Order */
/** @typedef {import('./worker').WorkerSetup} WorkerSetup */

/** Where the inputs are stored that once failed. */
export const corpus = join(root, 'fuzz/corpus');
/** A shard takes seconds, on a busy machine a minute; one that says nothing for so long hangs. */
const PATIENCE = 600_000;

/** A process that answers one order after the other. */
export class WorkerProcess {
  /** @type {import('node:child_process').ChildProcess} */
  #child;

  /**
   * @param {string} file bundle of `worker.ts`
   * @param {boolean} scouts looks at what each case reaches
   */
  constructor(file, scouts) {
    /** @type {WorkerSetup} */
    const setup = {
      bundle: file,
      corpus,
      samples: [join(root, 'test/fixtures'), join(root, 'examples')],
      scouts,
    };
    this.#child = fork(file, [JSON.stringify(setup)], {
      // What V8 counts is the same in every run only as long as it optimises nothing.
      execArgv: scouts ? ['--no-opt'] : [],
      serialization: 'advanced',
    });
  }

  /**
   * @param {Order} order
   * @returns {Promise<Answer | null>} null when it hangs
   */
  ask(order) {
    return new Promise((resolve, reject) => {
      const child = this.#child;
      /** @param {() => void} settle */
      const done = (settle) => {
        clearTimeout(timer);
        child.off('message', answered);
        child.off('exit', ended);
        settle();
      };
      const answered = (/** @type {unknown} */ answer) => {
        done(() => {
          resolve(/** @type {Answer} */ (answer));
        });
      };
      const ended = (/** @type {number | null} */ code) => {
        done(() => {
          reject(new Error(`A worker ended with ${code} during ${JSON.stringify(order).slice(0, 200)}`));
        });
      };
      const timer = setTimeout(() => {
        done(() => {
          resolve(null);
        });
      }, PATIENCE);
      child.on('message', answered);
      child.on('exit', ended);
      child.send(order);
    });
  }

  end() {
    this.#child.kill();
  }
}
