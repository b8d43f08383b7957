import { describe, expect, it } from 'vitest';
import type { LinkEdit } from '../../src/write/idea-link-edit';
import { edited } from './idea-link-reading';

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
