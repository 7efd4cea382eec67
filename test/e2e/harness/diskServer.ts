import { watch } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** The numbers of `vscode.FileType`. */
const fileType = { file: 1, directory: 2 } as const;

const statusOf: Readonly<Record<string, number>> = { ENOENT: 404, EEXIST: 409 };

/** Gives a folder to VS Code in a browser; see diskExtension/extension.js, its only client. */
export interface DiskServer {
  /** Host and port. */
  readonly authority: string;
  stop(): Promise<void>;
}

/**
 * Starts a server for the files in a folder; nothing else can be read or written through it.
 */
export async function startDiskServer(folder: string): Promise<DiskServer> {
  const server = createServer((request, response) => {
    answer(request, response, folder).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      response.writeHead(statusOf[code] ?? 403).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    authority: `127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  const url = new URL(request.url ?? '/', 'http://localhost');
  const pathOf = (text: string) => {
    const path = normalize(text);
    if (!path.startsWith(join(folder, '/'))) throw new Error(`${path} is none of the tests' files.`);
    return path;
  };
  const path = pathOf(decodeURIComponent(url.pathname));
  const { searchParams } = url;
  switch (searchParams.get('action')) {
    case 'watch':
      sendChanges(response, path);
      return;
    case 'stat':
      response.end(JSON.stringify(await statOf(path)));
      return;
    case 'list': {
      const entries = await readdir(path, { withFileTypes: true });
      const list = entries.map((entry) => [
        entry.name,
        entry.isDirectory() ? fileType.directory : fileType.file,
      ]);
      response.end(JSON.stringify(list));
      return;
    }
    case 'read':
      response.end(await readFile(path));
      return;
    case 'write': {
      const exists = await isThere(path);
      if (!exists && searchParams.get('create') !== 'true') response.statusCode = 404;
      else if (exists && searchParams.get('overwrite') !== 'true') response.statusCode = 409;
      else await writeFile(path, await bodyOf(request));
      break;
    }
    case 'mkdir':
      await mkdir(path);
      break;
    case 'remove':
      await rm(path, { recursive: true });
      break;
    case 'rename':
      await rename(path, pathOf(searchParams.get('to') ?? ''));
      break;
    default:
      response.statusCode = 403;
  }
  response.end();
}

/** As server-sent events, until the browser hangs up. */
function sendChanges(response: ServerResponse, folder: string): void {
  const watcher = watch(folder, { recursive: true }, (_event, name) => {
    const path = name === null ? folder : join(folder, name);
    void isThere(path).then((exists) => response.write(`data: ${JSON.stringify({ path, exists })}\n\n`));
  });
  // The folder is deleted at the end, which is no news.
  watcher.on('error', () => watcher.close());
  response.on('close', () => watcher.close());
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.flushHeaders();
}

async function statOf(path: string) {
  const found = await stat(path);
  const type = found.isDirectory() ? fileType.directory : fileType.file;
  return { type, ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
