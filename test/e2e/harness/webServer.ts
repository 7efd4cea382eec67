import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from '@vscode/test-web';
import { build as bundle } from 'esbuild';
import { freePort } from '../../../scripts/lib/port.mjs';
import { root } from '../../../scripts/lib/project.mjs';
import { unpack } from '../../../scripts/lib/zip.mjs';
import { ensure, webCommit, webDataFolder } from '../../../scripts/vscode-builds.mjs';
import { startDiskServer } from './diskServer';

/** VS Code as a web page: nothing of it runs outside the browser. */
export interface WebServer {
  readonly origin: string;
  /** URI of the root of the disk, as the windows know it. */
  readonly disk: string;
  stop(): Promise<void>;
}

/** Serves VS Code for the web with what the VSIX contains, and with the folder as its disk (see diskExtension). */
export async function startWebServer(vsix: string, folder: string): Promise<WebServer> {
  const build = await ensure('web');
  const extensions = mkdtempSync(join(tmpdir(), 'retention-extensions-'));
  unpack(readFileSync(vsix), 'extension/', join(extensions, 'retention-notebook'));
  await addDiskExtension(join(extensions, 'disk'));
  const disk = await startDiskServer(folder);
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: webCommit,
    esm: false,
    testRunnerDataDir: webDataFolder(build),
    extensionPaths: [extensions],
    port,
  });
  return {
    // Webviews live on hosts below this one. Below a mere `localhost` they would be another site to Chromium, which
    // then takes their service worker away.
    origin: `http://vscode.localhost:${port}`,
    disk: `e2e-disk://${disk.authority}`,
    stop: async () => {
      server.dispose();
      await disk.stop();
      rmSync(extensions, { recursive: true, force: true });
    },
  };
}

async function addDiskExtension(target: string): Promise<void> {
  const source = join(root, 'test/e2e/harness/diskExtension');
  cpSync(join(source, 'package.json'), join(target, 'package.json'));
  await bundle({
    entryPoints: [join(source, 'extension.ts')],
    outfile: join(target, 'extension.js'),
    bundle: true,
    format: 'cjs',
    external: ['vscode'],
  });
}
