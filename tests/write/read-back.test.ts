import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SIGNAL_FIELDS } from '../../src/model/frontmatter';
import type { Note } from '../../src/model/note';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readNote } from '../../src/read/note';
import type { NoteDraft } from '../../src/write/note-draft';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';

const draft: NoteDraft = {
  ...EMPTY_DRAFT,
  titles: { ru: 'Порог внимания', en: 'Attention Threshold' },
  tags: ['attention'],
  text: 'Две мысли.\n\nИ третья.',
};

const STYLES = (['ru', 'en'] as const).flatMap((language) =>
  (['diamond', 'picture'] as const).map((signs) => ({ language, signs })),
);

describe('A new note, read back', () => {
  it.each(STYLES)('has three steps, the first one filled, with headings in $language and $signs signs', (style) => {
    const note = readNote(composeThreeStepNote({ ...draft, style }));
    expect(note.steps.map(({ step, set }) => [step, set])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(note.steps[0]?.words).toBeGreaterThanOrEqual(4);
    expect(note.steps[1]?.words).toBe(0);
  });

  it('has an empty tier table that waits in step 3', () => {
    const note = readNote(composeThreeStepNote(draft));
    expect(note.tables.map(({ caption }) => caption)).toEqual(['Tier table']);
    const tier = note.tables[0]?.tier;
    expect(tier?.rankColumn).toBe(0);
    expect(tier?.subjectColumn).toBeNull();
    expect(tier?.rungs.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it('has whole frontmatter: empty fields are unfinished, not wrong', () => {
    expect(readFrontmatter(composeThreeStepNote(draft), parse)).toEqual({
      present: true,
      tags: ['attention'],
      category: null,
      description: null,
      title: 'Attention Threshold',
      updated: '2025-09-06 07:05:09',
      created: '2025-09-06',
      signals: {},
      filled: ['tags', 'title', 'updated', 'created'],
      problems: [],
    });
    expect(SIGNAL_FIELDS.every((field) => composeThreeStepNote(draft).includes(`\n${field}:\n`))).toBe(true);
  });

  it.each(STYLES)('takes an idea under each of its headings in $language with $signs signs', (style) => {
    let number = 0;
    const note = composeThreeStepNote({ ...draft, style }).replace(/^### [^🔹✅🌐🧠].*$/gmu, (heading) => {
      number++;
      return `${heading}\n\n- [[Idea ${number}]] — why`;
    });
    expect(readNote(note).ideaLinks.map(({ target, relation }) => [target, relation])).toEqual([
      ['Idea 1', 'upstream'],
      ['Idea 2', 'downstream'],
      ['Idea 3', 'direct'],
    ]);
  });

  it('has no problem and the same parts, whatever was typed', () => {
    const piece = fc.constantFrom(
      'мысль',
      'idea 5',
      'a: b',
      '# ',
      '- ',
      '1. ',
      '> ',
      '---',
      '```',
      '`',
      '$$',
      '|',
      '**',
      '_',
      '"',
      "'",
      '[',
      '\\',
      '🔹',
      ' ',
      '\r\n',
      '\n',
      '\t',
      '<!--',
    );
    const typed = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(typed, typed, typed, fc.constantFrom(...STYLES), (ru, en, text, style) => {
        const titles = { ru, en };
        const composed = composeThreeStepNote({ ...draft, titles, text, style });
        const note = readNote(composed);
        expect([...note.problems, ...readFrontmatter(composed, parse).problems]).toEqual([]);
        expect(partsOf(note)).toEqual({ steps: [1, 2, 3], links: 0, turns: 0, lastTable: 'Tier table' });
      }),
    );
  });
});

function partsOf(note: Note): object {
  return {
    steps: note.steps.map(({ step }) => step),
    links: note.ideaLinks.length + note.markdownLinks.length,
    turns: note.turns.length,
    lastTable: note.tables.at(-1)?.caption,
  };
}
