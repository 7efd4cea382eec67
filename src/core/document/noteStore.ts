import type { TextRange } from '../text/edit';
import type { Loaded } from './load';
import type { NoteLine } from './notes';
import { readNoteLines } from './notes';
import type { Playbook, PlaybookItem } from './playbook';
import { readPlaybook } from './playbook';
import { moved, movedProblem } from './reportProblem';

interface Stored {
  readonly lines: readonly NoteLine[];
  readonly playbook: Playbook;
  /** Where the lines behind the rows began, and which ones they were. */
  readonly tailStart: number;
  readonly tailVersion: number;
}

/**
 * The notes of a document and the tasks in them. Edits of rows only move those behind the rows: they are
 * moved, not read again.
 */
export class NoteStore {
  private stored: Stored | null = null;

  constructor(private readonly loaded: Loaded) {}

  get lines(): readonly NoteLine[] {
    return this.current().lines;
  }

  get playbook(): Playbook {
    return this.current().playbook;
  }

  private current(): Stored {
    const { loaded, stored } = this;
    const { tailStart, tailVersion } = loaded;
    if (stored === null || stored.tailVersion !== tailVersion || loaded.notesBetween) {
      this.stored = this.read();
    } else if (stored.tailStart !== tailStart) {
      const move = mover(stored.tailStart, tailStart - stored.tailStart);
      this.stored = {
        lines: stored.lines.map((line) => movedLine(line, move)),
        playbook: movedPlaybook(stored.playbook, move, tailStart - stored.tailStart),
        tailStart,
        tailVersion,
      };
    }
    return this.stored!;
  }

  private read(): Stored {
    const { loaded } = this;
    const lines: NoteLine[] = [];
    const delimiter = loaded.head.settings.delimiter.charCodeAt(0);
    for (const { text, from, to, offset } of loaded.notePieces()) {
      readNoteLines(text, from, to, delimiter, offset, lines);
    }
    return {
      lines,
      playbook: readPlaybook(lines),
      tailStart: loaded.tailStart,
      tailVersion: loaded.tailVersion,
    };
  }
}

type Move = (range: TextRange) => TextRange;

/** Moves what lies at `from` or behind it. */
function mover(from: number, distance: number): Move {
  return (range) => (range.start < from ? range : moved(range, distance));
}

function movedLine(line: NoteLine, move: Move): NoteLine {
  const range = move(line.range);
  return { ...line, range, textStart: line.textStart + range.start - line.range.start };
}

function movedPlaybook({ items, problems }: Playbook, move: Move, distance: number): Playbook {
  return {
    items: items.map((item) => movedItem(item, move)),
    problems: problems.map((problem) =>
      move(problem.range) === problem.range ? problem : movedProblem(problem, distance),
    ),
  };
}

function movedItem(item: PlaybookItem, move: Move): PlaybookItem {
  return {
    ...item,
    range: move(item.range),
    markRange: move(item.markRange),
    textRange: move(item.textRange),
    attributes: item.attributes.map((attribute) => ({
      ...attribute,
      range: move(attribute.range),
      valueRange: move(attribute.valueRange),
    })),
    braces: item.braces === null ? null : { ...item.braces, inside: move(item.braces.inside) },
  };
}
