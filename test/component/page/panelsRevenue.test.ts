import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();
const HEADER = 'period,start,new,lost,start_mrr,new_mrr,expansion,contraction,churned_mrr';
const file = `#---
# retention: 1
# goal_nrr: 105%
# currency: EUR
#---
${HEADER}
2024-01,100,10,10,5000,500,200,50,400
2024-02,100,0,20,5250,0,100,50,1000
`;
const open = async (text: string, lock: 'readonly' | '' = '') => {
  const n = notebook();
  await n.open(text, lock);
  await n.command('showRevenue');
  const panel = n.page.getByRole('region', { name: 'Revenue', exact: true });
  await panel.locator('.panel-lead').waitFor();
  const label = () => panel.getByRole('img').first().getAttribute('aria-label');
  const figure = async (name: string) =>
    (await panel.locator('.figure').filter({ hasText: name }).innerText()).replaceAll(/\s+/g, ' ');
  return { n, panel, label, figure };
};

it('shows what moved revenue, holds it against its goals, and follows an edit', async () => {
  const { n, panel, label, figure } = await open(file);
  await expect
    .poll(label)
    .toBe(
      'Recurring revenue in 2024-02: Start €5,250, New €0, Expansion +€100, Contraction −€50, Lost −€1,000, End €4,300.',
    );
  expect(await figure('Net retention')).toMatch(/81\.9 % goal 105 %, −23\.1 pt/);
  expect(await figure('Quick ratio')).toContain('0.1 won for each unit lost');
  expect(await figure('+5 points')).toContain('+33.3 %');
  await (await n.cellOf('start_mrr', 1)).click();
  await n.page.keyboard.type('2000');
  await n.press('Enter');
  await expect.poll(label).toMatch(/Start €2,000, .* End €1,050\.$/);
  expect(await figure('Net retention')).toMatch(/52\.5 % goal 105 %, −52\.5 pt/);
  await panel.getByLabel('Show').selectOption('Over time');
  await expect.poll(label).toMatch(/from 2024-01 to 2024-02: Gross .* last 47\.5\s%, Net .* last 52\.5\s%/);
  await panel.getByLabel('Period', { exact: true }).selectOption('2024-01');
  expect(await figure('Net retention')).toMatch(/95\.0 % goal 105 %/);
});

it('says what a figure lacks, leads to its setting, and takes it over', async () => {
  const { n, panel, figure } = await open(file);
  expect(await figure('Lifetime value')).toContain('It needs the setting gross_margin');
  await panel.locator('.figure').filter({ hasText: 'Lifetime value' }).getByRole('button').click();
  const margin = panel.getByLabel('Gross margin');
  expect(await margin.evaluate((input) => input === document.activeElement)).toBe(true);
  await n.page.keyboard.type('180%');
  await n.press('Enter');
  expect(await panel.getByRole('alert').filter({ hasText: 'at most' }).innerText()).toContain('100 %');
  expect(await margin.getAttribute('aria-invalid')).toBe('true');
  expect(await n.edits()).toBe(0);
  await n.page.keyboard.type('80');
  await n.press('Enter');
  await expect.poll(() => n.text()).toContain('# gross_margin: 80%\n');
  expect(await margin.getAttribute('aria-invalid')).toBe(null);
  // (5250 + 4300) of (100 + 80) customers, of which 80 % are profit, over five months.
  await expect.poll(() => figure('Lifetime value')).toContain('€212.22');
  await panel.getByRole('button', { name: 'Set the cost of winning a customer' }).first().click();
  await n.page.keyboard.type('100.00');
  await n.press('Enter');
  await expect.poll(() => figure('LTV to CAC')).toContain('2.1 : 1');
  expect(await figure('CAC paid back after')).toContain('2.4 months');
});

it('says what the table does not have, and shows the rest', async () => {
  const { panel, figure } = await open('period,start,new,lost\n2024-01,100,5,10\n');
  expect(await panel.innerText()).toContain('The table has no recurring revenue. Add the columns start_mrr');
  expect(await panel.getByRole('img').count()).toBe(0);
  expect(await figure('+1 point')).toContain('+11.1 %');
  expect(await figure('Lifetime value')).toContain('Set revenue per customer');
  const half =
    'period,start,new,lost,start_mrr,expansion,contraction,churned_mrr\n2024-01,100,5,10,500,,0,50\n';
  const { panel: other, label } = await open(half);
  await expect.poll(label).toContain('Start 500, New unknown, Expansion unknown, Contraction 0, Lost −50');
  expect(await other.innerText()).toMatch(/90\.0\s% of the revenue of the start was kept \(GRR\)/);
  const gaps = await other.getByRole('listitem').allInnerTexts();
  expect(gaps).toContainEqual(expect.stringContaining('no column new_mrr'));
  expect(gaps).toContainEqual(expect.stringContaining('No currency is set'));
});

it('offers no edit of a file that cannot be edited', async () => {
  const { panel } = await open(file, 'readonly');
  expect(await panel.getByRole('button', { name: /^Set / }).count()).toBe(0);
  await panel.getByText('Settings of revenue').click();
  expect(await panel.getByLabel('Gross margin').evaluate((input: HTMLInputElement) => input.readOnly)).toBe(
    true,
  );
});
