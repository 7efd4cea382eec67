import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, markdown } from '../../../src/report';
import type { Block, ReportPage } from '../../../src/report';

/** A page with every kind of block, and everywhere a text that somebody typed. */
function pageOf(words: string): ReportPage {
  const blocks: Block[] = [
    { kind: 'text', text: words, weight: 'lead' },
    { kind: 'figures', figures: [{ label: words, value: words, remark: words, tone: 'bad' }] },
    { kind: 'heading', text: words },
    { kind: 'text', text: words, weight: 'normal' },
    { kind: 'text', text: words, weight: 'small' },
    { kind: 'list', items: [words, words] },
    { kind: 'tasks', tasks: [{ status: words, done: true, text: words, details: [words, words] }] },
    {
      kind: 'table',
      columns: [
        { title: words, align: 'left' },
        { title: words, align: 'right' },
      ],
      rows: [[words, words]],
    },
  ];
  return { title: words, subtitle: words, blocks, footer: words };
}

const tagsOf = (text: string): string[] => text.match(/<[^>]*>/g) ?? [];

describe('html', () => {
  it('writes every kind of block', () => {
    const text = html([pageOf('x & y')]);
    expect(text).toContain('<title>x &amp; y</title>');
    expect(text).toContain('<p class="lead">x &amp; y</p>');
    expect(text).toContain(
      '<div><dt>x &amp; y</dt><dd class="value bad">x &amp; y</dd><dd class="remark">x &amp; y</dd></div>',
    );
    expect(text).toContain('<tr><th scope="row">x &amp; y</th><td class="number">x &amp; y</td></tr>');
    expect(text).toContain('<th scope="col" class="number">x &amp; y</th>');
    expect(text).toContain('<li class="done"><span class="status">x &amp; y</span>');
    expect(text).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
  });

  it('has the same tags whatever the texts are', () => {
    const tags = tagsOf(html([pageOf('x')]));
    const words = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        '<script>alert(1)</script>',
        '"><img src=x onerror=y>',
        '</style><b>',
        '<!--',
        "' onload='",
      ),
    );
    fc.assert(
      fc.property(words, (text) => {
        expect(tagsOf(html([pageOf(text)]))).toEqual(tags);
      }),
    );
  });

  it('keeps a number and its unit on one line', () => {
    const text = html([pageOf('81.7–87.5 % (95 %), +5.0 pt after (p < 0.001) up to 5 points')]);
    expect(text).toContain(
      '81.7–87.5\u00a0% (95\u00a0%), +5.0\u00a0pt after (p\u00a0&lt;\u00a00.001) up to 5 points',
    );
  });

  it('puts several pages one after the other', () => {
    const text = html([pageOf('one'), pageOf('two')]);
    expect(text.match(/<article>/g)).toHaveLength(2);
    expect(text).toContain('<title>Customer retention</title>');
    expect(html([])).toContain('<body>\n</body>');
  });
});

describe('markdown', () => {
  it('writes every kind of block', () => {
    expect(markdown([pageOf('x')]).split('\n')).toEqual([
      '# x',
      '',
      'x',
      '',
      '**x**',
      '',
      '| Figure | Value |  |',
      '| --- | ---: | --- |',
      '| x | x | x |',
      '',
      '## x',
      '',
      'x',
      '',
      'x',
      '',
      '- x',
      '- x',
      '',
      '- [x] x (x; x; x)',
      '',
      '| x | x |',
      '| --- | ---: |',
      '| x | x |',
      '',
      '_x_',
      '',
    ]);
  });

  it('has the same lines, cells and marks whatever the texts are', () => {
    // A paragraph of spaces is none.
    const anything = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');
    const shapeOf = (text: string): string[] =>
      markdown([pageOf(text)])
        .split('\n')
        .map((line) => line.replace(/\\./gsu, '').replace(/[^|]/g, ''));
    const shape = shapeOf('x');
    fc.assert(
      fc.property(anything, (text) => {
        expect(shapeOf(text)).toEqual(shape);
      }),
    );
    expect(shapeOf('a|b\n|\\')).toEqual(shape);
  });
});
