import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packedMarkdown } from '../../../scripts/lib/packedMarkdown.mjs';

const root = join(__dirname, '../../..');
const targets = (text: string) => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);

describe('the pages in the VSIX', () => {
  it.each(['README.md', 'CHANGELOG.md'])('lead from %s to web addresses only', (name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const dead = (page: string) =>
      targets(page).filter((target) => !/^(?:https?|data|command):/.test(target));
    expect(dead(text).length).toBeGreaterThan(0);
    expect(dead(packedMarkdown(text))).toEqual([]);
  });

  it('keep the words of links, and carry their pictures along', () => {
    expect(packedMarkdown('[a](docs/a.md), [b](https://example.com), [c](#c)')).toBe(
      'a, [b](https://example.com), [c](#c)',
    );
    const [, image] =
      /^!\[Icon\]\(data:image\/png;base64,(.*)\)$/.exec(packedMarkdown('![Icon](media/icon.png)')) ?? [];
    expect(Buffer.from(image ?? '', 'base64')).toEqual(readFileSync(join(root, 'media/icon.png')));
  });
});
