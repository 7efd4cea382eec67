/** Mean width of a character at the charts' font size of 11 px; digits and small letters differ little. */
const CHARACTER = 6.1;
/** Free space between two labels. */
const GAP = 12;

/** About how wide a label is, in pixels. Without a screen to measure on, an estimate has to do. */
export function textWidth(text: string): number {
  return text.length * CHARACTER;
}

/** How wide the widest of several labels is, in pixels; 0 without any. */
export function widest(labels: readonly string[]): number {
  return labels.reduce((most, label) => Math.max(most, textWidth(label)), 0);
}

/** A text that fits into `width` pixels: what is too long loses its end to an ellipsis. */
export function fitText(text: string, width: number): string {
  const most = Math.max(1, Math.floor(width / CHARACTER));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}

/**
 * Which labels of a row of evenly placed ones can be written without touching: every k-th, counted from the last,
 * because the latest period is the one that people look for.
 *
 * @param step distance of two places in pixels
 *
 * @example
 * thinned(['2024-01', '2024-02', '2024-03'], 30); // [0, 2]
 */
export function thinned(labels: readonly string[], step: number): number[] {
  const every = Math.max(1, Math.ceil((widest(labels) + GAP) / Math.max(step, 0.01)));
  const shown: number[] = [];
  for (let index = labels.length - 1; index >= 0; index -= every) shown.unshift(index);
  return shown;
}

/**
 * Places for labels that would lie over each other: at least `distance` apart, in the order of where they belong,
 * as near to that as the room between `low` and `high` allows.
 *
 * @example
 * spread([10, 12, 50], 14, 0, 100); // [10, 24, 50]
 */
export function spread(
  wanted: readonly number[],
  distance: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const places = [...wanted];
  let next = low;
  for (const index of order) {
    places[index] = Math.max(next, wanted[index]!);
    next = places[index] + distance;
  }
  let last = high;
  for (const index of order.reverse()) {
    places[index] = Math.min(last, places[index]!);
    last = places[index] - distance;
  }
  return places;
}
