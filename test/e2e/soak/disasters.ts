import { expect } from 'vitest';
import { bagOf, clearOrder, someNumber, tableActions } from '../walk/actions';
import type { Actions, Walk } from '../walk/actions';
import { pick } from '../walk/dice';
import { shownRows } from '../walk/shown';
import type { ShownRow } from '../walk/shown';
import { killExtensionHosts, killServer, serverIsBack } from '../harness';
import { disagreement } from './safety';
import type { Safety } from './safety';
import { storedDraft, storedRow, storedUnderway } from './stored';

/** Longer than this nobody waits for an action while VS Code lies in ruins. */
const PATIENCE_MS = 3000;

/** What took place, counted. */
export interface Tally {
  kills: number;
  recoveries: number;
  /** Edits that had not reached VS Code when it was killed, and were shown again as such. */
  givenBack: number;
  /** Edits that were shown as not entered, and may have been. */
  toldInVain: number;
}

/** What ends a window, or what stands behind it, in the middle of somebody's work. */
export function disasters(walk: Walk, safety: Safety, tally: Tally): Actions {
  const { workbench, beside, file, roll } = walk;
  const notebook = () => workbench.notebook();

  async function comeBack(): Promise<void> {
    await workbench.reload();
    // Which tab is in front VS Code notes some seconds later, too.
    const tab = workbench.tab(file).first();
    await tab.waitFor({ timeout: 60_000 });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await notebook().grid.waitFor({ timeout: 60_000 });
    await expect.poll(() => beside.text()).not.toBe('');
  }

  /** Enters a few things while something is killed; returns the rows shown before, and after each. */
  async function enterWhile(kill: () => Promise<void>): Promise<readonly (readonly ShownRow[])[]> {
    await clearOrder(notebook());
    const shown = [await shownRows(notebook())];
    const actions = tableActions(walk);
    const names = Array.from({ length: 1 + roll(3) }, () => pick(roll, bagOf(actions)));
    const moment = roll(1500);
    const killed = new Promise<void>((resolve) => setTimeout(resolve, moment)).then(kill);
    workbench.page.setDefaultTimeout(PATIENCE_MS);
    try {
      for (const name of names) {
        // A dialog of VS Code may be in the way of what comes next.
        await actions[name]?.[1]().catch(() => undefined);
        shown.push(await shownRows(notebook()));
      }
    } finally {
      workbench.page.setDefaultTimeout(30_000);
    }
    await killed;
    tally.kills += 1;
    return shown;
  }

  /** What is shown as not entered, which is then dismissed. */
  async function takeBack(): Promise<number> {
    const dismiss = notebook().frame.locator('.refused').getByRole('button', { name: 'Dismiss' });
    const count = await dismiss.count();
    for (let i = 0; i < count; i++) await dismiss.first().click();
    return count;
  }

  /** Waits until VS Code has written down the view as it is now, which shows by another active cell than before. */
  async function viewIsStored(): Promise<void> {
    const row = (await storedRow(workbench.page)) === 0 ? 1 : 0;
    // By way of the grid: a dialog of VS Code may have the keys.
    const grid = notebook().frame.locator('.rn-grid-input');
    await grid.press('ControlOrMeta+Home');
    if (row === 1) await grid.press('ArrowDown');
    await expect.poll(() => storedRow(workbench.page)).toBe(row);
  }

  /**
   * Comes back after a kill. What the document had not got of what was shown, is shown as not entered.
   *
   * @param entered the document in the window, before it is loaded again
   */
  async function comeBackWith(entered: string, shown: readonly (readonly ShownRow[])[]): Promise<void> {
    const last = shown.map((rows) => disagreement(entered, rows).length === 0).lastIndexOf(true);
    const missing = shown.filter(
      (rows, i) => i > last && JSON.stringify(rows) !== JSON.stringify(shown[i - 1]),
    ).length;
    if (missing > 0) {
      await viewIsStored();
      expect(await storedUnderway(workbench.page)).toBeGreaterThanOrEqual(missing);
    }
    await comeBack();
    if (missing === 0) return;
    await notebook().frame.locator('.refused').waitFor();
    const told = await takeBack();
    expect(told).toBeGreaterThanOrEqual(missing);
    tally.givenBack += told;
  }

  async function recovered(): Promise<void> {
    // What was half-typed when VS Code last wrote its state down may be back in its cell.
    await notebook().closeCell();
    await walk.agree();
    // A window may be told once too often, when VS Code had not written down yet that an edit had arrived.
    tally.toldInVain += await takeBack();
    await safety.note();
    tally.recoveries += 1;
  }

  return {
    reload: [
      2,
      async () => {
        const dirty = await beside.isDirty();
        const waits = roll(2) === 0;
        if (waits) await safety.wait();
        await safety.note();
        await expect.poll(() => storedUnderway(workbench.page)).toBe(0);
        await comeBack();
        safety.expectKnown(await beside.text(), []);
        await recovered();
        return `reload${dirty ? ', not saved' : ''}${waits ? ', backed up' : ''}`;
      },
    ],
    reloadWhileTyping: [
      1,
      async () => {
        await safety.wait();
        const before = await safety.note();
        await clearOrder(notebook());
        await notebook().press('Mod+Home');
        const text = someNumber(roll);
        await notebook().keys(text);
        const open = notebook().frame.getByRole('textbox', { name: /^Edit / });
        await open.waitFor();
        await expect.poll(() => storedDraft(workbench.page)).toBe(text);
        await comeBack();
        await expect.poll(() => open.inputValue()).toBe(text);
        await notebook().closeCell();
        await expect.poll(() => beside.text()).toBe(before);
        await recovered();
        return `reload while ${text} is typed`;
      },
    ],
    closeAndReopen: [
      1,
      async () => {
        await workbench.runCommand('View: Close Editor');
        const save = workbench.page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true });
        await expect
          .poll(async () => {
            if (await save.isVisible()) await save.click();
            return workbench.tab(file).count();
          })
          .toBe(1);
        await workbench.explorer().getByRole('treeitem', { name: file }).dblclick();
        await notebook().grid.waitFor();
        // What is put aside of a tab that VS Code has not noted yet would come back as text.
        await viewIsStored();
        return 'close and open again';
      },
    ],
    killExtensionHost: [
      3,
      async () => {
        await safety.note();
        const shown = await enterWhile(killExtensionHosts);
        const saves = roll(3) === 0;
        if (saves) await notebook().press('Mod+s');
        const entered = await beside.text();
        safety.expectKnown(entered, shown);
        // The window lives on, and still puts aside what it has got.
        await safety.wait();
        await comeBackWith(entered, shown);
        await expect.poll(() => beside.text()).toBe(entered);
        await recovered();
        return `kill the extension host over ${shown.length - 1} edits${saves ? ' and a save' : ''}`;
      },
    ],
    killServer: [
      3,
      async () => {
        const waits = roll(2) === 0;
        if (waits) await safety.wait();
        else await safety.note();
        let left = '';
        const shown = await enterWhile(async () => {
          await killServer();
          left = await safety.left();
        });
        const entered = await beside.text();
        await serverIsBack();
        await comeBackWith(entered, shown);
        await expect.poll(() => beside.text()).toBe(left);
        safety.expectKnown(left, shown);
        await recovered();

        return `kill the server over ${shown.length - 1} edits${waits ? ', backed up before' : ''}`;
      },
    ],
  };
}
