import { builtinModules } from 'node:module';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * What each folder of src/ may import. A flat configuration replaces `no-restricted-imports` instead of adding to
 * it, so every folder gets its complete list from here, in one piece.
 * @type {Record<string, { folders: string[], forbiddenPackages: RegExp, message: string }>}
 */
const fences = {
  core: { folders: [], forbiddenPackages: /^[^.]/, message: 'core imports nothing outside core.' },
  language: {
    folders: ['core'],
    forbiddenPackages: /^[^.]/,
    message: 'language imports only core.',
  },
  protocol: { folders: ['core'], forbiddenPackages: /^[^.]/, message: 'protocol imports only core.' },
  charts: {
    folders: ['core'],
    forbiddenPackages: /^(?!d3-(?:array|scale|shape)$)[^.]/,
    message: 'charts imports only core and d3: its drawings are plain data.',
  },
  report: {
    folders: ['core', 'charts'],
    forbiddenPackages: /^[^.]/,
    message: 'report imports only core and charts: it writes text.',
  },
  host: {
    folders: ['core', 'language', 'protocol', 'report'],
    forbiddenPackages: /^(?!vscode$)[^.]/,
    message: 'host imports only vscode: it also runs in a web worker, where there is no Node.',
  },
  webview: {
    folders: ['core', 'charts', 'protocol'],
    forbiddenPackages: new RegExp(`^(?:vscode$|node:|(?:${builtinModules.join('|')})$)`),
    message: 'webview runs in a page: neither vscode nor Node exists there.',
  },
  cli: {
    folders: ['core', 'language', 'report'],
    forbiddenPackages: /^(?!node:)[^.]/,
    message: 'cli imports only node: built-ins (with the prefix).',
  },
};

const pageGlobals = [
  'window',
  'document',
  'navigator',
  'location',
  'history',
  'localStorage',
  'sessionStorage',
];
const platformGlobals = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
];
const nodeGlobals = ['process', 'Buffer', 'global', 'require', 'module', '__dirname', '__filename'];

/** @param {string} folder */
function fence(folder) {
  const { folders, forbiddenPackages, message } = /** @type {(typeof fences)[string]} */ (fences[folder]);
  const closed = Object.keys(fences).filter((name) => name !== folder && !folders.includes(name));
  const patterns = [
    { regex: forbiddenPackages.source, message },
    { regex: `^(?:\\.\\.?/)+(?:${closed.join('|')})(?:/|$)`, message },
    { regex: '^\\..*\\.(?:js|mjs|ts)$', message: 'Relative imports carry no extension.' },
  ];
  if (folders.length > 0) {
    patterns.push({
      regex: `^(?:\\.\\.?/)+(?:${folders.join('|')})/.`,
      message: 'Import another folder through its index only.',
    });
  }
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

export default defineConfig(
  globalIgnores([
    'dist/',
    'out/',
    '.cache/',
    '.vscode-test/',
    'coverage/',
    'node_modules/',
    'examples/',
    'test/fixtures/',
    'test/builds/',
  ]),
  {
    files: ['**/*.ts', '**/*.mjs'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // All files as one program: each project by itself would read and check the core again.
        project: 'tsconfig.lint.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-console': 'off',
      'no-implicit-coercion': ['error', { boolean: false, string: false }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // With noUncheckedIndexedAccess, `!` is how a loop over an array says that its index is in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  ...Object.keys(fences).map(fence),
  {
    files: ['src/{core,charts,language,protocol,report}/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        ...[...pageGlobals, ...platformGlobals, ...nodeGlobals].map((name) => ({
          name,
          message: 'This folder runs in every host and may use the language only.',
        })),
      ],
    },
  },
  {
    files: ['src/{host,webview}/**/*.ts'],
    rules: { 'no-console': 'error' },
  },
  // The packages of test/mutation are installed on demand, so its types are not known everywhere.
  { files: ['*.mjs', 'test/mutation/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['test/**/*.ts'],
    rules: {
      // `expect(object.method)` and the like are how tests speak.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
