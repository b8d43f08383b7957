import { describe, expect, it } from 'vitest';
import type { LinkEdit } from '../../src/write/idea-link-edit';
import { edited, entryOf } from './idea-link-reading';

const ADDED: LinkEdit = { kind: 'add', relation: 'upstream', link: 'Bell', sentence: 'It rings.', footnote: null };

describe('An added entry', () => {
  it.each([
    ['has no comment of the entry before it', '- [[Oil]] %%mine%% : one', '- [[Bell]] — It rings.'],
    ['has its sentence in an item where that one has it', '1. [[Oil]]\n   - one', '2. [[Bell]]\n   - It rings.'],
    ['closes its bold behind no colon', '- **[[Oil]]:** one', '- **[[Bell]]**: It rings.'],
    ['cites nothing that the one before it cites', '- [[Oil]] [^1] – one', '- [[Bell]] – It rings.'],
  ])('%s', (_, list, entry) => {
    const note = `## Upstream ideas\n\n${list}\n`;
    expect(edited(note, ADDED)).toBe(`${note}${entry}\n`);
  });
});

describe('What an edit takes for a footnote', () => {
  it.each(['## Sources\n\n[^3]: [[Oil]]\n    [^4]: within\n', '## Sources\n\n[^3]: [[Oil]] — one\n    [^4]: within\n'])(
    'is what an entry cites, not what is defined below it: %j',
    (note) => {
      const changed = edited(note, { ...ADDED, relation: 'source', footnote: 'A book' });
      expect(changed).toMatch(/\n\[\^5\]: \[\[Bell\]\] — It rings\. ?\[\^6\]\n\[\^6\]: A book\n$/);
    },
  );

  it('stays one below a table whose last row goes', () => {
    const note =
      '#### Sources\n\n| Metal | Why |\n|---|---|\n| [[Tin]] | rings |\n\n[^6]: [[Oil]]\n\n    further words\n';
    expect(edited(note, { kind: 'remove', entry: entryOf(note, 'Tin') })).toBe(
      '#### Sources\n\n| Metal | Why |\n|---|---|\n\n[^6]: [[Oil]]\n\n    further words\n',
    );
  });
});
