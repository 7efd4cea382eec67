import type { Random } from '../engine/random';
import { TOKENS } from './tokens';

/** How a file is written, apart from what it says. */
interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
  readonly eol: '\n' | '\r\n' | '\r';
}

const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated', 'new_lost', 'returning', 'inactive'];
const MONEY = ['start_mrr', 'new_mrr', 'reactivated_mrr', 'expansion', 'contraction', 'churned_mrr'];
const OTHERS = [
  'goal',
  'note',
  'promoters',
  'passives',
  'detractors',
  'reason_price',
  'reason_other',
  'team',
  'Start ',
  's',
  '',
];
const SEGMENTS = ['', '', 'A', 'B', 'C, D', 'NA', 'new one'];
const WRONG = [
  '',
  '',
  'x',
  '-3',
  '1,000',
  '1.000',
  '1 000',
  '0.5',
  '1e3',
  '€5',
  '12.50',
  '(4)',
  '99999999999999999999',
  ' 7 ',
  '007',
];
const GOALS = ['', '', '85%', '99 %', '82.5%', '0.9', '70', '1', '0%', '120%', '1001', 'x'];
const PERIODS = [
  '',
  '?',
  '2024',
  '2024-Q3',
  '2024-W05',
  '2024-01-15',
  '2024-02-01/2024-02-29',
  '2024-01-15/P30D',
  '2024-1',
  'Jan-24',
  'Q1 2024',
  '2031-01',
  '9999-12',
];
const NOTES = ['', '', 'calm', 'a "b"', '#482', ' x ', '=1+1', 'two\nlines', 'see #5, PRO-12', '{due=2024}'];
export const MARKDOWN = [
  '#',
  '#>',
  '#> ## What happened',
  '#> ## Playbook',
  '#> Q1 reached the goal (90%), see #482.',
  '#> - [ ] Welcome calls {due=2024-05-01 since=2024-Q1}',
  '#> - [x] Prices {segment="C, D" reason=price strategy=c-01}',
  '#> - [/] Test {control=498/600 variant=540/600}',
  '#> - [?] odd {due=soon x=}',
  '#>   - [ ] below',
  '#> - [-] dropped {',
  '# plain comment',
  '',
  '  ',
  '#> | a | b |',
  '#>no space',
  '#> a  ',
  '#> ```',
  '#> \u001b[31mred',
];
const SETTINGS = [
  'goal: 85%',
  'goal: 99.9%',
  'goal: 1',
  'goal: 0.5',
  'goal_grr: 90%',
  'goal_nrr: 105%',
  'granularity: month',
  'granularity: custom',
  'granularity: nonsense',
  'method: lost',
  'method: with-reactivated',
  'currency: EUR',
  'locale: de-DE',
  'segments: [B, A]',
  "segments: ['C, D', x",
  'industry: software',
  'gross_margin: 80%',
  'discount_rate: 10%',
  'acquisition_cost: 250',
  'revenue_per_customer: 49,5',
  'label_start: Customers',
  'x_own: 1',
  'nonsense',
  'goal: 85% # why',
  'title: "a\\"b"',
  "title: 'a''b'",
  'title: a: b',
  '  nested: 1',
  'goal:',
  'unknown: 1',
  'retention: 1',
  'retention: 2',
];

/**
 * A file as people and programs write it: mostly right (the numbers of one period follow from those before), with some of
 * everything that is not: other dialects, wrong numbers, ragged rows, comments between rows, several kinds of periods.
 */
export function fileText(random: Random): string {
  const dialect = dialectOf(random);
  const lines = [...frontLines(random, dialect)];
  if (random.percent(10)) lines.push(random.pick(MARKDOWN));
  const columns = columnsOf(random);
  lines.push(columns.map((name) => written(name, dialect)).join(dialect.delimiter));
  lines.push(...rowLines(random, dialect, columns));
  lines.push(...noteLines(random));
  const text =
    (random.percent(10) ? '\ufeff' : '') + lines.join(dialect.eol) + (random.percent(80) ? dialect.eol : '');
  return random.percent(12) ? damaged(random, text) : text;
}

/** Pieces of files in any order. */
export function nastyText(random: Random): string {
  return random.list(0, 40, () => random.pick(TOKENS)).join('');
}

/** A text of a cell, a note or a setting that somebody may type. */
export function typedText(random: Random): string {
  if (random.percent(40)) return String(random.below(2000));
  if (random.percent(40)) return random.pick([...WRONG, ...GOALS, ...PERIODS, ...NOTES, ...SEGMENTS]);
  return random.list(0, 4, () => random.pick(TOKENS)).join('');
}

function damaged(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(TOKENS) + text.slice(at + random.below(6));
}

