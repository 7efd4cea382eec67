import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';

/** All unsaved work that VS Code has put aside, as one text. */
export function backupsOf(page: Page): Promise<string> {
  const userData = inject('userData');
  return userData === null ? backupsInBrowser(page) : backupsInFolder(join(userData, 'User/Backups'));
}

/** The unsaved text of one file that a server has put aside, or null. The first line says which file it is of. */
export async function backupOfFile(path: string): Promise<string | null> {
  const userData = inject('userData');
  if (userData === null) throw new Error('Without a server, unsaved work is not kept in files.');
  for (const text of await backupTexts(join(userData, 'User/Backups'))) {
    const end = text.indexOf('\n');
    if (text.slice(0, end).split(' ')[0]?.endsWith(encodeURI(path)) === true) return text.slice(end + 1);
  }
  return null;
}

async function backupsInFolder(folder: string): Promise<string> {
  return (await backupTexts(folder)).join('\n');
}

async function backupTexts(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  // One that is being thrown away now is as good as gone.
  return Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
}

/** Without a server, VS Code's user data are in a database of the browser. */
function backupsInBrowser(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open('vscode-web-db');
        opening.onerror = () => reject(new Error('The browser has no database of VS Code.'));
        opening.onsuccess = () => {
          const database = opening.result;
          const store = database.transaction('vscode-userdata-store').objectStore('vscode-userdata-store');
          const reading = store.getAll();
          reading.onerror = () => reject(new Error('The user data cannot be read.'));
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.map((value) => new TextDecoder().decode(value as Uint8Array)).join('\n'));
          };
        };
      }),
  );
}
