import * as vscode from 'vscode';
import type { CommandLine, DriverPart } from '../git/drivers';
import { ATTRIBUTE_LINES, configurationLines } from '../git/drivers';
import { gitApi } from '../git/gitApi';
import { withPreview } from '../git/preview';
import type { SetUpTarget } from '../git/setUp';
import { setUpTarget, write } from '../git/setUp';
import type { FileChange, SetUpScope } from '../git/setUpPlan';
import { foreignFiles, setUpChanges, undoChanges } from '../git/setUpPlan';
import { showError, showInformation } from '../messages';
import { say } from './say';
import type { CommandServices } from './services';

/**
 * `retention.setUpGit` and `retention.undoGitSetUp`: hands `.retention` files to this extension's merge and diff drivers
 * in a repository, after showing the exact lines, and takes these lines away again. From a menu they get a file.
 */
export function registerGitSetUp(
  services: CommandServices,
  extension: Pick<vscode.ExtensionContext, 'extensionUri'>,
): vscode.Disposable {
  const { t } = vscode.l10n;
  const commandLine = (): CommandLine => ({
    extension: slashes(extension.extensionUri.fsPath),
    runtime: runtime(),
  });
  return vscode.Disposable.from(
    vscode.commands.registerCommand('retention.setUpGit', (file?: unknown) =>
      inRepository(services, file, (folder, target) => setUp(folder, target, commandLine())),
    ),
    vscode.commands.registerCommand('retention.undoGitSetUp', (file?: unknown) =>
      inRepository(services, file, async (folder, { place, files }) => {
        const changes = undoChanges(place, files);
        if (changes.length === 0) {
          say(t('Git is not set up for .retention files in {0}: there is nothing to undo.', place.root));
        } else if (await agreed(changes, '-', t('Remove these lines from {0}', namesOf(changes)))) {
          await write(folder, changes);
          say(t('The lines for .retention files are gone from {0}.', namesOf(changes)));
        }
      }),
    ),
  );
}

async function setUp(folder: vscode.Uri, { place, files }: SetUpTarget, commandLine: CommandLine) {
  const { t } = vscode.l10n;
  const foreign = foreignFiles(files);
  if (foreign.length > 0) {
    say(
      t('{0} has lines for .retention files already: remove them first, or keep them.', foreign.join(', ')),
    );
    return;
  }
  const scope = await askScope();
  if (scope === undefined) return;
  const parts = await askParts();
  if (parts === undefined) return;
  if (scope === 'global') {
    await showForAll(commandLine, parts);
    return;
  }
  const changes = setUpChanges(place, files, scope, commandLine, parts);
  if (changes.length === 0) {
    say(t('Git is set up for .retention files in {0} already.', place.root));
  } else if (await agreed(changes, '+', t('Write these lines to {0}', namesOf(changes)))) {
    await write(folder, changes);
    await report(place.root, changes);
  }
}

async function report(root: string, changes: readonly FileChange[]): Promise<void> {
  const { t } = vscode.l10n;
  const shared = changes.some(({ name }) => name === '.gitattributes');
  const message = [
    t('Git is set up for .retention files in {0}.', root),
    ...(shared ? [t('Commit .gitattributes, and whoever sets git up too has it.')] : []),
    ...((await gitApi()) === null ? [t('It counts as soon as git is installed here.')] : []),
  ].join(' ');
  const undo = t('Undo');
  void showInformation(message, undo).then((chosen) => {
    if (chosen === undo) void vscode.commands.executeCommand('retention.undoGitSetUp');
  });
}

async function askScope(): Promise<SetUpScope | 'global' | undefined> {
  const { t } = vscode.l10n;
  const chosen = await vscode.window.showQuickPick(
    [
      {
        label: t('For everybody who works on this repository'),
        detail: t('.gitattributes, to be committed; the drivers go to .git/config of this clone'),
        scope: 'shared' as const,
      },
      {
        label: t('For me, in this clone only'),
        detail: t('.git/info/attributes and .git/config; nothing to commit'),
        scope: 'private' as const,
      },
      {
        label: t('For all repositories on this computer'),
        detail: t('shows the lines to put into your own git configuration'),
        scope: 'global' as const,
      },
    ],
    { title: t('Set Up Git: whose .retention files?'), ignoreFocusOut: true },
  );
  return chosen?.scope;
}

