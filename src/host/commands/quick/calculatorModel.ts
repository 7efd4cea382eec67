import { describeQuick, parseQuickInput } from '../../../core';
import { fitsRow } from './rowEdit';
import type { Method, QuickInterpretation, QuickLineId, Translate } from '../../../core';

/** What can be done with a whole calculation. */
export type CalculatorAction = 'addRow' | 'newFile' | 'copyAll';

/** What choosing an item does. */
export type CalculatorChoice =
  | { readonly type: 'copy'; readonly text: string }
  /** Puts another text into the input. */
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'act'; readonly action: CalculatorAction }
  | { readonly type: 'nothing' };

/** One item of the list under the input. */
export interface CalculatorItem {
  /** The result's id, or what else the item is. */
  readonly id: QuickLineId | 'fault' | 'offer' | 'example' | 'hint' | 'note' | CalculatorAction;
  /** A codicon's name, or null. */
  readonly icon: string | null;
  /** Without digits: VS Code moves items up whose label matches what is typed, and numbers are typed here. */
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly choice: CalculatorChoice;
}

/** What the quick calculation shows for an input. */
export interface CalculatorState {
  /** How the input was understood, or null when there is none. */
  readonly echo: string | null;
  readonly items: readonly CalculatorItem[];
  readonly interpretation: QuickInterpretation | null;
  /** All results as text, for the clipboard; null when there is no result. */
  readonly allText: string | null;
}

export interface CalculatorOptions {
  readonly t: Translate;
  readonly decimal?: '.' | ',';
  readonly method?: Method;
  /** The result to list first, for the command that asked for it. */
  readonly first?: QuickLineId;
  /** Name of the open file a row could go to, or how several are called; absent when there is none. */
  readonly rowTarget?: string;
}

/**
 * What the list shows while somebody types: results, or where the input cannot be read and what it may have
 * meant, or examples.
 *
 * @example
 * calculatorState('500 +50 -100', { t }).items[0]; // Retention rate, 80.0 %
 */
export function calculatorState(text: string, options: CalculatorOptions): CalculatorState {
  const { t } = options;
  const reading = parseQuickInput(
    text,
    options.decimal === undefined ? { t } : { t, decimal: options.decimal },
  );
  switch (reading.status) {
    case 'empty':
      return { echo: null, items: examples(t), interpretation: null, allText: null };
    case 'error': {
      const place = text.slice(reading.range.start, reading.range.end);
      const fault: CalculatorItem = {
        id: 'fault',
        icon: 'error',
        label: t('Not clear'),
        description: place.length > 40 ? `${place.slice(0, 39)}…` : place,
        detail: reading.message,
        choice: { type: 'nothing' },
      };
      const offers = reading.offers.map((offer): CalculatorItem => ({
        id: 'offer',
        icon: 'lightbulb',
        label: t('Write'),
        description: offer.text,
        detail: offer.title,
        choice: { type: 'write', text: offer.text },
      }));
      // Offers first, so that Enter takes the likeliest one.
      return {
        echo: null,
        items: offers.length > 0 ? [...offers, fault] : [fault],
        interpretation: null,
        allText: null,
      };
    }
    case 'read': {
      const { interpretation, notes, hint } = reading;
      const method = options.method === undefined ? {} : { method: options.method };
      const { echo, lines } = describeQuick(interpretation, { t, ...method });
      const results = lines.map(({ id, label, value, detail, copyText }): CalculatorItem => ({
        id,
        icon: id === 'balance' ? 'warning' : null,
        label,
        description: value,
        detail,
        choice: copyText === null ? { type: 'nothing' } : { type: 'copy', text: copyText },
      }));
      const first = results.findIndex(({ id }) => id === options.first);
      if (first > 0) results.unshift(...results.splice(first, 1));
      const remarks = notes.map((note): CalculatorItem => remark('note', 'info', t('Note'), note));
      const next = hint === null ? [] : [remark('hint', 'arrow-right', t('Next'), hint)];
      const known = lines.filter(({ copyText }) => copyText !== null);
      const warnings = results.filter(({ id }) => id === 'balance');
      const rest = results.filter(({ id }) => id !== 'balance');
      return {
        echo,
        // Nothing to copy yet: say first what is missing.
        items:
          known.length === 0
            ? [...next, ...remarks, ...rest]
            : [...rest, ...warnings, ...next, ...remarks, ...actions(interpretation, options)],
        interpretation,
        allText:
          known.length === 0
            ? null
            : [echo, ...known.map(({ label, value }) => `${label}: ${value}`)].join('\n'),
      };
    }
  }
}

function actions(
  interpretation: QuickInterpretation,
  { t, rowTarget }: CalculatorOptions,
): readonly CalculatorItem[] {
  const act = (
    action: CalculatorAction,
    icon: string,
    label: string,
    description: string,
  ): CalculatorItem => ({
    id: action,
    icon,
    label,
    description,
    detail: '',
    choice: { type: 'act', action },
  });
  const items: CalculatorItem[] = [];
  if (fitsRow(interpretation)) {
    if (rowTarget !== undefined) items.push(act('addRow', 'table', t('Add as Row'), rowTarget));
    items.push(act('newFile', 'new-file', t('Open in a New File'), ''));
  }
  items.push(act('copyAll', 'copy', t('Copy All Results'), ''));
  return items;
}

function remark(id: 'note' | 'hint', icon: string, label: string, detail: string): CalculatorItem {
  return { id, icon, label, description: '', detail, choice: { type: 'nothing' } };
}

function examples(t: Translate): readonly CalculatorItem[] {
  const example = (label: string, text: string, detail: string): CalculatorItem => ({
    id: 'example',
    icon: 'edit',
    label,
    description: text,
    detail,
    choice: { type: 'write', text },
  });
  return [
    example(t('With signs'), '500 +50 -100', t('Customers at the start, new, lost')),
    example(t('In the order of the columns'), '500 50 100 450', t('Start, new, lost, end')),
    example(
      t('With names and a goal'),
      's=500 n=50 l=100 goal=85% per quarter',
      t('In any order, also in full: start, new, lost, end'),
    ),
    example(t('Start and end'), '100 -> 99, lost 21', t('Alone they hide who left: add new or lost')),
    example(t('A share'), '900 of 2000 returned in 2 months', t('Returning-customer rate; or kept, or lost')),
    example(t('A rate per month'), 'churn 5% per month', t('What it comes to in a year')),
  ];
}
