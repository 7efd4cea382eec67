import type { NumberDisplay } from '../../numbers';
import type { WhatIf } from './reading';
import { whatIfText as text } from './text';

/** How the year ends as it is, and what the scenario that is edited changes of it. */
export function leadOf({ model, baseline, outcome, draft }: WhatIf, numbers: NumberDisplay): string {
  const year = model.year ?? '';
  const { endCustomers: end, compounded: rate } = baseline;
  const asItIs =
    end.value === null
      ? text.leadUnknown(year, end.message)
      : rate.value === null
        ? text.leadCustomers(year, numbers.count(end.value))
        : text.lead(year, numbers.count(end.value), numbers.percent(rate.value));
  return `${asItIs} ${draft.texts.size === 0 ? text.leadStart : changedLead(outcome, numbers)}`;
}

function changedLead(
  { name, endCustomers, compounded, difference }: WhatIf['outcome'],
  numbers: NumberDisplay,
): string {
  if (endCustomers.value === null) return text.leadImpossible(name, endCustomers.message);
  const customers = numbers.count(endCustomers.value);
  const { value: change } = difference.endCustomers;
  const changed = change === null || change === 0 ? text.same : numbers.signedCount(change);
  return compounded.value === null || difference.points.value === null
    ? text.leadChanged(name, customers, changed)
    : text.leadChangedRate(
        name,
        customers,
        changed,
        numbers.percent(compounded.value),
        numbers.signedPoints(difference.points.value),
      );
}
