import * as vscode from 'vscode';

/** A commit as VS Code's Git extension tells of it. */
export interface GitCommit {
  readonly hash: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly authorDate?: Date;
  readonly authorName?: string;
}

/** The part of a repository of the Git extension's interface, version 1, that is used here. */
export interface GitRepository {
  readonly rootUri: vscode.Uri;
  /** The newest commits that changed a path, newest first. */
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly GitCommit[]>;
  /** The text of a file in a commit. Rejects where it is not in it. */
  show(ref: string, path: string): Promise<string>;
}

/** The part of the Git extension's interface, version 1, that is used here. */
export interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  openRepository?(root: vscode.Uri): Promise<GitRepository | null>;
  /** The address under which VS Code opens a version of a file. */
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

/** VS Code's Git extension, or null: it is off, not part of this VS Code, or there is no git for it to run. */
export async function gitApi(): Promise<GitApi | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (extension === undefined) return null;
  try {
    const git = await extension.activate();
    return git.enabled ? git.getAPI(1) : null;
  } catch {
    // It throws where git is not installed.
    return null;
  }
}

/** The repository a file is in, or null; opens it where VS Code has not found it yet. */
export async function repositoryOf(api: GitApi, file: vscode.Uri): Promise<GitRepository | null> {
  return (
    api.getRepository(file) ??
    (await api.openRepository?.(vscode.Uri.joinPath(file, '..')).catch(() => null)) ??
    null
  );
}
