import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/model/vocabulary';
import { edited, entryOf } from './idea-link-reading';

const add = (text: string, relation: Relation): ReturnType<typeof edited> =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: '', footnote: null });

const REST = '\n\nWords.\n\n## Related\n\n- [[Z]]\n';

describe('an idea that is added to a note which keeps ideas behind arrows', () => {
  it.each([
    ['↑ [[A]]', '↑ [[A]], [[New]]'],
    ['⬆️ **[[A]]**', '⬆️ **[[A]]**, [[New]]'],
    ['↑ [[A]] · [[B]]', '↑ [[A]] · [[B]] · [[New]]'],
    ['← [[C]] | ↑ [[A]] | [[D]] →', '← [[C]] | ↑ [[A]], [[New]] | [[D]] →'],
    ['↑ [[A]]\n↑ [[B]]', '↑ [[A]]\n↑ [[B]]\n↑ [[New]]'],
    ['↓ [[C]]  \n↑ [[A]]  \n↑ [[B]]  ', '↓ [[C]]  \n↑ [[A]]  \n↑ [[B]]  \n↑ [[New]]  '],
    ['[[A]] ↑', '[[A]] ↑ · [[New]] ↑'],
    ['**[[A]]** ⬆️', '**[[A]]** ⬆️ · [[New]] ⬆️'],
    ['[[A]] ↑ | [[B]] ↓', '[[A]] ↑ | [[New]] ↑ | [[B]] ↓'],
    ['[[B]] ↓ • [[A]] ↑  ', '[[B]] ↓ • [[A]] ↑ • [[New]] ↑  '],
    ['[[B]] → | [[A]] ↑ | [[C]] ↑', '[[B]] → | [[A]] ↑ | [[C]] ↑ | [[New]] ↑'],
    ['[[A]] ↑\n[[B]] ↑\n[[C]] ↓', '[[A]] ↑\n[[B]] ↑\n[[New]] ↑\n[[C]] ↓'],
  ])('stands beside theirs: %j', (line, after) => {
    expect(add(line + REST, 'upstream')).toBe(after + REST);
  });

  it.each([
    ['a way down to the note', '[[A]] > [[B]]'],
    ['one behind a picture', '🏠 [[A]] / [[B]]'],
    ['links to the notes beside it', '← [[A]] | [[B]] →'],
    ['words behind the link', '↑ [[A]] — what is above'],
    ['an arrow that two share', '[[A]] / [[B]] ↑'],
  ])('begins a list beside %s', (_, line) => {
    expect(add(line + REST, 'upstream')).toSatisfy(
      (after: unknown) => typeof after === 'string' && after.startsWith(`${line}\n`) && after.includes('\n- [[New]]\n'),
    );
  });

  it('is moved behind an arrow, too', () => {
    const text = `↓ [[A]]\n\nWords.\n\n## Related\n\n- [[Z]]\n- [[Y]]\n`;
    expect(edited(text, { kind: 'move', entry: entryOf(text, 'Z'), relation: 'downstream' })).toBe(
      `↓ [[A]], [[Z]]\n\nWords.\n\n## Related\n\n- [[Y]]\n`,
    );
  });

  it('goes into a list where the note has one', () => {
    const text = `↑ [[A]]\n\n## Upstream\n\n- [[B]]\n`;
    expect(add(text, 'upstream')).toBe(`${text}- [[New]]\n`);
  });

  it('leaves every other byte as it was', () => {
    const arrow = fc.constantFrom('←', '→', '↑', '↓', '⬅️', '⬆️', '➡️', '⬇️', '->', '🏠', '');
    const gap = fc.constantFrom('', ' ', '  ');
    const link = fc.constantFrom('[[A]]', '**[[B]]**', '[[C|c]]', '[d](D.md)', '[[E]] — said');
    const part = fc.tuple(arrow, gap, link, gap, arrow).map((parts) => parts.join(''));
    const parted = fc.constantFrom(' | ', ' · ', ' / ', ', ', ' ', ' • ', '\n', '  \n', '\n\n');
    const relation = fc.constantFrom<Relation>('upstream', 'downstream');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), parted, relation, (parts, between, wanted) => {
        const text = parts.join(between) + REST;
        const after = add(text, wanted);
        if (typeof after !== 'string') return;
        expect(entryOf(after, 'New').relation).toBe(wanted);
        const at = after.indexOf('[[New]]');
        const rest = after.slice(0, at) + after.slice(at + '[[New]]'.length);
        // What goes in stands in one place: the beginning and the end are the note's.
        let same = 0;
        while (same < text.length && rest[same] === text[same]) same++;
        expect(text.endsWith(rest.slice(rest.length - (text.length - same)))).toBe(true);
      }),
    );
  });
});
