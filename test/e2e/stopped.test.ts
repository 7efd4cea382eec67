import { expect, it } from 'vitest';
import { killExtensionHosts, openWorkbench } from './harness';

const file = 'acme.retention';
const text = 'period,start,new,lost,end\n2024-Q1,100,15,10,105\n2024-Q2,105,50,31,124\n';

/**
 * VS Code starts another extension host, which knows nothing of the notebooks that are open, and says nothing: what is
 * typed into them would be lost without a word, and saving would save the text from before.
 */
it('says that the extension host has died, and gives back after a reload what had not reached it', async () => {
  const workbench = await openWorkbench({ files: { [file]: text } });
  const notebook = await workbench.openNotebook(file);
  await notebook.type(1, 'lost', '11');
  await expect.poll(() => workbench.isDirty(file)).toBe(true);
  await killExtensionHosts();
  await notebook.type(2, 'new', '77');
  await notebook.expectCell(2, 'new', '77');

  const notice = notebook.frame.getByRole('alert').filter({ hasText: 'does not answer' });
  await notice.waitFor();
  await notebook.press('9', 'Enter');
  await notebook.expectCell(2, 'new', '77');
  await notice.getByRole('link', { name: 'Reload Window' }).click();
  await notice.waitFor({ state: 'detached' });
  await workbench.waitUntilReady();
  await notebook.grid.waitFor({ timeout: 60_000 });

  await notebook.expectCell(1, 'lost', '11');
  await notebook.expectCell(2, 'new', '50');
  const lost = notebook.frame.getByRole('alert').getByRole('listitem');
  await expect.poll(() => lost.textContent()).toMatch(/Edit new of row 2\s*77/);
  await lost.getByRole('button', { name: 'Apply again' }).click();
  await notebook.expectCell(2, 'new', '77');
  await workbench.save(file);
  expect(String(await workbench.readDisk(file))).toBe(
    text.replace('15,10', '15,11').replace('50,31', '77,31'),
  );
}, 180_000);
