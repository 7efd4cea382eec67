/**
 * The calendar day in the user's time zone as days since 1970-01-01, as the core counts them.
 *
 * @example
 * dayNumber(new Date(1970, 0, 2, 23, 59)); // 1
 */
export function dayNumber(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
