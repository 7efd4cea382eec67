import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();
const rows = 'period,start,new,lost,end\n2023,500,50,100,450\n';
const file = `#---\n# retention: 1\n# industry: media\n# granularity: year\n#---\n${rows}`;

it('sets published figures beside those of the file, and follows a cell', async () => {
  const n = notebook();
  await n.open(file);
  await n.command('showBenchmarks');
  const panel = n.page.getByRole('region', { name: 'Benchmarks', exact: true });
  const figure = panel.getByRole('row', { name: /^Media: customer retention rate/ });
  await expect.poll(() => figure.innerText()).toMatch(/84\s%\s+80\.0\s%\s+−4\.0\spt, worse/);
  expect(await figure.innerText()).toContain('quality C');
  expect(await figure.getByRole('link').getAttribute('href')).toMatch(/^https:/);
  await n.cell(0, 4).click();
  await n.page.keyboard.type('500');
  await n.press('Enter');
  await expect.poll(() => figure.innerText()).toMatch(/90\.0\s%\s+\+6\.0\spt, better/);
  expect(await panel.getByRole('img').getAttribute('aria-label')).toMatch(/84\s% published, 90\.0\s% yours/);
});

it('shows another industry in the view, and keeps it in the file on request', async () => {
  const n = notebook();
  await n.open(rows);
  await n.command('showBenchmarks');
  const panel = n.page.getByRole('region', { name: 'Benchmarks', exact: true });
  await expect.poll(() => panel.innerText()).toContain('No industry is chosen');
  await panel.getByLabel('Industry').selectOption('Media');
  await panel.getByRole('row', { name: /^Media: customer retention rate/ }).waitFor();
  expect(await n.text()).toBe(rows);
  await panel.getByRole('button', { name: 'Keep in the File' }).click();
  await expect.poll(() => n.text()).toContain('# industry: media\n');
  expect(await panel.getByRole('button', { name: 'Keep in the File' }).count()).toBe(0);
});
