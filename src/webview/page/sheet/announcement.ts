import type { Problem, RowResult } from '../../../core';
import type { NumberDisplay } from '../numbers';
import { text } from '../text';

/**
 * What a screen reader says after an edit of a row: the results first, because they are why one types.
 *
 * @example
 * announcement(notebook.row(1), [], numberDisplay(['en'])); // 'CRR 80.0 %, gap −5.0 points, 25 customers short'
 */
export function announcement(row: RowResult, problems: readonly Problem[], numbers: NumberDisplay): string {
  const parts: string[] = [];
  const { crr, gapPoints, customersShort } = row;
  if (crr.value === null) {
    parts.push(text.announce.noRate(crr.message));
  } else {
    parts.push(text.announce.crr(numbers.percent(crr.value)));
    if (gapPoints.value !== null) parts.push(text.announce.gap(numbers.signedPoints(gapPoints.value)));
    if (customersShort.value !== null) {
      const short = customersShort.value;
      parts.push(short > 0 ? text.announce.short(short, numbers.count(short)) : text.announce.goalReached);
    }
  }
  const grave = problems.filter(({ severity }) => severity !== 'info');
  if (grave.length > 0) parts.push(text.announce.problems(grave.length, numbers.count(grave.length)));
  return parts.join(', ');
}

/** A region that speaks politely; the same sentence twice is spoken twice. */
export class Announcer {
  readonly element: HTMLElement;

  constructor() {
    this.element = document.createElement('div');
    this.element.className = 'visually-hidden';
    this.element.setAttribute('role', 'status');
    this.element.setAttribute('aria-live', 'polite');
  }

  say(sentence: string): void {
    // A changed text is what is spoken; a no-break space more or less makes an equal one change.
    this.element.textContent = this.element.textContent === sentence ? `${sentence}\u00a0` : sentence;
  }
}
