import { beforeAll, describe, expect, it } from 'vitest';
import { openWorkbench } from './harness';
import type { Workbench } from './harness';

/** VS Code itself, as the other tests rely on it: were one of these red, theirs would say little. */
describe('workbench', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await openWorkbench({ files: { 'plain.txt': 'first line\nsecond line\n' } });
  });

  it('opens a file from the explorer, and what is typed and saved reaches the disk', async () => {
    const { page } = workbench;
    await workbench.openFromExplorer('plain.txt');
    await page.locator('.view-line', { hasText: 'second line' }).click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('new ');
    await expect.poll(() => workbench.isDirty('plain.txt')).toBe(true);
    await workbench.save('plain.txt');
    expect(String(await workbench.readDisk('plain.txt'))).toBe('new first line\nsecond line\n');
  });

  it('shows what something else writes to the disk', async () => {
    await workbench.waitUntilWatching();
    await workbench.writeDisk('plain.txt', 'third line\n');
    await workbench.page.locator('.view-line', { hasText: 'third line' }).waitFor();
  });

  it('switches between the four kinds of themes', async () => {
    for (const theme of ['dark', 'hcLight', 'hcDark', 'light'] as const) await workbench.setTheme(theme);
  });

  it('runs a command of the palette', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.tab('plain.txt').waitFor({ state: 'detached' });
  });
});
