/** Loads every test/integration/suite/**\/*.test.ts: a module the bundler makes up (scripts/lib/integration-bundle.mjs). */
declare module 'integration:tests' {}
