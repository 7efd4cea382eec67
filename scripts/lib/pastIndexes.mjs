import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Leads every import from an index of ours to the file that the name comes from. Where a bundle is split, esbuild takes a
 * file for needed with all that it imports, so that whoever needs one name of an index would get all of them.
 *
 * It reads what the formatter has written. An import that it does not understand stays as it is: that is as right, and
 * larger.
 * @type {import('esbuild').Plugin}
 */
export const pastIndexes = {
  name: 'past-indexes',
  setup(plugin) {
    plugin.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: straightened(readFileSync(path, 'utf8'), dirname(path)),
      loader: 'ts',
    }));
  },
};

/**
 * @param {string} source
 * @param {string} folder of the file it is from
 */
function straightened(source, folder) {
  /** @param {string} line @param {string} names @param {string} from */
  const straighten = (line, names, from) => {
    const straight = listed(names).map(
      (name) => `import { ${name} } from ${JSON.stringify(originOf(name, from, folder))};`,
    );
    // Source maps count lines.
    return straight.join(' ') + '\n'.repeat(line.split('\n').length - 1);
  };
  return source.replaceAll(/^import \{([^}]*)\} from '(\.[^']*)';/gm, straighten);
}

/**
 * Where an imported name comes from: a path without `index.ts` on the way, as far as they name it.
 * @param {string} name with `as`, where it is renamed
 * @param {string} from
 * @param {string} folder
 * @returns {string}
 */
function originOf(name, from, folder) {
  const index = join(folder, from, 'index.ts');
  if (!existsSync(index)) return join(folder, from);
  const [exported = name] = name.split(' as ');
  const next = exportsOf(index).get(exported);
  return next === undefined ? index : originOf(exported, next, dirname(index));
}

/**
 * @param {string} index
 * @returns {Map<string, string>} where the names that it exports come from
 */
function exportsOf(index) {
  const lines = readFileSync(index, 'utf8').matchAll(/^export \{([^}]*)\} from '(\.[^']*)';/gm);
  return new Map(
    [...lines].flatMap(([, names = '', from = '']) => listed(names).map((name) => [name, from])),
  );
}

/** @param {string} names */
function listed(names) {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
}
