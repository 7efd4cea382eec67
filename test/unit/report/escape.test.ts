import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harmless, markdownText, oneLine } from '../../../src/core';
import { htmlText } from '../../../src/report/escape';

const anything = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[\\`*_[\]|~#<>&!+=1.) a"'\n-]*$/),
  fc.string({ unit: 'binary' }),
);

describe('a text of a file', () => {
  it('cannot drive a terminal or turn a line around', () => {
    expect(harmless('a\u001b[2J\u009b1mb\u202ec\u0000\r')).toBe('a�[2J�1mb�c��');
    expect(harmless('zwei\nZeilen\tTab – ✓ 日本')).toBe('zwei\nZeilen\tTab – ✓ 日本');
    expect(oneLine('zwei\r\nZeilen\tTab')).toBe('zwei Zeilen Tab');
  });

  it.each([
    ['a|b <script> [x](y) `c`\n# d', 'a\\|b \\<script> \\[x\\](y) \\`c\\` \\# d'],
    ['**bold** _it_ ~~no~~', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~'],
    ['gross_margin, p < 0.001 & more', 'gross_margin, p < 0.001 & more'],
    ['&lt; AT&T &#60;', '\\&lt; AT\\&T \\&\\#60;'],
    ['![x](y)', '!\\[x\\](y)'],
    ['> quoted', '\\> quoted'],
    ['- item', '\\- item'],
    ['+ item', '\\+ item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['-5.0 pt, +5 pt, 91.7 %', '-5.0 pt, +5 pt, 91.7 %'],
    ['91.7 %', '91.7 %'],
    ['---', '\\---'],
    ['===', '\\==='],
    ['    code', 'code'],
    ['back\\slash', 'back\\\\slash'],
    ['trailing <', 'trailing <'],
  ])('%j in Markdown is %j', (text, written) => {
    expect(markdownText(text)).toBe(written);
  });

  it('in Markdown says the same, and ends no cell and opens no tag', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const written = markdownText(text);
        expect(written.replace(/\\(.)/gsu, '$1')).toBe(oneLine(text).trim());
        const bare = written.replace(/\\./gsu, ' ');
        expect(bare).not.toMatch(/[\n\r|`*[\]#~]|<\S|&[#\w]/);
      }),
      { numRuns: 500 },
    );
  });

  it('in HTML is no markup', () => {
    expect(htmlText(`<a href="x" title='y'>&amp;\u0000`)).toBe(
      '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;�',
    );
    fc.assert(
      fc.property(anything, (text) => {
        expect(htmlText(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
      }),
    );
  });
});
