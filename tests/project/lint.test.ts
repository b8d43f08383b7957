import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RULE = 'no-restricted-syntax';
const Config = z.object({
  rules: z.object({ [RULE]: z.tuple([z.number()], z.object({ selector: z.string(), message: z.string() })) }),
});

/** What this rule of ours says of a file in `src`. */
async function complaints(code: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: ROOT, overrideConfigFile: path.join(ROOT, 'tests/eslint.config.mjs') });
  const config: unknown = await eslint.calculateConfigForFile(path.join(ROOT, 'src/main.ts'));
  const [severity, ...restrictions] = Config.parse(config).rules[RULE];
  expect(severity).toBe(2);
  return new Linter()
    .verify(code, { rules: { [RULE]: ['error', ...restrictions] } })
    .map(({ ruleId, message }) => (ruleId === RULE ? message : `${ruleId}: ${message}`));
}

describe('the linter', () => {
  it.each([
    'export const a = /(?<=b)c/;',
    'export const a = /(?<!b)c/u;',
    "export const a = new RegExp('(?<=b)c');",
    "export const a = new RegExp('(?<!b)c', 'u');",
    'export const a = new RegExp(`(?<=b)c`);',
    'export const a = (b) => new RegExp(`${b}|(?<!${b})c`);',
    'const B = `(?<=(?<!\\\\d)10)`; export const a = new RegExp(B);',
    "export const a = '(?<' + '=b)c';",
    'export const a = (kind) => `(?<${kind}b)c`;',
    'export const a = (kind) => `(?${kind}b)c`;',
  ])('refuses the lookbehind in %s', async (code) => {
    expect((await complaints(code)).filter((said) => said.includes('lookbehind'))).not.toEqual([]);
  });

  it.each(['export const a = /[\\p{L}_]+/gu;', 'export const a = (b) => /\\P{Lu}/u.test(b);'])(
    'refuses the literal with a class of letters in %s',
    async (code) => {
      expect((await complaints(code)).filter((said) => said.includes('lazyPattern'))).not.toEqual([]);
    },
  );

  it.each([
    "export const a = lazily(() => new RegExp('[\\\\p{L}_]+', 'gu'));",
    'export const a = /(?<name>b)(?=c)(?!d)(?:e)/u;',
    'export const a = new RegExp(`(?<name>${1})(?=c)(?!d)(?:e)`);',
    "export const a = 'Is it? <b>!';",
  ])('has nothing against %s', async (code) => {
    expect(await complaints(code)).toEqual([]);
  });
});
