import { describe, expect, it } from 'vitest';
import type { FileReader } from '../../../../src/host/git/repository';
import { findRepository } from '../../../../src/host/git/repository';

/** Files by path; folders are what their paths begin with. */
function reader(files: Readonly<Record<string, string>>): FileReader {
  const paths = Object.keys(files);
  return {
    kindOf: (path) =>
      Promise.resolve(
        Object.hasOwn(files, path)
          ? 'file'
          : paths.some((file) => file.startsWith(`${path}/`))
            ? 'folder'
            : null,
      ),
    read: (path) => Promise.resolve(files[path] ?? null),
  };
}

describe('findRepository', () => {
  it('looks upwards from a folder', async () => {
    const files = reader({ '/home/me/app/.git/HEAD': 'ref: refs/heads/main\n' });
    const place = { root: '/home/me/app', common: '/home/me/app/.git' };
    expect(await findRepository(files, '/home/me/app/data/2024')).toEqual(place);
    expect(await findRepository(files, '/home/me/app/')).toEqual(place);
    expect(await findRepository(files, '/home/me')).toBeNull();
    expect(await findRepository(files, '/')).toBeNull();
  });

  it('takes no folder for a repository because of its name', async () => {
    expect(await findRepository(reader({ '/app/.git/notes.txt': '' }), '/app')).toBeNull();
    expect(await findRepository(reader({ '/app/.git': 'hello\n' }), '/app')).toBeNull();
  });

  it('follows the file .git of a worktree to the folder all worktrees share', async () => {
    const files = reader({
      '/trees/one/.git': 'gitdir: /app/.git/worktrees/one\n',
      '/app/.git/worktrees/one/HEAD': '',
      '/app/.git/worktrees/one/commondir': '../..\n',
      '/app/.git/HEAD': '',
    });
    expect(await findRepository(files, '/trees/one/data')).toEqual({
      root: '/trees/one',
      common: '/app/.git',
    });
  });

  it('follows the file .git of a submodule, which is relative', async () => {
    const files = reader({
      '/app/sub/.git': 'gitdir: ../.git/modules/sub\n',
      '/app/.git/modules/sub/HEAD': '',
    });
    expect(await findRepository(files, '/app/sub')).toEqual({
      root: '/app/sub',
      common: '/app/.git/modules/sub',
    });
  });

  it('understands paths of Windows', async () => {
    const files = reader({
      '/d:/tree/.git': 'gitdir: D:/app/.git/worktrees/t\r\n',
      '/D:/app/.git/worktrees/t/HEAD': '',
    });
    expect((await findRepository(files, '/d:/tree'))?.common).toBe('/D:/app/.git/worktrees/t');
  });
});
