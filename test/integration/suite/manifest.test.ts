import * as vscode from 'vscode';
import { api, check, closeAll, createFile, equal, openNotebook, sample, until } from './support';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
    readonly customEditors: readonly { readonly viewType: string }[];
  };
}

function manifest(): Manifest {
  const extension = vscode.extensions.getExtension('retention-notebook.retention-notebook');
  check(extension !== undefined, 'the extension is not there');
  return extension.packageJSON as Manifest;
}

describe('the manifest and the code', () => {
  before(api);
  afterEach(closeAll);

  it('agree about the commands', async () => {
    const declared = manifest().contributes.commands.map(({ command }) => command);
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('retention.'));
    // VS Code itself makes commands of settings and views with our prefix; a declared one must be ours.
    equal(
      declared.filter((id) => !registered.includes(id)),
      [],
      'commands declared and not registered',
    );
    equal(
      registered.filter((id) => !declared.includes(id)),
      [],
      'commands registered and not declared',
    );
  });

  it('agree about the settings', () => {
    for (const [name, { default: value }] of Object.entries(
      manifest().contributes.configuration.properties,
    )) {
      equal(vscode.workspace.getConfiguration().get(name), value, `the default of ${name}`);
    }
  });

  it('carries every command of the grid to the page', async () => {
    const uri = await createFile('commands.retention', sample);
    await openNotebook(uri);
    const { sent } = await api();
    const names = ['insertRowAbove', 'insertRowBelow', 'deleteRows', 'copyWithHeaders', 'nextProblem'];
    for (const name of names) await vscode.commands.executeCommand(`retention.${name}`);
    equal(
      sent(uri).flatMap((message) => (message.type === 'command' ? [message.name] : [])),
      names,
    );
  });

  it('goes to the panels of an open notebook, or of a new one, from where there is none', async () => {
    const { sent, count } = await api();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('retention.focusPanels');
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    check(input instanceof vscode.TabInputCustom, 'no notebook is open');
    const asked = () =>
      sent(input.uri).flatMap((message) =>
        message.type === 'init' || message.type === 'command' ? [message.type] : [],
      );
    await until(() => asked().at(-1) === 'command', 'the page is told');
    // Of earlier documents of this name there may be more.
    equal(asked().slice(-2), ['init', 'command'], 'what the page of the new file is told');
    const before = asked().length;

    const other = await createFile('walkthrough.txt', 'in front of the notebook');
    await vscode.window.showTextDocument(other);
    await vscode.commands.executeCommand('retention.focusPanels');
    await until(() => asked().length === before + 2, 'the page, which has loaded again, is told');
    equal(asked().slice(before), ['init', 'command'], 'what the page of the open file is told');
    equal(count(input.uri), 1, 'notebooks');

    await vscode.window.showTextDocument(other);
    await vscode.commands.executeCommand('retention.openInNotebook');
    await until(() => asked().length === before + 3, 'the notebook is in front again');
  });

  it('tells the page when a setting changes', async () => {
    const uri = await createFile('settings.retention', sample);
    await openNotebook(uri);
    const { sent } = await api();
    const settings = vscode.workspace.getConfiguration('retention');
    const last = () => {
      const told = sent(uri).flatMap((message) =>
        message.type === 'configuration' || message.type === 'init' ? [message.configuration] : [],
      );
      return told[told.length - 1]?.enterKey;
    };
    equal(last(), 'edit');
    try {
      await settings.update('enterKey', 'down', vscode.ConfigurationTarget.Global);
      await until(() => last() === 'down', 'the page knows that Enter goes down');
    } finally {
      await settings.update('enterKey', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(() => last() === 'edit', 'the page knows that Enter edits again');
  });
});
