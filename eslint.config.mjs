import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { insyn } from './scripts/lint-rules.mjs';

const typescript = ['apps/**/*.ts', 'libs/**/*.ts', 'bench/**/*.ts', 'migrations/**/*.ts'];
const specs = ['**/*.spec.ts', '**/test/**/*.ts', 'apps/e2e/**/*.ts'];

/** Who may import whom. The same seven lines stand in docs/adr/0001-toolchain.md. */
const dependencies = [
  { sourceTag: 'domain', onlyDependOnLibsWithTags: ['domain'] },
  { sourceTag: 'api-schema', onlyDependOnLibsWithTags: ['domain'] },
  { sourceTag: 'report', onlyDependOnLibsWithTags: ['domain'] },
  { sourceTag: 'web', onlyDependOnLibsWithTags: ['api-schema', 'domain'] },
  { sourceTag: 'api', onlyDependOnLibsWithTags: ['api-schema', 'domain', 'report', 'migrations'] },
  { sourceTag: 'e2e', onlyDependOnLibsWithTags: ['api-schema'] },
  { sourceTag: 'bench', onlyDependOnLibsWithTags: ['domain', 'api-schema'] },
  { sourceTag: 'migrations', onlyDependOnLibsWithTags: [] },
];

const notOnly = ['fit', 'fdescribe', 'xit', 'xtest', 'xdescribe'].map((name) => ({
  selector: `CallExpression[callee.name="${name}"]`,
  message: 'Every spec runs: nothing is singled out, nothing is skipped.',
}));
const runsAll = [
  ...notOnly,
  {
    selector:
      'CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip|todo|fixme|fail|failing)$/]',
    message: 'Every spec runs: nothing is singled out, nothing is skipped.',
  },
];
const noSqlTemplates = {
  selector:
    'CallExpression[callee.property.name=/^(query|execute|executeSql|orderBy|addOrderBy|where|andWhere|orWhere)$/] > TemplateLiteral[expressions.length>0]:first-child',
  message: 'No value goes into SQL by a template literal: use $1, $2 … or a constant statement.',
};
const noSqlConcatenation = {
  selector:
    'CallExpression[callee.property.name=/^(query|execute|executeSql)$/] > BinaryExpression[operator="+"]:not(:has(CallExpression[callee.property.name=/^escape(Literal|Identifier)$/]))',
  message: 'No value goes into SQL by concatenation: use $1, $2 … or a constant statement (DDL: escapeLiteral).',
};

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.data/**',
      '**/.angular/**',
      'coverage/**',
      'test-results/**',
      'playwright-report/**',
      '.stryker-tmp/**',
      'package-lock.json',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,mjs,cjs,js}'],
    plugins: { insyn },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'insyn/telling-names': 'error',
      'no-console': 'off',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-debugger': 'error',
      'no-dupe-else-if': 'error',
      'no-dupe-keys': 'error',
      'no-else-return': 'error',
      'no-eval': 'error',
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'no-unreachable': 'error',
      'no-unsafe-finally': 'error',
      'no-unused-expressions': 'error',
      'no-useless-rename': 'error',
      'no-var': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'start' }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: { globals: globals.node },
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: dependencies, enforceBuildableLibDependency: false },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noSqlTemplates, noSqlConcatenation, ...runsAll],
    },
  },
  {
    files: ['apps/api/**/*.ts'],
    rules: {
      // Nest reads the classes of constructor parameters at run time; a type import would erase them.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/typeorm',
              importNames: ['InjectRepository', 'InjectEntityManager', 'InjectDataSource'],
              message: 'Writes go through the tx of db.transaction(user, …) only, so that nothing slips outside it.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'app', style: 'kebab-case' }],
      '@angular-eslint/directive-selector': ['error', { type: 'attribute', prefix: 'app', style: 'camelCase' }],
      '@angular-eslint/prefer-signals': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@insyn/api-schema/server',
              message: 'Validation classes are for the server; import the plain types.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        ...runsAll,
        {
          selector: 'CallExpression[callee.property.name="subscribe"]',
          message: 'No subscribe in the client: httpResource for reads, firstValueFrom for commands.',
        },
      ],
    },
  },
  {
    files: ['apps/web/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/prefer-control-flow': 'error',
    },
  },
  {
    // Jest hands out loosely typed answers; what a spec reads from JSON it checks by its expectations.
    files: specs,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    // SQL told in order reads better whole than cut in two; a migration is frozen once landed.
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  prettier,
);
