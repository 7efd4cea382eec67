import { expect } from 'vitest';
import type { Notebook, Workbench } from '../harness';
import { pick } from './dice';
import type { Dice } from './dice';
import { differences, recordsOf, shownRows } from './shown';
import type { TextBeside } from './textBeside';

const columns = ['period', 'segment', 'start', 'new', 'lost', 'end'];
const segments = ['SMB', 'Enterprise', 'Public'];

/** A file to walk in; all of its rows can be drawn at once. */
export const firstText = [
  '#---',
  '# retention: 1',
  '# goal: 85%',
  '#---',
  'period,segment,start,new,lost,end,note',
  ...Array.from(
    { length: 9 },
    (_, i) => `2024-0${i + 1},${segments[i % 3] ?? ''},${100 + i},1${i},5,${105 + 2 * i},"n, ${i}"`,
  ),
  '# the end',
  '',
].join('\n');

/** Another tab in the window, to go away to. */
export const otherFile = { name: 'other.txt', text: 'another tab\n' } as const;

/** What the actions work on. */
export interface Walk {
  readonly workbench: Workbench;
  readonly beside: TextBeside;
  readonly file: string;
  readonly roll: Dice;
  /** Waits until everything says the same. */
  agree(): Promise<void>;
}

/** How often an action is taken, and the action; it returns what it did, for people. */
export type Actions = Readonly<Record<string, readonly [weight: number, run: () => Promise<string>]>>;

/** Makes the whole file shown, in the file's order. */
export async function clearOrder(notebook: Notebook): Promise<void> {
  const clear = notebook.frame.getByRole('button', { name: 'Clear all' });
  if ((await clear.count()) > 0) await clear.click();
}

/** With nothing or too much to see, the walk goes on from a file it can go on in. */
export async function keepWalkable(notebook: Notebook): Promise<void> {
  const shown = await shownRows(notebook);
  if (shown.length < 2) {
    await clearOrder(notebook);
    for (let i = 0; i < 3 && (await shownRows(notebook)).length < 4; i++) await notebook.press('Mod+Enter');
  } else if (shown.length > 14) {
    await notebook.click(9, 'period');
    await notebook.click(shown.length, 'period', ['Shift']);
    await notebook.press('Mod+Shift+K');
  }
}

/** Saves, and waits until the disk says what is shown. */
export async function save({ workbench, beside, agree }: Walk): Promise<void> {
  await workbench.notebook().press('Mod+s');
  await expect.poll(() => beside.isDirty()).toBe(false);
  await agree();
}

/** Writes a text behind the editor's back and waits until the notebook shows it. */
export async function writeOutside({ workbench, file }: Walk, text: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const different = differences(recordsOf(text), await shownRows(workbench.notebook()));
        // VS Code may take a write within moments of its own save for that save: again, until it looks.
        if (different.length > 0) await workbench.writeDisk(file, text);
        return different;
      },
      { interval: 1000 },
    )
    .toEqual([]);
}

/** A number, as somebody may type one. */
export const someNumber = (roll: Dice): string => String(roll(300));

/** The text with a row added, and perhaps another taken away, by something else than the editor. */
export function changedOutside(roll: Dice, text: string): { readonly text: string; readonly what: string } {
  const lines = text.split('\n');
  const at = 5 + roll(Math.max(1, lines.length - 7));
  const line = lines[at] ?? '';
  const added = `2023-${String(1 + roll(12)).padStart(2, '0')},SMB,${someNumber(roll)},1,1,,outside`;
  // A line inside a quoted cell is none of its own.
  const plain = !line.includes('"') && !text.includes('\n"');
  lines.splice(at, plain && roll(2) === 0 ? 1 : 0, added);
  return { text: lines.join('\n'), what: `line ${at} ${added}` };
}

/** Selects a few cells; says which. */
export async function select(notebook: Notebook, roll: Dice): Promise<string> {
  await notebook.press('Mod+Home');
  const shown = await shownRows(notebook);
  const [row, column] = [1 + roll(Math.max(1, shown.length)), pick(roll, columns)];
  await notebook.click(row, column);
  const [down, right] = [roll(3), roll(3)];
  for (let i = 0; i < down; i++) await notebook.press('Shift+ArrowDown');
  for (let i = 0; i < right; i++) await notebook.press('Shift+ArrowRight');
  return `${column} ${row} +${down} +${right}`;
}

