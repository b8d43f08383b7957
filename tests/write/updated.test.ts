import { describe, expect, it } from 'vitest';
import { applyChanges } from '../../src/model/apply-changes';
import { updatedChange, withoutUpdated } from '../../src/write/updated';

const NOW = new Date(2025, 8, 6, 7, 5, 9);
const set = (text: string): string => {
  const change = updatedChange(text, NOW);
  return change ? applyChanges(text, [change]) : text;
};
const note = (field: string, eol = '\n'): string => ['---', 'a: 1', field, 'b: 2', '---', '', 'Text.', ''].join(eol);

describe('updatedChange(text, now)', () => {
  it.each([
    ['updated: 2024-01-02', 'updated: 2025-09-06'],
    ['updated: 2024-01-02 03:04', 'updated: 2025-09-06 07:05'],
    ['updated: "2024-01-02T03:04:05"', 'updated: "2025-09-06T07:05:09"'],
    ['"updated" : 2024-01-02', '"updated" : 2025-09-06'],
    ['updated: 2024-01-02 # by hand', 'updated: 2025-09-06 # by hand'],
    ['updated:\n  2024-01-02', 'updated:\n  2025-09-06'],
  ])('sets the time as exactly as it stands: %s', (before, after) => {
    expect(set(note(before))).toBe(note(after));
    expect(set(note(before, '\r\n'))).toBe(note(after, '\r\n'));
    expect(updatedChange(note(after), NOW)).toBeNull();
  });

  it.each([
    note('updated: yesterday'),
    note('updated:'),
    note('  updated: 2024-01-02'),
    note('updated: [2024-01-02]'),
    note('updated: "2024-01-02'),
    note('updated: 2024-01-02\n  and later'),
    note('title: words\u2028updated: 2024-01-02'),
    note('title: words\rupdated: 2024-01-02'),
    'updated: 2024-01-02\n',
    '---\na: 1\n---\n\nupdated: 2024-01-02\n',
    '---\nupdated: 2024-01-02\n',
  ])('leaves anything else alone: %j', (text) => {
    expect(updatedChange(text, NOW)).toBeNull();
  });

  it('tells a text apart from one that differs in nothing but the field', () => {
    expect(withoutUpdated(note('updated: 2024-01-02'))).toBe(withoutUpdated(note('updated: 2025-09-06')));
    expect(withoutUpdated(note('updated: 2024-01-02'))).not.toBe(withoutUpdated(`${note('updated: 2024-01-02')}!`));
  });
});
