import { commitKeys, idleKeys } from './lib/keys.mjs';
import { measuredInTurns, milliseconds, quantile, ratio } from './lib/measure.mjs';
import { openLargeNotebook } from './lib/notebook.mjs';
import { workOnEnter } from './lib/trace.mjs';

export const title = 'Key to repaint: 100 000 rows × 12 columns in the installed VSIX';

const rounds = 4;
const perRound = 20;
/** So many milliseconds a quick hand needs from the last digit to Enter. */
const pause = 80;

export async function run() {
  const { page, frame, openFloor, close } = await openLargeNotebook(100_000);
  try {
    const floor = await openFloor();
    await floor.frame.locator('body').click();
    let edits = 0;
    const commit = async (wait = 0) => {
      const committed = await commitKeys(page, frame, perRound, edits, wait);
      edits += perRound;
      return committed;
    };
    const change = () => idleKeys(floor.page, floor.frame, perRound, 'Enter');
    const times = await measuredInTurns(
      {
        floor: () => idleKeys(floor.page, floor.frame, perRound),
        change,
        idle: async () => {
          await frame.locator('.rn-grid-input').focus();
          return idleKeys(page, frame, perRound);
        },
        commit: () => commit(pause),
        rushed: () => commit(),
      },
      { rounds, warmUp: 1 },
    );
    const least = await workOnEnter(floor.page, floor.frame, change);
    const work = await workOnEnter(page, frame, () => commit(pause));
    const line = (
      /** @type {string} */ name,
      /** @type {readonly number[]} */ values,
      /** @type {readonly number[]} */ against = times.floor,
    ) => [
      name,
      milliseconds(quantile(values, 0.5)),
      milliseconds(quantile(values, 0.95)),
      ratio(quantile(values, 0.5) / quantile(against, 0.5)),
    ];
    return {
      rows: [
        ['', 'p50 ms', 'p95 ms', 'against the empty editor'],
        line('a key in the empty custom editor → the end of the next frame', times.floor),
        line('a key that changes the line of the empty editor → the end of the next frame', times.change),
        line('a key that does nothing in the notebook → the end of the next frame', times.idle),
        line(
          `a committed cell, ${pause} ms after its last digit → painted with all its results`,
          times.commit,
        ),
        line('a committed cell, right after its last digit → painted with all its results', times.rushed),
        line('traced in the empty editor: the work on the key, VS Code’s', least.handling, least.handling),
        line('traced in the empty editor: the frame, of the whole window', least.frame, least.frame),
        line('traced in the notebook: our work on the commit', work.handling, least.handling),
        line('traced in the notebook: the frame, of the whole window', work.frame, least.frame),
      ],
      notes: [
        'A frame is 16.7 ms. A key waits for the next one even when nothing is to be done, which the first line shows; a committed cell is drawn within one frame when the work on it and on the frame fit into one. That work, without the wait, is traced in a round of its own: the key, and the frame with style, layout, paint and commit.',
      ],
    };
  } finally {
    await close();
  }
}
