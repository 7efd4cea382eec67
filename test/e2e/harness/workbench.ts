import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { expect, inject, vi } from 'vitest';
import { viewport } from '../../../scripts/lib/browser.mjs';
import { cache } from '../../../scripts/lib/project.mjs';
import { workbenchUrl } from '../../../scripts/lib/server.mjs';
import { backupOfFile, backupsOf } from './backups';
import { Notebook } from './notebook';
import { settingsForNewUser, themes } from './settings';
import type { Theme } from './settings';
import { Workspace } from './workspace';
import type { Files } from './workspace';

export interface WorkbenchOptions {
  /** The files of the folder that is opened. */
  readonly files: Files;
  /** Light unless given. */
  readonly theme?: Theme;
  /** More settings of the workspace. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Size of the window; 1280 × 800 unless given. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Whether the window stays open for the test files to come. */
  readonly keep?: boolean;
}

const settingsFile = '.vscode/settings.json';

/** One browser connection for all tests of a run. */
let browser: Promise<Browser> | null = null;
const open = new Set<Workbench>();

/**
 * Opens a VS Code window of its own, with the extension installed from its VSIX, on a new folder with the files.
 * What is still open at the end of a test file is closed then, unless it is to be kept.
 *
 * @example
 * const workbench = await openWorkbench({ files: { 'a.retention': 'period,start,new,lost\n2024-Q1,500,50,100\n' } });
 * const notebook = await workbench.openNotebook('a.retention');
 * await notebook.type(1, 'lost', '75');
 */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  browser ??= chromium.connect(inject('browser'));
  const context = await (await browser).newContext({ viewport: options.viewport ?? viewport });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { theme = 'light', settings = {}, keep = false, files } = options;
  const workspace = await Workspace.create(files);
  await writeSettings(workspace, theme, settings);
  const workbench = new Workbench(context, await context.newPage(), workspace, settings, theme, keep);
  open.add(workbench);
  await workbench.page.goto(addressOf(workspace.folder));
  await workbench.waitUntilReady();
  return workbench;
}

function addressOf(folder: string): string {
  const disk = inject('disk');
  if (disk === null) return workbenchUrl(inject('origin'), { folder });
  const url = new URL(inject('origin'));
  url.searchParams.set('folder', `${disk}${folder}`);
  url.searchParams.set('payload', JSON.stringify([['skipWelcome', 'true']]));
  return url.href;
}

/** A VS Code window, and the folder it shows. */
export class Workbench {
  private hasShownNotebook = false;

  constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly workspace: Workspace,
    private settings: Readonly<Record<string, unknown>>,
    private theme: Theme,
    public isKept: boolean,
  ) {}

  /** The folder on disk. */
  get folder(): string {
    return this.workspace.folder;
  }

  /** Waits until the explorer shows the files, for example after a reload. */
  async waitUntilReady(): Promise<void> {
    await this.explorer().getByRole('treeitem').first().waitFor({ timeout: 60_000 });
  }

  /** The notebook in front. */
  notebook(): Notebook {
    return new Notebook(this.page);
  }

  explorer(): Locator {
    return this.page.getByRole('tree', { name: 'Files Explorer' });
  }

  /** The tab of a file. */
  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** Opens a file by double-click, so that it stays open, and waits for its tab. */
  async openFromExplorer(name: string): Promise<void> {
    const item = this.explorer().getByRole('treeitem', { name });
    // Before the extension is registered, a .retention file is any text file; its icon tells.
    if (name.endsWith('.retention')) await item.locator('.retention-lang-file-icon').waitFor();
    await item.dblclick();
    await this.tab(name).first().waitFor();
  }

  /** Opens a .retention file from the explorer and waits for its rows. */
  async openNotebook(name: string): Promise<Notebook> {
    await this.openFromExplorer(name);
    const notebook = this.notebook();
    const isShown = async () => {
      if (await notebook.grid.isVisible()) return true;
      // A starved VS Code that has just begun opens a text before it comes round to the editors of extensions.
      if (!this.hasShownNotebook && (await this.page.locator('.monaco-editor .view-line').count()) > 0) {
        await this.runCommand('View: Close Editor');
        await this.openFromExplorer(name);
      }
      return false;
    };
    await vi.waitUntil(isShown, { timeout: 60_000 });
    this.hasShownNotebook = true;
    return notebook;
  }

  /** Whether the file has changes that are not saved. */
  async isDirty(name: string): Promise<boolean> {
    const className = await this.tab(name).first().getAttribute('class');
    return className?.split(' ').includes('dirty') ?? false;
  }

  /** Saves with the keyboard and waits until nothing is left to save. */
  async save(name: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+s');
    await this.tab(name).and(this.page.locator(':not(.dirty)')).waitFor();
  }

  /** Closes all tabs, of which none may have unsaved changes. */
  async closeEditors(): Promise<void> {
    if ((await this.page.getByRole('tab', { selected: true }).count()) === 0) return;
    await this.runCommand('View: Close All Editors');
    await this.page.locator('.tabs-container .tab').first().waitFor({ state: 'detached' });
  }

  /** Runs a command by its title in the palette, for example `View: Close All Editors`. */
  async runCommand(title: string): Promise<void> {
    const input = this.page.locator('.quick-input-box input');
    // VS Code gives the focus back some time after a command, which closes a palette opened in that moment.
    const isTyped = async () => {
      await this.page.keyboard.press('F1');
      return input.fill(`>${title}`, { timeout: 2000 }).then(
        () => true,
        () => false,
      );
    };
    await vi.waitUntil(isTyped, { timeout: 30_000 });
    // Others may match as well, and come first.
    const name = new RegExp(`^${title.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    await this.page.getByRole('option', { name }).first().click();
  }

  /** Chooses from the menu of VS Code that is open. */
  async chooseFromMenu(name: string): Promise<void> {
    const item = this.page.getByRole('menuitem', { name });
    // In its first moment a menu takes no click.
    const isChosen = async () => {
      await item.click({ timeout: 1000 }).catch(() => undefined);
      return !(await item.isVisible());
    };
    await expect.poll(isChosen).toBe(true);
  }

  /** Closes what a test has left open, takes back what it has entered, saved or not, and comes back to a notebook. */
  async tidyUp(name: string, text: string): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
    const tab = this.tab(name);
    const isInFront = (await tab.count()) > 0 && (await tab.getAttribute('aria-selected')) === 'true';
    if (!isInFront) await this.openNotebook(name);
    await this.notebook().closeCell();
    // What VS Code has not heard of yet makes the file dirty only later.
    await this.notebook().waitUntilSent();
    if (await this.isDirty(name)) {
      await this.runCommand('File: Revert File');
      await tab.and(this.page.locator(':not(.dirty)')).waitFor();
    }
    if (String(await this.readDisk(name)) === text) return;
    await this.closeEditors();
    await this.writeDisk(name, text);
    await this.openNotebook(name);
  }

  /** Changes settings of the workspace. */
  async changeSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = { ...this.settings, ...settings };
    await writeSettings(this.workspace, this.theme, this.settings);
  }

  /** The bytes of a file as they are on disk now. */
  readDisk(name: string): Promise<Buffer> {
    return this.workspace.read(name);
  }

  /**
   * Changes a file on disk, behind the editor's back. VS Code notices once it watches the folder:
   * {@link waitUntilWatching} first.
   */
  writeDisk(name: string, content: string | Uint8Array): Promise<void> {
    return this.workspace.write(name, content);
  }

  /** Waits until a file that appears on disk appears in the explorer. */
  async waitUntilWatching(): Promise<void> {
    const names: string[] = [];
    // What happens before the watcher has started is never seen, and to delete and write the same file within
    // moments is only a change of it to the watcher: each attempt needs a new name.
    const isSeen = async () => {
      const name = `watched-${names.length}.txt`;
      names.push(name);
      await this.writeDisk(name, '');
      return this.explorer()
        .getByRole('treeitem', { name: /^watched-/ })
        .first()
        .isVisible();
    };
    await expect.poll(isSeen, { interval: 1000, timeout: 60_000 }).toBe(true);
    for (const name of names) await this.workspace.remove(name);
    await this.explorer()
      .getByRole('treeitem', { name: /^watched-/ })
      .first()
      .waitFor({ state: 'detached' });
  }

  /** What a person could paste now. */
  readClipboard(type: 'text/plain' | 'text/html' = 'text/plain'): Promise<string> {
    return this.page.evaluate(async (wanted) => {
      const items = await navigator.clipboard.read();
      const item = items.find(({ types }) => types.includes(wanted));
      return item === undefined ? '' : (await item.getType(wanted)).text();
    }, type);
  }

  async writeClipboard(text: string): Promise<void> {
    await this.page.evaluate((content) => navigator.clipboard.writeText(content), text);
  }

  /** Switches the colour theme and waits until the workbench has it. */
  async setTheme(theme: Theme): Promise<void> {
    this.theme = theme;
    await writeSettings(this.workspace, theme, this.settings);
    await this.page.locator(`.monaco-workbench.${themes[theme].className}`).waitFor();
  }

  /** Waits until VS Code has put unsaved work aside, where it finds it again after a reload. */
  async waitForBackup(text: string): Promise<void> {
    await expect.poll(() => backupsOf(this.page)).toContain(text);
  }

  /** The unsaved text of a file that VS Code's server has put aside, or null. */
  backupOf(name: string): Promise<string | null> {
    return backupOfFile(this.workspace.path(name));
  }

  /** Reloads the window, as `Developer: Reload Window` does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.waitUntilReady();
  }

  /** A picture of the window in .cache/screenshots; returns the file. */
  async screenshot(name: string): Promise<string> {
    const folder = join(cache, 'screenshots');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${inject('build')}-${name.replaceAll(/[^\w-]+/g, '-')}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  async close(): Promise<void> {
    open.delete(this);
    await this.context.close();
    await this.workspace.dispose();
  }
}

/** A picture of every window that is open, the newest one under the name itself. */
export async function photographAll(name: string): Promise<void> {
  for (const [age, workbench] of [...open].reverse().entries()) {
    await workbench.screenshot(age === 0 ? name : `${name}-${age + 1}`);
  }
}

/** Closes what a test file has opened for itself. */
export async function closeAll(): Promise<void> {
  for (const workbench of open) if (!workbench.isKept) await workbench.close();
}

function writeSettings(workspace: Workspace, theme: Theme, settings: Readonly<Record<string, unknown>>) {
  const user = inject('userData') === null ? settingsForNewUser : {};
  const all = { ...user, ...settings, 'workbench.colorTheme': themes[theme].name };
  return workspace.write(settingsFile, JSON.stringify(all, null, 2));
}
