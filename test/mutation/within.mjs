import { Script } from 'node:vm';

const CALLED = '__calledByTheRunner';
const CALL = new Script(`globalThis.${CALLED}()`);

/**
 * Calls a function and ends it when it is not done after so many milliseconds: no other code of this process could, and
 * to start the process anew would take longer than most mutants do.
 * @param {number} timeout
 * @param {() => unknown} body
 * @returns {unknown} what it returns
 */
export function callWithin(timeout, body) {
  Object.assign(globalThis, { [CALLED]: body });
  return CALL.runInThisContext({ timeout: Math.ceil(timeout) });
}

/**
 * True for what `callWithin` throws when it has ended a function.
 * @param {unknown} error
 */
export function isEndless(error) {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