/** What people do with a table, one step of undo each. */
export function tableActions({ workbench, roll }: Pick<Walk, 'workbench' | 'roll'>): Actions {
  const notebook = () => workbench.notebook();
  const number = () => someNumber(roll);
  const word = () => pick(roll, [...segments, number(), 'a "quoted" one']);
  const keys =
    (name: string, ...strokes: readonly string[]) =>
    async () => {
      const place = await select(notebook(), roll);
      await notebook().press(...strokes);
      return `${name} at ${place}`;
    };
  return {
    type: [
      6,
      async () => {
        const place = await select(notebook(), roll);
        const [text, end] = [
          place.startsWith('segment') ? word() : number(),
          pick(roll, ['Enter', 'Tab', 'ArrowUp']),
        ];
        await notebook().keys(text);
        await notebook().press(end);
        return `type ${text} ${end} at ${place}`;
      },
    ],
    paste: [
      4,
      async () => {
        const place = await select(notebook(), roll);
        const [height, width] = [1 + roll(3), 1 + roll(2)];
        const block = Array.from({ length: height }, () => Array.from({ length: width }, number).join('\t'));
        await workbench.writeClipboard(block.join('\n'));
        await notebook().press('Mod+v');
        return `paste ${JSON.stringify(block)} at ${place}`;
      },
    ],
    cut: [1, keys('cut', 'Mod+x')],
    clear: [2, keys('clear', 'Delete')],
    fillDown: [3, keys('fill down', 'Mod+d')],
    fillOrInsert: [2, keys('Ctrl+Enter', 'Mod+Enter')],
    insertAbove: [2, keys('insert above', 'Mod+Shift+Enter')],
    deleteRows: [2, keys('delete rows', 'Mod+Shift+K')],
    moveRows: [2, keys('move rows', 'Alt+ArrowDown')],
    duplicate: [1, keys('duplicate rows', 'Shift+Alt+ArrowDown')],
    dragFill: [
      2,
      async () => {
        const place = await select(notebook(), roll);
        const row = 1 + roll((await shownRows(notebook())).length);
        const to = await notebook().cell(row, place.split(' ')[0] ?? 'start');
        await notebook().drag(notebook().fillHandle(), to);
        return `fill to row ${row} from ${place}`;
      },
    ],
  };
}

/** Everything else people do with a notebook and its file. */
export function notebookActions(walk: Walk): Actions {
  const { workbench, roll, file } = walk;
  const notebook = () => workbench.notebook();

  async function dialogOf(column: string) {
    await notebook().press('Mod+Home');
    await notebook().click(1, column);
    await notebook().press('Mod+Shift+L');
    const dialog = notebook().frame.getByRole('dialog', { name: `Sort and filter ${column}` });
    await dialog.waitFor();
    return dialog;
  }

  /**
   * VS Code undoes by itself, some time after the key; keys reach it one after the other, and these two show that they
   * have.
   */
  async function keysArrived(): Promise<void> {
    const explorer = workbench.page.getByRole('treeitem', { name: otherFile.name });
    await notebook().press('Mod+b');
    await explorer.waitFor({ state: 'hidden' });
    await notebook().press('Mod+b');
    await explorer.waitFor();
  }

  const back = (name: string, key: string) => async () => {
    const count = 1 + roll(3);
    for (let i = 0; i < count; i++) await notebook().press(key);
    await keysArrived();
    return `${name} ${count}`;
  };

  return {
    fillRight: [
      1,
      async () => {
        const place = await select(notebook(), roll);
        await workbench.runCommand('Retention: Fill Right');
        return `fill right at ${place}`;
      },
    ],
    save: [3, () => save(walk).then(() => 'save')],
    undo: [5, back('undo', 'Mod+z')],
    redo: [3, back('redo', 'Mod+y')],
    sort: [
      2,
      async () => {
        const [column, direction] = [pick(roll, columns), pick(roll, ['ascending', 'descending'])];
        await (await dialogOf(column)).getByRole('button', { name: `Sort ${direction}` }).click();
        return `sort ${column} ${direction}`;
      },
    ],
    filter: [
      1,
      async () => {
        const dialog = await dialogOf('segment');
        await dialog.getByRole('checkbox').last().uncheck();
        await dialog.getByRole('button', { name: 'Apply filter' }).click();
        return 'filter segment';
      },
    ],
    clearOrder: [2, () => clearOrder(notebook()).then(() => 'clear sort and filters')],
    outside: [
      2,
      async () => {
        await save(walk);
        const { text, what } = changedOutside(roll, String(await workbench.readDisk(file)));
        await writeOutside(walk, text);
        return `outside: ${what}`;
      },
    ],
    hideAndShow: [
      2,
      async () => {
        const before = await shownRows(notebook());
        const isArranged = (await notebook().frame.getByRole('button', { name: 'Clear all' }).count()) > 0;
        await workbench.tab(otherFile.name).click();
        await workbench.page.locator('.view-line', { hasText: otherFile.text.trim() }).waitFor();
        await workbench.tab(file).first().click();
        await notebook().grid.waitFor();
        // A sorted or filtered view is arranged anew; what its rows say is compared with the file below.
        if (!isArranged) await expect.poll(() => shownRows(notebook())).toEqual(before);
        return 'hide and show';
      },
    ],
  };
}

/** The names of the actions, each as often as it weighs. */
export function bagOf(actions: Actions): string[] {
  return Object.entries(actions).flatMap(([name, [weight]]) => Array.from({ length: weight }, () => name));
}
