import { repetitionsOf } from './patternCost';

/** What is looked for, and how. */
export interface FindQuery {
  readonly text: string;
  readonly matchCase: boolean;
  /** The whole text of a cell must match. */
  readonly wholeCell: boolean;
  readonly regex: boolean;
}

/** A query ready to be asked. */
export interface Matcher {
  /** `skipped`: the text is too long for the expression to come to an end in time. */
  find(text: string): 'match' | 'none' | 'skipped';
  /** The text with each match replaced; `$1` and the like count only in regular expressions. */
  replace(text: string, by: string): string;
}

/** Why a query cannot be asked. */
export type Refusal =
  | { readonly type: 'invalid'; readonly detail: string }
  /** It could take longer than anybody waits. */
  | { readonly type: 'endless' };

/** Steps one cell may cost at most, about a third of a second. */
const STEPS = 3e7;

/**
 * Prepares a query, or says why it cannot be asked. A plain text is found literally, `.` and `$$` included.
 *
 * A regular expression cannot be interrupted while it looks at a text. So those that may take exponentially
 * long are refused, and those of several repetitions are only asked about texts that are short enough.
 */
export function compileQuery(
  query: FindQuery,
): { readonly matcher: Matcher } | { readonly refusal: Refusal } {
  const repetitions = query.regex ? repetitionsOf(query.text) : 0;
  if (repetitions === null) return { refusal: { type: 'endless' } };
  const source = query.regex ? query.text : query.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  let pattern: RegExp;
  try {
    pattern = new RegExp(query.wholeCell ? `^(?:${source})$` : source, query.matchCase ? 'gu' : 'giu');
  } catch (error) {
    return { refusal: { type: 'invalid', detail: error instanceof Error ? reasonOf(error) : '' } };
  }
  const longest = repetitions === 0 ? Infinity : Math.floor(STEPS ** (1 / (repetitions + 1)));
  return {
    matcher: {
      find: (text) => {
        if (text.length > longest) return 'skipped';
        pattern.lastIndex = 0;
        return pattern.test(text) ? 'match' : 'none';
      },
      replace: (text, by) => (query.regex ? text.replace(pattern, by) : text.replace(pattern, () => by)),
    },
  };
}

/** `Invalid regular expression: /(/giu: Unterminated group` → `Unterminated group` */
function reasonOf({ message }: Error): string {
  return message.slice(message.lastIndexOf(': ') + 1).trim();
}
