import type { ProblemCode } from '../../core';

/** What a kind of problem is about, whatever file it is found in. */
export interface ProblemKind {
  readonly code: ProblemCode;
  /** A short name, as a heading. */
  readonly title: string;
  /** Why it matters and what to do, in one line of Markdown. */
  readonly help: string;
}

/** Kinds that belong together; their codes share the hundreds. */
export interface ProblemFamily {
  readonly title: string;
  readonly kinds: readonly ProblemKind[];
}

const kind = (code: ProblemCode, title: string, help: string): ProblemKind => ({ code, title, help });

/** All kinds of problems, in the order of their codes. */
export const PROBLEM_FAMILIES: readonly ProblemFamily[] = [
  {
    title: 'The file',
    kinds: [
      kind(
        'R101',
        'Conflict marker',
        'Git could not merge two versions and left both. In the notebook, choose for each row with *Take Ours*, *Take Theirs* or *By Hand*; in the text, keep the rows that are right and delete the marker lines. Until then nothing is certain about the table.',
      ),
      kind(
        'R102',
        'Settings not closed',
        'The settings begin with `#---` and end with `#---`. Without the second one they end at the first line without `#`.',
      ),
      kind(
        'R103',
        'Newer version of the format',
        'The file was written by a newer program. It can be read but not edited, so that nothing this version does not know gets lost. Update the extension.',
      ),
      kind(
        'R104',
        'No header, or no column `period`',
        'The first record of the table names its columns, and one of them must be `period`.',
      ),
      kind(
        'R105',
        'Mixed line endings',
        'Some lines end with LF, others with CRLF. Use one of them throughout, or every tool that touches the file changes other lines.',
      ),
      kind(
        'R106',
        'Not UTF-8',
        'The file holds bytes that are no UTF-8 text. Reopen it with its own encoding and save it as UTF-8.',
      ),
      kind(
        'R107',
        'Comment or blank line between rows',
        "Some readers (R's data.table) stop reading there. Comments belong before the header or behind the last row.",
      ),
      kind(
        'R108',
        'Byte order mark',
        'Some readers take the mark at the beginning for part of the first name. The format does not need it.',
      ),
    ],
  },
  {
    title: 'Settings',
    kinds: [
      kind(
        'R201',
        'Unknown setting, or a line that is none',
        'It is kept as it is but has no effect. Keys of your own begin with `x_`.',
      ),
      kind('R202', 'Setting given twice', 'The last one counts. Delete the others.'),
      kind(
        'R203',
        'Value needs quotes',
        'YAML would read the value otherwise or not at all; it is taken as it stands. Put it in single quotes.',
      ),
      kind('R204', 'Invalid value', 'The default is used until the value is one that the setting allows.'),
      kind(
        'R205',
        'Nested value',
        'Settings are one line each. Lines indented below a known key are not read.',
      ),
      kind(
        'R206',
        'Version missing',
        'The settings begin with `retention: 1`, so that later versions know how to read the file.',
      ),
    ],
  },
  {
    title: 'The table as text',
    kinds: [
      kind(
        'R301',
        'Quote never closed',
        'A quote that is opened must be closed. The line is read by itself, so that the rest of the file is not swallowed.',
      ),
      kind(
        'R302',
        'Text after a closing quote',
        'Readers disagree about it. Put all of it inside the quotes.',
      ),
      kind(
        'R303',
        'Too many cells',
        'The row has more cells than the header has names. They are kept. A cell that holds the delimiter must be quoted.',
      ),
      kind(
        'R304',
        'Too few cells',
        'Cells are missing at the end of the row. Blank ones need their delimiters, too.',
      ),
      kind(
        'R305',
        'Column given twice',
        'Only the first column of a name is used. Rename or delete the other.',
      ),
      kind(
        'R306',
        'Unknown column',
        'Its cells are kept and shown as text. A name close to a known one is probably meant to be that one.',
      ),
      kind('R307', '`#` outside quotes', 'pandas, DuckDB and R cut the line off there. Quote the cell.'),
      kind(
        'R308',
        'Line break in a cell',
        'Tools that work line by line, git merges among them, cut such a cell in two.',
      ),
      kind(
        'R309',
        'Probably another delimiter',
        "The header looks separated by another character. Say so: `delimiter: ';'`.",
      ),
      kind(
        'R310',
        'Text that looks like a formula',
        'Spreadsheets calculate text that begins with `=`, `+`, `-` or `@`.',
      ),
      kind(
        'R311',
        'Segment that reads as missing',
        'Other readers take names such as `NA` or `null` for a missing value. Choose another name.',
      ),
    ],
  },
  {
    title: 'Values',
    kinds: [
      kind(
        'R401',
        'Not a period',
        'Periods are written `2024`, `2024-Q1`, `2024-01`, `2024-W05`, `2024-01-15`, `2024-01-01/2024-01-31` or `2024-01-15/P30D`.',
      ),
      kind(
        'R402',
        'Period written otherwise',
        'It can be read in one way only, but other tools will not. Write it as the format does.',
      ),
      kind(
        'R403',
        'Period given twice',
        'Period and segment together name a row. Keep one of the rows, or correct one of the two.',
      ),
      kind(
        'R404',
        'Period of another length',
        'Rates of a month and of a quarter cannot be compared. Set `granularity: custom` where it is meant.',
      ),
      kind(
        'R405',
        'Out of order',
        'Results do not depend on the order of rows, but diffs are easier to read when time runs downwards.',
      ),
      kind('R406', 'Overlapping periods', 'Days that belong to two rows of a segment would count twice.'),
      kind(
        'R411',
        'Not a number',
        'Write digits only, with the decimal sign of the file. Leave the cell blank when the number is unknown. Numbers above 9007199254740991 are too large to be counted one by one.',
      ),
      kind(
        'R412',
        'Grouped digits, sign, exponent or currency',
        '`1,000` and `1.000` mean different numbers in different places, so they are never guessed.',
      ),
      kind(
        'R413',
        'Negative number',
        'No count and no amount is negative: losses are written as positive numbers.',
      ),
      kind(
        'R414',
        'Fraction of a customer',
        'Customers are counted in whole numbers. `1.000` may be one customer or a thousand.',
      ),
      kind('R421', 'Ambiguous percentage', '`1` may be 1 % or 100 %. Write the `%` sign.'),
      kind(
        'R422',
        'Percentage without `%`',
        '`85` is read as 85 %. Write the sign, so that nobody has to guess. (`0.85` is a ratio, and plain.)',
      ),
    ],
  },
  {
    title: 'What the numbers say',
    kinds: [
      kind(
        'R501',
        'Row does not balance',
        'start + new + reactivated − lost must be end. The message says by how much it is not, and which cell would repair it.',
      ),
      kind(
        'R502',
        'No retention rate',
        'Start is blank or 0, or nobody knows how many of the customers stayed: 100 → 99 may hide 21 lost and 20 won.',
      ),
      kind('R503', 'Reasons exceed lost', 'A customer counts for one reason only.'),
      kind(
        'R504',
        'Start differs from the previous end',
        'A period starts with the customers the one before it ended with.',
      ),
      kind(
        'R505',
        'More revenue lost than there was',
        'Contraction and churned revenue together exceed the revenue of the start.',
      ),
      kind(
        'R506',
        'Retention above 100 % or below 0 %',
        'Above: customers won back are missing in `reactivated`. Below: many of the lost had joined in the same period; give them in `new_lost`.',
      ),
      kind('R507', 'Goal out of reach', 'By what the file shows so far, the goal is not to be expected.'),
      kind(
        'R508',
        'Segments do not add up',
        'The segments of a period and its row for all customers say different numbers.',
      ),
    ],
  },
  {
    title: 'Notes and playbook',
    kinds: [
      kind('R601', 'Unknown status', 'Tasks are `[ ]` planned, `[/]` active, `[x]` done or `[-]` dropped.'),
      kind(
        'R602',
        'Invalid attribute',
        'Attributes of a task are `{due=2024-11-30 since=2024-Q1 segment=SMB reason=price strategy=id control=498/600 variant=540/600}`.',
      ),
    ],
  },
];

const byCode = new Map(
  PROBLEM_FAMILIES.flatMap(({ kinds }) => kinds).map((each) => [each.code, each] as const),
);

/**
 * The kind of problem with a code, or null for a code that no check reports.
 *
 * @example
 * problemKind('R501')?.title; // 'Row does not balance'
 */
export function problemKind(code: ProblemCode): ProblemKind | null {
  return byCode.get(code) ?? null;
}
