/**
 * Builds everything that runs into dist/ (and watches with --watch; minifies with --production):
 *
 *   dist/core.js                 the pure core as an ES module, for other programs
 *   dist/cli.js                  the command line `retention`
 *   dist/git.js                  the commands of it that git needs, for the extension
 *   dist/host/extension.js       the extension for the Node extension host, which reads whole.js after the activation
 *   dist/host/whole.js           the extension in one file, for the browser extension host
 *   dist/webview/notebook.*      the notebook page: what shows the first rows of a large file, with
 *   dist/webview/chunk.js        what the rest needs as well, and
 *   dist/webview/rest.js         the rest, which the page reads once those rows are seen
 *   dist/ThirdPartyNotices.txt   the licences of the packages in them
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { bytes, table } from './lib/format.mjs';
import { packagesIn, thirdPartyNotices } from './lib/notices.mjs';
import { pastIndexes } from './lib/pastIndexes.mjs';
import { cache, isMain, root } from './lib/project.mjs';

/** Where a build leaves the names of the packages it has put into the bundles. */
export const shippedFile = join(cache, 'shipped.json');

/**
 * @typedef {object} BuildOptions
 * @property {boolean} [production] minified, without source maps
 * @property {boolean} [quiet] prints nothing but errors
 */

/**
 * Lets all modules share one copy of VS Code's API. esbuild makes a namespace object with hundreds of getters for
 * every `import * as vscode`, which took half of the time that loading the extension takes.
 * @type {esbuild.Plugin}
 */
const sharedVscodeApi = {
  name: 'shared-vscode-api',
  setup(plugin) {
    plugin.onResolve({ filter: /^vscode$/ }, ({ path, namespace }) =>
      namespace === 'file' ? { path, namespace: 'shared' } : { path, external: true },
    );
    plugin.onLoad({ filter: /^vscode$/, namespace: 'shared' }, () => ({
      contents: "export * from 'vscode';",
    }));
  },
};

/**
 * Leaves the import of the larger part out of the extension's main file. As it is built for no dynamic imports, the
 * import becomes a `require`: Node would search a file of CommonJS that it imports for its exports.
 * @type {esbuild.Plugin}
 */
const wholeApart = {
  name: 'whole-apart',
  setup(plugin) {
    plugin.onResolve({ filter: /^\.\/whole$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './whole.js', external: true } : null,
    );
  },
};

/**
 * The bundles. `host` is built for the browser platform, so that an import of a Node built-in fails the build.
 * @param {boolean} production
 * @returns {esbuild.BuildOptions[]}
 */
function bundles(production) {
  /** @type {esbuild.BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    // ASCII, esbuild's default, on purpose: one character beyond Latin-1 makes V8 read the whole file in two bytes a
    // character, which takes a third longer.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    minify: production,
    sourcemap: production ? false : 'linked',
    sourcesContent: false,
    target: 'es2022',
    define: { 'process.env.NODE_ENV': production ? '"production"' : '"development"' },
  };
  return [
    {
      ...common,
      entryPoints: ['src/core/index.ts'],
      outfile: 'dist/core.js',
      format: 'esm',
      platform: 'neutral',
    },
    {
      ...common,
      entryPoints: { cli: 'src/cli/main.ts', git: 'src/cli/gitMain.ts' },
      outdir: 'dist',
      format: 'esm',
      platform: 'node',
      target: 'node20',
      banner: { js: '#!/usr/bin/env node' },
    },
    {
      ...common,
      entryPoints: ['src/host/extension.ts', 'src/host/whole.ts'],
      outdir: 'dist/host',
      format: 'cjs',
      platform: 'browser',
      supported: { 'dynamic-import': false },
      plugins: [sharedVscodeApi, wholeApart],
    },
    { ...common, ...pageBundle, entryPoints: { notebook: 'src/webview/main.ts' }, outdir: 'dist/webview' },
  ];
}

/**
 * How a page is bundled, for tests as well: in two parts and what they share.
 * @satisfies {esbuild.BuildOptions}
 */
export const pageBundle = {
  bundle: true,
  format: 'esm',
  splitting: true,
  plugins: [pastIndexes],
  platform: 'browser',
  target: 'chrome122',
  // The host knows the parts by their names.
  chunkNames: '[name]',
  assetNames: '[name]',
  loader: { '.ttf': 'file', '.svg': 'text' },
};

/** Node reads the nearest package.json to tell ES modules from CommonJS, and VS Code needs CommonJS. */
async function writeModuleKinds() {
  await mkdir(join(root, 'dist/host'), { recursive: true });
  await writeFile(join(root, 'dist/package.json'), '{ "type": "module" }\n');
  await writeFile(join(root, 'dist/host/package.json'), '{ "type": "commonjs" }\n');
}

/**
 * @param {BuildOptions} [options]
 * @throws {esbuild.BuildFailure} after esbuild has printed what is wrong and where
 */
export async function build({ production = false, quiet = false } = {}) {
  await rm(join(root, 'dist'), { recursive: true, force: true });
  await writeModuleKinds();
  const results = await Promise.all(bundles(production).map((bundle) => esbuild.build(bundle)));
  for (const program of ['cli.js', 'git.js']) await chmod(join(root, 'dist', program), 0o755);
  const metafiles = results.flatMap(({ metafile }) => metafile ?? []);
  await mkdir(cache, { recursive: true });
  await writeFile(shippedFile, JSON.stringify(packagesIn(metafiles)));
  await writeFile(join(root, 'dist/ThirdPartyNotices.txt'), thirdPartyNotices(metafiles));
  if (!quiet) printSizes(results);
}

/** Builds, then builds again whatever a saved file changes, until stopped. */
async function watch() {
  await writeModuleKinds();
  const contexts = await Promise.all(
    bundles(false).map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

/** @param {esbuild.BuildResult[]} results */
function printSizes(results) {
  const outputs = results.flatMap(({ metafile }) => Object.entries(metafile?.outputs ?? {}));
  const rows = outputs
    .filter(([file]) => !file.endsWith('.map'))
    .map(([file, output]) => [file, bytes(output.bytes), `${Object.keys(output.inputs).length} inputs`]);
  console.log(table(rows));
}

if (isMain(import.meta.url)) {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, production: { type: 'boolean' } } });
  if (values.watch) await watch();
  else {
    await build({ production: values.production ?? false }).catch((/** @type {unknown} */ error) => {
      // esbuild has printed the errors of the sources itself.
      if (!(error instanceof Error && 'errors' in error)) throw error;
      process.exitCode = 1;
    });
  }
}
