import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { noImportCycles } from './scripts/lint/no-import-cycles.js';

/**
 * Imports go down only. A folder may import from those before it in this list, and from itself.
 * `chapters` and `lab` are rooms side by side: neither imports the other.
 */
const FLOORS = ['lib', 'numerics', 'orders', 'linear', 'recordings', 'pasted', 'experiments', 'worker', 'share', 'store', 'charts', 'ui', 'export', 'figure-parts', 'figures', 'chapters', 'lab', 'posters', 'page', 'embed', 'single'];

/** Folders that a floor does not use although they lie below it. */
const APART = {
  charts: ['store', 'worker', 'experiments', 'share', 'linear', 'recordings', 'pasted'],
  ui: ['store', 'worker', 'experiments', 'share', 'linear', 'recordings', 'pasted', 'orders', 'charts'],
  lab: ['chapters'],
  posters: ['chapters'],
  page: ['posters'],
  embed: ['page', 'chapters', 'posters'],
  single: ['embed', 'posters'],
};

/** Scripts that begin before any of the others and import nothing of them but what is in `lib`. */
const APART_FROM_ALL = ['embed-element', 'embed-start'];

const importDirection = [...FLOORS, ...APART_FROM_ALL].map((floor, index) => {
  const forbidden = APART_FROM_ALL.includes(floor) ? [...FLOORS.filter((other) => other !== 'lib'), ...APART_FROM_ALL] : [...FLOORS.slice(index + 1), ...(APART[floor] ?? [])];
  return {
    files: [`src/${floor}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: forbidden.length > 0 ? [{ regex: `^(\\.\\./)+(${forbidden.join('|')})/`, message: `${floor} may not import from there: imports go down only (ARCHITECTURE.md).` }] : [],
        },
      ],
    },
  };
});

export default tseslint.config(
  { ignores: ['dist', 'dist-single', 'node_modules', 'playwright-report', 'test-results', 'e2e/hosts/**', 'src/**/*.as.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      // Indices into typed arrays are proved by the loops around them; a check per element would cost more than the sum.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', { selector: 'ExportAllDeclaration, ExportNamedDeclaration[source]', message: 'Import it from where it is: a file that only passes on hides that.' }],
    },
  },
  { files: ['src/{numerics,orders,linear,recordings,pasted,experiments}/**/*.ts'], ignores: ['**/*.test.ts', '**/*.bench.ts'], rules: { 'no-restricted-globals': ['error', 'window', 'document', 'performance', 'Date', 'setTimeout', 'fetch'], 'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Pure code draws from a seed.' }] } },
  { files: ['{src,scripts,dev,e2e}/**/*.{ts,tsx,js}'], plugins: { house: { rules: { 'no-import-cycles': noImportCycles } } }, rules: { 'house/no-import-cycles': 'error' } },
  ...importDirection,
  {
    files: ['src/charts/marks/**/*.tsx'],
    rules: {
      'no-restricted-globals': ['error', 'window', 'document', 'getComputedStyle', 'matchMedia', 'ResizeObserver'],
      'no-restricted-syntax': [
        'error',
        { selector: 'CallExpression[callee.name=/^use[A-Z]/]', message: 'A mark is pure: it has no hooks, so that posters can draw it.' },
        { selector: 'ImportDeclaration[source.value=/\\.css$/]', message: 'A mark carries its own look, so that it needs no style sheet on a poster.' },
      ],
    },
  },
);
