import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInstalled, npm } from '../../scripts/lib/install.mjs';
import { withLock } from '../../scripts/lib/lock.mjs';
import { root } from '../../scripts/lib/project.mjs';

const folder = join(root, 'bench/peers');

/** What the benchmarks use of the peers. They are not packages of the project, so their types are not there. */

/**
 * @typedef {object} Dsv d3-dsv
 * @property {(text: string) => string[][]} csvParseRows each row as an array of strings
 */

/**
 * @typedef {object} DuckResult
 * @property {() => unknown[][]} getColumnsJS
 */

/**
 * @typedef {object} DuckConnection
 * @property {(sql: string) => Promise<DuckResult>} runAndReadAll
 * @property {() => void} closeSync
 */

/**
 * @typedef {object} Duck
 * @property {{ create: (path: string) => Promise<{ connect: () => Promise<DuckConnection>, closeSync: () => void }> }} DuckDBInstance
 */

/**
 * @typedef {object} Sheets one HyperFormula
 * @property {(cell: { sheet: number, row: number, col: number }, value: number) => unknown} setCellContents
 * @property {(cell: { sheet: number, row: number, col: number }) => unknown} getCellValue
 * @property {() => void} destroy
 */

/**
 * @typedef {object} Hyper
 * @property {{ buildFromArray: (cells: unknown[][], options: { licenseKey: string, maxRows?: number }) => Sheets }} HyperFormula
 */

/** Installs the peers unless they are there; exactly what bench/peers/package-lock.json says. */
async function ensure() {
  if (isInstalled(folder)) return;
  await withLock(join(folder, '.installing.lock'), async () => {
    if (isInstalled(folder)) return;
    console.log('Installing the peers of bench/peers…');
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  });
}

/** The peers, loaded. */
export async function loadPeers() {
  await ensure();
  const load = createRequire(join(folder, 'package.json'));
  /** @type {unknown} */
  const dsv = await import(pathToFileURL(join(folder, 'node_modules/d3-dsv/dist/d3-dsv.mjs')).href);
  const duck = /** @type {unknown} */ (load('@duckdb/node-api'));
  const hyper = /** @type {unknown} */ (load('hyperformula'));
  return {
    dsv: /** @type {Dsv} */ (dsv),
    duck: /** @type {Duck} */ (duck),
    hyper: /** @type {Hyper} */ (hyper),
  };
}

/**
 * The packages compared with, their versions and licences.
 * @returns {{ name: string, version: string, license: string }[]}
 */
export function peerVersions() {
  const names = ['papaparse', 'd3-dsv', '@duckdb/node-api', 'hyperformula'];
  return [join(root, 'package-lock.json'), join(folder, 'package-lock.json')].flatMap((file) => {
    /** @type {unknown} */
    const json = JSON.parse(readFileSync(file, 'utf8'));
    const { packages } = /** @type {{ packages: Record<string, { version: string, license?: string }> }} */ (
      json
    );
    return names.flatMap((name) => {
      const entry = packages[`node_modules/${name}`];
      return entry === undefined
        ? []
        : [{ name, version: entry.version, license: entry.license ?? 'unknown' }];
    });
  });
}
