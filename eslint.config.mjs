// @ts-check
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a folder may not import. The architecture test (test/architecture.test.ts) holds the same, by allow list. */
const forbid = (files, patterns, paths = []) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { paths, patterns }] },
});
const group = (message, ...globs) => ({ group: globs, message });

const FABRIC_BARREL = [
  { name: 'office-ui-fabric-react', message: 'the barrel is all of Fabric: use office-ui-fabric-react/lib/…' },
];

export default tseslint.config(
  { ignores: ['build/**', 'dist/**', 'coverage/**', 'node_modules/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/only-throw-error': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...tseslint.configs.disableTypeChecked },
  {
    files: ['**/*.js', '**/*.cjs', 'bin/**', 'test/bench/**', 'samples/**'],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      // mocha's describe/it return promises by type; fast-check hands back any.
      '@typescript-eslint/no-floating-promises': 'off',
      // Tests look into parsed JSON by hand: an assertion that fails is the check there.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  // Hooks break silently when called out of order; Office's proxies break silently when read before a sync.
  {
    files: ['addin/**/*.tsx', 'addin/**/*.ts', 'test/addin/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/hosts/excel/**', 'addin/excel/**', 'addin/commands/**'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    // These four follow variables within one function and take our loading through helpers, and tuples of ranges, for
    // slips. What is read too early, or loaded whole, fails on the emulated host with the real proxies.
    files: ['src/hosts/excel/**'],
    rules: {
      'office-addins/call-sync-before-read': 'off',
      'office-addins/call-sync-after-load': 'off',
      'office-addins/load-object-before-read': 'off',
      'office-addins/no-empty-load': 'off',
    },
  },
  // office.js takes these away from the page.
  { files: ['addin/**'], rules: { 'no-restricted-globals': ['error', 'alert', 'confirm', 'prompt'] } },
  forbid(
    ['addin/**'],
    [group('a page has no Node', 'node:*'), group('the command line is not for pages', '**/src/cli/**')],
    FABRIC_BARREL,
  ),
  forbid(
    ['addin/pane/**'],
    [group('a pane sees a checker and events, never a host', '**/hosts/**', '**/src/app/**', '**/cli/**', 'node:*')],
    FABRIC_BARREL,
  ),
  forbid(
    ['src/core/**'],
    [
      group(
        'core is pure: it imports core alone',
        'node:*',
        '**/ports/*',
        '**/app/*',
        '**/hosts/**',
        '**/cli/*',
        '**/text/zh-CN/*',
      ),
      group('dates are civil integers; date-fns is the oracle in tests', 'date-fns', 'date-fns/*', 'chinese-days'),
    ],
  ),
  forbid(['src/app/**'], [group('app reaches the world through ports', 'node:*', '**/hosts/**', '**/cli/*')]),
  forbid(
    ['src/text/**'],
    [group('text renders codes; it does nothing', 'node:*', '**/hosts/**', '**/cli/*', '**/app/*')],
  ),
  forbid(
    ['src/ports/**'],
    [group('ports are types over core', 'node:*', '**/hosts/**', '**/cli/*', '**/app/*', '**/text/zh-CN/*')],
  ),
  forbid(
    ['src/hosts/**'],
    [group('a host knows its own SDK, the ports and core', '**/cli/*', '**/app/*', '**/text/zh-CN/*')],
  ),
);
