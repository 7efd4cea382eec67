import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ink, inks, svgText } from '../../../src/charts';
import { node } from '../../../src/charts/node';

const empty = { width: 20, height: 10, label: 'Empty', children: [] };

describe('a chart as SVG text', () => {
  it('stands alone: its size, its name, and a light ground', () => {
    const text = svgText(empty);
    expect(text).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="20" height="10" viewBox="0 0 20 10"/,
    );
    expect(text).toContain('role="img" aria-label="Empty"');
    expect(text).toContain('<rect width="20" height="10" fill="#ffffff"/>');
  });

  it.each(inks)('has a colour of its own for %s', (name) => {
    const text = svgText({ ...empty, children: [node('circle', { r: 2, fill: ink(name) })] });
    expect(text).toMatch(/<circle r="2" fill="#[0-9a-f]{6}"\/>/);
    expect(text).not.toContain('var(');
  });

  it('writes hundredths of pixels, and leaves attributes without a value out', () => {
    const text = svgText({ ...empty, children: [node('line', { x1: 1 / 3, x2: undefined })] });
    expect(text).toContain('<line x1="0.33"/>');
  });

  it('lets no name of a period or segment become markup', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><image href=x onerror=y>',
        ']]>',
        '&lt;',
        '\u0000\ud800',
      ),
    );
    fc.assert(
      fc.property(anything, anything, (label, word) => {
        const text = svgText({ ...empty, label, children: [node('text', { x: 1, id: word }, word)] });
        const tags = [...text.matchAll(/<\/?([a-z]+)/g)].map(([, tag]) => tag);
        expect(tags).toEqual(['svg', 'title', 'title', 'rect', 'text', 'text', 'svg']);
        expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
        expect(text.match(/&(?!(?:amp|lt|gt|quot|#39);)/)).toBeNull();
      }),
    );
  });
});
