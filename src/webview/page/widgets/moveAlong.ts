/** How the keys lead through elements that stand in a line. */
export interface LineKeys {
  /** The arrows that lead through it. */
  readonly arrows: 'horizontal' | 'vertical' | 'both';
  /** True: behind the last one comes the first. False: there the way ends. */
  readonly round: boolean;
}

/** Steps that arrows make. */
const STEPS: Readonly<Record<LineKeys['arrows'], Readonly<Record<string, 1 | -1>>>> = {
  horizontal: { ArrowRight: 1, ArrowLeft: -1 },
  vertical: { ArrowDown: 1, ArrowUp: -1 },
  both: { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 },
};

/**
 * The place that a key leads to among `count` things, or null when the key is for something else.
 *
 * @param at the present place; −1 for none, then an arrow leads to the first or the last
 *
 * @example
 * placeByKey('ArrowRight', 2, 3, { arrows: 'horizontal', round: true }); // 0
 */
export function placeByKey(
  key: string,
  at: number,
  count: number,
  { arrows, round }: LineKeys,
): number | null {
  if (count === 0) return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[arrows][key];
  if (step === undefined) return null;
  const next = at < 0 && step < 0 ? count - 1 : at + step;
  return round ? (next + count) % count : Math.max(0, Math.min(next, count - 1));
}

/**
 * Moves the focus among elements that are one stop of the Tab key; nobody else gets the key then. False when the key
 * is for something else.
 */
export function moveAlong(event: KeyboardEvent, elements: readonly HTMLElement[], keys: LineKeys): boolean {
  const at = elements.indexOf(document.activeElement as HTMLElement);
  const next = placeByKey(event.key, at, elements.length, keys);
  if (next === null) return false;
  event.preventDefault();
  event.stopPropagation();
  elements[next]?.focus();
  return true;
}
