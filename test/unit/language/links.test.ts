import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/core';
import { ticketLinks } from '../../../src/language';

const TEXT = [
  '#---',
  '# title: ABC-1',
  '#---',
  'period,start,team,note',
  '2024-Q1,1,ABC-2,"see #482, ABC-3"',
  '# comment ABC-4',
  '#> Look at ABC-5 (#6), not at Q1-2024, x#7, https://e.example/ABC-8 or &#9;',
].join('\n');

function links(pattern: string): (readonly [string, string])[] {
  const document = parseDocument(TEXT);
  return ticketLinks(document, pattern).map(({ range, url }) => [TEXT.slice(range.start, range.end), url]);
}

describe('links', () => {
  it('leads from the tickets of notes to the address of a pattern', () => {
    expect(links('https://t.example/{ticket}?x={ticket}')).toEqual([
      ['#482', 'https://t.example/482?x=482'],
      ['ABC-3', 'https://t.example/ABC-3?x=ABC-3'],
      ['ABC-5', 'https://t.example/ABC-5?x=ABC-5'],
      ['#6', 'https://t.example/6?x=6'],
    ]);
  });

  it.each(['', 'https://t.example/', 'javascript:alert({ticket})', 'file:///{ticket}'])(
    'makes none of the pattern %s',
    (pattern) => {
      expect(links(pattern)).toEqual([]);
    },
  );
});
