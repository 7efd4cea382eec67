import * as vscode from 'vscode';

/** A file system with one file that can't be written. */
export class ReadOnlyFiles implements vscode.FileSystemProvider {
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly bytes: Uint8Array;

  constructor(
    private readonly path: string,
    text: string,
  ) {
    this.bytes = new TextEncoder().encode(text);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    this.mustBeFile(uri);
    return { type: vscode.FileType.File, ctime: 1, mtime: 1, size: this.bytes.length };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [[this.path.slice(1), vscode.FileType.File]];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.mustBeFile(uri);
    return this.bytes;
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  private mustBeFile(uri: vscode.Uri): void {
    if (uri.path !== this.path) throw vscode.FileSystemError.FileNotFound(uri);
  }
}
