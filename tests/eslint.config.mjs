import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import tseslint from 'typescript-eslint';

const PURE = ['read', 'repair', 'index', 'rank', 'compare', 'write'];
/** What a pure room may import besides. */
const PACKAGES = { read: ['zod'], write: ['typograf'], rank: ['d3'] };
const ALL = ['main', 'command', 'view', 'obsidian', 'node', ...PURE, 'markdown', 'text', 'settings', 'model', 'i18n'];
/** Those of the pure rooms that work on Markdown. */
const ON_MARKDOWN = ['read', 'repair', 'compare', 'write'];

/**
 * What each room may import, from the table in the design: `types` are the rooms of which it may import only types, `packages` the
 * npm packages it may use.
 */
const ROOMS = {
  command: { rooms: ALL.filter((room) => room !== 'main' && room !== 'node'), packages: ['obsidian'] },
  view: {
    rooms: ['view', 'model', 'text', 'index', 'rank', 'compare', 'i18n', 'settings'],
    types: ['obsidian', 'markdown'],
    packages: ['obsidian'],
  },
  obsidian: { rooms: ['obsidian', 'model', 'text', 'markdown', 'read', 'repair', 'index'], packages: ['obsidian'] },
  node: {
    rooms: ['node', ...PURE, 'text', 'markdown', 'model', 'i18n', 'settings'],
    packages: ['node:*', 'yaml'],
  },
  ...Object.fromEntries(
    PURE.map((room) => {
      const rooms = [room, 'model', 'text', ...(ON_MARKDOWN.includes(room) ? ['markdown'] : [])];
      return [room, { rooms, packages: PACKAGES[room] ?? [] }];
    }),
  ),
  markdown: { rooms: ['markdown', 'text'], types: ['model'], packages: [] },
  text: { rooms: ['text'], packages: [] },
  'settings.ts': { rooms: ['model', 'text'], packages: ['zod'] },
  model: { rooms: ['model'], packages: [] },
  // Of the model only its types: what a problem is made of is said there, its sentence here.
  i18n: { rooms: ['i18n', 'model', 'text'], packages: [] },
};

/** Imports of the rooms among these. */
const from = (rooms) => `^(\\.\\./)+(${rooms.join('|')})(/|$)`;

const typesAlone = (room, types) => ({
  patterns: [
    {
      regex: from(types),
      allowTypeImports: true,
      message: `The room ${room} may import only types of this room; see the table of rooms in the README.`,
    },
  ],
});

/** One configuration block a room: an import of any other room, or of a package it has no business with, is an error. */
const roomRules = Object.entries(ROOMS).map(([room, { rooms, types = [], packages }]) => ({
  files: [room.endsWith('.ts') ? `src/${room}` : `src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: from(ALL.filter((other) => !rooms.includes(other) && !types.includes(other))),
            message: `The room ${room} may not import this room; see the table of rooms in the README.`,
          },
          {
            regex: `^(?!\\.{1,2}/)${packages.map((name) => `(?!${name.replace('*', '')}${name.endsWith('*') ? '' : '(/|$)'})`).join('')}`,
            message: `The room ${room} may import only ${packages.join(', ') || 'no package'}.`,
          },
        ],
      },
    ],
    ...(types.length === 0 ? {} : { '@typescript-eslint/no-restricted-imports': ['error', typesAlone(room, types)] }),
  },
}));

export default defineConfig([
  globalIgnores(['node_modules', 'main.js', 'dist', 'tests/vault', 'tests/notes', 'tests/output', 'package-lock.json']),
  ...obsidianmd.configs.recommendedWithLocalesEn,
  {
    languageOptions: {
      parserOptions: {
        // It has all files, the sources among them: with theirs besides, the sources would be checked twice.
        project: ['./tests/tsconfig.json'],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
  },
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Codes of characters are an enum, whose numbers the bundler puts in their places; they are there to be compared with numbers.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
    },
  },
  ...roomRules,
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='open'][callee.object.type='NewExpression']",
          message: 'Open it by openDialog: it has to close when the plugin is unloaded.',
        },
        {
          selector: 'CallExpression[callee.property.name=/^findLast/] > :function[params.length>1]',
          message: 'Obsidian puts a findLastIndex of its own in place, which hands its predicate no index.',
        },
        {
          selector:
            ":matches(PropertyDefinition, MethodDefinition[kind!='constructor'], TSParameterProperty)[accessibility='private']",
          message: 'Write #name: never a name that Obsidian has for a field of its own, and one letter in main.js.',
        },
        {
          // `obsidianmd/regex-lookbehind` misses `(?<!` in literals and whatever stands in a template.
          selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]',
          message: 'iOS before 16.4 knows no lookbehind: the literal keeps the whole of main.js from loading.',
        },
        {
          selector: 'Literal[regex.pattern=/\\\\p\\{/i]',
          message: 'Its letters are worked out whenever main.js is parsed: lazyPattern(…).',
        },
        {
          // A string that ends where the group opens has the rest of it put behind.
          selector: ':matches(Literal[value=/\\?<[=!]|\\(\\?<?$/], TemplateElement[value.cooked=/\\?<[=!]|\\(\\?<?$/])',
          message: 'iOS before 16.4 knows no lookbehind: a pattern made of this throws there.',
        },
      ],
    },
  },
  {
    // Languages have a capital letter wherever they stand.
    files: ['src/i18n/en.ts'],
    rules: { 'obsidianmd/ui/sentence-case-locale-module': ['warn', { ignoreWords: ['Russian', 'English'] }] },
  },
  {
    // Words that are looked for, not shown.
    files: ['src/model/words/*.ts'],
    rules: { 'obsidianmd/ui/sentence-case-locale-module': 'off' },
  },
  {
    // The generator of the bench has a seed for its own reasons.
    files: ['tests/**/*.ts'],
    ignores: ['tests/bench/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ":matches(Property[key.name='seed'], Property[key.value='seed'])",
          message: 'Pin no seed: a random case that fails becomes an example of its own.',
        },
      ],
    },
  },
  {
    // These run in Node, not in Obsidian.
    files: ['src/node/**/*.ts', 'tests/**/*.ts', '**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly' } },
    rules: {
      'obsidianmd/no-nodejs-modules': 'off',
      'import/no-nodejs-modules': 'off',
      'no-console': 'off',
      'obsidianmd/rule-custom-message': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
      'obsidianmd/regex-lookbehind': 'off',
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
]);
