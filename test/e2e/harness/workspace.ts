import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';

/** Name → content; text is written as UTF-8, bytes as they are. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder on disk; what is left of them is deleted at the end of the run. */
export class Workspace {
  private constructor(readonly folder: string) {}

  static async create(files: Files): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(inject('folder'), 'workspace-')));
    for (const [name, content] of Object.entries(files)) await workspace.write(name, content);
    return workspace;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The bytes of a file as they are on disk now. */
  read(name: string): Promise<Buffer> {
    return readFile(this.path(name));
  }

  /** Changes a file on disk, behind the editor's back. */
  async write(name: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(this.path(name)), { recursive: true });
    await writeFile(this.path(name), content);
  }

  async remove(name: string): Promise<void> {
    await rm(this.path(name), { force: true });
  }

  /** Deletes the folder. */
  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
