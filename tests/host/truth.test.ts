import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getAllTags, getLinkpath, parseFrontMatterTags } from 'obsidian';
import { createHost } from './boot.ts';
import { parseMetadata } from './metadata/parse.ts';

/** Caches that real Obsidian computed, with the texts they came from. */
const folder = process.env['IDEA_TIERS_DATA'] ? path.join(process.env['IDEA_TIERS_DATA'], 'truth') : null;

/**
 * Files whose cache differs from the real one: file → fields, with the reason beside them. A file that differs otherwise fails,
 * and so does one that is named here and no longer differs. None is known.
 */
const DIFFERING: Record<string, readonly string[]> = {};

const Dump = z.object({
  filePath: z.string(),
  fileContents: z.string(),
  cachedMetadata: z.record(z.string(), z.unknown()),
  getAllTags: z.array(z.string()),
  parseFrontMatterTags: z.array(z.string()).nullable(),
  resolveLinkToPath: z.record(z.string(), z.string().nullable()),
});

function readDump(file: string): z.infer<typeof Dump> {
  return Dump.parse(JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8')));
}

function differingFields(text: string, real: Record<string, unknown>): string[] {
  const ours: Record<string, unknown> = { ...parseMetadata(text) };
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(real)])];
  return fields.filter((field) => !isDeepStrictEqual(plain(ours[field]), real[field])).sort();
}

function plain(value: unknown): unknown {
  if (value === undefined) return undefined;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}

describe.skipIf(folder === null)('The metadata cache is what real Obsidian computed (needs IDEA_TIERS_DATA)', () => {
  const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));

  test.each(files)('%s', (file) => {
    const { fileContents, cachedMetadata } = Dump.parse(
      JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8')),
    );
    expect(differingFields(fileContents, cachedMetadata)).toEqual(DIFFERING[file] ?? []);
  });

  test.each(files)('%s: its tags', (file) => {
    const dump = readDump(file);
    const cache = parseMetadata(dump.fileContents);
    expect(getAllTags(cache)).toEqual(dump.getAllTags);
    expect(parseFrontMatterTags(cache.frontmatter)).toEqual(dump.parseFrontMatterTags);
  });

  test('every link leads where it led in the real vault', () => {
    const dumps = files.map(readDump);
    const targets = dumps.flatMap((dump) => Object.values(dump.resolveLinkToPath)).filter((target) => target !== null);
    const { metadataCache } = createHost({
      files: {
        ...Object.fromEntries(targets.map((target) => [target, ''])),
        ...Object.fromEntries(dumps.map((dump) => [dump.filePath, dump.fileContents])),
      },
    }).app;
    for (const { filePath, resolveLinkToPath } of dumps) {
      for (const [link, target] of Object.entries(resolveLinkToPath)) {
        const found = metadataCache.getFirstLinkpathDest(getLinkpath(link), filePath)?.path ?? null;
        expect(found, `${link} in ${filePath}`).toBe(target);
      }
    }
  });

  test('at least 79 of the 89 files are equal in every field, and every file named as differing is there', () => {
    expect(files.length - Object.keys(DIFFERING).length).toBeGreaterThanOrEqual(79);
    expect(files).toEqual(expect.arrayContaining(Object.keys(DIFFERING)));
  });
});
