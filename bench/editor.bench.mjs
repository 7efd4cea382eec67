import { watchEnter } from './lib/edits.mjs';
import { commitKeys, idleKeys } from './lib/keys.mjs';
import { measuredInTurns, milliseconds, quantile, ratio } from './lib/measure.mjs';
import { openLargeNotebook } from './lib/notebook.mjs';

export const title = 'Key to repaint: 100 000 rows × 12 columns in the installed VSIX';

const rounds = 4;
const perRound = 20;

export async function run() {
  const { page, frame, openFloor, close } = await openLargeNotebook(100_000);
  try {
    const floor = await openFloor();
    await floor.frame.locator('body').click();
    const handling = await watchEnter(frame);
    let edits = 0;
    const times = await measuredInTurns(
      {
        floor: () => idleKeys(floor.page, floor.frame, perRound),
        change: () => idleKeys(floor.page, floor.frame, perRound, 'Enter'),
        idle: async () => {
          await frame.locator('.rn-grid-input').focus();
          return idleKeys(page, frame, perRound);
        },
        commit: async () => {
          const committed = await commitKeys(page, frame, perRound, edits);
          edits += perRound;
          return committed;
        },
      },
      { rounds, warmUp: 1 },
    );
    const work = (await handling()).slice(perRound);
    const line = (/** @type {string} */ name, /** @type {readonly number[]} */ values) => [
      name,
      milliseconds(quantile(values, 0.5)),
      milliseconds(quantile(values, 0.95)),
      ratio(quantile(values, 0.5) / quantile(times.floor, 0.5)),
    ];
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms', 'against the empty editor'],
        line('a key in the empty custom editor → the end of the next frame', times.floor),
        line('a key that changes the line of the empty editor → the end of the next frame', times.change),
        line('a key that does nothing in the notebook → the end of the next frame', times.idle),
        line('a committed cell → painted with all its results', times.commit),
        line('… of that, our work before the frame is painted', work),
      ],
      notes: [
        'A frame is 16.7 ms. A key waits for the next one even when nothing is to be done, which the first line shows; a committed cell is drawn within one frame when our work fits into it.',
      ],
    };
  } finally {
    await close();
  }
}
