import { nextPeriodText, parsePeriod } from '../document/period';
import { constantDifference, numberSeries, writtenNumber } from './numberSeries';
import { periodNumber, periodTextAt } from './periodNumber';

/** How a series goes on. */
export interface FillOptions {
  /** Against the order of the texts: upwards or to the left, from the first of them. */
  readonly backwards: boolean;
  /** The cells are periods, so that `2024` is a year and no number. */
  readonly periods: boolean;
  /** The decimal separator of the file. */
  readonly decimal: '.' | ',';
  /** A single number is counted on by one; otherwise it is no series, and copied. */
  readonly insist: boolean;
}

/** The text at a place behind the given ones, from 0. */
export type FillText = (index: number) => string;

/**
 * How a list of cells goes on, as spreadsheets fill it: periods by their distance (2024-12 → 2025-01,
 * 2024-W52 → 2025-W01), numbers by their constant difference, texts that end in a number by counting
 * (`Segment 1` → `Segment 2`). Runs of equal texts go on in runs (2024-01, 2024-01, 2024-02, 2024-02 →
 * 2024-03, 2024-03). Null where no rule fits, or the `count` texts asked for would leave the calendar or go
 * below zero: then the texts are to be repeated.
 *
 * @example
 * fillSeries(['2024-Q3', '2024-Q4'], 2, options)!(0); // '2025-Q1'
 */
export function fillSeries(texts: readonly string[], count: number, options: FillOptions): FillText | null {
  const trimmed = texts.map((text) => text.trim());
  if (count < 1 || trimmed.length === 0 || trimmed.some((text) => text === '')) return null;
  const ordered = options.backwards ? trimmed.reverse() : trimmed;
  const run = runLength(ordered);
  const heads = ordered.filter((_, index) => index % run === 0);
  const last = Math.ceil(count / run);
  const at = seriesOf(heads, last, options);
  return at === null ? null : (index) => at(Math.floor(index / run) + 1);
}

/**
 * The same texts again and again.
 *
 * @example
 * repeatTexts(['a', 'b'], true)(0); // 'b', the text above a block that begins with 'a'
 */
export function repeatTexts(texts: readonly string[], backwards: boolean): FillText {
  const ordered = backwards ? [...texts].reverse() : texts;
  return (index) => ordered[index % ordered.length] ?? '';
}

/** By its distance from the last text, from 1. */
type Series = (distance: number) => string;

/** How often each text stands in a row when all do equally often and there are several, else 1. */
function runLength(texts: readonly string[]): number {
  let length = 1;
  while (length < texts.length && texts[length] === texts[0]) length++;
  if (length === texts.length || texts.length % length !== 0) return 1;
  const even = texts.every((text, index) => text === texts[index - (index % length)]);
  return even ? length : 1;
}

function seriesOf(texts: readonly string[], count: number, options: FillOptions): Series | null {
  const first = parsePeriod(texts[0]!);
  // A bare year is a number like any other, except among periods.
  if (first !== null && (first.granularity !== 'year' || options.periods)) {
    return periodSeries(texts, count, options);
  }
  return plainSeries(texts, options) ?? namedSeries(texts, count, options);
}

function periodSeries(texts: readonly string[], count: number, options: FillOptions): Series | null {
  const periods = texts.map(parsePeriod);
  const first = periods[0];
  if (first === null || first === undefined) return null;
  if (first.granularity === 'custom') return customSeries(texts, count, options);
  const numbers: bigint[] = [];
  for (const period of periods) {
    const number = period?.granularity === first.granularity ? periodNumber(period) : null;
    if (number === null) return null;
    numbers.push(BigInt(number));
  }
  const step = numbers.length > 1 ? constantDifference(numbers) : options.backwards ? -1n : 1n;
  if (step === null) return null;
  const end = Number(numbers.at(-1)!);
  const at = (distance: number): string | null =>
    periodTextAt(first.granularity, end + Number(step) * distance);
  return at(count) === null ? null : (distance) => at(distance) ?? '';
}

/** Spans of any length only go on as they follow each other. */
function customSeries(texts: readonly string[], count: number, { backwards }: FillOptions): Series | null {
  const follows = texts.every((text, index) => index === 0 || text === nextPeriodText(texts[index - 1]!));
  if (backwards || !follows) return null;
  const known = [texts.at(-1)!];
  while (known.length <= count) {
    const next = nextPeriodText(known.at(-1)!);
    if (next === null) return null;
    known.push(next);
  }
  return (distance) => known[distance]!;
}

function plainSeries(texts: readonly string[], options: FillOptions): Series | null {
  if (texts.length === 1 && !options.insist) return null;
  const numbers = texts.map((text) => writtenNumber(text, options.decimal));
  const known = numbers.filter((number) => number !== null);
  if (known.length < numbers.length) return null;
  return numberSeries(known, options.decimal, options.backwards ? -1n : 1n);
}

/** `Segment 1`, `FY24`, `A-007`: the same words, and a number that counts. */
function namedSeries(texts: readonly string[], count: number, { backwards }: FillOptions): Series | null {
  const named = texts.map((text) => NAMED.exec(text));
  const name = named[0]?.[1];
  if (name === undefined || !named.every((match) => match?.[1] === name)) return null;
  const written = named.map((match) => match![2]!);
  const numbers = written.map(BigInt);
  const step = numbers.length > 1 ? constantDifference(numbers) : backwards ? -1n : 1n;
  if (step === null) return null;
  const end = numbers.at(-1)!;
  if (end + step * BigInt(count) < 0n) return null;
  // Zeros in front are kept: A-009 goes on with A-010.
  const width = written.some((digits) => digits.startsWith('0')) ? written[0]!.length : 1;
  return (distance) => name + (end + step * BigInt(distance)).toString().padStart(width, '0');
}

/** Without a letter it is a number or a date in some other writing, and nothing is guessed about that. */
const NAMED = /^([^]*\p{L}[^]*?)(\d{1,15})$/u;
