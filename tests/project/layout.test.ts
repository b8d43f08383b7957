import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The top level: what the plugin is made of, and what a repository needs. Tool configuration lives in `tests`. */
const TOP_LEVEL = new Set([
  'src',
  'styles.css',
  'manifest.json',
  'versions.json',
  'esbuild.config.mjs',
  'package.json',
  'tsconfig.json',
  'tests',
  'README.md',
  'README.ru.md',
  'LICENSE',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'package-lock.json',
  '.ci',
  '.github',
  '.gitignore',
  '.prettierignore',
]);

const inGit = existsSync(path.join(ROOT, '.git'));

describe('the project', () => {
  it.skipIf(!inGit)('has nothing at its top level but what belongs there (skipped outside a git checkout)', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
    const top = new Set(files.map((file) => file.replace(/\/.*/s, '')));
    expect([...top].filter((name) => !TOP_LEVEL.has(name))).toEqual([]);
  });

  it('is tested in CI by the command that the README gives', () => {
    const command = 'npm ci && npm test';
    expect(readFileSync(path.join(ROOT, 'README.md'), 'utf8')).toContain(command);
    expect(readFileSync(path.join(ROOT, '.ci/run'), 'utf8')).toContain(command);
    expect(readFileSync(path.join(ROOT, '.github/workflows/ci.yml'), 'utf8')).toContain('run: .ci/run');
  });
});
