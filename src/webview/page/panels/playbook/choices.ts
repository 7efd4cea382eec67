import type { Suggestion, Suggestions } from '../../../../core';
import { playbookText as text } from './text';

/** Strategies that are offered for the same reason. */
export interface ChoiceGroup {
  /** Why. */
  readonly heading: string;
  readonly choices: readonly Suggestion[];
}

/**
 * The strategies whose words hold all of those looked for, together with why they are offered: first those that
 * answer what the file says, each below the strongest fact that speaks for it.
 *
 * @example
 * choiceGroups(suggestStrategies(notebook, null), 'survey')[0]?.heading; // '60.0 % of those lost … left for “price”: …'
 */
export function choiceGroups({ suggestions }: Suggestions, sought: string): ChoiceGroup[] {
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const groups = new Map<string, Suggestion[]>();
  for (const suggestion of suggestions) {
    const all = wordsOf(suggestion);
    if (!words.every((word) => all.includes(word))) continue;
    const heading = headingOf(suggestion);
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [suggestion]);
    else group.push(suggestion);
  }
  return [...groups].map(([heading, choices]) => ({ heading, choices }));
}

/** What a task that follows a suggestion says of whom and what it is for. */
export function taskFor(
  { because }: Suggestion,
  chosen: string | null,
): { readonly segment: string | null; readonly reason: string | null } {
  const subject = (kind: 'reason' | 'segment'): string | null =>
    because.find((signal) => signal.kind === kind)?.subject ?? null;
  return { segment: chosen ?? subject('segment'), reason: subject('reason') };
}

function headingOf({ tasks, because: [strongest] }: Suggestion): string {
  if (tasks.length > 0) return text.picker.present;
  return strongest?.message ?? text.picker.others;
}

function wordsOf({ strategy }: Suggestion): string {
  const { title, tag, measure, checklist } = strategy;
  return [title, tag, measure ?? '', ...checklist].join('\n').toLowerCase();
}
