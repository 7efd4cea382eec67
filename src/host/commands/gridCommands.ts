import * as vscode from 'vscode';
import { gridCommands } from '../../protocol';
import { showInformation } from '../messages';
import type { CommandServices } from './services';

/** The commands that the grid of the active notebook carries out on its selection: `retention.<name>`. */
export function registerGridCommands({ editors }: CommandServices): vscode.Disposable[] {
  return gridCommands.map((name) =>
    vscode.commands.registerCommand(`retention.${name}`, () => {
      const { activePanel } = editors;
      if (activePanel !== null) {
        activePanel.runGridCommand(name);
        return;
      }
      void showInformation(
        vscode.l10n.t('Open a .retention file as a notebook first: this command works on its selected rows.'),
      );
    }),
  );
}
