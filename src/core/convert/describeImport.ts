import { formatCount } from '../format';
import { english } from '../quick';
import type { Translate } from '../quick';
import { oneLine } from '../text/harmless';
import { columnKind } from './columns';
import type { FoundCurrency } from './currency';
import type { CellTally, ImportedColumn, ImportedTable, SourceDelimiter } from './types';

/** A sentence about an import. */
export interface ImportSentence {
  /** `warning`: something was not understood, or somebody has to say what is meant. */
  readonly severity: 'info' | 'warning';
  readonly text: string;
}

/** A longer cell is cut off where it is named. */
const LONGEST = 40;

/**
 * What an import did and what it did not understand, in sentences for people: first the table, then its columns in their
 * order, then its lines.
 *
 * @param t says them in the user's language
 * @example
 * describeImport(importTable('period;new\n2024;?\n')).at(-1);
 * // { severity: 'warning', text: '“new”: kept as text, for it is no number from 0: “?” (line 2).' }
 */
export function describeImport(table: ImportedTable, t: Translate = english): ImportSentence[] {
  const { columns } = table;
  const sentences = table.unchanged
    ? [info(t('It is a .retention file already and stays as it is.'))]
    : [
        info(
          t(
            'Rows: {0}. Columns: {1}. Delimiter: {2}.',
            formatCount(table.rowCount),
            columns.length,
            delimiterName(table.delimiter, t),
          ),
        ),
      ];
  if (!table.delimiterIsCertain) sentences.push(warning(t('Another delimiter makes a table of it as well.')));
  for (const column of columns) {
    const named = namedSentence(column, t);
    if (named !== null) sentences.push(info(named));
  }
  const own = columns.filter(({ origin }) => origin === 'own');
  if (own.length > 0) {
    const names = own.map(({ name }) => quoted(name)).join(', ');
    sentences.push(info(t('Kept as columns of your own: {0}.', names)));
  }
  return [...sentences, ...columns.flatMap((column) => describeCells(column, t)), ...describeLines(table, t)];
}

/** What became of the cells of a column, and which of them were not understood. */
export function describeCells(column: ImportedColumn, t: Translate = english): ImportSentence[] {
  const { rewritten, doubtful, unread, name } = column;
  const sentences: ImportSentence[] = [];
  if (rewritten !== null) {
    const values = [quoted(name), formatCount(rewritten.count), rewritten.to, quoted(rewritten.from)];
    sentences.push(info(t('{0}: written in the format’s way: {1}, such as {2} for {3}.', ...values)));
  }
  if (doubtful !== null) sentences.push(warning(doubtfulSentence(column, doubtful, t)));
  if (unread !== null) sentences.push(warning(unreadSentence(column, unread, t)));
  return sentences;
}

/** What there is to say about the table as a whole: whether it has periods, and lines and characters that are no cells. */
export function describeLines(table: ImportedTable, t: Translate = english): ImportSentence[] {
  const { currency, comments, blankLines, shortRows, openQuotes, removed, unreadable } = table;
  const sentences: ImportSentence[] = [];
  if (!table.hasPeriods) {
    sentences.push(
      warning(t('No column holds periods such as 2024-01. Say which one is the column “period”.')),
    );
  }
  if (currency !== null) sentences.push(currencySentence(currency, t));
  if (comments > 0) {
    sentences.push(info(t('Comments and titles, which stand above the table now: {0}.', comments)));
  }
  if (blankLines > 0) sentences.push(info(t('Blank lines left out: {0}.', formatCount(blankLines))));
  if (shortRows !== null) {
    const rows = places(shortRows, t);
    sentences.push(info(t('Rows with fewer cells than the header, filled up with blank ones: {0}.', rows)));
  }
  if (openQuotes !== null) {
    const rows = places(openQuotes, t);
    sentences.push(warning(t('Rows with a quote that is never closed, each read as one line: {0}.', rows)));
  }
  if (removed > 0) {
    const count = formatCount(removed);
    sentences.push(warning(t('Characters left out that no text may hold (NUL): {0}.', count)));
  }
  if (unreadable > 0) {
    const sentence = t(
      'Characters that could not be read and are shown as �: {0}. The text is in another encoding.',
      formatCount(unreadable),
    );
    sentences.push(warning(sentence));
  }
  return sentences;
}

function currencySentence({ code, signs }: FoundCurrency, t: Translate): ImportSentence {
  return code === null
    ? warning(t('Amounts have the signs {0}, which are left out. Set the currency.', signs.join(', ')))
    : info(t('The currency of the amounts, {0}, is a setting now.', code));
}

function info(text: string): ImportSentence {
  return { severity: 'info', text };
}

function warning(text: string): ImportSentence {
  return { severity: 'warning', text };
}

/** A delimiter in a word. */
export function delimiterName(delimiter: SourceDelimiter, t: Translate = english): string {
  switch (delimiter) {
    case ',':
      return t('comma');
    case ';':
      return t('semicolon');
    case '\t':
      return t('tab');
    case '|':
      return t('vertical bar');
  }
}

function namedSentence({ source, name, origin, likely }: ImportedColumn, t: Translate): string | null {
  switch (origin) {
    case 'known':
      return null;
    case 'alias':
    case 'chosen':
      return source === name ? null : t('{0} is the column “{1}” now.', quoted(source), name);
    case 'cells':
      return t('{0} is the column “period” now, as its cells are periods.', quoted(source));
    case 'own':
      return likely === null
        ? null
        : t('{0} keeps its name. If it is the column “{1}”, say so.', quoted(source), likely);
    case 'renamed':
      return source === ''
        ? t('A column without a name is called “{0}”.', name)
        : t('{0} is called “{1}”, as another column has its name.', quoted(source), oneLine(name));
    case 'added':
      return t('Rows have more cells than the header: they are in the column “{0}”.', name);
  }
}

function doubtfulSentence(
  { name }: ImportedColumn,
  doubtful: NonNullable<ImportedColumn['doubtful']>,
  t: Translate,
): string {
  const [one, other] = doubtful.readings;
  const values = [quoted(name), places(doubtful, t), one, other];
  return doubtful.kind === 'date'
    ? t(
        '{0}: left as it is, for it may be {2} or {3}: {1}. Say whether the day or the month comes first.',
        ...values,
      )
    : t('{0}: left as it is, for it may be {2} or {3}: {1}. Say which decimal sign is meant.', ...values);
}

function unreadSentence({ name }: ImportedColumn, unread: CellTally, t: Translate): string {
  const kind = columnKind(name);
  const values = [quoted(name), places(unread, t)];
  if (kind === 'period') return t('{0}: kept as text, for it is no period: {1}.', ...values);
  return kind === 'percent'
    ? t('{0}: kept as text, for it is no percentage: {1}.', ...values)
    : t('{0}: kept as text, for it is no number from 0: {1}.', ...values);
}

/** `“a” (line 3), “b” (line 7) and 2 more`. */
function places({ count, first }: CellTally, t: Translate): string {
  const named = first.map(({ text, line }) => t('{0} (line {1})', quoted(text), line)).join(', ');
  return count > first.length ? t('{0} and {1} more', named, formatCount(count - first.length)) : named;
}

function quoted(text: string): string {
  const line = oneLine(text);
  return `“${line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line}”`;
}
