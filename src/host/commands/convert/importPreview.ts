import {
  columnMeaning,
  delimiterName,
  describeCells,
  describeLines,
  formatCount,
  KNOWN_COLUMNS,
  reasonSlug,
} from '../../../core';
import type {
  ColumnId,
  DateOrder,
  ImportedColumn,
  ImportedTable,
  SourceDelimiter,
  Translate,
} from '../../../core';
import { labelText } from '../../plainText';

/** What can be changed about an import. */
export type ImportQuestion =
  | { readonly about: 'delimiter' }
  | { readonly about: 'decimal' }
  | { readonly about: 'dates' }
  /** `index`: the column's place in the source, from 0. */
  | { readonly about: 'column'; readonly index: number };

/** A line of the preview: it opens the notebook, changes something, or only says something. */
export interface PreviewItem {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly choice: { readonly about: 'open' } | ImportQuestion | null;
}

/** An answer to a question, with what it stands for. */
export interface Answer<T> {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly value: T;
}

/**
 * What the preview of an import lists: what has to be answered first, else the way to the notebook; then what was found,
 * each line the way to change it; then what there is to know.
 */
export function previewItems(table: ImportedTable, t: Translate): PreviewItem[] {
  const open: PreviewItem = {
    label: `$(table) ${t('Open as Notebook')}`,
    description: t('Rows: {0}. Columns: {1}.', formatCount(table.rowCount), table.columns.length),
    detail: table.unchanged
      ? t('It is a .retention file already and stays as it is.')
      : t('Nothing is written until you save.'),
    choice: { about: 'open' },
  };
  if (table.unchanged && table.columns.length === 0) return [open];
  const lines = [
    ...signItems(table, t),
    ...table.columns.map((column, index) => columnItem(column, index, t)),
  ];
  const isQuestion = ({ label }: PreviewItem): boolean => label.startsWith('$(question)');
  const questions = lines.filter(isQuestion);
  return [...questions, open, ...lines.filter((line) => !isQuestion(line)), ...remarks(table, t)];
}

function signItems(table: ImportedTable, t: Translate): PreviewItem[] {
  const { delimiter, delimiterIsCertain, decimal, dates, columns } = table;
  const items: PreviewItem[] = [
    {
      label: `$(${delimiterIsCertain ? 'split-horizontal' : 'question'}) ${t('Delimiter')}`,
      description: delimiterName(delimiter, t),
      choice: { about: 'delimiter' },
    },
  ];
  const doubtful = (kind: 'number' | 'date') => columns.find((column) => column.doubtful?.kind === kind);
  const number = doubtful('number');
  if (decimal !== null || number !== undefined) {
    items.push({
      label: `$(${number === undefined ? 'symbol-numeric' : 'question'}) ${t('Decimal sign')}`,
      description: decimal === null ? t('which one?') : signName(decimal, t),
      ...(number === undefined ? {} : { detail: detailOf(number, t) }),
      choice: { about: 'decimal' },
    });
  }
  const date = doubtful('date');
  if (dates !== null || date !== undefined) {
    items.push({
      label: `$(${date === undefined ? 'calendar' : 'question'}) ${t('Dates')}`,
      description: dates === null ? t('which one?') : orderName(dates, t),
      ...(date === undefined ? {} : { detail: detailOf(date, t) }),
      choice: { about: 'dates' },
    });
  }
  return items;
}

function columnItem(column: ImportedColumn, index: number, t: Translate): PreviewItem {
  const { source, name, origin, samples } = column;
  const isSame = source === name;
  const label = labelText(isSame ? name : `${source === '' ? t('(no name)') : source} → ${name}`);
  const own = origin === 'own' || origin === 'renamed' || origin === 'added' ? t('a column of your own') : '';
  const cells = samples.map((sample) => sample.replace(/\s+/g, ' ')).join(', ');
  const isUnread = column.unread !== null;
  const detail = isUnread || column.rewritten !== null ? detailOf(column, t) : undefined;
  return {
    label: `$(${isUnread ? 'warning' : 'symbol-field'}) ${label}`,
    description: labelText([own, cells].filter((part) => part !== '').join(' · ')),
    ...(detail === undefined ? {} : { detail }),
    choice: { about: 'column', index },
  };
}

