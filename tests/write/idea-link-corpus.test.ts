import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { IdeaLink } from '../../src/model/note';
import { applyChanges } from '../../src/model/apply-changes';
import { IdeaLists, type LinkEdit } from '../../src/write/idea-link-edit';
import { brokenPromises } from './idea-link-promises';
import { edited, linksOf, readingOnce } from './idea-link-reading';

/** The folder with real notes; without it these tests skip themselves. */
const DATA = process.env['IDEA_TIERS_DATA'] ?? '';
const NOTES = path.join(DATA, 'corpus/notes');
const RELATIONS = ['upstream', 'downstream', 'direct', 'related'] as const;

const NEW = { link: 'A note of another name', sentence: 'A sentence with **bold** words: it ends here' };

/** How often edits were made, and refused for which reason. */
type Tally = Map<string, number>;

/** A note of that vault, read once for all that is done to it, as a dialog does. */
class RealNote {
  readonly text: string;
  readonly reading = readingOnce();
  readonly lists: IdeaLists;
  readonly before: readonly IdeaLink[];

  constructor(readonly name: string) {
    this.text = readFileSync(path.join(NOTES, name), 'utf8');
    this.lists = new IdeaLists(this.text, this.reading);
    this.before = linksOf(this.reading.note(this.text));
  }
}

/** Each real note that has idea links, with all relations and its entries; of long notes every so many. */
function* editsOfNotes(): Generator<{ note: RealNote; edit: LinkEdit }> {
  for (const name of readdirSync(NOTES, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.md')) continue;
    const note = new RealNote(name);
    const { before } = note;
    if (before.length === 0) continue;
    for (const [index, relation] of RELATIONS.entries()) {
      yield { note, edit: { kind: 'add', relation, ...NEW, footnote: index % 2 === 0 ? null : '' } };
    }
    // Every list, and of each its first, a middle and its last entry; of sources, which are many and alike, one.
    for (const relation of [...RELATIONS, 'source'] as const) {
      const list = before.filter((link) => link.relation === relation);
      const few = relation === 'source' ? [list.at(-1)] : [list[0], list[list.length >> 1], list.at(-1)];
      for (const entry of new Set(few)) {
        if (!entry) continue;
        yield { note, edit: { kind: 'remove', entry } };
        const to = RELATIONS[(RELATIONS.findIndex((one) => one === relation) + 1 + (entry.line % 3)) % 4] ?? 'related';
        if (relation !== 'source') yield { note, edit: { kind: 'move', entry, relation: to } };
      }
    }
  }
}

describe.skipIf(DATA === '')('the idea lists of the notes in IDEA_TIERS_DATA', { timeout: 900_000 }, () => {
  it('take every edit, are undone to the byte, and read as meant, but for a few that say why not', () => {
    const tally: Tally = new Map();
    for (const { note, edit } of editsOfNotes()) {
      const { text, name, before } = note;
      const after = edited(text, edit, note.lists);
      const key = typeof after === 'string' ? edit.kind : `${edit.kind}: ${after.refused}`;
      tally.set(key, (tally.get(key) ?? 0) + 1);
      if (typeof after !== 'string') continue;
      // What the edit's own check has read, told here once more from outside.
      const found = linksOf(note.reading.note(after));
      switch (edit.kind) {
        case 'add': {
          const added = found.filter(({ target, relation }) => target === NEW.link && relation === edit.relation);
          expect(
            added.map(({ description }) => description),
            name,
          ).toEqual([NEW.sentence]);
          expect(found.length, name).toBeGreaterThan(before.length);
          break;
        }
        case 'move': {
          const count = (links: typeof found): number =>
            links.filter(({ target, relation }) => target === edit.entry.target && relation === edit.relation).length;
          expect(count(found), name).toBe(count(before) + 1);
          expect(found.length, name).toBe(before.length);
          break;
        }
        case 'remove':
          expect(found.length, name).toBeLessThan(before.length);
      }
    }
    const made = (kind: LinkEdit['kind']): number => tally.get(kind) ?? 0;
    const refused = (key: string): number => tally.get(key) ?? 0;
    expect(made('add')).toBeGreaterThan(3000);
    expect(made('move')).toBeGreaterThan(3000);
    expect(made('remove')).toBeGreaterThan(3000);
    expect(refused('add: unclear') * 200).toBeLessThan(made('add'));
    for (const reason of ['several', 'nested', 'form', 'unclear', 'changed']) {
      expect(refused(`move: ${reason}`) * 100, reason).toBeLessThan(made('move'));
      expect(refused(`remove: ${reason}`) * 100, reason).toBeLessThan(made('remove'));
    }
  });

  it('keep footnotes, tables, steps and messages as they are whatever is added, moved or removed', () => {
    let made = 0;
    let refused = 0;
    const paths = readdirSync(NOTES, { recursive: true, encoding: 'utf8' })
      .filter((note) => note.endsWith('.md'))
      .sort();
    const sample = paths.filter((_, index) => index % 4 === 0);
    expect(sample.length).toBeGreaterThan(500);
    for (const name of sample) {
      const { text, before: entries, lists, reading } = new RealNote(name);
      const edits = [...RELATIONS, 'source' as const].flatMap((relation): LinkEdit[] => {
        const entry = entries.findLast((link) => link.relation === relation);
        const to = relation === 'upstream' ? 'direct' : 'upstream';
        return [
          { kind: 'add', relation, ...NEW, footnote: null },
          { kind: 'add', relation, ...NEW, sentence: '', footnote: '' },
          ...(entry ? [{ kind: 'remove', entry } as const, { kind: 'move', entry, relation: to } as const] : []),
        ];
      });
      for (const edit of edits) {
        const result = lists.changes(edit);
        if (result.kind === 'refused') {
          if (result.reason === 'unclear') refused++;
          continue;
        }
        made++;
        const broken = brokenPromises(text, result.changes, applyChanges(text, result.changes), edit, reading.note);
        expect(broken, `${edit.kind} in ${name}`).toEqual([]);
      }
    }
    expect(made).toBeGreaterThan(5000);
    expect(refused * 200).toBeLessThan(made);
  });
});
