import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Results of test runs, screenshots, profiles: everything that may be deleted at any time. */
export const cache = join(root, '.cache');

/**
 * True when the module is the script that was started, and not imported by another one.
 * @param {string} url `import.meta.url`
 */
export function isMain(url) {
  const script = process.argv[1];
  return script !== undefined && existsSync(script) && realpathSync(script) === fileURLToPath(url);
}

/**
 * The text of whatever was thrown, for people.
 * @param {unknown} error
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
