import { formatCount } from '../format';
import { undefinedFor } from './result';
import type { Undefined } from './result';

/** A number from a column that may be absent (undefined) or a cell that may be blank (null). */
export type Optional = number | null | undefined;

/**
 * Why a number of a column cannot be calculated with (absent, blank, not a number, negative), or null when it can.
 *
 * @param name what the reader knows it by.
 *
 * @example
 * whyMissing('new_lost', null)?.message; // 'It needs new_lost, which is blank.'
 */
export function whyMissing(name: string, value: Optional): Undefined | null {
  if (value === undefined)
    return undefinedFor('needs-column', `It needs ${name}, which the table does not have.`);
  if (value === null) return undefinedFor('blank', `It needs ${name}, which is blank.`);
  return whyNoAmount(name, value);
}

/** The same for the value of a setting, which is null or undefined where it is not set. */
export function whyUnset(name: string, value: Optional): Undefined | null {
  return value === undefined || value === null
    ? undefinedFor('needs-setting', `It needs the setting ${name}, which is not set.`)
    : whyNoAmount(name, value);
}

/** The first reason among some, or null. */
export function firstOf(...reasons: readonly (Undefined | null)[]): Undefined | null {
  return reasons.find((reason) => reason !== null) ?? null;
}

/** Why a number is no amount of 0 or more, or null when it is one. */
export function whyNoAmount(name: string, value: number): Undefined | null {
  if (!Number.isFinite(value)) return undefinedFor('not-a-number', `${name} is not a number.`);
  return value < 0
    ? undefinedFor('out-of-range', `${name} is ${formatCount(value)}: it cannot be negative.`)
    : null;
}
