import * as vscode from 'vscode';

/** How the server says that something cannot be done. */
const errors: Readonly<Record<number, (uri: vscode.Uri) => Error>> = {
  403: (uri) => vscode.FileSystemError.NoPermissions(uri),
  404: (uri) => vscode.FileSystemError.FileNotFound(uri),
  409: (uri) => vscode.FileSystemError.FileExists(uri),
};

/** What the server sends for a file that something has changed. */
interface Change {
  readonly path: string;
  readonly exists: boolean;
}

/**
 * The disk for VS Code in a browser, which has none: a file system whose files a server on this machine keeps (see
 * ../diskServer.ts). `e2e-disk://127.0.0.1:40123/tmp/folder/a.txt` is /tmp/folder/a.txt.
 */
class Disk implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch(uri: vscode.Uri): vscode.Disposable {
    const source = new EventSource(addressOf(uri, 'watch'));
    source.onmessage = ({ data }) => {
      const { path, exists } = JSON.parse(String(data)) as Change;
      const changed = uri.with({ path });
      const types = exists
        ? [vscode.FileChangeType.Created, vscode.FileChangeType.Changed]
        : [vscode.FileChangeType.Deleted];
      this.changed.fire(types.map((type) => ({ type, uri: changed })));
    };
    return new vscode.Disposable(() => source.close());
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    return (await (await ask(uri, 'stat')).json()) as vscode.FileStat;
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    return (await (await ask(uri, 'list')).json()) as [string, vscode.FileType][];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return new Uint8Array(await (await ask(uri, 'read')).arrayBuffer());
  }

  async writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    { create, overwrite }: { readonly create: boolean; readonly overwrite: boolean },
  ): Promise<void> {
    await ask(uri, `write&create=${create}&overwrite=${overwrite}`, new Uint8Array(content));
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    await ask(uri, 'mkdir', '');
  }

  async delete(uri: vscode.Uri): Promise<void> {
    await ask(uri, 'remove', '');
  }

  async rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    await ask(from, `rename&to=${encodeURIComponent(to.path)}`, '');
  }
}

function addressOf(uri: vscode.Uri, action: string): string {
  return `http://${uri.authority}${encodeURI(uri.path)}?action=${action}`;
}

async function ask(uri: vscode.Uri, action: string, body?: BodyInit): Promise<Response> {
  const answer = await fetch(addressOf(uri, action), body === undefined ? {} : { method: 'POST', body });
  if (answer.ok) return answer;
  throw errors[answer.status]?.(uri) ?? vscode.FileSystemError.Unavailable(uri);
}

export function activate(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerFileSystemProvider('e2e-disk', new Disk(), { isCaseSensitive: true }),
  );
}
