import { beforeAll, describe, expect, it } from 'vitest';
import { bagOf, keepWalkable, notebookActions, save, tableActions } from '../walk/actions';
import type { Actions, Walk } from '../walk/actions';
import { dice, pick } from '../walk/dice';
import type { Dice } from '../walk/dice';
import { openWalk } from '../walk/open';
import { disasters } from './disasters';
import type { Tally } from './disasters';
import { Safety } from './safety';
import { versions } from './versions';

/** `SEED=7 MINUTES=20 npm run soak` */
const seed = Number(process.env.SEED ?? 1);
const minutes = Number(process.env.MINUTES ?? 20);
/** `ACTIONS=type,killServer` takes only these. */
const only = process.env.ACTIONS?.split(',');

describe('soak', () => {
  let walk: Walk;
  let rollOfStep: Dice = dice(seed);
  beforeAll(async () => {
    walk = await openWalk('soak.retention', (sides) => rollOfStep(sides));
  });

  it(
    `loses nothing in ${minutes} minutes (SEED=${seed})`,
    async () => {
      const { workbench, file } = walk;
      const tally: Tally = { kills: 0, recoveries: 0, givenBack: 0, toldInVain: 0 };
      const counts = new Map<string, number>();
      const safety = new Safety(walk);
      let isAutoSaving = false;
      const autoSave: Actions = {
        autoSave: [
          1,
          async () => {
            isAutoSaving = !isAutoSaving;
            await workbench.changeSettings({ 'files.autoSave': isAutoSaving ? 'afterDelay' : 'off' });
            return `auto save ${isAutoSaving ? 'on' : 'off'}`;
          },
        ],
      };
      const actions: Actions = {
        ...tableActions(walk),
        ...notebookActions(walk),
        ...autoSave,
        ...(await versions(walk, () => isAutoSaving)),
        ...disasters(walk, safety, tally),
      };
      const bag = bagOf(actions).filter((name) => only?.includes(name) ?? true);
      await workbench.waitUntilWatching();
      const started = Date.now();
      const say = (line: string): void => {
        const seconds = Math.floor((Date.now() - started) / 1000);
        console.log(`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}  ${line}`);
      };
      let step = 0;
      say(`SEED=${seed} MINUTES=${minutes}`);
      try {
        for (; Date.now() - started < minutes * 60_000; step++) {
          // Each step has dice of its own: what a kill left half done does not change those after it.
          rollOfStep = dice(seed * 1_000_003 + step);
          const name = pick(walk.roll, bag);
          counts.set(name, (counts.get(name) ?? 0) + 1);
          const what = await actions[name]?.[1]().catch((error: unknown) => {
            say(`${step}  ${name} failed`);
            throw error;
          });
          say(`${step}  ${what}`);
          await keepWalkable(workbench.notebook());
          await walk.agree();
          await safety.note();
        }
        await save(walk);
        expect(String(await workbench.readDisk(file))).toBe(await walk.beside.text());
      } finally {
        const counted = [...counts].sort(([, a], [, b]) => b - a).map(([name, n]) => `${name} ${n}`);
        say(`SEED=${seed}: ${step} steps (${counted.join(', ')})`);
        const { kills, recoveries, givenBack, toldInVain } = tally;
        say(`${kills} kills, ${recoveries} recoveries; ${givenBack} edits given back, ${toldInVain} in vain`);
      }
    },
    minutes * 60_000 + 300_000,
  );
});
