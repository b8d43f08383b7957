import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import type { Relation } from '../../src/model/vocabulary';
import { relinkNote } from '../../src/write/idea-link-relink';
import { edited, entryOf } from './idea-link-reading';

const table = (header: string, ...rows: readonly string[]): string =>
  [`| ${header} |`, header.replace(/[^|]+/g, '---'), ...rows].map((line) => `${line}\n`).join('');

const removed = (text: string, target: string): unknown =>
  edited(text, { kind: 'remove', entry: entryOf(text, target) });
const moved = (text: string, target: string, relation: Relation): unknown =>
  edited(text, { kind: 'move', entry: entryOf(text, target), relation });
const added = (text: string, relation: Relation): unknown =>
  edited(text, { kind: 'add', relation, link: 'New', sentence: '', footnote: null });

const WOOD = table(
  'Broader | Narrower | Said of it',
  '| [[Plants]] | [[Oak]] (hard), [[Elm\\|elms]] | they stand |',
  '| | [[Ash]]<br>[[Yew]] | [^1] |',
);

describe('Links in the cells of columns that are relations', () => {
  it.each([
    ['the only one', WOOD, 'Plants', '| [[Plants]] |', '|  |'],
    ['the first, with what is said of it', WOOD, 'Oak', '[[Oak]] (hard), [[Elm', '[[Elm'],
    ['the last', WOOD, 'Elm', '(hard), [[Elm\\|elms]] |', '(hard) |'],
    ['one above a line break', WOOD, 'Ash', '[[Ash]]<br>', ''],
    ['one below a line break', WOOD, 'Yew', '<br>[[Yew]]', ''],
    ['in bold', table('↑ | ↓', '| **[[A]]**, **[[B]]** | [[C]] |'), 'A', '**[[A]]**, ', ''],
    ['the last in bold', table('↑ | ↓', '| [[A]], **[[B]]** | [[C]] |'), 'B', ', **[[B]]**', ''],
    ['all in bold', table('↑ | ↓', '| **[[A]], [[B]]** | [[C]] |'), 'A', '[[A]], ', ''],
    ['behind bullets', table('Вышестоящие | Нижестоящие', '| • [[A]]<br>• [[B]] | [[C]] |'), 'B', '<br>• [[B]]', ''],
    ['behind dashes', table('Вышестоящие | Нижестоящие', '| - [[A]]<br>- [[B]] | [[C]] |'), 'A', '[[A]]<br>- ', ''],
    ['the only one behind a bullet', table('Вышестоящие | Нижестоящие', '| • [[A]] | [[C]] |'), 'A', '• [[A]]', ''],
    ['in a quote', '> [!note]\n> | Up | Down |\n> |---|---|\n> | [[A]] | [[B]] |\n', 'A', '[[A]]', ''],
    ['without outer pipes', 'Up | Down\n---|---\n[[A]] | [[B]], [[C]]\n', 'C', ', [[C]]', ''],
  ])('loses %s', (_, before, target, part, rest) => {
    expect(removed(before, target)).toBe(before.replace(part, rest));
  });

  it('loses one after the other, until none is left', () => {
    let text: unknown = WOOD;
    for (const target of ['Plants', 'Oak', 'Elm', 'Ash', 'Yew']) text = removed(String(text), target);
    expect(text).toBe(table('Broader | Narrower | Said of it', '|  |  | they stand |', '| |  | [^1] |'));
  });

  it.each([
    ['to those of the row', WOOD, 'Plants', 'downstream', '|  | [[Oak]] (hard), [[Elm\\|elms]], [[Plants]] |'],
    ['to a cell that is empty', WOOD, 'Yew', 'upstream', '| [[Yew]] | [[Ash]] |'],
    ['with its alias', WOOD, 'Elm', 'upstream', '| [[Plants]], [[Elm\\|elms]] | [[Oak]] (hard) |'],
    ['with what is said of it', WOOD, 'Oak', 'upstream', '| [[Oak]] (hard), [[Plants]] | [[Elm\\|elms]] |'],
    [
      'with its bold',
      table('↑ | → | ↓', '|  | [[C]] | **[[A]]**, [[B]] |'),
      'A',
      'upstream',
      '| **[[A]]** | [[C]] | [[B]] |',
    ],
    ['between pipes', table('↑ | ↓', '|| [[A]], [[B]] |'), 'A', 'upstream', '| [[A]] | [[B]] |'],
    ['below the bullets', table('Up | Down', '| [[A]] | • [[B]]<br>• [[C]] |'), 'A', 'downstream', '<br>• [[A]] |'],
  ] as const)('moves one %s', (_, before, target, relation, row) => {
    const after = String(moved(before, target, relation));
    expect(after).toContain(row);
    expect(after.split('\n')).toHaveLength(before.split('\n').length);
    expect({ ...entryOf(after, target), group: '' }).toEqual({ ...entryOf(before, target), relation, group: '' });
  });

  it('moves one to where the note writes the relation that no column is called by', () => {
    expect(moved(`${WOOD}\n## See also\n\n- [[Bush]] — low\n`, 'Oak', 'related')).toBe(
      `${WOOD.replace('[[Oak]] (hard), ', '')}\n## See also\n\n- [[Bush]] — low\n- [[Oak]] — (hard)\n`,
    );
    expect(moved(`${WOOD}\nrelated:: [[Bush]]\n`, 'Plants', 'related')).toBe(
      `${WOOD.replace('[[Plants]]', '')}\nrelated:: [[Bush]], [[Plants]]\n`,
    );
  });

  it('refuses to leave words alone that led to a link', () => {
    const text = table('Up | Down', '| [[A]] | 1. [[B]] |');
    expect(removed(text, 'B')).toEqual({ refused: 'form' });
  });

  it('are added to where a table has but one row', () => {
    expect(added(table('↑ | ↓', '| **[[A]]**, **[[B]]** | [[C]] |'), 'upstream')).toBe(
      table('↑ | ↓', '| **[[A]]**, **[[B]]**, [[New]] | [[C]] |'),
    );
    expect(added(WOOD, 'upstream')).toBe(`${WOOD}\n## Upstream ideas\n\n- [[New]]\n`);
  });

  it('are led to another note', () => {
    const changes = relinkNote(WOOD, { from: 'Elm', link: 'Elm tree', path: 'Elm tree.md' }, 3);
    expect(applyChanges(WOOD, changes)).toBe(WOOD.replace('[[Elm\\|', '[[Elm tree\\|'));
  });
});
