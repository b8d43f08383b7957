import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { fillIn, type GuardedFill } from '../../src/write/fill-in-guard';
import { composeThreeStepNote } from '../../src/write/three-step-note';
import { EMPTY_DRAFT } from './drafts';
import { READING } from './idea-link-reading';

const TEMPLATE = readOutline(composeThreeStepNote(EMPTY_DRAFT));
/** The lists of ideas would move one half of the legend too far away from the table. */
const LEGEND = [
  '- 🔴 gone',
  ...Array<string>(5).fill('\nWords.'),
  '\n### Upstream ideas\n\n- [[Prices]] — said there.',
  '\n## One year on the wall\n\n- 🟡 thicker',
  '\n| Place | After one year |\n| :-: | --- |\n| 🥉 | 🟡 pivots, 🔴 pallets |\n',
].join('\n');

function fill(text: string, textIsStep1 = false): GuardedFill {
  return fillIn(readOutline(text), TEMPLATE, { textIsStep1 }, READING);
}

function filled(text: string): string {
  const result = fill(text);
  if (result.kind !== 'changes') throw new Error(`unclosed from line ${result.line}`);
  return applyChanges(text, result.changes);
}

function isPartly(text: string, textIsStep1 = false): boolean {
  const result = fill(text, textIsStep1);
  if (result.kind !== 'changes' || result.changes.length === 0) throw new Error('nothing is filled in');
  return result.isPartial === true;
}

const keysOf = (text: string): readonly string[] => readOutline(text).outline.sections.map(({ key }) => key);

describe('What is filled in', () => {
  it('is all that is missing where the note says the same with it', () => {
    const text = '# Idea\n\nWords.\n';
    expect(isPartly(text)).toBe(false);
    expect(keysOf(filled(text))).toEqual(keysOf(TEMPLATE.text));
    expect(fill(filled(text))).toEqual({ kind: 'changes', changes: [] });
  });

  it.each([
    ['a legend would be too far away from its table', LEGEND, true],
    // Part by part, each has a place.
    [
      'the words below an item would be a label',
      '- [[Flux]] — it runs\n**Downstream ideas:**\n- [[Joint]] — cold\n',
      false,
    ],
  ])('is what has a place where %s', (_, text, isPartial) => {
    expect(isPartly(text)).toBe(isPartial);
    const after = filled(text);
    expect(keysOf(after)).toEqual(expect.arrayContaining(['step1', 'step2', 'step3']));
    expect(after).toMatch(/^---\ntags/);
    const said = (one: string): unknown => {
      const { ideaLinks, tables } = readNote(one);
      return [
        ideaLinks.map(({ line: _line, ...link }) => link),
        tables.slice(0, readNote(text).tables.length).map(({ legend, caption }) => [legend, caption]),
      ];
    };
    expect(said(after)).toEqual(said(text));
    // Once more there is nothing else that has a place.
    expect(fill(after)).toEqual({ kind: 'changes', changes: [], ...(isPartial && { isPartial }) });
  });

  it('may stand above a text that is taken for step 1, whatever this is read as below it', () => {
    const text = 'Related:\n\n- [[Flux]] — it runs\n';
    expect(isPartly(text, true)).toBe(false);
  });

  it('stands in no code block that begins in what only looks like frontmatter', () => {
    const text = '---\n**Downstream ideas:**\n```\ntags:\n---\n```\n\n- [[Cold joint]]\n'.replaceAll('\n', '\r');
    const once = filled(text);
    expect(once).toContain('tags:\r---\r```\r');
    expect(filled(once)).toBe(once);
  });

  it('is nothing where what would be added becomes code', () => {
    expect(fill('text\n\n```\ncode\n')).toEqual({ kind: 'unclosed', line: 3 });
  });
});
