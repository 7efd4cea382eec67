import type { TextEdit, TextRange } from '../text/edit';

export type Severity = 'error' | 'warning' | 'info';

/** Codes of the list "Diagnostics" in the format's description; the hundreds name the family. */
export type ProblemCode = `R${1 | 2 | 3 | 4 | 5 | 6}${number}`;

/** A change of the text that removes a problem. */
export interface Fix {
  /** What the user reads on the button, in the imperative: "Quote the cell". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /**
   * True when the fix cannot change what any number means, so that "fix all" may apply it. Never in a file with an open
   * quote.
   */
  readonly safe: boolean;
}

/** Something the user should know about a place in the file. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  /** One sentence that says what is wrong and what to do. */
  readonly message: string;
  /** Exactly the cell, line or word the message is about. */
  readonly range: TextRange;
  /** Data row (0-based) and column index (0-based) where the problem belongs to a cell of the table. */
  readonly row: number | null;
  readonly column: number | null;
  readonly fixes: readonly Fix[];
}
