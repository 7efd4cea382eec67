import { openWorkbench } from '../harness';
import { firstText, otherFile } from './actions';
import type { Walk } from './actions';
import { agree } from './agree';
import type { Dice } from './dice';
import { TextBeside } from './textBeside';

/** Opens a notebook to walk in, with its text beside it and another file to copy from. */
export async function openWalk(file: string, roll: Dice): Promise<Walk> {
  const workbench = await openWorkbench({
    files: { [file]: firstText, [otherFile.name]: otherFile.text },
    // So that all rows are drawn.
    viewport: { width: 1900, height: 1500 },
  });
  await workbench.openFromExplorer(otherFile.name);
  await workbench.openNotebook(file);
  const beside = await TextBeside.open(workbench, file);
  return { workbench, beside, file, roll, agree: () => agree(workbench, beside, file) };
}
