/**
 * Makes the VSIX, and checks what is in it and how large it is.
 *
 *   node scripts/package.mjs
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { overBudget, sizes } from './budgets.mjs';
import { bytes, table } from './lib/format.mjs';
import { packedMarkdown } from './lib/packedMarkdown.mjs';
import { cache, isMain, messageOf, root } from './lib/project.mjs';
import { writeResult } from './lib/results.mjs';
import { zipEntries } from './lib/zip.mjs';

/** Everything a VSIX of ours may hold; whatever else gets in is a mistake in .vscodeignore. */
const allowed = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/package(\.nls(\.[\w-]+)?)?\.json$/,
  /^extension\/(readme\.md|changelog\.md|LICENSE\.txt)$/,
  /^extension\/docs\/problems\.md$/,
  /^extension\/dist\/ThirdPartyNotices\.txt$/,
  /^extension\/dist\/(git\.js|package\.json)$/,
  /^extension\/dist\/host\/(extension\.js|whole\.js|package\.json)$/,
  /^extension\/dist\/webview\/[\w-]+\.(js|css|ttf)$/,
  /^extension\/syntaxes\/[\w-]+\.tmLanguage\.json$/,
  /^extension\/media\/([\w-]+\/)*[\w-]+(\.[\w-]+)*\.(png|svg|md|json)$/,
];

const required = [
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/docs/problems.md',
  'extension/dist/ThirdPartyNotices.txt',
  'extension/dist/git.js',
  'extension/dist/package.json',
  'extension/dist/host/extension.js',
  'extension/dist/host/whole.js',
  'extension/dist/host/package.json',
  'extension/dist/webview/notebook.js',
  'extension/dist/webview/chunk.js',
  'extension/dist/webview/rest.js',
  'extension/dist/webview/notebook.css',
  'extension/syntaxes/retention.tmLanguage.json',
];

/** The VSIX that {@link createPackage} makes. */
export function packageFile() {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version } = /** @type {{ name: string, version: string }} */ (manifest);
  return join(root, `${name}-${version}.vsix`);
}

/**
 * Writes a page as the VSIX shall hold it.
 * @param {string} name
 * @returns {string} its path in the project
 */
function packedPage(name) {
  mkdirSync(join(cache, 'package'), { recursive: true });
  const path = join(cache, 'package', name);
  writeFileSync(path, packedMarkdown(readFileSync(join(root, name), 'utf8')));
  return relative(root, path).replaceAll('\\', '/');
}

/** Builds for production (`vscode:prepublish`) and packs. */
async function createPackage() {
  await createVSIX({
    cwd: root,
    packagePath: packageFile(),
    readmePath: packedPage('README.md'),
    changelogPath: packedPage('CHANGELOG.md'),
    // Everything is bundled.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
}

/**
 * The sizes of a VSIX and of what it was made of, by the names of their budgets.
 * @param {string} file
 */
function sizesOf(file) {
  const paths = Object.keys(sizes).map(
    (name) => /** @type {const} */ ([name, name === 'vsix' ? file : join(root, name)]),
  );
  const built = paths.filter(([, path]) => existsSync(path));
  return Object.fromEntries(built.map(([name, path]) => [name, statSync(path).size]));
}

/**
 * What is wrong with a VSIX, as sentences; empty when all is well.
 * @param {string} file
 * @returns {string[]}
 */
export function problemsOfPackage(file) {
  const names = zipEntries(readFileSync(file)).map(({ name }) => name);
  const missing = required.filter((name) => !names.includes(name));
  const foreign = names.filter((name) => !allowed.some((pattern) => pattern.test(name)));
  return [
    ...overBudget(sizesOf(file)),
    ...missing.map((name) => `${name} is missing from the VSIX.`),
    ...foreign.map(
      (name) => `${name} doesn't belong in the VSIX: exclude it in .vscodeignore, or allow it here.`,
    ),
  ];
}

if (isMain(import.meta.url)) {
  const file = packageFile();
  try {
    await createPackage();
    const entries = zipEntries(readFileSync(file)).sort((a, b) => b.compressed - a.compressed);
    console.log(table(entries.map(({ name, size, compressed }) => [name, bytes(size), bytes(compressed)])));
    const problems = problemsOfPackage(file);
    writeResult('package', { passed: 0, failed: problems.length, failures: problems });
    console.log(`${relative(root, file)}: ${entries.length} files, ${bytes(statSync(file).size)}`);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
