import * as vscode from 'vscode';
import { findRepository } from './repository';
import type { FileReader, RepositoryPlace } from './repository';
import type { FileChange, SetUpFiles } from './setUpPlan';
import { setUpPaths } from './setUpPlan';

/** A repository with the files that set-up is about. */
export interface SetUpTarget {
  readonly place: RepositoryPlace;
  readonly files: SetUpFiles;
}

/**
 * The repository around a folder, or null.
 *
 * @throws Error when one of its files is not UTF-8: then it must not be written.
 */
export async function setUpTarget(folder: vscode.Uri): Promise<SetUpTarget | null> {
  const reader = readerOf(folder);
  const place = await findRepository(reader, folder.path);
  if (place === null) return null;
  const paths = setUpPaths(place);
  const [attributes, privateAttributes, configuration] = await Promise.all([
    reader.read(paths.attributes),
    reader.read(paths.privateAttributes),
    reader.read(paths.configuration),
  ]);
  return { place, files: { attributes, privateAttributes, configuration } };
}

/** Writes what was planned. Files that nothing but our lines were in go. */
export async function write(folder: vscode.Uri, changes: readonly FileChange[]): Promise<void> {
  for (const { path, after } of changes) {
    const uri = folder.with({ path });
    if (after === null) await vscode.workspace.fs.delete(uri);
    else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(after));
  }
}

function readerOf(folder: vscode.Uri): FileReader {
  const { fs } = vscode.workspace;
  const at = (path: string) => folder.with({ path });
  return {
    kindOf: async (path) => {
      try {
        const { type } = await fs.stat(at(path));
        return (type & vscode.FileType.Directory) !== 0 ? 'folder' : 'file';
      } catch {
        return null;
      }
    },
    read: async (path) => {
      let bytes: Uint8Array;
      try {
        bytes = await fs.readFile(at(path));
      } catch {
        return null;
      }
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new Error(vscode.l10n.t('{0} is not UTF-8 text.', path));
      }
    },
  };
}
