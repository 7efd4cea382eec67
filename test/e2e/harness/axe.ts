import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Notebook } from './notebook';

interface Axe {
  run(
    context: Document,
    options: { readonly resultTypes: readonly string[] },
  ): Promise<{
    readonly violations: readonly {
      readonly id: string;
      readonly nodes: readonly { readonly html: string }[];
    }[];
  }>;
}

/** What axe-core holds against the notebook as it is shown now: the rule, and where it is broken. */
export async function violationsIn(notebook: Notebook): Promise<string[]> {
  const frame = await notebook.handle();
  if (!(await frame.evaluate(() => 'axe' in window))) {
    const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
    await frame.evaluate(await readFile(source, 'utf8'));
  }
  return frame.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
