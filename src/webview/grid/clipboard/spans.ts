/** A cell of an HTML table. */
export interface SpannedCell {
  readonly text: string;
  readonly colSpan: number;
  /** 0: down to the last row. */
  readonly rowSpan: number;
}

/**
 * Lays out the cells of a table as a browser does: a cell that spans several places stands in the first of
 * them, the others are blank. Null for a table of more than `most` cells, spans included.
 *
 * @example
 * layOutSpans([[{ text: 'a', colSpan: 2, rowSpan: 1 }, { text: 'b', colSpan: 1, rowSpan: 1 }]], 100);
 * // [['a', '', 'b']]
 */
export function layOutSpans(rows: readonly (readonly SpannedCell[])[], most: number): string[][] | null {
  const table: string[][] = rows.map(() => []);
  /** For each column, the rows below the present one that a cell above still takes. */
  const taken: number[] = [];
  let total = 0;
  for (const [index, cells] of rows.entries()) {
    const row = table[index]!;
    let column = 0;
    const skip = (): void => {
      while ((taken[column] ?? 0) > 0) row[column++] = '';
    };
    const own = [...taken];
    for (const { text, colSpan, rowSpan } of cells) {
      skip();
      const height = rowSpan === 0 ? rows.length - index : Math.min(rowSpan, rows.length - index);
      for (let place = 0; place < Math.max(1, colSpan); place++) {
        if (place > 0 && (taken[column] ?? 0) > 0) break;
        row[column] = place === 0 ? text : '';
        own[column] = height;
        column++;
      }
      if (total + row.length > most) return null;
    }
    for (; column < taken.length; column++) row[column] ??= '';
    for (let place = 0; place < own.length; place++) taken[place] = Math.max(0, (own[place] ?? 0) - 1);
    total += row.length;
    if (total > most) return null;
  }
  const width = table.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width * table.length > most) return null;
  for (const row of table) while (row.length < width) row.push('');
  return table;
}
