import type { NameItem } from './items';
import type { QuickShare } from './types';

/** What the words beside `900 of 2000` say, and the first word that says nothing about it or contradicts another. */
export function shareMeaning(names: readonly NameItem[]): {
  readonly meaning: QuickShare['meaning'];
  readonly strange: NameItem | null;
} {
  let meaning: QuickShare['meaning'] = 'unnamed';
  for (const name of names) {
    const said = meaningOfName(name);
    if (said === null) return { meaning, strange: name };
    // `900 of 2000 at the start`: the start adds nothing.
    if (said === 'unnamed') continue;
    if (meaning !== 'unnamed' && meaning !== said) return { meaning, strange: name };
    meaning = said;
  }
  return { meaning, strange: null };
}

function meaningOfName({ meaning }: NameItem): QuickShare['meaning'] | null {
  switch (meaning.type) {
    case 'part':
      return meaning.part;
    case 'rate':
      return meaning.of === 'churn' ? 'lost' : 'kept';
    case 'count':
      return meaning.count === 'lost' ? 'lost' : meaning.count === 'start' ? 'unnamed' : null;
    case 'goal':
      return null;
  }
}
