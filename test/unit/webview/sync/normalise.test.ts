import { describe, expect, it } from 'vitest';
import { normaliseEdits } from '../../../../src/webview/sync/normalise';

describe('normaliseEdits', () => {
  it('sorts, drops what does nothing, and writes the document’s line breaks', () => {
    const edits = [
      { start: 9, end: 9, text: 'c\rd' },
      { start: 5, end: 5, text: '' },
      { start: 1, end: 2, text: 'a\nb\r\n' },
    ];
    expect(normaliseEdits(edits, '\r\n')).toEqual([
      { start: 1, end: 2, text: 'a\r\nb\r\n' },
      { start: 9, end: 9, text: 'c\r\nd' },
    ]);
    expect(normaliseEdits(edits, '\n')[0]).toEqual({ start: 1, end: 2, text: 'a\nb\n' });
  });
});
