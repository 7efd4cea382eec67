import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();

it('follows the customers of a period, of all together, and of a cell that is edited', async () => {
  const n = notebook();
  await n.open('period,start,new,lost,end\n2024-01,500,50,100,450\n2024-02,450,40,45,445\n');
  await n.command('showFlow');
  const panel = n.page.getByRole('region', { name: 'Customer flow', exact: true });
  const label = () => panel.getByRole('img').first().getAttribute('aria-label');
  await expect.poll(label).toBe('Customers in 2024-02: Start 450, New +40, Lost −45, End 445.');
  await panel.getByLabel('Period').selectOption('2024-01 to 2024-02 together');
  expect(await label()).toBe('Customers in 2024-01 to 2024-02: Start 500, New +90, Lost −145, End 445.');
  expect(await panel.innerText()).toContain('from 500 to 445 customers (55 fewer)');
  await n.cell(1, 3).click();
  await n.page.keyboard.type('40');
  await n.press('Enter');
  await expect.poll(label).toContain('Lost −140, Unexplained −5, End 445');
  expect(await panel.getByRole('listitem').allInnerTexts()).toContainEqual(
    expect.stringContaining('2024-02 does not balance'),
  );
});

it('says which count is missing, and shows the others', async () => {
  const n = notebook();
  await n.open('period,start,new,lost\n2024-01,500,,\n');
  await n.command('showFlow');
  const panel = n.page.getByRole('region', { name: 'Customer flow', exact: true });
  await expect
    .poll(() => panel.getByRole('img').first().getAttribute('aria-label'))
    .toContain('Start 500, New unknown, Lost unknown, End unknown.');
  expect(await panel.getByRole('listitem').allInnerTexts()).toHaveLength(1);
});
