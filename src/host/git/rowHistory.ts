import type { GitCommit } from './gitApi';
import type { CellChange, RowKey, RowVersion } from './rowVersion';
import { changedCells, rowVersion } from './rowVersion';

/** A commit that changed the row, or added or removed it. */
export interface RowCommit {
  readonly commit: GitCommit;
  /** The row as it left it, or null: the commit removed it. */
  readonly after: RowVersion | null;
  /** The row as it found it, or null: the commit added it. */
  readonly before: RowVersion | null;
  readonly changes: readonly CellChange[];
  /** The commit before it, which `before` is of, or null: the file was not in it, or there is none. */
  readonly parent: string | null;
}

/** What history is made from. */
export interface HistorySource {
  /** The commits that changed the file, newest first. */
  readonly commits: readonly GitCommit[];
  /** The file in a commit, or null where it is not in it. */
  show(ref: string): Promise<string | null>;
}

/**
 * The commits that changed a row, newest first, each as soon as it is known. A merge counts where the row is as no parent
 * had it: otherwise the change is one of the commits it brought together.
 *
 * It costs a version of the file for each commit; those of parents that changed something else are read once more.
 */
export async function* rowHistory(
  source: HistorySource,
  key: RowKey,
  today: number,
): AsyncGenerator<{ readonly read: number; readonly found: RowCommit | null }> {
  const versions = new Map<string, Promise<FileVersion>>();
  const versionAt = (ref: string): Promise<FileVersion> => {
    const known = versions.get(ref);
    if (known !== undefined) return known;
    const version = source.show(ref).then((text) => ({
      exists: text !== null,
      row: text === null ? null : rowVersion(text, key, today),
    }));
    versions.set(ref, version);
    return version;
  };
  for (const [index, commit] of source.commits.entries()) {
    const { row: after } = await versionAt(commit.hash);
    // Its children, which were newer, have asked for it; and a history may be long.
    versions.delete(commit.hash);
    yield { read: index + 1, found: await change(commit, after, versionAt) };
  }
}

/** What one version of the file says of the row. */
interface FileVersion {
  /** Whether there is such a file in it. */
  readonly exists: boolean;
  readonly row: RowVersion | null;
}

async function change(
  commit: GitCommit,
  after: RowVersion | null,
  versionAt: (ref: string) => Promise<FileVersion>,
): Promise<RowCommit | null> {
  const [first] = commit.parents;
  const { exists, row: before } = first === undefined ? { exists: false, row: null } : await versionAt(first);
  const changes = changedCells(before, after);
  if (isSame(before, after, changes)) return null;
  for (const parent of commit.parents.slice(1)) {
    const { row } = await versionAt(parent);
    if (isSame(row, after, changedCells(row, after))) return null;
  }
  return { commit, after, before, changes, parent: exists && first !== undefined ? first : null };
}

function isSame(
  before: RowVersion | null,
  after: RowVersion | null,
  changes: readonly CellChange[],
): boolean {
  return changes.length === 0 && (before === null) === (after === null);
}
