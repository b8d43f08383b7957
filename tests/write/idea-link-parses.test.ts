import { describe, expect, it } from 'vitest';
import type { Note, PlacedNote } from '../../src/model/note';
import { readPlacedNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { BUILT_IN } from '../../src/read/vocabulary';
import { IdeaLists, type LinkEdit, type LinkReading } from '../../src/write/idea-link-edit';

const FILLED = '## Upstream ideas\n\n- [[Oil]] — one.\n\n## Downstream ideas\n\n- [[Steel]] — two[^1].\n\n[^1]: so\n';

/** Counts what is read: texts as notes, and outlines, of which one that is handed no reading reads the text itself. */
function counting(): { readonly reading: LinkReading; readonly notes: string[]; readonly outlines: string[] } {
  const notes: string[] = [];
  const outlines: string[] = [];
  const note = (text: string): PlacedNote => {
    notes.push(text);
    return readPlacedNote(text);
  };
  const outline = (text: string, read?: Note): ReturnType<typeof readOutline> => {
    outlines.push(text);
    return readOutline(text, BUILT_IN, read ?? note(text));
  };
  return { reading: { note, outline, relationOf: (heading) => BUILT_IN.relationOf(heading) }, notes, outlines };
}

const add = (relation: 'upstream' | 'direct', footnote: string | null): LinkEdit => ({
  kind: 'add',
  relation,
  link: 'Bell',
  sentence: 'It rings.',
  footnote,
});

describe('What one edit of idea lists reads', () => {
  it('is the note, the sentence and what comes out, where a list stands', () => {
    const { reading, notes, outlines } = counting();
    const result = new IdeaLists(FILLED, reading).changes(add('upstream', null));
    expect(result.kind).toBe('changes');
    expect(notes).toEqual([
      FILLED,
      '- [[Bell]] — It rings.',
      FILLED.replace('one.\n', 'one.\n- [[Bell]] — It rings.\n'),
    ]);
    expect(outlines).toEqual([]);
  });

  it('is no more where a section is made, whose place is found by the same reading', () => {
    const { reading, notes, outlines } = counting();
    expect(new IdeaLists(FILLED, reading).changes(add('direct', null)).kind).toBe('changes');
    expect(notes.length).toBe(3);
    expect(notes.filter((text) => text === FILLED).length).toBe(1);
    expect(outlines).toEqual([FILLED]);
  });

  it('is one more for the same entry with a footnote, which is offered beside it', () => {
    const { reading, notes } = counting();
    const lists = new IdeaLists(FILLED, reading);
    expect(lists.changes(add('upstream', null)).kind).toBe('changes');
    expect(lists.changes(add('upstream', '')).kind).toBe('changes');
    expect(lists.citesFootnotes('upstream')).toBe(false);
    expect(notes.length).toBe(4);
  });

  it('is the note and what comes out, where an entry is removed', () => {
    const { reading, notes } = counting();
    const entry = { line: 3, target: 'Oil', heading: '', relation: 'upstream' } as const;
    expect(new IdeaLists(FILLED, reading).changes({ kind: 'remove', entry }).kind).toBe('changes');
    expect(notes.length).toBe(2);
  });
});
