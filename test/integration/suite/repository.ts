/** Real repositories, where VS Code's Git extension and git are: in the server build. */
import * as vscode from 'vscode';
import { check, createFile } from './support';

/** What these tests use of the Git extension besides what the extension itself does. */
interface Git {
  getAPI(version: 1): { init(root: vscode.Uri): Promise<Repository | null> };
}

export interface Repository {
  setConfig(key: string, value: string): Promise<unknown>;
  add(paths: readonly string[]): Promise<void>;
  commit(message: string): Promise<void>;
  log(options: { readonly maxEntries: number }): Promise<readonly { readonly hash: string }[]>;
}

export const hasGit = () => vscode.extensions.getExtension('vscode.git') !== undefined;

/** A repository in a folder of its own, with versions of a file, oldest first. */
export async function repositoryWith(folder: string, versions: readonly string[]) {
  const file = await createFile(`${folder}/a.retention`, versions[0] ?? '');
  const extension = vscode.extensions.getExtension<Git>('vscode.git');
  check(extension !== undefined, 'there is no Git extension');
  const repository = await (await extension.activate()).getAPI(1).init(vscode.Uri.joinPath(file, '..'));
  check(repository !== null, 'git made no repository');
  await repository.setConfig('user.name', 'Ann');
  await repository.setConfig('user.email', 'ann@example.org');
  for (const [index, version] of versions.entries()) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(version));
    await repository.add([file.fsPath]);
    await repository.commit(`version ${index}`);
  }
  return { file, repository };
}
