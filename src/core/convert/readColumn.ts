import type { SourceRow } from './sourceTable';
import { Tally } from './tally';
import type { CellTally, ImportedColumn, Rewritten } from './types';

/** A cell of numbers or periods from elsewhere. A habit of its author, such as a decimal comma, says how it is meant. */
export type ReadCell<Habit extends string> =
  /** Blank where it may be, or as the format writes it with any habit. */
  | { readonly kind: 'plain' }
  /** It can be read one way, as `text` says in the format's way; with `habit` null that shows nothing of its author. */
  | { readonly kind: 'sure'; readonly text: string; readonly habit: Habit | null }
  /** It can be read two ways. */
  | { readonly kind: 'either'; readonly readings: Readonly<Record<Habit, string>> }
  /** It is something else. */
  | { readonly kind: 'unread' };

/** The cells of a column as the file is to have them, and what is to be said about them. */
export interface WrittenColumn extends Pick<ImportedColumn, 'rewritten' | 'unread'> {
  readonly texts: readonly string[];
  readonly doubtful: (CellTally & { readonly readings: readonly [string, string] }) | null;
}

/** A column of which each cell has been read. */
export class ReadColumn<Habit extends string> {
  /** What its certain cells show of their author. */
  readonly habits: ReadonlySet<Habit>;
  private readonly cells: readonly ReadCell<Habit>[];

  constructor(
    private readonly rows: readonly SourceRow[],
    private readonly index: number,
    read: (cell: string) => ReadCell<Habit>,
  ) {
    this.cells = rows.map(({ cells }) => read(cells[index]!));
    const shown = this.cells.map((cell) => (cell.kind === 'sure' ? cell.habit : null));
    this.habits = new Set(shown.filter((habit) => habit !== null));
  }

  /**
   * The cells in the format's way; those that can be read two ways, by a habit. Without one, and where they are no numbers
   * or periods, they stay as they are.
   */
  write(habit: Habit | null): WrittenColumn {
    const [doubtful, unread] = [new Tally(), new Tally()];
    const texts: string[] = [];
    let readings: readonly [string, string] | null = null;
    let first: Omit<Rewritten, 'count'> | null = null;
    let count = 0;
    for (const [row, { cells, line }] of this.rows.entries()) {
      const source = cells[this.index]!;
      const cell = this.cells[row]!;
      const text = textOf(cell, habit);
      texts.push(text === null || text === source.trim() ? source : text);
      if (cell.kind === 'unread') unread.add(source.trim(), line);
      if (cell.kind === 'either' && text === null) {
        doubtful.add(source.trim(), line);
        readings ??= Object.values<string>(cell.readings) as [string, string];
      }
      if (text === null || text === source.trim()) continue;
      first ??= { from: source.trim(), to: text };
      count++;
    }
    const doubts = doubtful.result;
    return {
      texts,
      rewritten: first === null ? null : { ...first, count },
      doubtful: doubts === null || readings === null ? null : { ...doubts, readings },
      unread: unread.result,
    };
  }
}

/** A cell in the format's way; null where it stays as it is. */
function textOf<Habit extends string>(cell: ReadCell<Habit>, habit: Habit | null): string | null {
  if (cell.kind === 'sure') return cell.text;
  return cell.kind === 'either' && habit !== null ? cell.readings[habit] : null;
}

/** The only habit of a set; null for none, and for several that contradict each other. */
export function onlyHabit<Habit extends string>(habits: ReadonlySet<Habit>): Habit | null {
  const [first, second] = habits;
  return second === undefined ? (first ?? null) : null;
}
