import type { NotebookPanel } from '../editor';
import { openNewFile } from './quick/newNotebook';
import type { CommandServices } from './services';

/**
 * Shows a notebook to somebody who is in none, as in the walkthrough: one that is open, else a new one.
 *
 * @returns null when VS Code opened none
 */
export async function anyNotebook(services: CommandServices): Promise<NotebookPanel | null> {
  return services.editors.showOpen() ?? (await openNewFile(services, null));
}
