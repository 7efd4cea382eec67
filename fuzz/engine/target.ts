import type { Random } from './random';

/**
 * What a case consists of: plain data, so that it can be stored, changed at random and made smaller without knowing what
 * it is about. Lists lose and gain items, texts change, numbers change (whole ones stay whole and not negative); objects
 * keep their fields, and a field named `kind` keeps its value.
 */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [field: string]: Data };

/** Something that must hold for every input. */
export interface Target<Input = Data> {
  readonly name: string;
  /** What is promised, in one line. */
  readonly promise: string;
  /** Its part of all cases: cheap targets get more of them. */
  readonly share: number;
  /** An input by the grammar of the target. */
  generate(random: Random): Input;
  /** An input made of a text somebody wrote; null where the target has no use for one. */
  fromText?(text: string): Input;
  /** Throws when the promise is broken. Whatever else is thrown breaks it as well. */
  check(input: Input): void | Promise<void>;
}

/** A target whatever its inputs are: they are data, and only given to the target they belong to. */
export function target<Input extends object | string>(definition: Target<Input>): Target {
  return definition as unknown as Target;
}

/** A promise that was broken. */
export class Broken extends Error {}

/** Throws unless something is true. */
export function expect(holds: boolean, message: string | (() => string)): asserts holds {
  if (!holds) throw new Broken(typeof message === 'string' ? message : message());
}

/** Throws unless two values are the same as JSON. */
export function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (isSame(actual, expected)) return;
  const [is, shall] = [show(actual), show(expected)];
  if (is === shall) return;
  let at = 0;
  while (is[at] === shall[at]) at++;
  const from = Math.max(0, at - 40);
  throw new Broken(`${what}: …${is.slice(from, at + 60)}… instead of …${shall.slice(from, at + 60)}…`);
}

/** Whether two values have the same parts in the same order; many times as fast as writing them. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let index = 0; index < a.length; index++) if (!isSame(a[index], b[index])) return false;
    return true;
  }
  if (a instanceof Map) return b instanceof Map && isSame([...a], [...b]);
  if (Array.isArray(b) || b instanceof Map) return false;
  const names = Object.keys(a);
  const others = Object.keys(b);
  if (names.length !== others.length) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return names.every((name, index) => name === others[index] && isSame(one[name], other[name]));
}

/** As JSON, with what JSON hides: numbers that are none, −0 and fields that are missing. */
export function show(value: unknown): string {
  const written = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number' && (!Number.isFinite(part) || Object.is(part, -0))) {
      return `<${Object.is(part, -0) ? '-0' : part}>`;
    }
    return part instanceof Map ? [...(part as Map<unknown, unknown>)] : part;
  }) as string | undefined;
  return written ?? String(value);
}
