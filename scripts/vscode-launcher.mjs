/**
 * Starts a VS Code build of the package registry with a headless browser, as if it were the desktop program:
 *
 *   node scripts/vscode-launcher.mjs --build=server FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…
 *
 * It runs the test module in the extension host, prints what the extension host logs, and exits with the suite's
 * code; any other argument is ignored. @vscode/test-electron can therefore drive it like a desktop build.
 */
import { launchBrowser, launchBrowserForWebBuild, viewport } from './lib/browser.mjs';
import { freePort } from './lib/port.mjs';
import { messageOf } from './lib/project.mjs';
import { startServer } from './lib/server.mjs';
import { ensure, webCommit, webDataFolder } from './vscode-builds.mjs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * @typedef {object} Target
 * @property {string} folder
 * @property {string} extension
 * @property {string} tests
 */

/**
 * A workbench to open, and how to end everything behind it.
 * @typedef {object} Workbench
 * @property {Page} page
 * @property {string} url
 * @property {() => string[]} log the server's last words
 * @property {() => Promise<void>} close
 */

/** No run takes this long; when one does, VS Code never came up or a test module never settled. */
const timeLimitInMinutes = 6;

/**
 * @param {Target} target
 * @returns {Promise<Workbench>}
 */
async function openOnServer({ folder, extension, tests }) {
  const server = await startServer(await ensure('server'));
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport });
  const close = async () => {
    await browser.close();
    await server.stop();
  };
  return { page, url: server.url({ folder, extension, tests }), log: server.log, close };
}

/**
 * @param {Target} target
 * @returns {Promise<Workbench>}
 */
async function openOnWeb({ folder, extension, tests }) {
  const build = await ensure('web');
  const { open } = await import('@vscode/test-web');
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    quality: 'stable',
    commit: webCommit,
    esm: false,
    testRunnerDataDir: webDataFolder(build),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
    port,
  });
  const { context, close: closeBrowser } = await launchBrowserForWebBuild();
  const page = await context.newPage();
  const close = async () => {
    await closeBrowser();
    server.dispose();
  };
  return { page, url: `http://localhost:${port}/`, log: () => [], close };
}

/**
 * Opens the workbench and waits until the test module has settled.
 * @param {Workbench} workbench
 * @returns {Promise<number>} the suite's exit code
 */
async function runTests({ page, url }) {
  /** @type {(code: number) => void} */
  let settle = () => undefined;
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve, reject) => {
    settle = resolve;
    page.once('crash', () => reject(new Error('The browser page crashed.')));
    const limit = timeLimitInMinutes * 60_000;
    setTimeout(() => reject(new Error(`No result within ${timeLimitInMinutes} minutes.`)), limit).unref();
  });
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      console.log(args.map(String).join(' '));
    },
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => settle(code));
  await page.goto(url);
  return exitCode;
}

/** @param {string} name */
function argument(name) {
  const prefix = `--${name}=`;
  const found = process.argv.find((arg) => arg.startsWith(prefix));
  if (found === undefined) throw new Error(`The argument ${prefix}… is missing.`);
  return found.slice(prefix.length);
}

async function main() {
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  if (folder === undefined) throw new Error('The folder to open is missing.');
  const target = {
    folder,
    extension: argument('extensionDevelopmentPath'),
    tests: argument('extensionTestsPath'),
  };
  const workbench = await (argument('build') === 'web' ? openOnWeb(target) : openOnServer(target));
  try {
    process.exitCode = await runTests(workbench);
  } catch (error) {
    console.error(messageOf(error));
    console.log(workbench.log().join('\n'));
    process.exitCode = 1;
  } finally {
    await workbench.close();
  }
}

await main();
process.exit();
