import { formatCount } from '../../format';
import type { Retained } from '../mean';
import { undefinedFor } from '../result';
import type { Undefined } from '../result';

/** Why a group has no rate that a test could use, or null when it has. */
export function whyNoShare({ held, start }: Retained): Undefined | null {
  if (start === 0) return undefinedFor('start-is-zero');
  if (!Number.isSafeInteger(held) || !Number.isSafeInteger(start))
    return undefinedFor('not-a-number', 'A test needs whole numbers of customers.');
  return held < 0 || held > start
    ? undefinedFor(
        'out-of-range',
        `${formatCount(held)} of ${formatCount(start)} customers stayed: that is no share, so it cannot be tested.`,
      )
    : null;
}

/** Why rates that are all 0 or all 1 have no test. */
export function noVariation(nobody: boolean): Undefined {
  const who = nobody ? 'Nobody stayed in any group' : 'Everybody stayed in every group';
  return undefinedFor('no-variation', `${who}, so there is no difference to test.`);
}
