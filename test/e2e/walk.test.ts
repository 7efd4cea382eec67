import { beforeAll, describe, it } from 'vitest';
import { bagOf, keepWalkable, notebookActions, save, tableActions } from './walk/actions';
import type { Walk } from './walk/actions';
import { dice, pick } from './walk/dice';
import { openWalk } from './walk/open';

/** The walk can be taken again, and be longer: `SEED=7 WALK_STEPS=3000 npm run test:walk`. */
const seed = Number(process.env.SEED ?? 1);
const steps = Number(process.env.WALK_STEPS ?? 25);

describe('random walk', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await openWalk('walk.retention', dice(seed));
  });

  it(
    `says the same everywhere after each of ${steps} random actions (SEED=${seed})`,
    async () => {
      const actions = { ...tableActions(walk), ...notebookActions(walk) };
      const bag = bagOf(actions);
      await walk.workbench.waitUntilWatching();
      const trail: string[] = [];
      try {
        for (let step = 0; step < steps; step++) {
          const name = pick(walk.roll, bag);
          trail.push(`${name}…`);
          trail[step] = (await actions[name]?.[1]()) ?? name;
          await keepWalkable(walk.workbench.notebook());
          await walk.agree();
        }
        await save(walk);
      } catch (error) {
        const cause = error instanceof Error ? error.message : String(error);
        throw new Error(`SEED=${seed}, step ${trail.length}: ${trail.slice(-12).join(' → ')}\n${cause}`, {
          cause: error,
        });
      }
    },
    60_000 + steps * 3000,
  );
});
