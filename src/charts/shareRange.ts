/** Noise must not look like an avalanche: an axis of shares spans at least this. */
const LEAST_RANGE = 0.1;

/**
 * From where to where an axis of shares goes: the values fill it, but a range of less than ten points is widened about
 * its middle, within 0 … 1.
 *
 * @example
 * shareRange([0.99, 1]); // [0.9, 1]
 */
export function shareRange(values: readonly number[]): [low: number, high: number] {
  if (values.length === 0) return [0, 1];
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  const missing = LEAST_RANGE - (high - low);
  if (missing <= 0) return [low, high];
  const highest = Math.max(high, Math.min(1, high + missing / 2));
  return [highest - LEAST_RANGE, highest];
}
