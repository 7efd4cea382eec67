import { countsOf, percentDigits } from '../../../core';
import type { Granularity, QuickInterpretation } from '../../../core';

export interface NewFile {
  readonly title: string;
  readonly granularity: Exclude<Granularity, 'custom'>;
  readonly period: string;
  /** A calculation that becomes the first row, or null for a blank one. */
  readonly interpretation: QuickInterpretation | null;
}

/**
 * The text of a new file: settings, the usual columns, and one row that is ready to be filled.
 *
 * @example
 * newFileText({ title: 'Customer retention', granularity: 'month', period: '2024-01', interpretation: null });
 */
export function newFileText({ title, granularity, period, interpretation }: NewFile): string {
  const cells = new Map<string, string>([
    ['period', period],
    ['start', ''],
    ['new', ''],
    ['lost', ''],
    ['end', ''],
    ['reactivated', ''],
    ['goal', ''],
    ['note', ''],
  ]);
  const settings = ['retention: 1', `title: ${quoted(title)}`];
  if (interpretation !== null) {
    if (interpretation.kind === 'share' && interpretation.meaning === 'returning') {
      cells.set('start', String(interpretation.whole));
      cells.set('returning', String(interpretation.part));
    } else {
      // Only what was given: the file shows what follows from it by itself.
      const { start, new: added, lost, end, reactivated } = countsOf(interpretation);
      for (const [name, count] of Object.entries({ start, new: added, lost, end, reactivated })) {
        if (count !== null) cells.set(name, String(count));
      }
    }
    if (interpretation.goal !== null) settings.push(`goal: ${percentDigits(interpretation.goal)}%`);
  }
  settings.push(`granularity: ${granularity}`);
  const front = ['#---', ...settings.map((setting) => `# ${setting}`), '#---'];
  return [...front, [...cells.keys()].join(','), [...cells.values()].join(','), ''].join('\n');
}

/** Quotes a title the way the format's settings do. */
function quoted(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
