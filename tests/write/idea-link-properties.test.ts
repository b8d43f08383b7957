import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, invertChanges, linePairs } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { relinkNote } from '../../src/write/idea-link-relink';
import { anyText } from '../read/nasty-text';
import { edited, linksOf } from './idea-link-reading';

const RELATIONS = ['upstream', 'downstream', 'direct', 'related'] as const;
const relations = fc.constantFrom(...RELATIONS);

describe('Editing the idea links of any text', { timeout: 60_000 }, () => {
  it('adds what is read back as meant, or says why not; nothing throws, and undoing gives the text back', () => {
    const sentences = fc.constantFrom('', 'A sentence.', '— a dash [^1]', 'a | b', '**bold** [[Дом]]', '#tag');
    let added = 0;
    fc.assert(
      fc.property(
        anyText,
        relations,
        sentences,
        fc.constantFrom(null, '', 'A book'),
        (text, relation, sentence, footnote) => {
          const after = edited(text, { kind: 'add', relation, link: 'New idea', sentence, footnote });
          if (typeof after !== 'string') return;
          added++;
          expect(
            linksOf(readNote(after)).some((link) => link.target === 'New idea' && link.relation === relation),
          ).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
    expect(added).toBeGreaterThan(150);
  });

  it('moves and removes every entry, or says why not', () => {
    fc.assert(
      fc.property(anyText, relations, (text, relation) => {
        for (const entry of linksOf(readNote(text)).slice(0, 5)) {
          const removed = edited(text, { kind: 'remove', entry });
          if (typeof removed === 'string')
            expect(linksOf(readNote(removed)).length).toBeLessThan(linksOf(readNote(text)).length);
          if (entry.relation !== relation) edited(text, { kind: 'move', entry, relation });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('relinks nothing but targets, and knows which line is which', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const changes = relinkNote(text, { from: 'home', link: 'House', path: 'A/House.md' }, null);
        const after = applyChanges(text, changes);
        expect(applyChanges(after, invertChanges(text, changes))).toBe(text);
        expect(relinkNote(after, { from: 'home', link: 'House', path: 'A/House.md' }, null)).toEqual([]);
        expect([...linePairs(text, changes)].every(([before, now]) => before === now)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
