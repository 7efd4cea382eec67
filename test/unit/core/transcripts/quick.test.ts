import { join } from 'node:path';
import { Random } from '../../../../fuzz/engine/random';
import { QUICK_WORDS } from '../../../../fuzz/grammar/quickWords';
import { describeQuick, echoQuick, parseQuickInput, printQuick, readSelection } from '../../../../src/core';
import type { QuickOptions } from '../../../../src/core';
import { transcribe, written } from './transcript';

const COUNTS = [
  ...['100 +15 -10', '100 + 15 − 10 = 105', '100 15 10', '100 15 10 105', '100, 15, 10', '100;15;10;105'],
  ...[
    '100 +15 -10 won back 3',
    's=100 n=15 l=10',
    'start 100 new 15 lost 10 end 105',
    'start: 100, end: 105',
  ],
  ...[
    '100 → 105',
    '100 -> 105',
    '100 -> 105 +15',
    'e 105 s 100 n 15 l 10',
    's 100 l 0',
    '0 +0 -0',
    '0 +5 -0',
  ],
  ...['10 +0 -20', '100 +15 -10 = 300', '50k +1k -500', '1.5k 200 100', '1M +20k -30k', '50,000 +1,500 -900'],
  ...['1.000 +15 -10', '1 000 +15 -10', '100 +15 -10 goal 85%', '100 +15 -10 goal 85', '100 +15 -10 >= 85%'],
  ...['100 +15 -10 at least 85%', '100 +15 -10 g 100%', '100 +15 -10 goal 0%', '100 +15 -10 goal 99.95%'],
  ...[
    '100 +15 -10 per month',
    '100 +15 -10 in 30 days',
    '100 +15 -10 2024-Q1',
    '100 +15 -10 per year goal 90%',
  ],
  ...['100 +15 -10 in 2 weeks', '100 +15 -10 2024-02-29', '100 +15 -10 2024-W53', '100 +15 -10 in 0 days'],
  ...['(105 − 15) / 100', '(105-15)/100', '(105 - 15 - 3)/100', '(100 + 15) / 100', '9007199254740993 +0 -1'],
  ...[
    '1 +0 -1',
    '3 +0 -1',
    '7 +3 -2 goal 71.43%',
    '100 +0 -15 goal 85%',
    '100 +0 -16 goal 85%',
    '200 new 10 lost 5',
  ],
  ...[
    '100 lost 10 reactivated 3',
    '100 returning 20',
    '100 start 20',
    'start 100 start 90',
    '100 100 100 100 100',
  ],
];
const SHARES = [
  ...[
    '90 of 100',
    '90/100',
    '90 of 100 kept',
    '10 of 100 lost',
    '45 of 60 returning',
    '90 kept of 100',
    '0 of 0',
  ],
  ...[
    '100 of 90',
    '90 of 100 goal 85%',
    '90/100 per quarter',
    '90 of 100 at least 85%',
    '1 of 3',
    '2/3 goal 66.67%',
  ],
  ...[
    '0/10',
    '10/10',
    '90 / 100 / 80',
    '90 of',
    'of 100',
    '5 of 0',
    '90 out of 100',
    '90 of 100 customers stayed',
  ],
];
const RATES = [
  ...[
    '85%',
    '90% goal 85%',
    '85% goal 90%',
    'churn 5%',
    'churn 5% per month',
    'retention 85% per year',
    '0%',
    '100%',
  ],
  ...[
    '120%',
    'churn 0%',
    'churn 100%',
    '99.99% per month',
    '85.5%',
    '85,5%',
    '0.85',
    '.5%',
    '-5%',
    '85 %',
    '85%%',
  ],
  ...[
    'churn 2.5% in 30 days',
    'kept 97% per week',
    '5% churn per quarter goal 80%',
    '1e9%',
    '85% 90%',
    'goal 85%',
  ],
];
const MISTAKES = [
  ...[
    '',
    ' ',
    '+',
    '-',
    '=',
    '100',
    '100 +',
    '100 +15 -',
    '100 + + 15',
    '100 15',
    'abc',
    'strat 100',
    'goal',
    'lost',
  ],
  ...[
    '100 +15 -10 foo',
    '100 +15 −10 goal',
    '100 +15 -10 goal x',
    '100 +1.5 -10',
    '100 +15 -10.25',
    '100..5 +1 -1',
  ],
  ...[
    '1,00 +15 -10',
    '1,0000 +15 -10',
    '1.000.00 +15 -10',
    '100 +15 -10 2024-13',
    '100 +15 -10 in days',
    '007 +1 -1',
  ],
  ...[
    '100 +15 -10 2024-Q1 2024-Q2',
    '100 +15 -10 per fortnight',
    '(105 − 15 / 100',
    '105 − 15) / 100',
    '100 +15%',
  ],
  ...[
    '12345678901234567890 +1 -1',
    '100 +015 -010',
    '100 − −10',
    '100 +15 -10 = ',
    '50kk +1 -1',
    '1.5 +1 -1',
    '∞',
  ],
  ...[
    '100 newest 5',
    'start 100 lots 5',
    '100 kept',
    '100 of kept',
    '30 in days',
    '2024-Q1',
    '100 +15 -10 85% 90%',
  ],
];
const SELECTIONS = [
  ['100\t15\t10\t105'],
  ['100\t15\t10', '105\t20\t5'],
  ['start,new,lost\n100,15,10'],
  ['"100"\t"15"\t"10"'],
  ['2024-Q1,100,15,10'],
  ['2024-Q1\tSMB\t100\t15\t10\t85%'],
  ['We had 100 customers, won 15 and lost 10.'],
  ['churn of 5% per month'],
  ['90 of 100 renewed, goal 85%'],
  ['', '  '],
  ['no numbers'],
  ['100', '15', '10'],
  ['85%'],
  ['1,234 +56 -78'],
  ['  100 +15 -10  '],
];

function answer(text: string, options: QuickOptions = {}): string {
  const reading = parseQuickInput(text, options);
  const parts: unknown[] = [reading];
  if (reading.status === 'read') {
    const { interpretation } = reading;
    parts.push({ echo: echoQuick(interpretation), printed: printQuick(interpretation) });
    for (const { id, label, value, detail, copyText } of describeQuick(interpretation).lines) {
      parts.push([id, label, value, detail, copyText]);
    }
  }
  return [`> ${JSON.stringify(text)}`, ...parts.map((part) => written(part))].join('\n');
}

function answers(texts: readonly string[], options?: QuickOptions): () => string {
  return () => texts.map((text) => answer(text, options)).join('\n\n');
}

function random(seed: string, count: number): string[] {
  const dice = new Random(seed);
  const word = (): string => (dice.percent(35) ? String(dice.below(3000)) : dice.pick(QUICK_WORDS));
  return Array.from({ length: count }, () => dice.list(1, 9, word).join(dice.percent(60) ? ' ' : ''));
}

transcribe(join(__dirname, '../../../fixtures/transcripts/quick.txt'), [
  ['of counts', answers(COUNTS)],
  ['of shares', answers(SHARES)],
  ['of rates', answers(RATES)],
  ['of mistakes', answers(MISTAKES)],
  ['of numbers with a decimal comma', answers([...COUNTS, ...RATES].slice(20, 60), { decimal: ',' })],
  ['of random words', answers(random('words', 90))],
  [
    'of selections',
    () =>
      SELECTIONS.map((lines) => `> ${JSON.stringify(lines)}\n${written(readSelection(lines))}`).join('\n\n'),
  ],
]);
