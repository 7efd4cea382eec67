import type { Binding } from './bind';
import type { Items } from './items';
import type { QuickInterpretation, Translate } from './types';

/** What to type next, or null when the input is complete. */
export function hintFor(
  interpretation: QuickInterpretation,
  waiting: Binding['waiting'],
  unfinished: Items['unfinished'],
  t: Translate,
): string | null {
  if (unfinished === 'period') return t('Now the period, for example period=2024-Q1.');
  if (unfinished === 'word') return t('Names are start, new, lost, end, reactivated and goal.');
  if (waiting) return waiting.name ? t('Now a number for “{0}”.', waiting.name.text) : t('Now a number.');
  if (interpretation.kind !== 'counts') return null;
  const { start, new: added, lost, end } = interpretation.counts;
  const known = [start, added, lost, end].filter((count) => count !== null).length;
  if (known === 0) return t('Now the customers, for example 500 +50 -100.');
  if (known >= 3) return null;
  if (start === null) return t('Add the customers at the start, for example start=500.');
  if (known === 1) return t('Add new and lost customers, for example +50 -100.');
  if (end !== null && added === null) {
    return t('Add new or lost customers, for example lost=21.');
  }
  if (added !== null && lost === null) {
    return t(
      'Add the lost customers or the end, for example lost=100. For start and end alone, write {0}.',
      `${start} -> ${added}`,
    );
  }
  return null;
}