async function askParts(): Promise<ReadonlySet<DriverPart> | undefined> {
  const { t } = vscode.l10n;
  const items: (vscode.QuickPickItem & { readonly part: DriverPart })[] = [
    {
      label: t('Merge by period and segment'),
      detail: t('two people’s edits of different rows or cells are no conflict'),
      picked: true,
      part: 'merge',
    },
    {
      label: t('Column names and cells in line diffs'),
      detail: t('above each changed place the header; git diff --word-diff shows cells'),
      picked: true,
      part: 'diffWords',
    },
    {
      label: t('Rows instead of lines in git diff'),
      detail: t('in a terminal; git diff --no-ext-diff shows the lines, which a patch needs'),
      part: 'diffRows',
    },
  ];
  const title = t('Set Up Git: what should git do with .retention files?');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true, ignoreFocusOut: true });
  return chosen === undefined || chosen.length === 0 ? undefined : new Set(chosen.map(({ part }) => part));
}

/** Shows what is going to be written or removed, and asks. */
async function agreed(changes: readonly FileChange[], sign: '+' | '-', yes: string): Promise<boolean> {
  const { t } = vscode.l10n;
  const heading = sign === '+' ? t('Lines to be added') : t('Lines to be removed');
  const parts = changes.map(({ name, lines }) => [name, ...lines.map((line) => sign + line), ''].join('\n'));
  // The question covers the beginning of the editor.
  const text = ['', '', '', heading, '', ...parts].join('\n');
  const no = t('Change nothing');
  const chosen = await withPreview(t('Git Set-Up'), text, () =>
    vscode.window.showQuickPick([yes, no], {
      title: t('The editor shows every line. Agreed?'),
      ignoreFocusOut: true,
    }),
  );
  return chosen === yes;
}

/** VS Code does not tell where git keeps what holds for all repositories, so the lines are shown. */
async function showForAll(commandLine: CommandLine, parts: ReadonlySet<DriverPart>): Promise<void> {
  const content = [
    '# ~/.config/git/attributes',
    ...ATTRIBUTE_LINES,
    '',
    '# ~/.gitconfig',
    ...configurationLines(commandLine, parts),
    '',
  ].join('\n');
  const document = await vscode.workspace.openTextDocument({ language: 'properties', content });
  await vscode.window.showTextDocument(document);
}

/** Finds the repository a command is about, or says that there is none. */
async function inRepository(
  services: CommandServices,
  file: unknown,
  use: (folder: vscode.Uri, target: SetUpTarget) => Promise<void>,
): Promise<void> {
  const { t } = vscode.l10n;
  // A folder's `.git` can lead anywhere, and what is written there holds for every git command.
  if (!vscode.workspace.isTrusted) {
    await askForTrust();
    return;
  }
  const folder = folderOf(services, file);
  if (folder === null) {
    say(t('Open a folder or a .retention file of a git repository first.'));
  } else if (folder.scheme !== 'file') {
    say(t('Git can be set up for folders on a disk only; {0} is none.', folder.toString(true)));
  } else {
    try {
      const target = await setUpTarget(folder);
      if (target === null)
        say(t('{0} is in no git repository: make one with git init first.', folder.fsPath));
      else await use(folder, target);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void showError(t('Git is not set up: {0}', reason));
    }
  }
}

async function askForTrust(): Promise<void> {
  const { t } = vscode.l10n;
  const manage = t('Manage Workspace Trust');
  const why = t('This folder is in Restricted Mode: trust it first, then set git up.');
  if ((await showInformation(why, manage)) === manage)
    await vscode.commands.executeCommand('workbench.trust.manage');
}

/** The folder of the file a command was given, else of the one in front, else the first of the workspace. */
function folderOf({ editors }: CommandServices, file: unknown): vscode.Uri | null {
  const given = file instanceof vscode.Uri ? file : null;
  const active = editors.activePanel?.uri ?? vscode.window.activeTextEditor?.document.uri;
  const front = active?.scheme === 'file' ? active : null;
  const uri = given ?? front;
  if (uri !== null) return vscode.Uri.joinPath(uri, '..');
  return vscode.workspace.workspaceFolders?.[0]?.uri ?? null;
}

function namesOf(changes: readonly FileChange[]): string {
  return changes.map(({ name }) => name).join(', ');
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}

/** The program this code runs in, which is VS Code itself or its server; a web worker has none. */
function runtime(): string | null {
  const { process } = globalThis as { readonly process?: { readonly execPath?: unknown } };
  return typeof process?.execPath === 'string' ? slashes(process.execPath) : null;
}
