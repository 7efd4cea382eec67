/** The problems a row can have, one bit each. A row has each of them at most once. */
export const Flag = {
  /** It shares period and segment with another row: set on all of them. */
  repeated: 1 << 0,
  /** R403: … and the other row stands before it. */
  repeats: 1 << 1,
  /** R404 */
  granularity: 1 << 2,
  /** R405 */
  order: 1 << 3,
  /** R406 */
  overlap: 1 << 4,
  /** R504 */
  continuity: 1 << 5,
  /** R508, one bit for each of the five counts: `total << START` … `total << REACTIVATED`. */
  total: 1 << 6,

  /** R501 */
  balance: 1 << 16,
  /** R502 */
  incomputable: 1 << 17,
  /** R503 */
  reasons: 1 << 18,
  /** R505 */
  revenue: 1 << 19,
  /** R506 */
  range: 1 << 20,
} as const;

/** All bits of R508. */
export const ANY_TOTAL = Flag.total * 0b11111;

/** What depends on other rows; the rest follows from the row alone. */
export const LINK_FLAGS = 0xffff;

/** Bits that are reported with this severity; `Flag.repeated` alone is not a problem. */
export const ERRORS = Flag.repeats;
export const WARNINGS =
  Flag.granularity |
  Flag.overlap |
  Flag.continuity |
  ANY_TOTAL |
  Flag.balance |
  Flag.reasons |
  Flag.revenue |
  Flag.range;
export const INFOS = Flag.order | Flag.incomputable;
export const REPORTED = ERRORS | WARNINGS | INFOS;

/** Number of bits set. */
export function countBits(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return (((n + (n >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
