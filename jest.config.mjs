/** TypeScript and our own .mjs files become CommonJS in memory; types are checked by `npm run types`. */
const transform = {
  '^.+\\.(ts|tsx|mjs)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
};

/** @param {string} displayName @param {string[]} testMatch @param {object} [more] */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testEnvironment: '<rootDir>/tests/helpers/environment.mjs',
  testMatch,
  transform,
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/(dist|build|\\.tmp|\\.strapi|\\.cache)/'],
  ...more,
});

const booted = {
  globalSetup: '<rootDir>/tests/helpers/api-setup.mjs',
  globalTeardown: '<rootDir>/tests/helpers/api-teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/helpers/long-timeout.ts'],
};

const browser = {
  testEnvironment: '<rootDir>/tests/e2e/support/environment.mjs',
  globalSetup: '<rootDir>/tests/e2e/support/setup.mjs',
  globalTeardown: '<rootDir>/tests/e2e/support/teardown.mjs',
  setupFilesAfterEnv: ['<rootDir>/tests/helpers/long-timeout.ts'],
};

export default {
  // Each test file boots a Strapi of its own; its modules stay in the worker's memory afterwards.
  workerIdleMemoryLimit: '1500MB',
  // A worker that has nothing open any more still has to give back that memory, or is one that was just started
  // anew because of it. On a busy machine either takes longer than Jest's half a second, which then speaks of a
  // leak where there is none. A real one holds on for longer than this.
  workerGracefulExitTimeout: 10_000,
  projects: [
    project('unit', ['<rootDir>/plugins/**/*.test.{ts,tsx}']),
    project('api', ['<rootDir>/tests/api/**/*.test.ts'], booted),
    project('e2e', ['<rootDir>/tests/e2e/**/*.test.ts'], browser),
  ],
};
