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

/**
 * Tests by the clock, which on a busy machine would kill some mutants, and of files so long that one that survives
 * would take a minute.
 */
const LEFT_OUT = [
  '10 000 random edits',
  'any text costs time in proportion to its length',
  'comes to an end for groups of millions',
  'shows ten thousand periods',
  'the work of an edit keeps the budget',
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
   * Loads a file. A table of a test often holds results already, which are computed while its file loads: that counts
   * as a test of its own.
   * @param {string} file
   * @returns {Test[]} its tests
   */
  load(file) {
    this.#file = file;
    this.#tests = [];
    const loading = loadingOf(file);
    this.#enter(loading);
    this.#add('', () => undefined);
    this.files.get(file)?.();
    this.#enter(undefined);
    return this.#tests.filter(({ id }) => !LEFT_OUT.some((name) => id.includes(name)));
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
 * The id of the test that loading a file is: what it reaches, any test of the file may see.
 * @param {string} file
 */
export function loadingOf(file) {
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
