import { beforeAll, describe, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';
import {
  bagOf,
  firstText,
  keepWalkable,
  notebookActions,
  otherFile,
  save,
  tableActions,
} from './walk/actions';
import type { Walk } from './walk/actions';
import { agree } from './walk/agree';
import { dice, pick } from './walk/dice';
import { TextBeside } from './walk/textBeside';

const file = 'walk.retention';

/** The walk can be taken again, and be longer: `SEED=7 WALK_STEPS=3000 npm run test:walk`. */
const seed = Number(process.env.SEED ?? 1);
const steps = Number(process.env.WALK_STEPS ?? 40);

describe('random walk', () => {
  let workbench: Workbench;
  let walk: Walk;
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: { [file]: firstText, [otherFile.name]: otherFile.text },
      // So that all rows are drawn.
      viewport: { width: 1900, height: 1500 },
    });
    await workbench.openFromExplorer(otherFile.name);
    await workbench.openNotebook(file);
    const beside = await TextBeside.open(workbench, file);
    walk = { workbench, beside, file, roll: dice(seed), agree: () => agree(workbench, beside, file) };
  });

  it(
    `says the same everywhere after each of ${steps} random actions (SEED=${seed})`,
    async () => {
      const actions = { ...tableActions(walk), ...notebookActions(walk) };
      const bag = bagOf(actions);
      await workbench.waitUntilWatching();
      const trail: string[] = [];
      try {
        for (let step = 0; step < steps; step++) {
          const name = pick(walk.roll, bag);
          trail.push(`${name}…`);
          trail[step] = (await actions[name]?.[1]()) ?? name;
          await keepWalkable(workbench.notebook());
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
