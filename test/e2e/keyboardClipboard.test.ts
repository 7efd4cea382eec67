import { describe, expect, it } from 'vitest';
import { tableFile, useTable } from './harness';

describe('keyboard: clipboard', () => {
  const table = useTable();

  it('copies a block as tab-separated text and as an HTML table', async () => {
    const { workbench, notebook } = table();
    await notebook.click(1, 'start');
    await notebook.click(2, 'lost', ['Shift']);
    await notebook.press('Mod+c');
    await expect.poll(() => workbench.readClipboard()).toMatch(/^100\t10\t5\r?\n105\t10\t5(\r?\n)?$/);
    const html = await workbench.readClipboard('text/html');
    expect(html).toMatch(/<table[\s>]/);
    expect(html.match(/<td[\s>]/g)).toHaveLength(6);
    expect(await workbench.isDirty(tableFile)).toBe(false);
  });

  it('cuts, and pastes what was cut elsewhere', async () => {
    const { notebook } = table();
    await notebook.click(1, 'owner');
    await notebook.press('Shift+ArrowDown', 'Mod+x');
    await notebook.expectCell(1, 'owner', '');
    await notebook.expectCell(2, 'owner', '');
    await notebook.click(5, 'owner');
    await notebook.press('Mod+v');
    await notebook.expectCell(6, 'owner', 'Ada');
    await notebook.expectSelected('owner:owner 5:6');
    await notebook.press('Mod+z', 'Mod+z');
    await notebook.expectCell(1, 'owner', 'Ada');
    await notebook.expectCell(5, 'owner', '');
  });

  it('pastes a block with quoted line breaks, adds the rows it needs, in one step', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard(
      '2024-Q1\t"Eve\nand Flo"\t160\r\n2024-Q2\tGus\t165\r\n2024-Q3\tHal\t170\r\n',
    );
    await notebook.click(12, 'period');
    await notebook.press('Mod+v');
    await notebook.expectCell(14, 'start', '170');
    await notebook.expectCell(12, 'owner', 'Eve ↵ and Flo');
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
    await notebook.expectCell(12, 'owner', 'Di');
  });

  it('pastes CSV', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('200,20,10\n300,30,15\n');
    await notebook.click(1, 'start');
    await notebook.press('Mod+v');
    await notebook.expectCell(2, 'lost', '15');
    await notebook.expectCell(1, 'new', '20');
  });

  it('pastes one value into every selected cell', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('7');
    await notebook.click(2, 'new');
    await notebook.click(4, 'lost', ['Shift']);
    await notebook.press('Mod+v');
    await notebook.expectCell(4, 'lost', '7');
    expect((await notebook.column('new')).slice(0, 5)).toEqual(['10', '7', '7', '7', '10']);
    await notebook.press('Mod+z');
    await expect.poll(() => workbench.isDirty(tableFile)).toBe(false);
  });

  it('leaves calculated cells as they are when pasting, and says so', async () => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('150\t99\t99');
    await notebook.click(1, 'end');
    await notebook.press('Mod+v');
    await notebook.frame.getByText('Calculated cells left as they are: 2').first().waitFor();
    await notebook.expectCell(1, 'end', '150');
    await notebook.press('ArrowDown');
    await notebook.expectAt('end, row 2');
  });

  it('clears cells with Delete and with Backspace', async () => {
    const { notebook } = table();
    await notebook.click(1, 'owner');
    await notebook.press('Shift+ArrowDown', 'Delete');
    await notebook.expectCell(2, 'owner', '');
    await notebook.click(3, 'owner');
    await notebook.press('Backspace');
    await notebook.expectCell(3, 'owner', '');
    await notebook.press('ArrowDown');
    await notebook.expectAt('owner, row 4');
  });

  it.each([
    ['Copy with Headers', /^start\tnew\r?\n100\t10(\r?\n)?$/],
    ['Copy as CSV', /^start,new\r?\n100,10(\r?\n)?$/],
    ['Copy as Markdown', /^\| *start *\| *new *\|\n\|[ :-]+\|[ :-]+\|\n\| *100 *\| *10 *\|/],
  ])('copies in another form by the command %s', async (command, expected) => {
    const { workbench, notebook } = table();
    await workbench.writeClipboard('nothing yet');
    await notebook.click(1, 'start');
    await notebook.press('Shift+ArrowRight');
    await notebook.expectSelected('start:new 1:1');
    await workbench.runCommand(`Retention: ${command}`);
    await expect.poll(() => workbench.readClipboard()).toMatch(expected);
  });
});
