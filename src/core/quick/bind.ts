import type { TextRange } from '../text/edit';
import type { Item, NameItem, NumberItem } from './items';
import type { QuickFault } from './tokens';
import type { Translate } from './types';

/** A number and the name it was found to have; null when none was given. */
export interface Bound {
  readonly number: NumberItem;
  readonly name: NameItem['meaning'] | null;
  readonly range: TextRange;
}

export interface Binding {
  readonly bound: readonly Bound[];
  /** `part of whole`. */
  readonly share: { readonly part: NumberItem; readonly whole: NumberItem } | null;
  /** Names without a number that say what a share is about. */
  readonly loose: readonly NameItem[];
  /** The last item waits for a number: the name, or null for a sign or an arrow. */
  readonly waiting: { readonly name: NameItem | null } | null;
  readonly fault: QuickFault | null;
}

const END = { type: 'count', count: 'end' } as const;
const GOAL = { type: 'goal' } as const;

/** Finds out which name belongs to which number. */
export function bindNames(text: string, all: readonly Item[], t: Translate): Binding {
  const names = new Map<NumberItem, NameItem['meaning']>();
  const used = new Set<Item>();
  let share: Binding['share'] = null;
  let waiting: Binding['waiting'] = null;
  let fault: QuickFault | null = null;
  const fail = (range: TextRange, message: string): void => {
    fault ??= { message, range: { start: range.start, end: range.end }, offers: [] };
  };
  const bind = (number: NumberItem, name: NameItem['meaning'], ...items: Item[]): void => {
    names.set(number, name);
    for (const item of [number, ...items]) used.add(item);
  };

  let items = [...all];
  while (items.at(-1)?.type === 'break') items.pop();
  const tail = items.at(-1);
  if (tail && tail.type !== 'number' && tail.type !== 'name') {
    // Whatever is typed next is a number: read the rest as if the sign were not there yet.
    const before = items.at(-2);
    waiting = { name: tail.type === 'equals' && before?.type === 'name' ? before : null };
    items = items.slice(0, waiting.name ? -2 : -1);
  }

  let arrows = 0;
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    const next = items[index + 1];
    switch (item.type) {
      case 'equals':
        used.add(item);
        // `Q2: 500 …` and `customers: 500`: a colon without a name before it is punctuation.
        if (text[item.start] === ':' && before?.type !== 'name') break;
        if (next?.type !== 'number') fail(item, t('A number is missing after “{0}”.', '='));
        else if (before?.type === 'name') bind(next, before.meaning, before);
        else if (before?.type === 'number') bind(next, END);
        else fail(item, t('A name is missing before “{0}”, for example start=500.', '='));
        break;
      case 'goal-sign':
        used.add(item);
        if (next?.type !== 'number')
          fail(item, t('A number is missing after “{0}”.', text.slice(item.start, item.end)));
        else if (before?.type !== 'name') bind(next, GOAL);
        else if (before.meaning.type === 'goal' || before.meaning.type === 'rate') bind(next, GOAL, before);
        else fail(item, t('Only a goal can be “at least”.'));
        break;
      case 'arrow':
        used.add(item);
        arrows++;
        if (arrows > 1) fail(item, t('One period at a time: a second arrow has no meaning.'));
        else if (next?.type === 'number' && items[index + 2]?.type !== 'of') bind(next, END);
        else if (next?.type !== 'name')
          fail(item, t('A number is missing after “{0}”.', text.slice(item.start, item.end)));
        break;
      case 'of': {
        used.add(item);
        const part = before?.type === 'name' ? items[index - 2] : before;
        if (share) fail(item, t('One share at a time: “of” is there twice.'));
        else if (part?.type !== 'number' || part.sign !== '')
          fail(item, t('A number is missing before “{0}”.', text.slice(item.start, item.end)));
        else if (next?.type !== 'number' || next.sign !== '' || next.percent)
          fail(item, t('A number is missing after “{0}”.', text.slice(item.start, item.end)));
        else {
          share = { part, whole: next };
          used.add(part).add(next);
        }
        break;
      }
      case 'sign':
        fail(item, t('A number is missing after “{0}”.', text.slice(item.start, item.end)));
        break;
      default:
    }
  }

  bindPercents(items, used, bind);
  const loose: NameItem[] = [];
  for (const clause of clauses(items, used)) {
    const unmatched = bindClause(clause, bind);
    for (const name of unmatched) {
      if (share) loose.push(name);
      else if (name === tail && !waiting) waiting = { name };
      else fail(name, t('A number is missing beside “{0}”.', name.text));
    }
  }

  const bound = items
    .filter(
      (item): item is NumberItem => item.type === 'number' && item !== share?.part && item !== share?.whole,
    )
    .map((number) => ({ number, name: names.get(number) ?? null, range: number }));
  return { bound, share, loose, waiting, fault };
}

type Bind = (number: NumberItem, name: NameItem['meaning'], ...items: Item[]) => void;

/** `85% goal` and `goal 85%`: a percentage belongs to the goal or rate beside it. */
function bindPercents(items: readonly Item[], used: ReadonlySet<Item>, bind: Bind): void {
  // A name before the number is the stronger sign: in `85% goal 90%` the goal is 90 %.
  for (const step of [-1, 1]) {
    for (const [index, item] of items.entries()) {
      if (item.type !== 'number' || !item.percent || used.has(item)) continue;
      const beside = items[index + step];
      if (beside?.type !== 'name' || used.has(beside)) continue;
      if (beside.meaning.type === 'goal' || beside.meaning.type === 'rate')
        bind(item, beside.meaning, beside);
    }
  }
}

/** The names and numbers still free, cut at commas and line ends. */
function clauses(items: readonly Item[], used: ReadonlySet<Item>): (NumberItem | NameItem)[][] {
  const found: (NumberItem | NameItem)[][] = [[]];
  for (const item of items) {
    if (item.type === 'break') found.push([]);
    else if ((item.type === 'number' || item.type === 'name') && !used.has(item)) found.at(-1)?.push(item);
  }
  return found;
}

/**
 * Names stand before their numbers (`new 50 lost 100`) or after them (`50 new 100 lost`), one way within a
 * clause. Where both ways are complete, names come first: `500 new 50 lost 100` starts with 500.
 *
 * @returns the names without a number
 */
function bindClause(clause: readonly (NumberItem | NameItem)[], bind: Bind): NameItem[] {
  const names = clause.filter((item): item is NameItem => item.type === 'name');
  const beside = (name: NameItem, step: 1 | -1): NumberItem | null => {
    const neighbour = clause[clause.indexOf(name) + step];
    return neighbour?.type === 'number' ? neighbour : null;
  };
  const complete = (step: 1 | -1): boolean => names.every((name) => beside(name, step) !== null);
  const step = complete(1) || !complete(-1) ? 1 : -1;
  const unmatched: NameItem[] = [];
  for (const name of names) {
    const number = beside(name, step);
    if (number) bind(number, name.meaning, name);
    else unmatched.push(name);
  }
  return unmatched;
}
