import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { WRITE_KINDS } from '../../src/node/oracle-writes';
import { noteToWrite, ReadVault } from '../../src/node/writes/read-vault';
import type { Written, WriteKind } from '../../src/node/writes/write-kind';
import { inEditor } from '../model/line-ended';

const NOTES = path.join(import.meta.dirname, '..', 'notes');
/** YAML knows no carriage return alone for the end of a line of its own: frontmatter is none there. */
const FRONTMATTER = /^\uFEFF?---\n(?:[^]*?\n)?(?:---\n|$)/;
const noteOf = (name: string): string =>
  inEditor(readFileSync(path.join(NOTES, name), 'utf8'))
    .replace(FRONTMATTER, '')
    .replace(/^---\n/, '');
const names = readdirSync(NOTES).filter((name) => name.endsWith('.md'));

const NO_VAULT = new ReadVault([], []);
/** What the vault says is no matter of one note's lines; what is only shown has offsets in it. */
const OF_A_VAULT: ReadonlySet<string> = new Set(['neighbours', 'map-svg', 'map-canvas', 'audit', 'relink-vault']);
const KINDS = WRITE_KINDS.filter(({ name }) => !OF_A_VAULT.has(name));

/** What each way to do it makes of a text, as an editor holds that. */
function writtenInto(text: string, { attempts }: WriteKind): readonly string[] {
  return attempts(noteToWrite({ path: 'a.md', text }), NO_VAULT).map(({ what, make }) => `${what}: ${said(make())}`);
}

function said(written: Written): string {
  switch (written.kind) {
    case 'edits':
      return written.edits.map(({ text, changes }) => inEditor(applyChanges(text, changes))).join('\n');
    case 'file':
    case 'text':
      return inEditor(written.text);
    case 'refused':
      return written.reason;
    case 'answer':
      return '';
  }
}

describe('each kind of write makes the same of a note', () => {
  it('whose lines end in carriage returns, alone or with line feeds', { timeout: 120_000 }, () => {
    const cases = fc.record({ name: fc.constantFrom(...names), end: fc.constantFrom('\r', '\r\n') });
    fc.assert(
      fc.property(cases, ({ name, end }) => {
        const note = noteOf(name);
        for (const kind of KINDS)
          expect(writtenInto(note.replaceAll('\n', end), kind), kind.name).toEqual(writtenInto(note, kind));
      }),
      {
        numRuns: 40,
        examples: [
          'comments-in-entries.md',
          'callouts-with-titles.md',
          'nexus-chat.md',
          'labels-without-signs.md',
          'tiers-by-word.md',
        ].map((name) => [{ name, end: '\r' }]),
      },
    );
  });
});
