/**
 * Milliseconds of each task, measured in turns: one round runs every task once. The first rounds, in which the
 * engine still compiles, are not counted.
 *
 * @template {string} Name
 * @param {Record<Name, () => unknown>} tasks
 * @param {{ rounds?: number, warmUp?: number }} [options]
 * @returns {Record<Name, number[]>}
 */
export function inTurns(tasks, { rounds = 15, warmUp = 3 } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(tasks));
  /** @type {[Name, number[]][]} */
  const empty = names.map((name) => [name, []]);
  const times = /** @type {Record<Name, number[]>} */ (Object.fromEntries(empty));
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      tasks[name]();
      const time = performance.now() - start;
      if (round >= warmUp) times[name].push(time);
    }
  }
  return times;
}

/**
 * The value below which a share of the values lies.
 * @param {readonly number[]} values
 * @param {number} share
 * @example quantile([1, 2, 3], 0.5) // 2
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * The median of the ratios of each round: what drifts on the machine during the run cancels out.
 * @param {readonly number[]} times
 * @param {readonly number[]} against
 */
export function medianRatio(times, against) {
  return median(times.map((time, round) => time / (against[round] ?? Number.NaN)));
}

/**
 * One line of a table: median, spread and the ratio to another task.
 * @param {string} name
 * @param {readonly number[]} times
 * @param {readonly number[]} against
 */
export function row(name, times, against) {
  return [
    name,
    milliseconds(median(times)),
    `${milliseconds(quantile(times, 0))}–${milliseconds(quantile(times, 0.95))}`,
    `${medianRatio(times, against).toPrecision(3)} ×`,
  ];
}

/** @param {number} value */
export function milliseconds(value) {
  return value < 10 ? value.toFixed(3) : value.toFixed(1);
}
