import type { RetentionDocument } from '../../../../src/core';
import { wellFormedFile } from './arbitraries';
import { marked } from './problems';

/** Files in which every row can be found again: no open quote, no conflict. */
export const soundFile = wellFormedFile.filter((text) => marked(text, 'R301').length === 0);

/** The texts of all cells, row by row. */
export function allTexts(document: RetentionDocument): string[][] {
  return Array.from({ length: document.rowCount }, (_, row) =>
    Array.from({ length: document.cellCount(row) }, (_unused, column) => document.cellText(row, column)),
  );
}

/** A text with line feeds for line endings. */
export function unified(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
