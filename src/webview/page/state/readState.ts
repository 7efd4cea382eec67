import type { VSCodeApi } from '../../sync';
import type { PageState } from './state';
import { initialState, parseState } from './state';

/**
 * The state this tab was left in. A new tab has none and begins as the last one of the same file ended.
 *
 * @param told what a `StateKeeper` last told the host of the file, or null
 */
export function readState(api: Pick<VSCodeApi, 'getState'>, told: string | null): PageState {
  const own = api.getState();
  if (own !== undefined || told === null) return parseState(own);
  try {
    return parseState(JSON.parse(told));
  } catch {
    return initialState;
  }
}
