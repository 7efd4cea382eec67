import type { Page } from 'playwright-core';

/**
 * What VS Code would know of the views after a reload, as text. In a browser it writes that down some seconds later, when
 * it has time, and not when the window is closed.
 */
async function storedViews(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const result = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const texts: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (name?.startsWith('vscode-web-state-db-') !== true) continue;
      const database = await result(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const values = await result(database.transaction(store).objectStore(store).getAll());
        texts.push(...values.filter((value) => typeof value === 'string'));
      }
      database.close();
    }
    return texts.find((text) => text.includes('editorpart.state') && text.includes('underway')) ?? '';
  });
}

/** The row of the active cell, from 0, as far as a page has had VS Code keep it. */
export async function storedRow(page: Page): Promise<number | null> {
  const row = /active[\\"]*:\{[\\"]*row[\\"]*:(\d+)/.exec(await storedViews(page))?.[1];
  return row === undefined ? null : Number(row);
}

/** How many edits on their way to the host a page has had VS Code keep. */
export async function storedUnderway(page: Page): Promise<number> {
  // Text in text in text: how often it is quoted does not matter.
  return [...(await storedViews(page)).matchAll(/before[\\"]*:\d+,[\\"]*after/g)].length;
}

/** What is typed into an open cell, as far as a page has had VS Code keep it. */
export async function storedDraft(page: Page): Promise<string | null> {
  return /draft[\\"]*:\{[^}]*?text[\\"]*:[\\"]*(\d+)/.exec(await storedViews(page))?.[1] ?? null;
}