function dialectOf(random: Random): Dialect {
  const delimiter = random.percent(75) ? ',' : random.pick([';', '\t'] as const);
  return {
    delimiter,
    decimal: delimiter === ',' || random.percent(50) ? '.' : ',',
    eol: random.percent(80) ? '\n' : random.pick(['\r\n', '\r'] as const),
  };
}

function frontLines(random: Random, { delimiter, decimal }: Dialect): string[] {
  if (delimiter === ',' && random.percent(25)) return [];
  const lines = random.percent(95) ? ['retention: 1'] : [];
  if (delimiter !== ',') lines.push(`delimiter: ${delimiter === '\t' ? 'tab' : "';'"}`);
  if (decimal === ',') lines.push("decimal: ','");
  lines.push(...random.list(0, 4, () => random.pick(SETTINGS)));
  return ['#---', ...lines.map((line) => `# ${line}`), ...(random.percent(97) ? ['#---'] : [])];
}

function columnsOf(random: Random): string[] {
  const columns = random.percent(97) ? ['period'] : [];
  if (random.percent(45)) columns.push('segment');
  if (random.percent(90)) columns.push('start', 'new', 'lost', 'end');
  if (random.percent(40)) columns.push(...random.list(1, 3, () => random.pick(COUNTS)));
  if (random.percent(25)) columns.push(...MONEY);
  if (random.percent(60)) columns.push(...random.list(1, 4, () => random.pick(OTHERS)));
  if (random.percent(10)) columns.reverse();
  // Twice the same column is an error of its own, but not of every second file.
  return random.percent(95) ? [...new Set(columns)] : columns;
}

function rowLines(random: Random, dialect: Dialect, columns: readonly string[]): string[] {
  const lines: string[] = [];
  const isTidy = random.percent(60);
  const first = random.below(30);
  const kind = random.below(5);
  const segments = columns.includes('segment') ? random.list(1, 3, () => random.pick(SEGMENTS)) : [''];
  const ends = segments.map(() => random.pick([0, 1, 100, 500, 2000]));
  const count = random.below(9);
  for (let index = 0; index < count; index++) {
    const at = index % segments.length;
    const period = periodName(kind, first + Math.floor(index / segments.length));
    const row = {
      period: random.percent(isTidy ? 100 : 80) ? period : random.pick(PERIODS),
      segment: segments[at]!,
      start: ends[at]!,
    };
    const cells = rowCells(random, dialect, columns, row, isTidy);
    ends[at] = cells.end;
    if (!isTidy && random.percent(8)) cells.texts.push(random.pick(['', 'x', '5']));
    if (!isTidy && random.percent(8)) cells.texts.pop();
    if (!isTidy && random.percent(6))
      lines.push(random.pick(['', '# between', '#> note', '<<<<<<< ours', '=======', '>>>>>>> theirs']));
    lines.push(cells.texts.join(dialect.delimiter));
  }
  return lines;
}

function rowCells(
  random: Random,
  dialect: Dialect,
  columns: readonly string[],
  { period, segment, start }: { readonly period: string; readonly segment: string; readonly start: number },
  isTidy: boolean,
): { texts: string[]; end: number } {
  const counts: Record<string, number> = {
    start,
    new: random.below(60),
    lost: random.below(Math.min(start, 40) + 1),
    reactivated: random.below(3),
  };
  const won = columns.includes('reactivated') ? counts['reactivated']! : 0;
  const end = start + counts['new']! + won - counts['lost']!;
  counts['end'] = end;
  const texts = columns.map((name) => {
    const known = name.trim().toLowerCase();
    if (known === 'period') return written(period, dialect);
    if (known === 'segment') return written(segment, dialect);
    if (known === 'goal') return written(random.pick(GOALS), dialect);
    if (known === 'note' || known === 'team')
      return written(random.pick(NOTES).replaceAll('\n', dialect.eol), dialect);
    if (random.percent(isTidy ? 8 : 25)) return written(random.pick(isTidy ? ['', '0'] : WRONG), dialect);
    if (MONEY.includes(known))
      return `${random.below(9000)}${random.percent(30) ? `${dialect.decimal}${random.between(10, 99)}` : ''}`;
    return String(counts[known] ?? random.below(20));
  });
  return { texts, end };
}

function written(text: string, { delimiter }: Dialect): string {
  return text.includes(delimiter) || /["\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function periodName(kind: number, index: number): string {
  const year = 2022 + Math.floor(index / 12);
  switch (kind) {
    case 0:
      return `${2000 + index}`;
    case 1:
      return `${2020 + Math.floor(index / 4)}-Q${(index % 4) + 1}`;
    case 2:
      return `2024-W${String((index % 52) + 1).padStart(2, '0')}`;
    case 3:
      return `2024-01-${String((index % 31) + 1).padStart(2, '0')}`;
    default:
      return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
  }
}

function noteLines(random: Random): string[] {
  if (random.percent(40)) return [];
  return random.list(1, 6, () => random.pick(MARKDOWN));
}
