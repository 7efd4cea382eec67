import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/project.mjs';
import { runOrThrow } from '../../scripts/lib/run.mjs';

/** @typedef {typeof import('../../src/core/index')} Core */

/** So late a day that no period of a made-up file ends after it: such a period would have no goal to reach. */
export const today = 100_000;

/** What is calculated of each row. Shares, and the gap in percentage points; NaN where a figure does not exist. */
/** @typedef {{ crr: Float64Array, churn: Float64Array, gap: Float64Array }} Figures */

/** True once this process has built: the sources do not change while it measures. */
let isBuilt = false;

/** Builds everything for production, once. */
export async function buildOnce() {
  if (!isBuilt) {
    await runOrThrow(process.execPath, [join(root, 'scripts/build.mjs'), '--production'], { quiet: true });
  }
  isBuilt = true;
}

/**
 * The core as other programs get it.
 * @returns {Promise<Core>}
 */
export async function loadCore() {
  await buildOnce();
  const bundle = join(root, 'dist/core.js');
  if (!existsSync(bundle)) throw new Error('There is no dist/core.js: see the messages of the build.');
  /** @type {unknown} */
  const imported = await import(pathToFileURL(bundle).href);
  return /** @type {Core} */ (imported);
}

/**
 * Reads a text and calculates what the notebook shows of every row and the summary: retention, churn and gap, which are
 * compared with the peers', are three of its ten figures.
 * @param {Core} core
 * @param {string} text
 * @returns {Figures}
 */
export function calculate(core, text) {
  const notebook = core.LiveNotebook.open(text, { today });
  notebook.summary(null);
  const { crr, churn, gapPoints } = notebook.rates();
  return { crr, churn, gap: gapPoints };
}
