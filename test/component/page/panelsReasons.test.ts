import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();

it('shows why customers left, and follows a cell that is edited', async () => {
  const n = notebook();
  await n.open(
    'period,start,new,lost,reason_price,reason_unused\n2024-01,500,50,100,60,10\n2024-02,450,40,50,5,45\n',
  );
  await n.command('showReasons');
  const panel = n.page.getByRole('region', { name: 'Churn reasons', exact: true });
  const label = () => panel.getByRole('img').first().getAttribute('aria-label');
  await expect
    .poll(label)
    .toMatch(/^Why customers left in 2024-02: unused 45 \(90\.0\s%\), price 5 \(10\.0\s%\)\.$/);
  await panel.getByLabel('Period').selectOption('2024-01');
  expect(await label()).toContain('No reason given 30');
  await (await n.cellOf('reason_unused', 0)).click();
  await n.page.keyboard.type('70');
  await n.press('Enter');
  await expect.poll(() => panel.innerText()).toContain('most left for “unused”, 70 of 130');
  expect(await panel.getByRole('listitem').allInnerTexts()).toContainEqual(
    expect.stringContaining('add up to 130, but only 100 were lost'),
  );
});

it('says what is missing where no reason is given', async () => {
  const n = notebook();
  await n.open('period,start,new,lost\n2024-01,500,50,100\n');
  await n.command('showReasons');
  const panel = n.page.getByRole('region', { name: 'Churn reasons', exact: true });
  await expect.poll(() => panel.innerText()).toContain('Add one such as reason_price');
  expect(await panel.getByRole('img').count()).toBe(0);
});
