import { dirname, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { TemporaryRepository } from '../host/git/temporaryRepository';

const root = resolve(__dirname, '../../..');

/** What would be installed: the command line, on the PATH. */
export interface Installed {
  /** The folder of the command alone, then everything else. */
  readonly folder: string;
  readonly path: string;
  remove(): void;
}

/** Bundles the command line into a folder of its own. */
export async function installCommandLine(): Promise<Installed> {
  const tools = new TemporaryRepository();
  const cli = tools.write('bin/retention', '', 0o755);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/cli/main.ts'],
    outfile: `${cli}.mjs`,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  tools.write('bin/retention', `#!/bin/sh\nexec "${process.execPath}" "${cli}.mjs" "$@"\n`, 0o755);
  const folder = dirname(cli);
  return { folder, path: `${folder}:${process.env.PATH ?? ''}`, remove: () => tools.remove() };
}
