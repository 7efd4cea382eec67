import { CellFlag } from '../text/cells';
import { closingQuote, decodeCell, isBlank } from '../text/encode';
import type { TextRange } from '../text/edit';
import type { Fix } from './problem';
import { insert, moved, quotation, replace, safeFix, unsafeFix } from './reportProblem';

/** What is wrong with a place and what to do about it. */
export interface Description {
  readonly range: TextRange;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

/** Codes of what can be odd about the way a cell is written, by the scanner's flag. */
export const SHAPE_CODES: readonly (readonly [flag: number, code: 301 | 302 | 307 | 308])[] = [
  [CellFlag.Unclosed, 301],
  [CellFlag.TextAfterQuote, 302],
  [CellFlag.Hash, 307],
  [CellFlag.MultiLine, 308],
];

/** All flags that are a problem. */
export const SHAPE_FLAGS = SHAPE_CODES.reduce((all, [flag]) => all | flag, 0);

/**
 * Describes how a cell at `start`–`end` of a text is oddly written; `offset` leads from that text to the
 * document. `quote` writes a text as a cell of the document, in quotes.
 */
export function describeShape(
  code: 301 | 302 | 307 | 308,
  text: string,
  start: number,
  end: number,
  flags: number,
  offset: number,
  quote: (text: string) => string,
): Description {
  const range = moved({ start, end }, offset);
  const decoded = decodeCell(text, start, end, flags);
  const quoted = quote(decoded);
  switch (code) {
    case 301:
      return {
        range,
        message: `The quote of ${quotation(text.slice(start, end))} is never closed, so the line is read by itself. Close it or remove it.`,
        fixes: [
          unsafeFix('Remove the quote', replace({ start: range.start, end: range.start + 1 }, '')),
          unsafeFix('Close the quote', insert(range.end, '"')),
        ],
      };
    case 302: {
      const after = closingQuote(text, start) + 1;
      const spaces = isBlank(text.slice(after, end));
      const title = spaces ? 'Delete the spaces' : 'Put all of it inside the quotes';
      return {
        range: moved({ start: after, end }, offset),
        message: `${spaces ? 'Spaces follow' : 'Text follows'} the closing quote. ${title}: ${quotation(quoted)}.`,
        fixes: [safeFix(title, replace(range, quoted))],
      };
    }
    case 307:
      return {
        range,
        message: `Other readers cut the line off at “#”. Quote the cell: ${quotation(quoted)}.`,
        fixes: [safeFix('Quote the cell', replace(range, quoted))],
      };
    case 308: {
      const joined = quote(decoded.replace(/\s*\n\s*/g, ' '));
      return {
        range,
        message:
          'The cell has a line break, where tools that work by lines (grep, git merges) cut it in two. Write it on one line.',
        fixes: [unsafeFix('Write it on one line', replace(range, joined))],
      };
    }
  }
}
