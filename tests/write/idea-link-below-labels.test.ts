import { describe, expect, it } from 'vitest';
import { edited, entryOf } from './idea-link-reading';

const add = (text: string, relation: 'upstream' | 'downstream'): unknown =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: '', footnote: null });

const TIGHT = '**Parents**\n- [[A]] — deep\n  and blue\n**Children**\n- [[B]]\n';

describe('lists below labels that no blank line sets apart', () => {
  it('take what is added each behind its own', () => {
    expect(add(TIGHT, 'upstream')).toBe(TIGHT.replace('**Children**', '- [[New]]\n**Children**'));
    expect(add(TIGHT, 'downstream')).toBe(`${TIGHT}- [[New]]\n`);
  });

  it('give an entry away with its own lines, and keep the label below it', () => {
    const entry = entryOf(TIGHT, 'A');
    expect(edited(TIGHT, { kind: 'remove', entry })).toBe('**Parents**\n**Children**\n- [[B]]\n');
    expect(edited(TIGHT, { kind: 'move', entry, relation: 'downstream' })).toBe(
      '**Parents**\n**Children**\n- [[B]]\n- [[A]] — deep\n  and blue\n',
    );
  });

  it('may be of bare links', () => {
    const text = 'Parents:\n[[A]]\nChildren:\n[[B]]\n';
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'B') })).toBe('Parents:\n[[A]]\nChildren:\n');
  });
});

describe('links in a heading behind a label', () => {
  const text = '## Parent: [[A]]\n\nWords.\n\n## Children\n- [[B]]\n';

  it('take others beside them', () => {
    expect(add(text, 'upstream')).toBe(text.replace('[[A]]', '[[A]], [[New]]'));
  });

  it('take their heading with them, which would say nothing', () => {
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'A') })).toBe('Words.\n\n## Children\n- [[B]]\n');
  });
});
