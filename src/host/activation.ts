import * as vscode from 'vscode';
import { NotebookEditors, VIEW_TYPE, ViewMemory } from './editor';
import type { Features, registerFeatures } from './features';
import { later } from './live';
import { TransportTap, createTestApi } from './testApi';
import type { TestApi } from './testApi';

/** Whoever waits for the activation waits for nothing that comes so many milliseconds after it. */
const PAUSE_MS = 100;

/** So long after a notebook has been given its text, all of it is drawn. */
const DRAWING_MS = 1000;

/** A notebook that is still being opened so long after the activation is waited for no more. */
const OPENING_LIMIT_MS = 10_000;

/**
 * Registers the notebook, and a moment later, or as soon as somebody runs a command, the other features, which are most of
 * the extension: reading them takes many times as long as the rest of the activation. A notebook that is being opened comes
 * first: a second after somebody has registered code actions, VS Code is busy for a quarter of one with the schemas of its
 * settings.
 *
 * @param load gets that part of the extension
 */
export function activateWith(
  context: vscode.ExtensionContext,
  load: () => Promise<typeof registerFeatures>,
): Promise<TestApi> | undefined {
  const log = vscode.window.createOutputChannel('Retention Notebook', { log: true });
  const tap = context.extensionMode === vscode.ExtensionMode.Test ? new TransportTap() : undefined;
  const editors = new NotebookEditors(
    context.extensionUri,
    log,
    new ViewMemory(
      context.workspaceState,
      ({ scheme }) => vscode.workspace.fs.isWritableFileSystem(scheme) === true,
    ),
    tap?.wrap.bind(tap),
  );
  let loading: Promise<Features> | null = null;
  const features = (): Promise<Features> =>
    (loading ??= load().then((register) => {
      commands.dispose();
      return register(context, { editors, log });
    }));
  const commands = commandsThatWait(context, features);
  const loadLater = (milliseconds: number): void => {
    const cancel = later(() => {
      features().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
    }, milliseconds);
    context.subscriptions.push({ dispose: cancel });
  };
  loadLater(isNotebookInFront() ? OPENING_LIMIT_MS : PAUSE_MS);
  const shown = editors.onDidStartPage(() => {
    shown.dispose();
    loadLater(DRAWING_MS);
  });
  context.subscriptions.push(log, editors, editors.register(), commands, shown);
  return tap && features().then(({ statusBar }) => createTestApi(editors, tap, statusBar));
}

/** At the activation: true when VS Code is about to have a notebook opened. */
function isNotebookInFront(): boolean {
  return vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputCustom && activeTab.input.viewType === VIEW_TYPE,
  );
}

/** Stands in for all commands of the manifest: each waits until those that do something are registered, and runs its own. */
function commandsThatWait(
  { extension }: vscode.ExtensionContext,
  ready: () => Promise<unknown>,
): vscode.Disposable {
  const { contributes } = extension.packageJSON as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  const waiting = contributes.commands.map(({ command }) =>
    vscode.commands.registerCommand(command, async (...given: readonly unknown[]) => {
      await ready();
      return vscode.commands.executeCommand(command, ...given);
    }),
  );
  return vscode.Disposable.from(...waiting);
}
