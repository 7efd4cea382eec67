import { join } from 'node:path';
import { fillSeries, repeatTexts } from '../../../../src/core';
import type { FillOptions } from '../../../../src/core';
import { transcribe } from './transcript';

const LISTS = [
  ...['2024-01', '2024-12', '2024-Q4', '2024-W52', '2020-W53', '2024', '2024-12-31', '2024-02-29', '9999-12'],
  ...['2024-01-15/P30D', '2024-01|2024-03', '2024-03|2024-02', '2024-01|2024-02|2024-04', '2024-Q1|2024-01'],
  ...[
    '2024-01|2024-01|2024-02|2024-02',
    '2024-01|2024-01|2024-02',
    '2024-01|2024-01',
    '2024-01-31|2024-02-29',
  ],
  ...[
    '2024-02-28|2024-02-29',
    '2024|2026',
    '0001|0000',
    '1',
    '1|2',
    '2|1',
    '1|3|5',
    '1|3|6',
    '1|1',
    '0',
    '5|0',
  ],
  ...[
    '0.1|0.2',
    '0.10|0.20',
    '1|1.5',
    '1.50|1.75',
    '-1|-2',
    '-2|-1',
    '-0.5|0',
    '1,5|2',
    '1.000|2.000',
    '007|008',
  ],
  ...[
    '9|10',
    '99',
    '099',
    '85%|86%',
    '85 %|90 %',
    '85.5%|86%',
    '85%',
    '85%|86',
    '1e3|2e3',
    '9007199254740993|5',
  ],
  ...[
    'Segment 1',
    'Segment 9',
    'Segment 09',
    'Segment 1|Segment 3',
    'Segment 1|Part 2',
    'A-008|A-009',
    'A1B',
    'a',
  ],
  ...[
    'a|b',
    '',
    '1|',
    ' 1 | 2 ',
    'FY22|FY24',
    'FY22|FY22',
    'x0',
    'x0|x-1',
    '1 of 3|2 of 3',
    '12 a|13 a',
    'Q1|Q2',
  ],
];
const OPTIONS: readonly Partial<FillOptions>[] = [
  {},
  { backwards: true },
  { periods: true },
  { periods: true, backwards: true },
  { insist: true },
  { decimal: ',' },
];
const plain: FillOptions = { backwards: false, periods: false, decimal: '.', insist: false };

function answer(list: string, options: Partial<FillOptions>): string {
  const texts = list.split('|');
  const filled = [1, 2, 5, 20_000].map((count) => {
    const text = fillSeries(texts, count, { ...plain, ...options });
    return text === null ? '–' : Array.from({ length: Math.min(count, 5) }, (_, at) => text(at)).join('|');
  });
  const repeat = repeatTexts(texts, plain.backwards || options.backwards === true);
  return `${list} → ${filled.join('  ')}  (${[repeat(0), repeat(1), repeat(2)].join('|')})`;
}

transcribe(
  join(__dirname, '../../../fixtures/transcripts/fill.txt'),
  OPTIONS.map((options) => [
    `of lists that go on, ${JSON.stringify(options)}`,
    () => LISTS.map((list) => answer(list, options)).join('\n'),
  ]),
);
