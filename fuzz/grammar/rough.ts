import { applyEdits, parseDocument } from '../../src/core';
import type { TextEdit } from '../../src/core';
import type { Random } from '../engine/random';
import { fileText } from './file';
import { step } from './steps';
import type { Step, StepKind } from './steps';

/** What stands where nobody knows the period yet. */
const UNKNOWN = ['', 'TBD'];
const BLANK_SETTINGS = ['goal :', 'title:', 'x_own\t: ', 'currency : # later'];

/**
 * A file as `fileText` makes it, half of the times with what is rare in those: several rows without a period, an open quote,
 * cells beyond the header, settings without a value.
 */
export function roughText(random: Random): string {
  let text = fileText(random);
  if (random.percent(50)) return text;
  for (let round = random.between(1, 2); round > 0; round--) text = applyEdits(text, roughened(random, text));
  return text;
}

function roughened(random: Random, text: string): readonly TextEdit[] {
  const document = parseDocument(text);
  const { front, rowCount, settings, eol } = document;
  const kind = random.below(10);
  if (kind < 2) {
    if (front === null) return [];
    const at = front.open.end + eol.length;
    return at > text.length ? [] : [{ start: at, end: at, text: `# ${random.pick(BLANK_SETTINGS)}${eol}` }];
  }
  if (rowCount === 0) return [];
  const row = random.below(rowCount);
  if (kind < 3) {
    const place = document.cellRange(row, random.below(document.cellCount(row)))!.start;
    return [{ start: place, end: place, text: '"' }];
  }
  if (kind < 5) {
    const { end } = document.rowRange(row);
    return [{ start: end, end, text: `${settings.delimiter}more` }];
  }
  const column = document.column('period')?.index ?? -1;
  const unknown = random.pick(UNKNOWN);
  const rows = new Set(random.list(2, 4, () => random.below(rowCount)));
  return [...rows].flatMap((each) => {
    const range = document.cellRange(each, column);
    return range === null ? [] : [{ ...range, text: unknown }];
  });
}

const RARE: readonly StepKind[] = ['respell', 'surplus', 'lineBreak', 'unknown', 'signs'];

/** A step of any kind, every fourth of those that `step` does not make. */
export function roughStep(random: Random): Step {
  const usual = step(random);
  return random.percent(75) ? usual : { ...usual, kind: random.pick(RARE) };
}
