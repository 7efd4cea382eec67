import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiveNotebook } from '../../../../../src/core';
import { DraftPreview } from '../../../../../src/webview/page/sheet/draftPreview';

const file = 'period,start,new,lost,note\n2024-Q1,100,15,10,\n2024-Q2,500,50,"100",x\n2024-Q3,1\n';

describe('calculating with what is being typed', () => {
  it('follows each value and takes it back exactly', () => {
    const notebook = LiveNotebook.open(file);
    const preview = new DraftPreview();
    expect(preview.show(notebook, { row: 1, column: 3, text: '5' })).toBe(true);
    expect(notebook.row(1).crr).toEqual({ value: 0.99 });
    expect(preview.show(notebook, { row: 1, column: 3, text: '50' })).toBe(true);
    expect(notebook.row(1).crr).toEqual({ value: 0.9 });
    expect(preview.end()).toBe(true);
    expect(notebook.row(1).crr).toEqual({ value: 0.8 });
    expect(notebook.document.text).toBe(file);
    expect(preview.end()).toBe(false);
  });

  it('does not calculate with half a value, a text or a cell that is not there', () => {
    const notebook = LiveNotebook.open(file);
    const preview = new DraftPreview();
    for (const cell of [
      { row: 1, column: 3, text: '5x' },
      { row: 1, column: 3, text: '-' },
      { row: 1, column: 4, text: 'note' },
      { row: 1, column: 0, text: '2025' },
      { row: 2, column: 3, text: '5' },
      { row: 1, column: 3, text: '100' },
    ]) {
      expect(preview.show(notebook, cell)).toBe(false);
      expect(notebook.document.text).toBe(file);
    }
  });

  it('goes back to the file’s own value when what is typed is none', () => {
    const notebook = LiveNotebook.open(file);
    const preview = new DraftPreview();
    preview.show(notebook, { row: 1, column: 3, text: '5' });
    expect(preview.show(notebook, { row: 1, column: 3, text: '5-' })).toBe(true);
    expect(notebook.row(1).crr).toEqual({ value: 0.8 });
    expect(preview.cell).toBeNull();
  });

  it('leaves every byte as it was, whatever is typed', () => {
    const typed = fc.array(fc.oneof(fc.string({ maxLength: 4 }), fc.nat(999).map(String)), { maxLength: 6 });
    fc.assert(
      fc.property(typed, fc.nat(2), fc.nat(4), (texts, row, column) => {
        const notebook = LiveNotebook.open(file);
        const preview = new DraftPreview();
        for (const text of texts) preview.show(notebook, { row, column, text });
        preview.end();
        expect(notebook.document.text).toBe(file);
      }),
    );
  });
});
