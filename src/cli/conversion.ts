import {
  decodeTable,
  describeImport,
  exportTable,
  importTable,
  knownColumn,
  LiveNotebook,
  oneLine,
  reasonSlug,
} from '../core';
import type { CsvDelimiter, ImportedColumn, SourceDelimiter } from '../core';
import { oneOf } from './args';
import { plural } from './figures';
import { readBytes, readInput } from './input';
import type { Unreadable } from './input';
import type { Io } from './io';
import { UsageError } from './io';

/** A result, with what is to be said about it. */
export interface Converted {
  /** The file it was made of. */
  readonly name: string;
  readonly text: string;
  readonly said: readonly string[];
  readonly understood: boolean;
}

/** What was written behind the options of both kinds of conversions. */
interface Dialect {
  readonly delimiter?: string;
  readonly decimal?: string;
}

const DELIMITERS: Readonly<Record<string, SourceDelimiter>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  ',': ',',
  ';': ';',
  '\t': '\t',
  '|': '|',
};

/**
 * A table of another program as a `.retention` text.
 *
 * @throws UsageError when an option says what cannot be
 */
export async function toRetention(
  io: Io,
  path: string,
  options: Dialect & {
    readonly column?: readonly string[];
    readonly dates?: string;
    readonly encoding?: string;
  },
): Promise<Converted | Unreadable> {
  const said = {
    ...readDialect(options),
    ...(options.dates === undefined
      ? {}
      : { dates: oneOf('--dates', options.dates, ['day-month', 'month-day'] as const) }),
  };
  const input = await readBytes(io, path);
  if ('unreadable' in input) return input;
  const { name } = input;
  const text = decoded(input.bytes, options.encoding);
  if (text === null) {
    const unreadable = `${name} is not ${options.encoding ?? 'UTF-8'}; say what it is, such as --encoding windows-1252`;
    return { name, unreadable, missing: false };
  }
  const found = importTable(text, said);
  const imported =
    options.column === undefined
      ? found
      : importTable(text, { ...said, columns: columnsSaid(found.columns, options.column) });
  const sentences = describeImport(imported);
  return {
    name,
    text: imported.text,
    said: sentences.map((sentence) => sentence.text),
    understood: sentences.every(({ severity }) => severity === 'info'),
  };
}

/**
 * The table of a `.retention` file as CSV.
 *
 * @throws UsageError when an option says what cannot be
 */
export async function toCsv(
  io: Io,
  path: string,
  options: Dialect & { readonly figures?: boolean },
): Promise<Converted | Unreadable> {
  const { delimiter = ',', decimal = '.' } = readDialect(options);
  if (delimiter === '|') throw new UsageError('--delimiter bar is only for --to retention.');
  const input = await readInput(io, path);
  if ('unreadable' in input) return input;
  const notebook = LiveNotebook.open(input.text, { today: io.today });
  const table = exportTable(notebook, {
    delimiter: delimiter satisfies CsvDelimiter,
    decimal,
    figures: options.figures === true,
  });
  const left = [
    ...(table.settings > 0 ? [plural(table.settings, 'setting')] : []),
    ...(table.noteLines > 0 ? [`${plural(table.noteLines, 'line')} of notes`] : []),
  ];
  return {
    name: input.name,
    text: table.text,
    said: left.length === 0 ? [] : [`CSV has no place for ${left.join(' and ')}.`],
    understood: true,
  };
}

function readDialect({ delimiter, decimal }: Dialect): {
  readonly delimiter?: SourceDelimiter;
  readonly decimal?: '.' | ',';
} {
  const sign = delimiter === undefined ? undefined : DELIMITERS[delimiter];
  if (delimiter !== undefined && sign === undefined) {
    throw new UsageError(`--delimiter ${delimiter}: write one of comma, semicolon, tab, bar.`);
  }
  return {
    ...(sign === undefined ? {} : { delimiter: sign }),
    ...(decimal === undefined ? {} : { decimal: oneOf('--decimal', decimal, ['.', ','] as const) }),
  };
}

function decoded(bytes: Uint8Array, encoding: string | undefined): string | null {
  try {
    return decodeTable(bytes, encoding);
  } catch {
    throw new UsageError(`--encoding ${encoding ?? ''}: there is no such encoding. Try windows-1252.`);
  }
}

/** `Month=period` as the place of the column and its name in the file; null for a column that keeps its own. */
function columnsSaid(
  columns: readonly ImportedColumn[],
  said: readonly string[],
): Map<number, string | null> {
  return new Map(
    said.map((each) => {
      const equals = each.lastIndexOf('=');
      if (equals < 1)
        throw new UsageError(`--column ${each}: write it as NAME=COLUMN, such as Month=period.`);
      const [source, wanted] = [each.slice(0, equals).trim(), each.slice(equals + 1).trim()];
      const index = columns.findIndex((column) => column.source.toLowerCase() === source.toLowerCase());
      if (index < 0) {
        const names = columns.map((column) => column.source).join(', ');
        throw new UsageError(
          `--column ${each}: there is no column “${source}”. The columns are ${oneLine(names)}.`,
        );
      }
      if (wanted === '') return [index, null];
      const slug = reasonSlug(wanted);
      const name = knownColumn(wanted) ?? (slug === null ? null : `reason_${slug}`);
      if (name !== null) return [index, name];
      throw new UsageError(
        `--column ${each}: “${wanted}” is no column of the format, such as period, start or reason_price.`,
      );
    }),
  );
}
