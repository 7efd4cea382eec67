import { expect, it } from 'vitest';
import { useNotebook } from './harness';

const file = `period,segment,start,new,lost,end
2024-Q1,SMB,100,15,10,105
2024-Q1,Enterprise,50,5,1,54
`;

const tab = useNotebook();

it('writes each choice at once: the tab may be hidden with the next key, and nothing written after that arrives', async () => {
  const n = tab();
  await n.open(file);
  const choice = n.page.getByRole('combobox', { name: 'Segment' });
  // In one turn of the page, so that no timer runs in between.
  const written = await choice.evaluate(async (element) => {
    const select = element as HTMLSelectElement;
    const kept: unknown[] = [];
    for (const { value } of [...select.options].reverse()) {
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await Promise.resolve();
      kept.push((JSON.parse(sessionStorage.getItem('state') ?? '{}') as { segment?: unknown }).segment);
    }
    return kept;
  });
  expect(written).toEqual(['Enterprise', 'SMB', null]);
});
