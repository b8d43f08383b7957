import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { readPlacedNote } from '../../src/read/note';
import { keepsMeaning, type ReadText } from '../../src/write/idea-link-guard';
import { readLines } from '../../src/write/idea-link-lines';

const read = (text: string): ReadText => ({ text, lines: readLines(text), note: readPlacedNote(text) });

/** Whether what is put behind the line that ends in `behind` would pass, as a list that begins or as one that goes on there. */
function passes(text: string, behind: string, insert: string, isBegun = true): boolean {
  const at = text.indexOf(behind) + behind.length;
  const change = { from: at, to: at, insert };
  return keepsMeaning({
    before: read(text),
    after: read(applyChanges(text, [change])),
    changes: [change],
    parts: [{ change, behind: isBegun ? null : at }],
    added: [],
    isMove: false,
  });
}

/** Whether the note would pass with one word written otherwise. */
function passesReplaced(text: string, from: string, insert: string): boolean {
  const at = text.indexOf(from);
  const changes = [{ from: at, to: at + from.length, insert }];
  const after = read(applyChanges(text, changes));
  return keepsMeaning({ before: read(text), after, changes, parts: [], added: [], isMove: false });
}

const NOTE = [
  'Prose [^1], [^2], [^5].',
  '',
  '### Шаг 1. Корректура',
  '',
  'Текст.',
  '',
  'Ещё текст.',
  '',
  '## Upstream ideas',
  '',
  '- [[Brass]]',
  '',
  '## Metals',
  '',
  'Words.',
  '',
  '| Tier | Metal |',
  '| --- | --- |',
  '| 1 | brass |',
  '',
  '> [!nexus_user] **User**',
  '> A question.',
  '>',
  '> More of it.',
  '',
  '```',
  'code',
  '```',
  '',
  '[^1]: One',
  '[^2]: Two',
  '',
].join('\n');

describe('The guard of an edit', () => {
  it('lets pass what changes nothing else', () => {
    expect(passes(NOTE, '[[Brass]]', '\n- [[Bell]]', false)).toBe(true);
    expect(passes(NOTE, '[^2]: Two', '\n[^3]: Three', false)).toBe(true);
    expect(passes(NOTE, '[[Brass]]', '\n\n## Downstream ideas\n\n- [[Bell]]')).toBe(true);
  });

  it('stops a number that is used twice, and one that is cited already', () => {
    expect(passes(NOTE, '[^2]: Two', '\n[^2]: Three', false)).toBe(false);
    expect(passes(NOTE, 'Words.', '\n\n[^1]: Three', false)).toBe(false);
    expect(passes(NOTE, '[^2]: Two', '\n[^5]: Five', false)).toBe(false);
  });

  it('stops what a footnote would say, and what would lead elsewhere', () => {
    expect(passes(NOTE, '[^2]: Two', '\n    and more', false)).toBe(false);
    expect(passesReplaced(NOTE, '^1],', '^2],')).toBe(false);
    expect(passesReplaced(NOTE, '[^1]: One', '')).toBe(false);
    expect(passesReplaced(NOTE, '[^1]: One\n[^2]', '[^1]')).toBe(false);
  });

  it('stops what would stand in a step, a message or code, or cut them in two', () => {
    expect(passes(NOTE, 'Текст.', '\n\n- [[Bell]]')).toBe(false);
    expect(passes(NOTE, 'Текст.', '\n\n## Downstream ideas\n\n- [[Bell]]')).toBe(false);
    expect(passes(NOTE, 'A question.', '\n> - [[Bell]]')).toBe(false);
    expect(passes(NOTE, 'A question.', '\n\n- [[Bell]]\n')).toBe(false);
    expect(passes(NOTE, 'code', '\n- [[Bell]]')).toBe(false);
    expect(passes(NOTE, 'Words.', '\n\n~~~')).toBe(false);
  });

  it('stops what would part a heading from its table, or give it another', () => {
    expect(passes(NOTE, '## Metals', '\n\n- [[Bell]]')).toBe(false);
    expect(passes(NOTE, 'Words.', '\n\n## Downstream ideas\n\n- [[Bell]]')).toBe(false);
    expect(passes(NOTE, '| 1 | brass |', '\nAnd a row', false)).toBe(true);
    expect(passesReplaced(NOTE, '| 1 | brass |\n', '')).toBe(true);
    expect(passesReplaced(NOTE, '| --- | --- |', '')).toBe(false);
  });
});
