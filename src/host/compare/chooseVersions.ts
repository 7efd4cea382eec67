import * as vscode from 'vscode';
import type { GitApi, GitCommit, GitRepository } from '../git/gitApi';
import { gitApi, repositoryOf } from '../git/gitApi';
import { showInformation } from '../messages';
import { labelText } from '../plainText';
import { fileName } from '../retentionFiles';
import type { Version } from './versions';
import { textNow, textOnDisk } from './versions';

/** Older commits are rarely compared, and a list of them would take long. */
const MOST_COMMITS = 500;

type Pair = readonly [before: Version, after: Version];
/** Null: the user gave up. */
type Choice = Promise<Pair | null>;

/** Asks what a file shall be compared with. Null: the user gave up. */
export async function chooseVersions(uri: vscode.Uri): Choice {
  const { t } = vscode.l10n;
  const repository = await repositoryFor(uri);
  const key = uri.toString();
  // Of an untitled document nothing is saved yet.
  const hasUnsaved = vscode.workspace.textDocuments.some(
    (open) => open.isDirty && !open.isUntitled && open.uri.toString() === key,
  );
  const items: (vscode.QuickPickItem & { readonly run: () => Choice })[] = [
    ...(repository === null
      ? []
      : [
          {
            label: t('Last commit with the file now'),
            description: 'HEAD',
            run: () => sinceLastCommit(uri, repository),
          },
          { label: t('Two commits…'), run: () => twoCommits(uri, repository) },
        ]),
    ...(hasUnsaved ? [{ label: t('What is saved with the file now'), run: () => sinceSaved(uri) }] : []),
    { label: t('Another file…'), run: () => anotherFile(uri) },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Compare {0} as Table', fileName(uri)),
    placeHolder: t('What shall be compared?'),
    // The notebook may take the focus back only after the list has opened.
    ignoreFocusOut: true,
  });
  return chosen === undefined ? null : chosen.run();
}

/** The last commit and the file now. Null where git has no such file in it. */
export async function sinceLastCommit(uri: vscode.Uri, known?: GitRepository): Choice {
  const { t } = vscode.l10n;
  const repository = known ?? (await repositoryFor(uri));
  const text = repository === null ? null : await repository.show('HEAD', uri.fsPath).catch(() => null);
  if (text === null) {
    void showInformation(
      t('{0} is not in the last commit, so there is nothing to compare it with.', fileName(uri)),
    );
    return null;
  }
  return [{ name: 'HEAD', text }, await now(uri)];
}

/** Two files, the one named first as the earlier version. */
export async function twoFiles(first: vscode.Uri, second: vscode.Uri): Promise<Pair> {
  const name = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);
  return [
    { name: name(first), text: await textNow(first) },
    { name: name(second), text: await textNow(second) },
  ];
}

async function sinceSaved(uri: vscode.Uri): Choice {
  return [{ name: vscode.l10n.t('what is saved'), text: await textOnDisk(uri) }, await now(uri)];
}

async function anotherFile(uri: vscode.Uri): Choice {
  const chosen = await vscode.window.showOpenDialog({
    // An untitled document is in no folder that could be listed.
    ...(uri.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(uri, '..') }),
    openLabel: vscode.l10n.t('Compare'),
  });
  const other = chosen?.[0];
  return other === undefined ? null : twoFiles(other, uri);
}

async function twoCommits(uri: vscode.Uri, repository: GitRepository): Choice {
  const { t } = vscode.l10n;
  const commits = await repository.log({ path: uri.fsPath, maxEntries: MOST_COMMITS });
  const later = await askCommit(commits, t('The later commit'));
  const earlier = later === null ? null : await askCommit(commits, t('The earlier commit'));
  if (later === null || earlier === null) return null;
  const version = async ({ hash, message }: GitCommit): Promise<Version> => ({
    name: `${hash.slice(0, 7)} ${message.split('\n', 1)[0] ?? ''}`,
    text: await repository.show(hash, uri.fsPath),
  });
  return [await version(earlier), await version(later)];
}

async function askCommit(commits: readonly GitCommit[], title: string): Promise<GitCommit | null> {
  const items = commits.map((commit) => ({
    label: labelText(commit.message.split('\n', 1)[0] ?? ''),
    description: labelText(
      [commit.hash.slice(0, 7), commit.authorName, commit.authorDate?.toLocaleDateString()]
        .filter(Boolean)
        .join(' · '),
    ),
    commit,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title,
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return chosen?.commit ?? null;
}

async function now(uri: vscode.Uri): Promise<Version> {
  return { name: vscode.l10n.t('the file now'), text: await textNow(uri) };
}

async function repositoryFor(uri: vscode.Uri): Promise<GitRepository | null> {
  const api: GitApi | null = uri.scheme === 'file' ? await gitApi() : null;
  return api === null ? null : repositoryOf(api, uri);
}
