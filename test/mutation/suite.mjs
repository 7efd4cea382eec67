/**
 * What the tests of the core use of vitest: `describe`, `it` and `expect`, without what is around them. A test file
 * is collected by requiring it, and its tests run in the same thread: starting vitest anew for every one of some
 * twenty thousand mutants would take a hundred times as long as their tests do.
 */
import { format } from 'node:util';
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  ChaiStyleAssertions,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from '@vitest/expect';
import * as chai from 'chai';

/**
 * @typedef {object} Test
 * @property {string} id unique: its file and its names
 * @property {string} name
 * @property {string} file
 * @property {() => unknown} body
 */

for (const plugin of [JestExtend, JestChaiExpect, ChaiStyleAssertions, JestAsymmetricMatchers])
  chai.use(plugin);

const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) => chai.expect(value, message),
  chai.expect,
  /** @type {Record<symbol, object>} */ (globalThis)[ASYMMETRIC_MATCHERS_OBJECT],
);

/** Tests of the time that long files take: the loads of a machine would kill mutants. */
const OF_TIME = [
  'costs time in proportion to its length',
  'shows ten thousand periods',
  'costs what it shows',
  'costs the periods it shows',
  'a header wider than any spreadsheet',
];

/** The test files, and the tests of those that are loaded. */
export class Suite {
  /**
   * What loads each test file.
   * @type {Map<string, () => void>}
   */
  files = new Map();
  /** @type {Test[]} */
  #tests = [];
  /** @type {Set<string>} */
  #ids = new Set();
  #file = '';
  /** @type {string[]} */
  #names = [];
  /** @type {(id: string | undefined) => void} */
  #enter;

  /** @param {(id: string | undefined) => void} enter told whose test runs what now runs */
  constructor(enter) {
    this.#enter = enter;
  }

  /** What `import … from 'vitest'` gives the tests. */
  api = {
    describe: this.#each((name, body) => {
      this.#names.push(name);
      body();
      this.#names.pop();
    }),
    it: this.#each((name, body) => this.#add(name, body)),
    // Nothing is left behind by one test that another one would need.
    afterAll: () => undefined,
    expect,
  };

  /**
   * Loads the files of these tests. A table of a test often holds results already, which are computed while its file
   * loads: that counts as a test of its own, and asks for all tests of the file.
   * @param {readonly string[] | null} ids all tests if null
   */
  tests(ids) {
    const wanted = ids === null ? null : new Set(ids);
    const files = new Set(ids?.map((id) => id.slice(0, id.indexOf('#'))));
    for (const [file, load] of this.files) {
      if (wanted !== null && !files.has(file)) continue;
      this.#file = file;
      this.#enter(loadingOf(file));
      this.#add('', () => undefined);
      load();
    }
    this.#enter(undefined);
    return this.#tests.filter(
      ({ id, file }) =>
        (wanted === null || wanted.has(id) || wanted.has(loadingOf(file))) &&
        !OF_TIME.some((name) => id.includes(name)),
    );
  }

  /**
   * @param {string} name
   * @param {() => unknown} body
   */
  #add(name, body) {
    const full = [...this.#names, name].join(' ');
    let id = `${this.#file}#${full}`;
    for (let copy = 2; this.#ids.has(id); copy++) id = `${this.#file}#${full} (${copy})`;
    this.#ids.add(id);
    this.#tests.push({ id, name: full, file: this.#file, body });
  }

  /**
   * A function that takes a name and a body, with the `each` that makes one of it per row of a table.
   * @param {(name: string, body: () => unknown) => void} add
   */
  #each(add) {
    return Object.assign(add, {
      each:
        (/** @type {readonly unknown[]} */ table) =>
        (/** @type {string} */ name, /** @type {(...row: unknown[]) => unknown} */ body) =>
          table.forEach((row) => {
            const values = Array.isArray(row) ? /** @type {unknown[]} */ (row) : [row];
            add(nameOf(name, values), () => body(...values));
          }),
    });
  }
}

/**
 * The id of the test that loading a file is.
 * @param {string} file
 */
function loadingOf(file) {
  return `${file}#`;
}

/**
 * The name of a row of a table: values in the places of `%s` or `$key`.
 * @param {string} name
 * @param {readonly unknown[]} values
 */
function nameOf(name, values) {
  const [first] = values;
  const filled = name.replace(/\$(\w+)/g, (whole, /** @type {string} */ key) =>
    typeof first === 'object' && first !== null && key in first
      ? String(/** @type {Record<string, unknown>} */ (first)[key])
      : whole,
  );
  const places = filled.match(/%[sdijof]/g)?.length ?? 0;
  return format(filled, ...values.slice(0, places));
}
