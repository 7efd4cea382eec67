import { isRecord } from '../../../protocol';
import type { VSCodeApi } from '../../sync';
import type { PageState } from './state';
import { initialState, parseState } from './state';

/**
 * The state this tab was left in. A new tab has none and begins as the last one of the same file ended.
 *
 * @param told what a `StateKeeper` last told the host of the file, a part a line, or null
 */
export function readState(api: Pick<VSCodeApi, 'getState'>, told: string | null): PageState {
  const own = api.getState();
  if (own !== undefined || told === null) return parseState(own);
  try {
    const [rest = '', refused, order] = told.split('\n');
    const state: unknown = JSON.parse(rest);
    return parseState(isRecord(state) && refused !== undefined ? { ...state, refused, order } : state);
  } catch {
    return initialState;
  }
}
