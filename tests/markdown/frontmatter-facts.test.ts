import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFrontmatter } from '../../src/markdown/frontmatter';
import { frontmatterFacts, isFilledField } from '../../src/markdown/frontmatter-facts';
import { scanFrontmatter } from '../../src/markdown/frontmatter-scan';
import { readFrontmatter } from '../../src/read/frontmatter';
import { parseYaml } from '../read/note-reading';
import { claimByYaml, claimOf, fieldsByYaml, writtenFields } from './yaml-fields';

const DATA = process.env['IDEA_TIERS_DATA'] ?? '';
const noteOf = (yaml: string): string => `---\n${yaml}\n---\nBody\n`;
const factsOf = (yaml: string): ReturnType<typeof frontmatterFacts> => frontmatterFacts(scanFrontmatter(noteOf(yaml)));

/** What a parser of YAML finds in the note, in the form of what the scanner does. */
function factsByYaml(note: string): unknown {
  const { tags, title, description, filled } = readFrontmatter(note, parseYaml);
  return { tags, title, description, filled };
}

function factsByScan(note: string): unknown {
  const scan = scanFrontmatter(note);
  const { tags, title, description } = frontmatterFacts(scan);
  return { tags, title, description, filled: scan.fields.filter(isFilledField).map(({ name }) => name) };
}

describe('frontmatterFacts(scan)', () => {
  it('says what a note calls itself, and its tags', () => {
    expect(
      factsOf(
        'aliases:\n  - One\n  - "Two, three"\nalias: Four\ntags: [a, "#b"]\ntitle: \'T\'\ndescription: >-\n  D\n  d',
      ),
    ).toEqual({
      title: 'T',
      description: 'D d',
      tags: ['a', 'b'],
      aliases: ['One', 'Two, three', 'Four'],
    });
  });

  it('says nothing of what is not there or is something else', () => {
    const nothing = { title: null, description: null, tags: [], aliases: [] };
    expect(frontmatterFacts(scanFrontmatter('title: T\n'))).toEqual(nothing);
    expect(factsOf('title: [T]\ndescription:\n  a: 1\ntags: {a: 1}\naliases: [[A]]')).toEqual(nothing);
    expect(factsOf('title:\ndescription: ~\ntags:\naliases: []')).toEqual(nothing);
  });

  it.each([
    'tags: a, b #c',
    'tags: "a, #b c"',
    'tags:\n  - a\n  -\n  - " c "',
    'tags: ""',
    'tags: 2024',
    'tags: [a, true]',
    'title: true',
    'title: 2024',
  ])('says of %j what readFrontmatter does', (yaml) => {
    expect(factsByScan(noteOf(yaml))).toEqual(factsByYaml(noteOf(yaml)));
  });

  it('says of fields as YAML writes them whether they hold something', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(writtenFields, (yaml) => {
        const note = noteOf(yaml);
        fc.pre(fieldsByYaml(yaml) !== null && readFrontmatter(note, parseYaml).present);
        const names = (filled: readonly string[]): readonly string[] => [...filled].sort();
        const { fields } = scanFrontmatter(note);
        expect(names(fields.filter(isFilledField).map(({ name }) => name))).toEqual(
          names(readFrontmatter(note, parseYaml).filled),
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(DATA === '')('the frontmatter of the notes in IDEA_TIERS_DATA', { timeout: 300_000 }, () => {
  it('is read as YAML reads it: facts, kinds and values, none unknown', () => {
    const folder = path.join(DATA, 'corpus/notes');
    let notes = 0;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    )) {
      const note = readFileSync(path.join(folder, file), 'utf8');
      const place = findFrontmatter(note);
      if (place === null) continue;
      notes++;
      expect(factsByScan(note), file).toEqual(factsByYaml(note));
      const { fields } = scanFrontmatter(note);
      expect(
        fields.filter(({ kind }) => kind === 'unknown'),
        file,
      ).toEqual([]);
      const byYaml = fieldsByYaml(note.slice(place.from, place.to)) ?? new Map<string, unknown>();
      const claims = fields.map((field) => [field.name, claimOf(field)]);
      expect(claims, file).toEqual([...byYaml].map(([name, node]) => [name, claimByYaml(node)]));
    }
    expect(notes).toBeGreaterThan(400);
  });
});
