import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { layersRule } from './scripts/eslint-layers.mjs';

const templates = ['src/**/*.ts', 'demo/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', '.cache/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // As tsc has it: a name with an underscore in front is unused on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      // An event's interface may add nothing to the one it extends.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // The custom element interfaces are declared by merging into the global map.
      '@typescript-eslint/no-namespace': 'off',
    },
  },
  {
    // Tests are left out: node:test's `test()` answers a promise that nobody awaits.
    files: ['src/**/*.ts', 'demo/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'error', 'no-console': 'error' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { layers: layersRule } } },
    rules: { 'house/layers': 'error' },
  },
  { ...lit.configs['flat/recommended'], files: templates },
  { ...wc.configs['flat/best-practice'], files: templates },
  { ...litA11y.configs.recommended, files: templates },
  {
    files: templates,
    rules: {
      // Lit's own base class is known to have the callbacks.
      'wc/guard-super-call': 'off',
      // The tag is chosen by `define`, not by the file's name.
      'wc/file-name-matches-element': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // chai states expectations as expressions: expect(x).to.be.true
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', '*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        performance: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  {
    files: ['demo/**/*.js'],
    languageOptions: {
      globals: { window: 'readonly', document: 'readonly', console: 'readonly', customElements: 'readonly' },
    },
  },
);
