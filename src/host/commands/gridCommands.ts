import * as vscode from 'vscode';
import { gridCommands } from '../../protocol';
import { showInformation } from '../messages';
import { anyNotebook } from './anyNotebook';
import type { CommandServices } from './services';

/** The commands that the active notebook carries out: `retention.<name>`. */
export function registerGridCommands(services: CommandServices): vscode.Disposable[] {
  const { editors } = services;
  return gridCommands.map((name) =>
    vscode.commands.registerCommand(`retention.${name}`, async () => {
      // The walkthrough offers the panels, and stands in front itself.
      const notebook = name === 'focusPanels' ? await anyNotebook(services) : editors.activePanel;
      if (notebook === null) {
        void showInformation(
          vscode.l10n.t(
            'Go to a .retention file that is open as a notebook first: this command works there.',
          ),
        );
        return;
      }
      notebook.runGridCommand(name);
    }),
  );
}
