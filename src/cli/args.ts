import { parseArgs } from 'node:util';
import { UsageError } from './io';

interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** It may be written several times. */
  readonly multiple?: boolean;
}

type Options = Readonly<Record<string, Option>>;

type Value<T extends Option> = T['type'] extends 'boolean'
  ? boolean
  : T['multiple'] extends true
    ? readonly string[]
    : string;

/** What was written: a text, a list of texts or true for each option, and the words that belong to none. */
export interface Args<T extends Options> {
  readonly values: { readonly [Name in keyof T]?: Value<T[Name]> };
  readonly positionals: readonly string[];
}

/**
 * Node's own argument parser with its errors as `UsageError`s in words that help.
 *
 * @throws UsageError for an unknown option or a missing value.
 */
export function readArgs<const T extends Options>(
  command: string,
  args: readonly string[],
  options: T,
): Args<T> {
  try {
    const read = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: read.values, positionals: read.positionals };
  } catch (error) {
    throw new UsageError(
      `${describe(error, Object.keys(options))} “retention ${command} --help” lists the options.`,
    );
  }
}

/** The value of an option that allows only some words. */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found !== undefined) return found;
  throw new UsageError(`${option} ${value}: write one of ${allowed.join(', ')}.`);
}

function describe(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = /'(-[^'\s]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const near = known.find((name) => isNear(option.replace(/^-+/, ''), name));
    return `There is no option ${option}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
  }
  if (message.includes('does not take an argument')) return `${option} takes no value.`;
  if (message.includes('ambiguous')) {
    return `${option} needs a value; one that begins with a dash is written ${option}=-5.`;
  }
  if (message.includes('argument missing')) return `${option} needs a value.`;
  return message;
}

/** True when one added, missing, changed or swapped letter, or a shared beginning, makes the difference. */
export function isNear(written: string, name: string): boolean {
  if (written.length < 2) return false;
  if (name.startsWith(written) || written.startsWith(name)) return true;
  if (Math.abs(written.length - name.length) > 1) return false;
  let same = 0;
  while (same < written.length && written[same] === name[same]) same++;
  const [a, b] = [written.slice(same), name.slice(same)];
  return (
    a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || a[1]! + a[0]! + a.slice(2) === b
  );
}
