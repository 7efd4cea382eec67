import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const notebook = useNotebook();
const file = `period,segment,start,new,lost
2024-01,SMB,100,0,10
2024-01,Large,100,0,40
2024-01,Public,40,0,6
2024-02,SMB,180,0,20
2024-02,Large,20,0,9
2024-02,Public,34,0,4
`;
const open = async (text: string) => {
  const n = notebook();
  await n.open(text);
  await n.command('showSegments');
  const panel = n.page.getByRole('region', { name: 'Segments', exact: true });
  const label = () => panel.getByRole('img').first().getAttribute('aria-label');
  return { n, panel, label };
};

it('say how the segments stand against each other, and follow an edit', async () => {
  const { n, panel, label } = await open(file);
  await expect.poll(label).toMatch(/^Retention by segment in 2024-02; all customers 85\.9\s%/);
  expect(await label()).toMatch(/Large: 55\.0\s% .*, −33\.8\s*pt against the others .*, more than chance/);
  expect(await label()).toMatch(/Public: 88\.2\s% .*, no evidence of a difference/);
  const words = await panel.innerText();
  expect(words).toMatch(/differ by more than chance explains \(p < 0\.001\): Large keeps 55\.0\s%/);
  expect(words).toContain('the total is the sum of the segments');
  await n.cell(4, 4).click();
  await n.page.keyboard.type('2');
  await n.press('Enter');
  await expect.poll(label).toMatch(/Large: 90\.0\s% .*, no evidence of a difference/);
  expect(await panel.innerText()).toContain('no evidence that the segments differ');
});

it('show one in the whole notebook by key, and all customers again', async () => {
  const { n, panel } = await open(file);
  const spots = panel.getByRole('group', { name: 'Segments: choose' });
  await spots.getByRole('button', { name: /^Large/ }).focus();
  await n.press('ArrowDown', 'Enter');
  await expect.poll(() => n.page.getByLabel('Segment', { exact: true }).inputValue()).toBe('=Public');
  const pressed = spots.getByRole('button', { pressed: true });
  expect(await pressed.getAttribute('aria-label')).toContain('Public');
  expect(await pressed.evaluate((button) => button === document.activeElement)).toBe(true);
  await n.press('Enter');
  await expect.poll(() => n.page.getByLabel('Segment', { exact: true }).inputValue()).toBe('');
});

it('are chosen from a list that a word narrows, and remembered', async () => {
  const { n, panel, label } = await open(file);
  await panel.getByRole('button', { name: 'Segments: All 3' }).click();
  const list = n.page.getByRole('dialog', { name: 'Segments' });
  await n.page.keyboard.type('lar');
  expect(await list.getByRole('checkbox').filter({ visible: true }).count()).toBe(2);
  await list.getByLabel('All in the list').click();
  await expect.poll(label).not.toContain('Large');
  await n.press('Escape');
  const button = panel.getByRole('button', { name: 'Segments: 2 of 3' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  await n.reload();
  await expect.poll(label).toMatch(/Public: .*SMB: /);
  expect(await label()).not.toContain('Large');
});

it('warn when every segment went one way and their total the other', async () => {
  const { panel, label } = await open(file.replace('34,0,4', '34,0,6'));
  await expect.poll(() => panel.innerText()).toContain('Simpson\u2019s paradox');
  await panel.getByLabel('Show').selectOption('What moved the total');
  await expect.poll(label).toMatch(/The segments together: −2\.\d\s*pt because its rate moved, \+1/);
  await panel.getByLabel('Show').selectOption('Over time');
  await expect.poll(label).toMatch(/^Retention by segment from 2024-01 to 2024-02\. Large: last 55\.0/);
  await panel.getByLabel('Show').selectOption('Every pair');
  const rows = () => panel.getByRole('table').getByRole('row').allInnerTexts();
  await expect.poll(async () => (await rows()).length).toBe(4);
  expect((await rows())[1]).toMatch(/^SMB and Large\s+SMB keeps more\s+\+33\.9\s*pt/);
});

it('draw twelve of many until asked for all, and say why there are no pairs', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Region ${String(index).padStart(3, '0')}`);
  const rows = names.flatMap((name, index) => [
    `2024-01,${name},100,0,${index % 30}`,
    `2024-02,${name},90,0,${index % 20}`,
  ]);
  const { panel } = await open(`period,segment,start,new,lost\n${rows.join('\n')}\n`);
  const spots = panel.getByRole('group', { name: 'Segments: choose' }).getByRole('button');
  await expect.poll(() => spots.count()).toBe(12);
  await panel.getByRole('button', { name: 'Show all 200' }).click();
  await expect.poll(() => spots.count()).toBe(200);
  await panel.getByLabel('Show').selectOption('Every pair');
  await expect
    .poll(() => panel.getByRole('listitem').allInnerTexts())
    .toContainEqual(expect.stringContaining('200 segments are too many to compare in pairs'));
});

it('say what is wrong with them, and show the rest', async () => {
  const { panel, label } = await open('period,start,new,lost\n2024-01,100,5,10\n');
  await expect.poll(() => panel.innerText()).toContain('The file has no segments.');
  const bad = `period,segment,start,new,lost\n2024-01,A,100,0,10\n2024-01,B,100,0,\n2024-01,,210,0,50\n`;
  await open(bad);
  await expect.poll(label).toContain('A: 90.0');
  const gaps = await panel.getByRole('listitem').allInnerTexts();
  expect(gaps).toContainEqual(expect.stringContaining('B has no retention rate'));
  expect(gaps).toContainEqual(expect.stringContaining('The segments (A, B) have 200 as start together'));
});
