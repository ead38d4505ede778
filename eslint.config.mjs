import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const PLUGIN = 'plugins/contacts-manager';
const SERVER = `${PLUGIN}/server/src`;
const ADMIN = `${PLUGIN}/admin/src`;
const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'tests/**/*.ts'];

const FRAMEWORKS =
  '^(@strapi(/|$)|@koa/|koa($|-|/)|react($|-|/)|knex($|/)|pg($|/)|better-sqlite3|styled-components|graphql($|/))';
const BUILT_INS =
  '^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|os|path|stream|url|util|worker_threads|zlib)($|/))';

/** Relative imports that pass through one of these folders. */
const folders = (...names) => `^\\.{1,2}/(.*/)?(${names.join('|')})(/|$)`;

/** One line of the house: what the files of a folder must not import, and the sentence that says why. */
const boundary = (files, rules, extra = {}) => ({
  files,
  ignores: TESTS,
  rules: {
    '@typescript-eslint/no-restricted-imports': [
      'error',
      { patterns: rules.map(([regex, message]) => ({ regex, message })) },
    ],
    ...extra,
  },
});

const DOUBLE_CAST = {
  selector: 'TSAsExpression > TSAsExpression.expression > TSUnknownKeyword',
  message: 'A double cast silences the compiler. Narrow the value, or fix its type.',
};

const NO_QUERIES = {
  'no-restricted-syntax': [
    'error',
    DOUBLE_CAST,
    {
      selector:
        'MemberExpression[object.name="strapi"][property.name=/^(db|documents|entityService)$/]',
      message: 'Only repositories talk to the database: give the query a name there.',
    },
  ],
};

/** shared ← domain ← repositories ← services ← controllers ← routes; shared ← api ← features ← pages. */
const boundaries = [
  boundary(
    [`${PLUGIN}/shared/**/*.ts`],
    [
      [FRAMEWORKS, 'shared/ is plain TypeScript: no Strapi, Koa, React or Knex.'],
      [BUILT_INS, 'shared/ also runs in the browser: no Node modules.'],
      [folders('server', 'admin'), 'shared/ imports nothing of the server or the admin.'],
    ],
  ),
  boundary(
    [`${SERVER}/domain/**/*.ts`],
    [
      [FRAMEWORKS, 'domain/ is plain TypeScript: no Strapi, Koa, React or Knex.'],
      [
        folders(
          ...['repositories', 'services', 'controllers', 'routes', 'guards', 'http', 'database'],
          ...['readers', 'writers', 'content-types', 'admin'],
        ),
        'domain/ imports shared/ and domain/ only.',
      ],
    ],
    NO_QUERIES,
  ),
  boundary(
    [`${SERVER}/{readers,writers}/**/*.ts`],
    [
      [
        folders('repositories', 'services', 'controllers', 'routes', 'guards', 'admin'),
        'Readers and writers know files, not the directory: pass data in.',
      ],
    ],
    NO_QUERIES,
  ),
  boundary(
    [`${SERVER}/{repositories,database}/**/*.ts`],
    [
      [
        folders('services', 'controllers', 'routes', 'http', 'admin'),
        'Repositories are below services: nothing points back.',
      ],
    ],
  ),
  boundary(
    [`${SERVER}/{services,guards}/**/*.ts`],
    [
      [
        folders('controllers', 'routes', 'admin'),
        'Services are below controllers: nothing points back.',
      ],
    ],
  ),
  boundary(
    [`${SERVER}/controllers/**/*.ts`],
    [
      [
        folders('repositories', 'database', 'routes', 'admin'),
        'Controllers parse, call one service and answer: no queries.',
      ],
    ],
    NO_QUERIES,
  ),
  boundary(
    [`${SERVER}/{routes,http}/**/*.ts`],
    [
      [
        folders('repositories', 'database', 'services', 'admin'),
        'Routes and the HTTP edge call controllers only.',
      ],
    ],
    NO_QUERIES,
  ),
  boundary(
    [`${ADMIN}/api/**/*.{ts,tsx}`],
    [[folders('server', 'features', 'pages', 'components'), 'admin api/ imports shared/ only.']],
  ),
  boundary(
    [`${ADMIN}/components/**/*.{ts,tsx}`],
    [
      [
        folders('server', 'features', 'pages'),
        'components/ are below features: nothing points back.',
      ],
    ],
  ),
  boundary(
    [`${ADMIN}/features/**/*.{ts,tsx}`],
    [[folders('server', 'pages'), 'features/ are below pages: nothing points back.']],
  ),
  boundary(
    [`${ADMIN}/pages/**/*.{ts,tsx}`, `${ADMIN}/*.{ts,tsx}`],
    [[folders('server'), 'The admin half meets the server half in shared/ only.']],
  ),
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'build/',
      '.cache/',
      '.strapi/',
      '.tmp/',
      'types/generated/',
      'public/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          `./${PLUGIN}/admin/tsconfig.json`,
          './src/admin/tsconfig.json',
          './tests/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Empty text means "none" in forms, environment variables and spreadsheet cells.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // Lengths are code points by contract (a name has 1 to 255 of them).
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Contracts name an answer even where it equals the view it extends.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends' },
      ],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
      'no-restricted-syntax': ['error', DOUBLE_CAST],
    },
  },
  {
    files: ['plugins/**/*.{ts,tsx}', 'src/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Phone spellings, names and files are full of control characters on purpose.
    files: ['plugins/**/*.ts'],
    rules: { 'no-control-regex': 'off' },
  },
  ...boundaries,
  {
    files: [`${ADMIN}/**/*.{ts,tsx}`],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      // react-intl and Strapi hand out functions that do not use `this`, typed as methods.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Answers of supertest are untyped JSON, and a test states what it expects of them.
    files: TESTS,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // Plain Node scripts: tests/tsconfig.json checks their types from JSDoc.
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...[
            'AbortController',
            'AbortSignal',
            'Blob',
            'Buffer',
            'FormData',
            'URL',
            'URLSearchParams',
          ],
          ...['clearInterval', 'clearTimeout', 'console', 'fetch', 'performance', 'process'],
          ...[
            'setImmediate',
            'setInterval',
            'setTimeout',
            'structuredClone',
            'TextDecoder',
            'TextEncoder',
          ],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
);
