/**
 * One number for the two days of a period, to find it by. Either has far less than 2^26, so no two periods share one.
 *
 * @example
 * periodKey(19_723, 19_753) === periodKey(19_723, 19_752); // false
 */
export function periodKey(firstDay: number, lastDay: number): number {
  return (lastDay + 2 ** 25) * 2 ** 26 + (lastDay - firstDay);
}
