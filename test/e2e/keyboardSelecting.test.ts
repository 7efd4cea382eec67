import { describe, it } from 'vitest';
import { useTable } from './harness';

describe('keyboard and mouse: selecting', () => {
  const table = useTable();

  it('extends the selection with Shift and the arrows', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    await notebook.expectSelected('start:new 2:4');
    await notebook.expectAnnounced('Selected, rows × columns: 3 × 2');
    await notebook.press('Shift+ArrowUp');
    await notebook.expectSelected('start:new 2:3');
    await notebook.press('ArrowDown');
    await notebook.expectSelected('start:start 3:3');
  });

  it('extends the selection with Shift and a click, and by dragging', async () => {
    const { notebook } = table();
    await notebook.click(4, 'new');
    await notebook.click(6, 'end', ['Shift']);
    await notebook.expectSelected('new:end 4:6');
    await notebook.drag(await notebook.cell(2, 'start'), await notebook.cell(5, 'lost'));
    await notebook.expectSelected('start:lost 2:5');
  });

  it('extends the selection to the edge of the data with Ctrl+Shift and an arrow', async () => {
    const { notebook } = table();
    await notebook.click(1, 'owner');
    await notebook.press('Mod+Shift+ArrowDown');
    await notebook.expectSelected('owner:owner 1:3');
    await notebook.click(3, 'start');
    await notebook.press('Mod+Shift+ArrowUp');
    await notebook.expectSelected('start:start 1:3');
    await notebook.press('Mod+Shift+Home');
    await notebook.expectSelected('period:start 1:3');
  });

  it('selects all with Ctrl+A and with the corner', async () => {
    const { notebook } = table();
    await notebook.press('Mod+a');
    await notebook.expectSelected('period:note 1:12');
    await notebook.click(3, 'start');
    await notebook.expectSelected('start:start 3:3');
    await notebook.grid.getByTitle('Select all').click();
    await notebook.expectSelected('period:note 1:12');
  });

  it('selects rows with Shift+Space and columns with Ctrl+Space', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.press('Shift+ArrowDown', 'Shift+Space');
    await notebook.expectSelected('period:note 2:3');
    await notebook.click(2, 'start');
    await notebook.press('Shift+ArrowRight', 'Control+Space');
    await notebook.expectSelected('start:new 1:12');
  });

  it('selects columns by their headers', async () => {
    const { notebook } = table();
    await notebook.header('start').click();
    await notebook.expectSelected('start:start 1:12');
    await notebook.header('lost').click({ modifiers: ['Shift'] });
    await notebook.expectSelected('start:lost 1:12');
    await notebook.expectAt('start, row 1');
  });

  it('selects rows by a click on their numbers and by dragging over them', async () => {
    const { notebook } = table();
    await notebook.rowNumber(3).click();
    await notebook.expectSelected('period:note 3:3');
    await notebook.rowNumber(5).click({ modifiers: ['Shift'] });
    await notebook.expectSelected('period:note 3:5');
    await notebook.drag(notebook.rowNumber(7), notebook.rowNumber(9));
    await notebook.expectSelected('period:note 7:9');
  });

  it('goes round inside a selection with Tab and Enter', async () => {
    const { notebook } = table();
    await notebook.click(2, 'start');
    await notebook.click(3, 'new', ['Shift']);
    await notebook.press('Tab', 'Tab');
    await notebook.expectAt('start, row 3');
    await notebook.press('Tab', 'Tab');
    await notebook.expectAt('start, row 2');
    await notebook.press('Enter', 'Enter');
    await notebook.expectAt('new, row 2');
    await notebook.press('Enter', 'Enter');
    await notebook.expectAt('start, row 2');
    await notebook.expectSelected('start:new 2:3');
  });
});
