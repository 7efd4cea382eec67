/**
 * Milliseconds of each task, measured in turns: one round runs every task once. The first rounds, in which the
 * engine still compiles, are not counted. A task that returns a promise is over when that is settled.
 *
 * @template {string} Name
 * @param {Record<Name, () => unknown>} tasks
 * @param {{ rounds?: number, warmUp?: number }} [options]
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function inTurns(tasks, { rounds = 15, warmUp = 3 } = {}) {
  const names = /** @type {Name[]} */ (Object.keys(tasks));
  const times = empty(names);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      const result = tasks[name]();
      if (result instanceof Promise) await result;
      const time = performance.now() - start;
      if (round >= warmUp) times[name].push(time);
    }
  }
  return times;
}

/**
 * The same for tasks that measure themselves: each tells its times of one round.
 *
 * @template {string} Name
 * @param {Record<Name, () => Promise<number | readonly number[]>>} tasks
 * @param {{ rounds: number, warmUp?: number }} options
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function measuredInTurns(tasks, { rounds, warmUp = 0 }) {
  const names = /** @type {Name[]} */ (Object.keys(tasks));
  const times = empty(names);
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const measured = await tasks[name]();
      if (round >= warmUp) times[name].push(...(typeof measured === 'number' ? [measured] : measured));
    }
  }
  return times;
}

/**
 * @template {string} Name
 * @param {readonly Name[]} names
 */
function empty(names) {
  /** @type {[Name, number[]][]} */
  const entries = names.map((name) => [name, []]);
  return /** @type {Record<Name, number[]>} */ (Object.fromEntries(entries));
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
  return [name, milliseconds(median(times)), spread(times), ratio(medianRatio(times, against))];
}

/**
 * The least and the 95th percentile, in milliseconds.
 * @param {readonly number[]} times
 */
export function spread(times) {
  return `${milliseconds(quantile(times, 0))}–${milliseconds(quantile(times, 0.95))}`;
}

/** @param {number} value */
export function milliseconds(value) {
  if (value >= 10) return value.toFixed(1);
  return value >= 0.1 ? value.toFixed(3) : value.toPrecision(2);
}

/** @param {number} value @example ratio(0.4321) // '0.43 ×' */
export function ratio(value) {
  return `${value >= 100 ? value.toFixed(0) : value.toPrecision(2)} ×`;
}
