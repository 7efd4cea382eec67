import { describeQuick, echoQuick, parseQuickInput, printQuick, readSelection } from '../../src/core';
import type { QuickReading } from '../../src/core';
import { expect, expectSame, target } from '../engine/target';
import type { Random } from '../engine/random';
import { fileText } from '../grammar/file';
import { QUICK_WORDS } from '../grammar/quickWords';
import { TOKENS } from '../grammar/tokens';
import { expectSound } from '../oracles/sound';

interface Typed {
  readonly text: string;
  readonly selection: string;
}

/** What people type for one figure: read or refused with a place, never thrown; what is printed reads as the same. */
export const quick = target<Typed>({
  name: 'quick',
  promise: 'a calculation typed in any way is read or refused with a place, and printed reads as the same',
  share: 9,
  generate: (random) => ({ text: typed(random), selection: random.percent(10) ? fileText(random) : '' }),
  fromText: (text) => ({ text: '', selection: text }),
  check: ({ text, selection }) => {
    checkReading(text);
    for (const calculation of readSelection([selection]).slice(0, 5)) checkReading(calculation.text);
  },
});

function checkReading(text: string): void {
  const reading = parseQuickInput(text);
  checkOne(text, reading);
  const comma = parseQuickInput(text, { decimal: ',' });
  checkOne(text, comma);
}

function checkOne(text: string, reading: QuickReading): void {
  if (reading.status === 'empty') return;
  if (reading.status === 'error') {
    const { range, message, offers } = reading;
    expect(message.trim() !== '', 'an error says nothing');
    expect(
      range.start >= 0 && range.end > range.start && range.end <= text.length,
      () => `an error at ${range.start}–${range.end} of ${text.length}`,
    );
    for (const offer of offers) expect(offer.text !== text && offer.title !== '', 'an offer changes nothing');
    return;
  }
  const { interpretation } = reading;
  expectSound(interpretation, 'interpretation');
  const { lines } = describeQuick(interpretation);
  for (const { id, value, detail } of lines) {
    expect(!/NaN|Infinity|undefined/.test(value + detail), () => `${id} says ${value} (${detail})`);
    expect(id === 'balance' || value !== '', () => `${id} says nothing`);
  }
  expect(!/NaN|Infinity|undefined/.test(echoQuick(interpretation)), 'the echo');
  const printed = printQuick(interpretation);
  if (printed === '') return;
  const again = parseQuickInput(printed);
  expect(again.status === 'read', () => `${printed} is not read`);
  expectSame(again.interpretation, interpretation, printed);
}

function typed(random: Random): string {
  if (random.percent(30)) return counted(random);
  return random
    .list(0, 12, () =>
      random.percent(35)
        ? String(random.below(3000))
        : random.pick(random.percent(90) ? QUICK_WORDS : TOKENS),
    )
    .join(random.percent(50) ? ' ' : '');
}

/** The way most people type it. */
function counted(random: Random): string {
  const start = random.below(3000);
  const added = random.below(500);
  const lost = random.below(start + 1);
  const forms = [
    `${start} +${added} -${lost}`,
    `${start} ${added} ${lost} ${start + added - lost}`,
    `s=${start} n=${added} l=${lost}`,
    `${start} → ${start + added - lost}`,
    `${start - lost} of ${start} kept`,
    `(${start + added - lost} − ${added}) / ${start}`,
    `churn ${random.below(1000) / 10}%`,
  ];
  return `${random.pick(forms)}${random.pick(['', ' goal 85%', ' per month', ' in 30 days', ' 2024-Q1'])}`;
}
