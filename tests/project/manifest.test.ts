import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');

const Manifest = z.strictObject({
  id: z.string(),
  name: z.string(),
  version: z.string(),
  minAppVersion: z.string(),
  description: z.string(),
  author: z.string(),
  isDesktopOnly: z.boolean(),
});
const Package = z.object({ version: z.string(), license: z.string(), scripts: z.record(z.string(), z.string()) });
const Versions = z.record(z.string(), z.string());

function json(file: string, folder = ROOT): unknown {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
}

describe('manifest.json', () => {
  const manifest = Manifest.parse(json('manifest.json'));

  it('names the plugin as the community directory knows it', () => {
    expect(manifest).toMatchObject({ id: 'idea-tiers', name: 'Idea Tiers', author: 'Idea Tiers contributors' });
    expect(manifest.isDesktopOnly).toBe(false);
  });

  it('asks for the oldest Obsidian that has everything the plugin uses', () => {
    expect(manifest.minAppVersion).toBe('1.13.0');
  });

  it('describes the plugin as the directory wants it: a sentence of at most 250 plain characters', () => {
    expect(manifest.description.length).toBeLessThanOrEqual(250);
    expect(manifest.description).toMatch(/^[A-Z][\x20-\x7e]*\.$/);
    expect(manifest.description).not.toMatch(/obsidian/i);
  });

  it('has the version of package.json, in three numbers, listed in versions.json', () => {
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.version).toBe(Package.parse(json('package.json')).version);
    expect(Versions.parse(json('versions.json'))[manifest.version]).toBe(manifest.minAppVersion);
  });
});

describe('a new version', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'idea-tiers-version-'));
    for (const file of ['package.json', 'manifest.json', 'versions.json']) {
      cpSync(path.join(ROOT, file), path.join(folder, file));
    }
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function version(...args: string[]): string {
    const script = path.join(ROOT, 'tests/release/version.mjs');
    return execFileSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  }

  it('is written into the manifest and versions.json by npm version', () => {
    expect(Package.parse(json('package.json')).scripts.version).toContain('tests/release/version.mjs bump');
    const file = path.join(folder, 'package.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": "[^"]+"/, '"version": "9.8.7"'));
    version('bump');

    const before = Manifest.parse(json('manifest.json'));
    expect(json('manifest.json', folder)).toEqual({ ...before, version: '9.8.7' });
    expect(json('versions.json', folder)).toEqual({
      ...Versions.parse(json('versions.json')),
      '9.8.7': before.minAppVersion,
    });
    expect(() => version('check', '9.8.7')).not.toThrow();
  });

  it('is released only under a tag that says the same', () => {
    const { version: current } = Manifest.parse(json('manifest.json'));
    expect(() => version('check', current)).not.toThrow();
    expect(() => version('check', `v${current}`)).toThrow(/not of the form 1\.2\.3/);
    expect(() => version('check', '9.9.9')).toThrow(/manifest\.json says/);
  });
});
