import type { LiveNotebook, Strategy, Suggestion, TextRange } from '../../core';
import { dateOf, dayOf, formatDay, markdownText, suggestStrategies } from '../../core';
import type { AttributeToken } from './attributes';
import { neighboursOf, nextPeriods } from './nextPeriods';
import { COMMON_REASONS, text } from './text';
import { completion } from './types';
import type { Completion } from './types';

/** So many rows from the last one on are looked at for the periods of tasks. */
const LOOK_BACK = 1000;
const MOST_PERIODS = 12;

/** A value, what it is, and more about it. */
interface Value {
  readonly value: string;
  readonly detail: string;
  readonly documentation?: string;
}

/** What the value of an attribute can be. `tokens` are all attributes of the task. */
export function attributeValues(
  notebook: LiveNotebook,
  key: string,
  range: TextRange,
  tokens: readonly AttributeToken[],
): readonly Completion[] {
  return valuesOf(notebook, key, tokens)
    .filter(({ value }) => !/["{}]/.test(value))
    .map(({ value, detail, documentation = '' }) => {
      const written = /[\s=]/.test(value) ? `"${value}"` : value;
      return completion({
        kind: key === 'strategy' ? 'strategy' : key === 'segment' ? 'segment' : 'value',
        label: value,
        detail,
        documentation,
        range,
        text: written,
        filter: `${written} ${detail}`,
      });
    });
}

function valuesOf(notebook: LiveNotebook, key: string, tokens: readonly AttributeToken[]): readonly Value[] {
  const { document } = notebook;
  switch (key) {
    case 'due':
      return dueDays(notebook.today);
    case 'since':
      return recentPeriods(notebook).map((value) => ({ value, detail: '' }));
    case 'segment':
      return notebook.segments.map((value) => ({ value, detail: '' }));
    case 'reason':
      return reasons(notebook).map((value) => ({
        value,
        detail: document.settings.labels.get(`reason_${value}`) ?? '',
      }));
    case 'strategy': {
      const segment = tokens.find((token) => token.key === 'segment')?.value ?? null;
      const known = segment !== null && notebook.segments.includes(segment) ? segment : null;
      return suggestStrategies(notebook, known).suggestions.map(strategyValue);
    }
    default:
      return [];
  }
}

function dueDays(today: number): readonly Value[] {
  const { year, month } = dateOf(today);
  const quarterEnd = month + 2 - ((month + 2) % 3);
  const days: readonly (readonly [number, string])[] = [
    [today + 7, text.inOneWeek],
    [today + 14, text.inTwoWeeks],
    [lastDayOf(year, month), text.endOfMonth],
    [lastDayOf(year, quarterEnd), text.endOfQuarter],
  ];
  return days.map(([day, detail]) => ({ value: formatDay(day), detail }));
}

function lastDayOf(year: number, month: number): number {
  return (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - 1;
}

/** The last periods of the file, the newest first, and the one to come. */
function recentPeriods({ document, today }: LiveNotebook): readonly string[] {
  const { rowCount } = document;
  const column = document.column('period');
  const coming = nextPeriods(document, neighboursOf(document, null, rowCount), null, today);
  const found = new Set<string>();
  for (let row = rowCount - 1; row >= Math.max(0, rowCount - LOOK_BACK) && found.size < MOST_PERIODS; row--) {
    if (column !== null && document.period(row) !== null)
      found.add(document.cellText(row, column.index).trim());
  }
  return [...new Set([...found, ...coming.slice(0, 1).map(({ period }) => period)])];
}

/** The reasons that have a column, else common ones. */
function reasons({ document }: LiveNotebook): readonly string[] {
  const own = document.reasonColumns.flatMap(({ reason }) => (reason === null ? [] : [reason]));
  return own.length > 0 ? own : COMMON_REASONS;
}

function strategyValue({ strategy, because, tasks }: Suggestion): Value {
  return {
    value: strategy.id,
    detail: strategy.title,
    documentation: aboutStrategy(strategy, [
      ...because.map(({ message }) => markdownText(message)),
      ...(tasks.length > 0 ? [text.inPlaybook] : []),
    ]),
  };
}

function aboutStrategy({ title, checklist, measure }: Strategy, notes: readonly string[]): string {
  return [
    `**${title}**`,
    ...notes,
    checklist.map((item) => `- ${item}`).join('\n'),
    ...(measure === null ? [] : [text.measure(measure)]),
  ].join('\n\n');
}