/** What there is to say about the cells of a column. */
function detailOf(column: ImportedColumn, t: Translate): string {
  return labelText(
    describeCells(column, t)
      .map(({ text }) => text)
      .join(' '),
  );
}

/** What there is to know about the table as a whole. */
function remarks(table: ImportedTable, t: Translate): PreviewItem[] {
  return describeLines(table, t).map(({ severity, text }) => ({
    label: `$(${severity}) ${labelText(text)}`,
    choice: null,
  }));
}

/** What may stand between the cells, what it is now first. */
export function delimiterAnswers({ delimiter }: ImportedTable, t: Translate): Answer<SourceDelimiter>[] {
  const others = ([',', ';', '\t', '|'] as const).filter((value) => value !== delimiter);
  return [delimiter, ...others].map((value) => ({ label: delimiterName(value, t), value }));
}

/** Both decimal signs, with what a cell that can be read two ways would be with each. */
export function decimalAnswers({ columns }: ImportedTable, t: Translate): Answer<'.' | ','>[] {
  const example = columns.find(({ doubtful }) => doubtful?.kind === 'number')?.doubtful ?? null;
  return (['.', ','] as const).map((value, index) => ({
    label: signName(value, t),
    ...(example === null ? {} : { description: meaning(example.first[0]!.text, example.readings[index]!) }),
    value,
  }));
}

/** Both orders of dates, with what a date that can be read two ways would be with each. */
export function dateAnswers({ columns }: ImportedTable, t: Translate): Answer<DateOrder>[] {
  const example = columns.find(({ doubtful }) => doubtful?.kind === 'date')?.doubtful ?? null;
  return (['day-month', 'month-day'] as const).map((value, index) => ({
    label: orderName(value, t),
    ...(example === null ? {} : { description: meaning(example.first[0]!.text, example.readings[index]!) }),
    value,
  }));
}

/**
 * What a column may be: what it is now first; then its own name, a reason why customers left, and the columns of the format
 * with what they mean. Null stands for its own name.
 */
export function columnAnswers(column: ImportedColumn, t: Translate): Answer<string | null>[] {
  const reason = `reason_${column.source.toLowerCase().replace(/[^a-z0-9_-]+/g, '_')}`;
  const answers: Answer<string | null>[] = [
    {
      label: t('Keep its name'),
      description: labelText(column.source),
      detail: t('A column of your own, kept as text.'),
      value: null,
    },
    ...[...KNOWN_COLUMNS.keys()].map((id) => ({ label: id, detail: plainMeaning(id, null), value: id })),
  ];
  if (reasonSlug(reason) !== null) {
    answers.splice(1, 0, {
      label: reason,
      detail: plainMeaning(null, reasonSlug(reason)),
      value: reason,
    });
  }
  const isOwn = column.origin === 'own' || column.origin === 'renamed' || column.origin === 'added';
  const now = answers.find(({ value }) => (value === null ? isOwn : value === column.name.toLowerCase()));
  return now === undefined ? answers : [now, ...answers.filter((answer) => answer !== now)];
}

function plainMeaning(id: ColumnId | null, reason: string | null): string {
  return columnMeaning({ id, reason }).replaceAll('`', '');
}

function meaning(text: string, reading: string): string {
  return labelText(`${text} → ${reading}`);
}

function signName(sign: '.' | ',', t: Translate): string {
  return sign === '.' ? t('point: 1234.5') : t('comma: 1234,5');
}

function orderName(order: DateOrder, t: Translate): string {
  return order === 'day-month'
    ? t('the day comes first: 31/01/2024')
    : t('the month comes first: 01/31/2024');
}
