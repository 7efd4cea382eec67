import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

/**
 * The names of the packages that bundles contain something of, in order.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of everything that is shipped
 * @returns {string[]}
 */
export function packagesIn(metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([file]) => file),
    ),
  );
  return [...new Set(inputs.flatMap((file) => packageOf(file) ?? []))].sort();
}

/**
 * What the licences of bundled packages ask for: their names and texts, in one file.
 *
 * @param {readonly import('esbuild').Metafile[]} metafiles of everything that is shipped
 * @returns {string}
 * @throws {Error} when a package comes without a licence
 */
export function thirdPartyNotices(metafiles) {
  const notices = packagesIn(metafiles).map(noticeOf);
  return `Retention Notebook contains the following packages.\n\n${notices.join('\n')}`;
}

/**
 * The package that a bundled file comes from, or null for one of our own.
 * @param {string} file
 */
function packageOf(file) {
  return /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? null;
}

/** @param {string} name */
function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const { version, license } = /** @type {{ version: string, license?: string }} */ (manifest);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined || license === undefined) throw new Error(`${name} comes without a licence.`);
  const heading = `${name} ${version} (${license})`;
  return `${heading}\n${'-'.repeat(heading.length)}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n\n`;
}
