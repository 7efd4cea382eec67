/**
 * Asks npm's advisories about the packages that ship, and fails on a known vulnerability that is high or critical:
 *
 *   node scripts/audit.mjs
 *
 * They are development dependencies, bundled, so `npm audit` by itself would ask about every tool, or, without these,
 * about nothing. Which they are is what the last build has written down. Where npm gets no answer, the step says so and
 * passes: a network that is down says nothing about the packages.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedFile } from './build.mjs';
import { isMain, messageOf, root } from './lib/project.mjs';

/**
 * @typedef {object} Verdict
 * @property {boolean} failed
 * @property {string} message sentences for people
 */

const FAILING = ['high', 'critical'];

/**
 * A package and its lock file with some packages of a lock file alone, as npm reads them.
 *
 * @param {readonly string[]} names
 * @param {unknown} lock a package-lock.json
 * @throws {Error} when a package is not in it
 */
export function auditedProject(names, lock) {
  const { packages } = /** @type {{ packages: Record<string, { version?: string }> }} */ (lock);
  const versions = names.map((name) => {
    const version = packages[`node_modules/${name}`]?.version;
    if (version === undefined) throw new Error(`${name} is bundled, but not in package-lock.json.`);
    return /** @type {const} */ ([name, version]);
  });
  /** @type {Record<string, string>} */
  const dependencies = Object.fromEntries(versions);
  const manifest = { name: 'shipped', version: '0.0.0', dependencies };
  /** @type {Record<string, object>} */
  const locked = Object.fromEntries(versions.map(([name, version]) => [`node_modules/${name}`, { version }]));
  return {
    manifest,
    lock: {
      name: manifest.name,
      version: manifest.version,
      lockfileVersion: 3,
      requires: true,
      packages: { '': manifest, ...locked },
    },
  };
}

/**
 * What an answer of `npm audit --json` means.
 *
 * @param {string} answer what npm printed
 * @param {readonly string[]} names the packages it was asked about
 * @returns {Verdict}
 */
export function verdict(answer, names) {
  const report = reportOf(answer);
  const asked = `${names.length} packages that ship (${names.join(', ')})`;
  if (report === null) {
    return {
      failed: false,
      message: `npm's advisories could not be asked about the ${asked}: nothing is known.`,
    };
  }
  const found = Object.entries(report).map(([name, { severity, via }]) => ({
    severity,
    text: `${name}: ${severity}. ${via.map(adviceOf).join(' ')}`,
  }));
  const failing = found.filter(({ severity }) => FAILING.includes(severity));
  const lines = found.map(({ text }) => text);
  return {
    failed: failing.length > 0,
    message: [
      `${asked}: ${found.length} with known vulnerabilities, ${failing.length} high or critical.`,
      ...lines,
    ].join('\n'),
  };
}

/**
 * @typedef {string | { title?: string, url?: string }} Advice
 * @param {Advice} advice
 */
function adviceOf(advice) {
  return typeof advice === 'string'
    ? `By way of ${advice}.`
    : `${advice.title ?? ''} ${advice.url ?? ''}`.trim();
}

/**
 * The vulnerable packages of a report, or null when it is none: an error, or nothing at all.
 * @param {string} answer
 * @returns {Record<string, { severity: string, via: Advice[] }> | null}
 */
function reportOf(answer) {
  try {
    /** @type {unknown} */
    const json = JSON.parse(answer);
    if (typeof json !== 'object' || json === null || !('auditReportVersion' in json)) return null;
    const { vulnerabilities } =
      /** @type {{ vulnerabilities?: Record<string, { severity: string, via: Advice[] }> }} */ (json);
    return vulnerabilities ?? null;
  } catch {
    return null;
  }
}

/** @param {readonly string[]} names @returns {string} */
function ask(names) {
  const folder = mkdtempSync(join(tmpdir(), 'retention-audit-'));
  try {
    /** @type {unknown} */
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    const project = auditedProject(names, lock);
    writeFileSync(join(folder, 'package.json'), JSON.stringify(project.manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(project.lock));
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const options = ['--fetch-retries=0', '--fetch-timeout=20000'];
    const { stdout } = spawnSync(npm, ['audit', '--json', ...options], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
      shell: process.platform === 'win32',
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (isMain(import.meta.url)) {
  try {
    /** @type {unknown} */
    const shipped = JSON.parse(readFileSync(shippedFile, 'utf8'));
    const names = /** @type {string[]} */ (shipped);
    const { failed, message } = verdict(ask(names), names);
    console.log(message);
    if (failed) process.exitCode = 1;
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
