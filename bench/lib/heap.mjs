import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
/** @type {unknown} */
const exposed = runInNewContext('gc');
const collect = /** @type {() => void} */ (exposed);

/**
 * Bytes that something keeps in memory, after the garbage is gone: objects and array buffers, but not what was there
 * before, such as the text it was read from.
 * @param {() => unknown} make
 */
export function bytesOf(make) {
  const before = used();
  const made = make();
  const after = used();
  // Used after the second look, so that it cannot be garbage before.
  if (made === undefined) throw new Error('There is nothing to weigh.');
  return after - before;
}

function used() {
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
