/** Looks at files, by the paths of their URIs. */
export interface FileReader {
  kindOf(path: string): Promise<'file' | 'folder' | null>;
  /** The text of a file, or null when there is none. */
  read(path: string): Promise<string | null>;
}

/** Where a repository keeps what is set up for it. Paths of URIs. */
export interface RepositoryPlace {
  /** The folder that is worked in. */
  readonly root: string;
  /** The folder with the configuration, shared by all worktrees of a repository. */
  readonly common: string;
}

/**
 * The repository a folder is in, or null. Worktrees and submodules have a file `.git` that leads to their folder
 * (gitrepository-layout(5)).
 */
export async function findRepository(files: FileReader, folder: string): Promise<RepositoryPlace | null> {
  for (let root = folder.replace(/\/+$/, ''); ; root = root.slice(0, root.lastIndexOf('/'))) {
    const common = await commonFolder(files, `${root}/.git`);
    if (common !== null) return { root: root === '' ? '/' : root, common };
    if (!root.includes('/')) return null;
  }
}

async function commonFolder(files: FileReader, dotGit: string): Promise<string | null> {
  const kind = await files.kindOf(dotGit);
  if (kind === null) return null;
  let folder = dotGit;
  if (kind === 'file') {
    const led = /^gitdir: (.+?)\s*$/.exec((await files.read(dotGit)) ?? '');
    if (led === null) return null;
    folder = resolved(dotGit.slice(0, dotGit.lastIndexOf('/')), led[1]!);
  }
  const shared = (await files.read(`${folder}/commondir`))?.trim() ?? '';
  const common = shared === '' ? folder : resolved(folder, shared);
  return (await files.kindOf(`${common}/HEAD`)) === 'file' ? common : null;
}

/** A path as git writes it, from a folder, as the path of a URI. */
function resolved(folder: string, path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const absolute = /^[a-z]:\//i.test(slashes) ? `/${slashes}` : slashes;
  const parts: string[] = [];
  for (const part of (absolute.startsWith('/') ? absolute : `${folder}/${absolute}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
