import { measuredInTurns, median, medianRatio, milliseconds, ratio, spread } from './lib/measure.mjs';
import { durations } from './lib/notebook.mjs';
import { close, open, pageFrame } from './lib/opening.mjs';
import { copies, startWorkplace } from './lib/workplace.mjs';

export const title =
  'Opening 100 000 rows: from the double click in the explorer to the first content painted';

const coldRounds = 3;
/** And one before that does not count. */
const warmRounds = copies - 1;

/** @typedef {import('./lib/workplace.mjs').Kind} Kind */
/** @typedef {import('./lib/workplace.mjs').Workplace} Workplace */
/** @typedef {import('playwright-core').Page} Page */

const names = /** @type {const} */ ({
  floor: 'an empty custom editor (one line)',
  notebook: 'our notebook (first rows)',
  text: 'VS Code’s plain text editor (first lines)',
});

export async function run() {
  const workplace = await startWorkplace(100_000);
  try {
    const cold = await measuredInTurns(
      {
        floor: () => coldOpen(workplace, 'floor'),
        notebook: () => coldOpen(workplace, 'notebook'),
        text: () => coldOpen(workplace, 'text'),
      },
      { rounds: coldRounds, warmUp: 1 },
    );
    const page = await workplace.openWindow();
    /** @type {number[]} */
    const complete = [];
    const rounds = { floor: 0, notebook: 0, text: 0 };
    const warm = await measuredInTurns(
      {
        floor: () => warmOpen(page, 'floor', rounds.floor++),
        notebook: () => warmOpen(page, 'notebook', rounds.notebook++, complete),
        text: () => warmOpen(page, 'text', rounds.text++),
      },
      { rounds: warmRounds, warmUp: 1 },
    );
    return {
      rows: [
        ['', 'median ms', 'min–p95 ms', 'against the empty editor', 'against the text editor'],
        ...lines('later in the window', warm),
        ...lines('first in the window', cold),
      ],
      notes: [
        `The same bytes under three names, each in a fresh tab of its own, in turns. From the start of its script to everything drawn, summary and problems included, the page of the notebook takes ${milliseconds(median(complete))} ms (${spread(complete)}).`,
      ],
    };
  } finally {
    await workplace.close();
  }
}

/** @param {string} when @param {Record<Kind, number[]>} times */
function lines(when, times) {
  return /** @type {Kind[]} */ (Object.keys(names)).map((kind) => [
    `${when}: ${names[kind]}`,
    milliseconds(median(times[kind])),
    spread(times[kind]),
    ratio(medianRatio(times[kind], times.floor)),
    ratio(medianRatio(times[kind], times.text)),
  ]);
}

/** @param {Workplace} workplace @param {Kind} kind */
async function coldOpen(workplace, kind) {
  const page = await workplace.openWindow();
  const time = await open(page, kind);
  await page.context().close();
  return time;
}

/**
 * @param {Page} page
 * @param {Kind} kind
 * @param {number} copy
 * @param {number[]} [complete] takes how long the page needed for everything
 */
async function warmOpen(page, kind, copy, complete) {
  const time = await open(page, kind, copy);
  if (complete !== undefined) {
    complete.push(...(await durations(await pageFrame(page), 'retention:complete', 1)));
  }
  await close(page);
  return time;
}
