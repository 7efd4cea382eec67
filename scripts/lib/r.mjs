/** R, which recomputes the statistics independently. Nothing here may import a package. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt } from './apt.mjs';

/**
 * Installs Debian's R when there is none and we may. Without one the test that needs it says so.
 * @returns {Promise<void>}
 */
export async function ensureR() {
  const name = process.platform === 'win32' ? 'Rscript.exe' : 'Rscript';
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  if (!folders.some((folder) => existsSync(join(folder, name)))) await installWithApt(['r-base-core']);
}
