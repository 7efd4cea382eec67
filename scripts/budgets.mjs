/**
 * What does not depend on the machine and must not grow unnoticed, in one place. A change that needs more raises the
 * number here, where a reviewer sees it. `npm run package` checks the sizes, the unit tests check the work.
 */
import { bytes } from './lib/format.mjs';

/** Bytes of what ships, as `npm run package` builds it: a little above what it is. */
export const sizes = {
  /** The VSIX, packed. */
  vsix: 648_000,
  /** What is read at the activation, which takes as long as this is large: the rest belongs into whole.js. */
  'dist/host/extension.js': 60_000,
  /** The rest of the extension, read a moment later. */
  'dist/host/whole.js': 509_000,
  /** The notebook page: what is read of it before the first rows of a large file are seen … */
  'dist/webview/notebook.js': 4_000,
  'dist/webview/chunk.js': 314_000,
  /** … and the rest. */
  'dist/webview/rest.js': 470_000,
  'dist/webview/notebook.css': 52_000,
  /** The command line. */
  'dist/cli.js': 374_000,
  /** What git runs for each file. */
  'dist/git.js': 220_000,
  /** The core for other programs. */
  'dist/core.js': 385_000,
};

/** Counts of what one keystroke may cause, whatever the length of the file. */
export const work = {
  /** Rows read of a file of 100 000: the edited row, those its period and segment are linked with, a few of the ends. */
  rowsReadPerEdit: 60,
  /** Rows that such an edit has the grid draw anew, apart from what a total or a chain of segments brings along. */
  rowsDrawnPerEdit: 8,
};

/**
 * What exceeds its budget, as sentences; empty when nothing does.
 *
 * @param {Readonly<Record<string, number>>} measured bytes by the names of {@link sizes}
 * @returns {string[]}
 * @example
 * overBudget({ vsix: 1_000_000 }) // ['vsix has 1000.0 kB, 355.0 kB more than its budget of 645.0 kB. …']
 */
export function overBudget(measured) {
  return Object.entries(sizes).flatMap(([name, budget]) => {
    const size = measured[name];
    if (size === undefined) return [`${name} was not built, but has a budget in scripts/budgets.mjs.`];
    if (size <= budget) return [];
    return [
      `${name} has ${bytes(size)}, ${bytes(size - budget)} more than its budget of ${bytes(budget)}. Make it smaller, or ` +
        'raise the budget in scripts/budgets.mjs and say why in the commit.',
    ];
  });
}
