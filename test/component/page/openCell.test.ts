import { describe, expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();
const header = 'period,start,new,lost,end\n';
const rows = ['2024-Q1,100,10,,\n', '2024-Q2,110,11,,\n', '2024-Q3,121,12,,\n', '2024-Q4,133,13,,\n'];
const file = header + rows.join('');

/** The field of the open cell. */
const field = () => notebook().page.getByRole('textbox', { name: /^Edit / });
const notice = () =>
  notebook()
    .page.getByText(/is not here any more/)
    .first();
const refused = () => notebook().page.locator('.refused');

async function type(column: string, row: number, text: string): Promise<void> {
  const n = notebook();
  await (await n.cellOf(column, row)).click();
  await n.page.keyboard.type(text);
}

/** Everything from the first row on becomes other rows, as VS Code says of a file that was checked out. */
function checkOut(...now: string[]): Promise<void> {
  return notebook().change({ start: header.length, end: file.length, text: now.join('') });
}

describe('a cell in which something is typed', () => {
  it('stays in its row when rows come, go and change at once', async () => {
    const n = notebook();
    await n.open(file);
    await type('lost', 2, '4');
    await checkOut('2023-Q4,90,20,,\n', rows[0]!, rows[1]!, rows[2]!, '2024-Q4,133,99,,\n');
    await n.expectColumn('period', ['2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4']);
    expect(await field().inputValue()).toBe('4');
    expect(await n.page.getByText(/changed outside/).isVisible()).toBe(false);
    await n.page.keyboard.type('5');
    await n.press('Enter');
    await expect.poll(() => n.rows()).toContain('2024-Q3,121,12,45,');
    expect(await n.rows()).toEqual([
      '2023-Q4,90,20,,',
      '2024-Q1,100,10,,',
      '2024-Q2,110,11,,',
      '2024-Q3,121,12,45,',
      '2024-Q4,133,99,,',
    ]);
  });

  it('stays in its row when the rows are put in another order', async () => {
    const n = notebook();
    await n.open(file);
    await type('lost', 0, '7');
    await checkOut(rows[3]!, rows[2]!, rows[1]!, rows[0]!);
    await expect.poll(() => n.activeCell()).toBe('Edit lost, row 4');
    await n.press('Enter');
    await expect.poll(() => n.rows()).toContain('2024-Q1,100,10,7,');
    expect((await n.rows()).filter((row) => row.includes(',7,'))).toHaveLength(1);
  });

  it('stays in its column when the header changes', async () => {
    const n = notebook();
    await n.open(file);
    await type('lost', 1, '7');
    await n.change({
      start: 0,
      end: file.length,
      text: 'period,segment,start,new,lost,end\n2024-Q1,A,100,10,,\n2024-Q2,,110,11,,\n',
    });
    await n.header('segment').waitFor();
    expect(await field().inputValue()).toBe('7');
    await n.press('Enter');
    await expect.poll(() => n.rows()).toEqual(['2024-Q1,A,100,10,,', '2024-Q2,,110,11,7,']);
  });

  it.each([
    ['its row is another one now', [rows[0]!, '2031-Q2,110,11,,\n', rows[2]!, rows[3]!]],
    ['its row is gone', [rows[0]!, rows[2]!, rows[3]!]],
  ])('keeps what was typed, and writes it nowhere, when %s', async (_, now) => {
    const n = notebook();
    await n.open(file);
    await type('lost', 1, '12');
    await checkOut(...now);
    await notice().waitFor();
    await n.press('Enter');
    expect(await field().inputValue()).toBe('12');
    expect(await n.edits()).toBe(0);
    // Not even after a reload, where it cannot be opened in somebody else's cell.
    await n.reload();
    expect(await refused().innerText()).toContain('12');
    expect(await field().count()).toBe(0);
    expect(await n.text()).toBe(header + now.join(''));
  });

  it('stays open while nothing can be edited, and is written afterwards', async () => {
    const n = notebook();
    await n.open(file);
    await type('lost', 1, '12');
    const conflict = '<<<<<<< ours\n2025-Q1,140,1,,\n=======\n2025-Q1,140,2,,\n>>>>>>> theirs\n';
    await n.change({ start: file.length, end: file.length, text: conflict });
    await n.page.locator('.conflict').waitFor();
    await n.press('Enter');
    expect(await field().inputValue()).toBe('12');
    await (await n.cellOf('new', 0)).click();
    expect(await field().inputValue()).toBe('12');
    expect(await n.edits()).toBe(0);
    await n.change({ start: file.length, end: file.length + conflict.length, text: '' });
    await n.page.locator('.conflict').waitFor({ state: 'detached' });
    await field().focus();
    await n.press('Enter');
    await expect.poll(() => n.rows()).toContain('2024-Q2,110,11,12,');
    expect(await field().count()).toBe(0);
  });

  it('is listed with what was typed when the page comes back to a file that cannot be edited', async () => {
    const n = notebook();
    await n.open(file);
    await type('lost', 1, '12');
    const { origin } = new URL(n.page.url());
    await n.page.goto(`${origin}/?readonly`);
    await refused().waitFor();
    expect(await refused().innerText()).toContain('lost of 2024-Q2\n12\nApply again');
    expect(await field().count()).toBe(0);
  });

  it('comes back after a reload, half-typed period included', async () => {
    const n = notebook();
    await n.open(file);
    await type('period', 1, '2025-Q3');
    await n.reload();
    expect(await field().inputValue()).toBe('2025-Q3');
    await n.press('Enter');
    await expect.poll(() => n.rows()).toContain('2025-Q3,110,11,,');
  });

  it('is written to its own column when a hidden one is shown for a place to go to', async () => {
    const n = notebook();
    await n.open(file);
    await n.header('start').click();
    await n.command('hideColumns');
    // Until then the cells have other places.
    await n.header('start').waitFor({ state: 'detached' });
    await type('lost', 0, '9');
    await n.page.evaluate(() =>
      window.host.send({ type: 'reveal', target: { kind: 'cell', row: 2, column: 1 } }),
    );
    await expect.poll(() => n.rows()).toContain('2024-Q1,100,10,9,');
    await expect.poll(() => n.activeCell()).toBe('start, row 3: 121');
  });
});
