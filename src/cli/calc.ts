import type { Problem, RowResult } from '../core';
import { evaluateCounts, evaluatedRow, harmless, LiveNotebook, parsePercent } from '../core';
import { jsonText, logText } from './escape';
import { readArgs } from './args';
import { intervalText } from '../report';
import { countText, figure, labelled, percentText, pointsText, shortText } from './figures';
import type { Io } from './io';
import { FINE, UsageError } from './io';
import { formatCount } from '../core';

export const CALC_HELP = `Usage: retention calc --start N [--new N] [--lost N] [--end N] [--reactivated N]
                      [--goal PERCENT] [--json]

Calculates one period: retention rate, churn, the gap to a goal in points and in customers.
One unknown of start, new, lost and end follows from the others. Blank means unknown; write 0 for zero.

  --start N         customers at the start of the period
  --new N           customers who joined in it
  --lost N          customers who left in it
  --end N           customers at its end
  --reactivated N   customers won back in it (0 when left out)
  --goal PERCENT    the retention to reach, such as 85%
  --json            print the result as JSON; rates are shares (0.8)

Example: retention calc --start 500 --new 50 --lost 100 --goal 85%
`;

const COUNTS = ['start', 'new', 'lost', 'end', 'reactivated'] as const;
type CountName = (typeof COUNTS)[number];

/** Problems of a single value that make it unusable, whatever their severity in a file. */
const UNUSABLE = /^R4(?:11|12|13|21)$/;

/** `retention calc`: one calculation. */
export function calc(io: Io, args: readonly string[]): number {
  const { values, positionals } = readArgs('calc', args, {
    start: { type: 'string' },
    new: { type: 'string' },
    lost: { type: 'string' },
    end: { type: 'string' },
    reactivated: { type: 'string' },
    goal: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  if (values.help === true) {
    io.out(CALC_HELP);
    return FINE;
  }
  if (positionals.length > 0) {
    throw new UsageError(
      `“${positionals[0]!}” belongs to no option. Write every number with its name, such as --start 500.`,
    );
  }
  if (COUNTS.every((name) => values[name] === undefined)) {
    throw new UsageError('Nothing to calculate. Give at least --start and two of --new, --lost and --end.');
  }
  const { row, problems } = calculate(io, values);
  io.out(values.json === true ? asJson(row, problems) : asText(row, problems));
  return FINE;
}

/** Reads the values by the rules of a file, so that `1,000` is refused here as there. */
function calculate(
  io: Io,
  values: Readonly<Partial<Record<CountName | 'goal', string>>>,
): { row: RowResult; problems: readonly Problem[] } {
  const names = [...COUNTS, 'goal'] as const;
  const cell = (text: string): string => `"${text.replaceAll('"', '""').replace(/[\r\n]/g, ' ')}"`;
  // The period is any complete one: nothing of it is shown.
  const text = `period,${names.join(',')}\n2000,${names.map((name) => cell(values[name] ?? '')).join(',')}\n`;
  const notebook = LiveNotebook.open(text, { today: io.today });
  const { document } = notebook;
  // One period is no record to judge a goal by (R507).
  const problems = notebook.problemsOfRow(0).filter(({ code }) => code !== 'R507');
  for (const name of names) {
    const column = document.columns.find((candidate) => candidate.name === name);
    const bad = problems.find((problem) => problem.column === column?.index && UNUSABLE.test(problem.code));
    const written = values[name];
    if (written === undefined) continue;
    if (bad !== undefined) throw new UsageError(`--${name} ${written}: ${bad.message}`);
    if (written.trim() === '')
      throw new UsageError(`--${name} needs a value. Leave the option out where it is unknown.`);
  }
  const row = evaluateCounts({
    counts: {
      start: document.number(0, 'start'),
      new: document.number(0, 'new'),
      lost: document.number(0, 'lost'),
      end: document.number(0, 'end'),
      reactivated: document.number(0, 'reactivated'),
    },
    goal: values.goal === undefined ? null : parsePercent(values.goal),
  });
  return { row, problems };
}

function asJson(row: RowResult, problems: readonly Problem[]): string {
  const listed = problems.map(({ code, severity, message }) => ({ code, severity, message }));
  return jsonText({ version: 1, ...evaluatedRow(row), problems: listed });
}

function asText(row: RowResult, problems: readonly Problem[]): string {
  const lines: [string, string, string?][] = [
    [
      'Retention rate',
      percentText(row.crr),
      'low' in row.wilson ? `${intervalText(row.wilson)} (95 %)` : whyNot(row.crr),
    ],
    ['Churn', percentText(row.churn), row.lost === null ? '' : `${formatCount(row.lost)} lost`],
    ['End/start ratio', percentText(row.endStartRatio)],
    ['Net growth', figure(row.netGrowth, formatCount)],
  ];
  if (row.goal.value !== null) {
    lines.push(
      ['Goal', percentText(row.goal)],
      [
        'Goal gap',
        pointsText(row.gapPoints),
        row.customersShort.value === null ? '' : shortText(row.customersShort),
      ],
      ['Loss allowance', figure(row.lossAllowance, formatCount)],
    );
  }
  const counts = COUNTS.filter((name) => name !== 'reactivated' || row.reactivated !== null).map((name) => {
    const derived = (row.derived as readonly string[]).includes(name) ? ' (derived)' : '';
    return `${name} ${countText(row[name])}${derived}`;
  });
  const findings = problems.map(({ code, severity, message }) => `${severity} ${code}: ${message}`);
  return logText(harmless(`${[...labelled(lines), '', counts.join(' · '), ...findings].join('\n')}\n`));
}

function whyNot(result: RowResult['crr']): string {
  return result.value === null ? result.message : '';
}
