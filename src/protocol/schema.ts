/**
 * Run-time checks that carry the type they check, so that the compiler notices a field that a message has
 * and its check has not. A check answers null or one sentence that says what is wrong and where.
 */
export interface Check<T> {
  (value: unknown, path: string): string | null;
  /** Never set: ties the check to its type. */
  readonly checks?: T;
}

type Fields<T> = { readonly [K in keyof T]-?: Check<T[K]> };

/** A whole number between two bounds, both included. */
export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Check<number> {
  return (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? null
      : `${path} must be a whole number from ${min} to ${max}, not ${show(value)}`;
}

/** A string of at most `maxLength` UTF-16 units. */
export function string(maxLength: number): Check<string> {
  return (value, path) => {
    if (typeof value !== 'string') return `${path} must be a string, not ${show(value)}`;
    return value.length <= maxLength ? null : `${path} must not be longer than ${maxLength} characters`;
  };
}

export const boolean: Check<boolean> = (value, path) =>
  typeof value === 'boolean' ? null : `${path} must be true or false, not ${show(value)}`;

/** One of some strings. */
export function oneOf<T extends string>(...allowed: readonly T[]): Check<T> {
  return (value, path) =>
    allowed.some((candidate) => candidate === value)
      ? null
      : `${path} must be one of ${allowed.join(', ')}, not ${show(value)}`;
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (value, path) => (value === null ? null : check(value, path));
}

/** An array with a number of items between two bounds. */
export function array<T>(item: Check<T>, minLength: number, maxLength: number): Check<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} must be an array, not ${show(value)}`;
    if (value.length < minLength || value.length > maxLength) {
      return `${path} must have from ${minLength} to ${maxLength} items, not ${value.length}`;
    }
    for (let i = 0; i < value.length; i++) {
      const problem = item(value[i], `${path}[${i}]`);
      if (problem !== null) return problem;
    }
    return null;
  };
}

/** An object with exactly these fields. */
export function object<T extends object>(fields: Fields<T>): Check<T> {
  const checks = Object.entries<Check<unknown>>(fields);
  return (value, path) => {
    if (!isRecord(value)) return `${path} must be an object, not ${show(value)}`;
    for (const [name, check] of checks) {
      const problem = check(value[name], `${path}.${name}`);
      if (problem !== null) return problem;
    }
    const extra = Object.keys(value).find((name) => !Object.hasOwn(fields, name));
    return extra === undefined ? null : `${path} must not have a field ${show(extra)}`;
  };
}

/** An object whose field `discriminant` decides which check applies. */
export function union<T extends object>(
  discriminant: string,
  checks: Readonly<Record<string, Check<T>>>,
): Check<T> {
  return (value, path) => {
    if (!isRecord(value)) return `${path} must be an object, not ${show(value)}`;
    const kind = value[discriminant];
    if (typeof kind !== 'string' || !Object.hasOwn(checks, kind)) {
      return `${path}.${discriminant} must be one of ${Object.keys(checks).join(', ')}, not ${show(kind)}`;
    }
    return checks[kind]?.(value, path) ?? null;
  };
}

/** True for an object with named parts, whatever they are. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message: short, and harmless whatever it is. */
function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
