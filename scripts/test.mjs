/**
 * Runs every test that needs no internet, to the end, whatever fails on the way, and sums up. The last line is
 * `N passed, N failed`.
 *
 * What checks the code and what drives an editor run side by side: an editor mostly waits.
 *
 * Works as the first command after cloning: it installs the packages, the VS Code builds and, where it may, a
 * browser and R. Only Node's own modules are imported, since the packages may not be there yet.
 */
import { join } from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { duration, table } from './lib/format.mjs';
import { ensurePackages } from './lib/install.mjs';
import { messageOf, root } from './lib/project.mjs';
import { clearResults, readResult, resultFile } from './lib/results.mjs';
import { ensureR } from './lib/r.mjs';
import { run } from './lib/run.mjs';
import { ensure, nodeFor } from './vscode-builds.mjs';

/** @typedef {'unit' | 'integration' | 'end-to-end'} Kind */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} args for Node
 * @property {string} [result] the name under which the step leaves its counts; without, its exit code is its result
 * @property {Kind} [kind] what its tests count as
 * @property {string} [after] another step without whose success this one would only waste time
 * @property {() => Promise<unknown>} [needs] must succeed before
 */

/**
 * @typedef {object} Report
 * @property {Step} step
 * @property {number} passed
 * @property {string[]} failures
 * @property {number} milliseconds
 */

/** The script of a package's command, so that neither a shell nor npx is in between. */
const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);
const script = (/** @type {string} */ name) => join(root, 'scripts', name);

/** @type {Kind[]} */
const kinds = ['unit', 'integration', 'end-to-end'];

/** What a fresh machine lacks is fetched while the first steps, which do not need it, are running. */
function prepare() {
  const once = (/** @type {() => Promise<unknown>} */ action) => {
    const done = action();
    // Reported by the step that needs it.
    done.catch(() => undefined);
    return () => done;
  };
  const browser = once(ensureChromium);
  // After the browser, which more steps wait for.
  const r = once(ensureR);
  const server = once(() => ensure('server'));
  const web = once(() => server().then(() => ensure('web')));
  const newest = once(() =>
    web()
      .then(() => ensure('newest'))
      .then(nodeFor),
  );
  const both = (/** @type {() => Promise<unknown>} */ build) => () => Promise.all([browser(), build()]);
  return { browser, r, server: both(server), web: both(web), newest: both(newest) };
}

