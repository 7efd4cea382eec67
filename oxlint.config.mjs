import { builtinModules } from 'node:module';

/** For folders that import no package at all. */
const everyPackage = { regex: '^[^.]' };

/** @param {string[]} names the packages a folder may import */
const packagesBut = (...names) => ({
  group: ['[a-z@]*', '!./**', '!../**', ...names.map((name) => `!${name}`)],
});

/**
 * What each folder of src/ may import, and the packages it may not. A later entry of the configuration replaces an
 * earlier one's `no-restricted-imports` instead of adding to it, so every folder gets its complete list from here.
 * @type {Record<string, { folders: string[], closed: { regex: string } | { group: string[] }, message: string }>}
 */
const fences = {
  core: { folders: [], closed: everyPackage, message: 'core imports nothing outside core.' },
  language: { folders: ['core'], closed: everyPackage, message: 'language imports only core.' },
  protocol: { folders: ['core'], closed: everyPackage, message: 'protocol imports only core.' },
  charts: {
    folders: ['core'],
    closed: packagesBut('d3-array', 'd3-scale', 'd3-shape'),
    message: 'charts imports only core and d3: its drawings are plain data.',
  },
  report: {
    folders: ['core', 'charts'],
    closed: everyPackage,
    message: 'report imports only core and charts: it writes text.',
  },
  host: {
    folders: ['core', 'language', 'protocol', 'report'],
    closed: packagesBut('vscode'),
    message: 'host imports only vscode: it also runs in a web worker, where there is no Node.',
  },
  webview: {
    folders: ['core', 'charts', 'protocol'],
    closed: { regex: `^(?:vscode$|node:|(?:${builtinModules.join('|')})$)` },
    message: 'webview runs in a page: neither vscode nor Node exists there.',
  },
  cli: {
    folders: ['core', 'language', 'report'],
    closed: packagesBut('node:*', 'node:*/**'),
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
  const { folders, closed, message } = fences[folder];
  const others = Object.keys(fences).filter((name) => name !== folder && !folders.includes(name));
  const patterns = [
    { regex: `^(?:\\.\\.?/)+(?:${others.join('|')})(?:/|$)`, message },
    { regex: '^\\..*\\.(?:js|mjs|ts)$', message: 'Relative imports carry no extension.' },
  ];
  if (folders.length > 0) {
    patterns.push({
      regex: `^(?:\\.\\.?/)+(?:${folders.join('|')})/.`,
      message: 'Import another folder through its index only.',
    });
  }
  // Last: what a group lets through is not compared with the patterns behind it.
  patterns.push({ ...closed, message });
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: { 'no-restricted-imports': ['error', { patterns }] },
  };
}

/** The rules that typescript-eslint calls strict, with and without types. */
const strictRules = `
  await-thenable no-array-delete no-base-to-string no-deprecated no-duplicate-enum-values
  no-duplicate-type-constituents no-dynamic-delete no-empty-object-type no-explicit-any
  no-extra-non-null-assertion no-extraneous-class no-floating-promises no-for-in-array
  no-generated-empty-object-type no-implied-eval no-invalid-void-type no-meaningless-void-operator
  no-misused-new no-misused-promises no-misused-spread no-mixed-enums no-namespace
  no-non-null-asserted-nullish-coalescing no-non-null-asserted-optional-chain no-redundant-type-constituents
  no-require-imports no-this-alias no-unnecessary-boolean-literal-compare no-unnecessary-template-expression
  no-unnecessary-type-arguments no-unnecessary-type-assertion no-unnecessary-type-constraint
  no-unnecessary-type-conversion no-unnecessary-type-parameters no-unsafe-argument no-unsafe-assignment
  no-unsafe-call no-unsafe-declaration-merging no-unsafe-enum-comparison no-unsafe-function-type
  no-unsafe-member-access no-unsafe-return no-unsafe-unary-minus no-useless-default-assignment
  no-wrapper-object-types only-throw-error prefer-as-const prefer-literal-enum-member prefer-namespace-keyword
  prefer-promise-reject-errors prefer-reduce-type-parameter prefer-return-this-type related-getter-setter-pairs
  require-await triple-slash-reference unbound-method unified-signatures use-unknown-in-catch-callback-variable
`;

export default {
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  plugins: ['typescript'],
  categories: { correctness: 'error' },
  ignorePatterns: [
    'dist/',
    'out/',
    '.cache/',
    '.vscode-test/',
    'coverage/',
    'examples/',
    'test/fixtures/',
    'test/builds/',
    // Two tiny extensions in CommonJS, as VS Code reads them.
    '**/*.js',
  ],
  rules: {
    ...Object.fromEntries(
      strictRules
        .trim()
        .split(/\s+/)
        .map((name) => [`typescript/${name}`, 'error']),
    ),
    eqeqeq: 'error',
    'no-array-constructor': 'error',
    // Control characters are what hostile texts are searched for.
    'no-control-regex': 'off',
    'no-implicit-coercion': ['error', { boolean: false, string: false }],
    // Published constants have more digits than a double keeps; they stand here as they were published.
    'no-loss-of-precision': 'off',
    'no-unused-expressions': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    'no-useless-constructor': 'error',
    'no-var': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'prefer-rest-params': 'error',
    'prefer-spread': 'error',
    'prefer-template': 'error',
    'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
    'typescript/consistent-type-imports': 'error',
    'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    'typescript/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
    'typescript/restrict-plus-operands': [
      'error',
      {
        allowAny: false,
        allowBoolean: false,
        allowNullish: false,
        allowNumberAndString: false,
        allowRegExp: false,
      },
    ],
    'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
    'typescript/return-await': ['error', 'error-handling-correctness-only'],
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  },
  overrides: [
    ...Object.keys(fences).map(fence),
    {
      files: ['src/{core,charts,language,protocol,report}/**/*.ts'],
      rules: {
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
      files: ['src/{core,charts,language,protocol,report,host,webview}/**/*.ts'],
      rules: { 'no-console': 'error' },
    },
    {
      // The packages of test/mutation are installed on demand, so its types are not known everywhere.
      files: ['test/mutation/*.mjs'],
      rules: Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [
          `typescript/no-unsafe-${what}`,
          'off',
        ]),
      ),
    },
    {
      files: ['test/**/*.ts'],
      rules: {
        // `expect(object.method)` and the like are how tests speak.
        'typescript/unbound-method': 'off',
      },
    },
  ],
};