/** How vitest reports to people and to us. */
const vitest = (/** @type {string} */ result) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${resultFile(result)}`,
];

/** What the editors run: the production build, and the VSIX made of it. @type {Step} */
const vsix = { name: 'package', args: [script('package.mjs')] };

/**
 * All steps, in the order in which they begin; the longest early, so that none is left over at the end.
 * @param {ReturnType<typeof prepare>} needs
 * @returns {Step[]}
 */
function steps(needs) {
  /** @type {(host: 'server' | 'web') => Step} */
  const integration = (host) => ({
    name: `integration: ${host} build`,
    kind: 'integration',
    result: `integration-${host}`,
    after: vsix.name,
    args: [script('test-integration.mjs'), host],
    needs: needs[host],
  });
  /** @type {(build: 'server' | 'web' | 'newest') => Step} */
  const endToEnd = (build) => ({
    name: `end-to-end: ${build} build`,
    kind: 'end-to-end',
    result: `e2e-${build}`,
    after: vsix.name,
    args: [script('test-e2e.mjs'), build],
    needs: needs[build],
  });
  return [
    { name: 'types', args: [bin('typescript/bin/tsc'), '-b'] },
    endToEnd('server'),
    integration('server'),
    { name: 'lint', args: [bin('oxlint/bin/oxlint'), '-c', 'oxlint.config.mjs'] },
    { name: 'format', args: [bin('oxfmt/bin/oxfmt'), '--list-different'] },
    { name: 'audit', after: vsix.name, args: [script('audit.mjs')] },
    {
      name: 'unit',
      kind: 'unit',
      result: 'unit',
      // One worker: the other core is for the editors.
      args: [bin('vitest/vitest.mjs'), 'run', '--maxWorkers=1', ...vitest('unit')],
      needs: needs.r,
    },
    endToEnd('web'),
    {
      name: 'integration: the page in a browser',
      kind: 'integration',
      result: 'component',
      args: [
        bin('vitest/vitest.mjs'),
        'run',
        '--config=test/component/vitest.config.mjs',
        ...vitest('component'),
      ],
      needs: needs.browser,
    },
    integration('web'),
    endToEnd('newest'),
  ];
}

/** Editors mostly wait: three steps at a time keep two cores busy. */
const atOnce = 3;

/**
 * Runs all steps, some side by side.
 * @param {readonly Step[]} all
 * @param {readonly Report[]} earlier reports of steps they may depend on
 * @returns {Promise<Report[]>} in the order of the steps
 */
async function runAll(all, earlier) {
  /** @type {Report[]} */
  const reports = [];
  const queue = all.entries();
  const work = async () => {
    for (const [index, step] of queue) reports[index] = await runStep(step, earlier);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return reports;
}

/**
 * @param {Step} step
 * @param {readonly Report[]} earlier
 * @returns {Promise<Report>}
 */
async function runStep(step, earlier) {
  console.log(`\n━━ ${step.name}: begins ━━`);
  const start = performance.now();
  /** @type {string[]} */
  const failures = [];
  let passed = 0;
  try {
    const basis = earlier.find((report) => report.step.name === step.after);
    if (basis !== undefined && basis.failures.length > 0) throw new Error(`Not run: ${step.after} failed.`);
    await step.needs?.();
    const code = await run(process.execPath, step.args, { deferred: true });
    const result = step.result === undefined ? null : readResult(step.result);
    passed = result?.passed ?? 0;
    failures.push(...(result?.failures ?? []));
    if (step.result !== undefined && result === null) failures.push(`No counts, exit code ${code}.`);
    else if (step.result !== undefined && passed + failures.length === 0) failures.push('No test ran.');
    else if (code !== 0 && failures.length === 0) failures.push(`It ended with exit code ${code}.`);
  } catch (error) {
    failures.push(messageOf(error));
    console.error(messageOf(error));
  }
  const milliseconds = performance.now() - start;
  console.log(
    `\n━━ ${step.name}: ${failures.length === 0 ? 'ok' : 'failed'} after ${duration(milliseconds)} ━━`,
  );
  return { step, passed, failures, milliseconds };
}

/** @param {readonly Report[]} reports @returns {number} how many failed */
function summarise(reports) {
  console.log('\n━━ summary ━━\n');
  const rows = reports.map(({ step, passed, failures, milliseconds }) => {
    const verdict = failures.length === 0 ? 'ok' : `${failures.length} failed`;
    return [step.name, step.kind === undefined ? '' : `${passed} passed`, verdict, duration(milliseconds)];
  });
  console.log(table(rows));
  for (const { step, failures } of reports) {
    for (const failure of failures) console.log(`\n✗ ${step.name}: ${failure}`);
  }
  const sum = (/** @type {readonly number[]} */ numbers) => numbers.reduce((total, n) => total + n, 0);
  const counts = kinds.map((kind) => {
    const own = reports.filter(({ step }) => step.kind === kind);
    const failed = sum(own.map(({ failures }) => failures.length));
    return [kind, `${sum(own.map(({ passed }) => passed))} passed`, `${failed} failed`];
  });
  console.log(`\n${table(counts)}\n`);
  const failed = sum(reports.map(({ failures }) => failures.length));
  console.log(`${sum(reports.map(({ passed }) => passed))} passed, ${failed} failed`);
  return failed;
}

try {
  clearResults();
  await ensurePackages();
  const needs = prepare();
  const first = await runStep(vsix, []);
  const reports = [first, ...(await runAll(steps(needs), [first]))];
  process.exitCode = summarise(reports) === 0 ? 0 : 1;
} catch (error) {
  console.error(messageOf(error));
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
