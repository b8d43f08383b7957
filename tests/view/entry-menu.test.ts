import { describe, expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import type { IdeaLinkActions } from '../../src/view/ideas/idea-link-actions';
import type { EntryModel } from '../../src/view/ideas/entries';
import { entryMenu } from '../../src/view/ideas/entry-menu';
import { createHost } from '../host/boot.ts';

const DECLARED: EntryModel = {
  key: 'Brass#Tone',
  link: 'Brass#Tone',
  name: 'Brass',
  alias: '',
  field: '',
  heading: 'Tone',
  description: '',
  said: '',
  speaks: null,
  isSelf: false,
  footnotes: [],
  place: { path: 'Ring.md', line: 5 },
  resolved: true,
  provenance: 'declared',
  contradiction: null,
};

/** Chooses an item of the menu of an entry, if it is named; gives the menu's titles and what was asked for. */
function openMenu(
  entry: Partial<EntryModel>,
  shown: Partial<Parameters<typeof entryMenu>[3]> = {},
  chosen = '',
): { readonly titles: readonly string[]; readonly asked: readonly unknown[] } {
  document.body.empty();
  createHost();
  const asked: unknown[] = [];
  const ask =
    (name: string) =>
    (...values: readonly unknown[]): void =>
      void asked.push([name, ...values]);
  const actions: IdeaLinkActions = {
    add: ask('add'),
    move: ask('move'),
    remove: ask('remove'),
    relink: ask('relink'),
    create: ask('create'),
  };
  const goToLine = ask('line');
  const where = { relation: 'upstream', path: 'Ring.md', idea: 'Metals/Brass.md', goToLine, ...shown } as const;
  entryMenu(translator('en'), actions, { ...DECLARED, ...entry }, where).showAtPosition({ x: 0, y: 0 });
  const items = Array.from(document.querySelectorAll<HTMLElement>('.menu .menu-item'));
  items.find((el) => el.textContent === chosen)?.click();
  return { titles: items.map((el) => el.textContent ?? ''), asked };
}

describe('The menu of an entry', () => {
  it('does not offer to answer what contradicts the other note', () => {
    expect(openMenu({ contradiction: 'both-above' }).titles).not.toContain('Add the link back');
  });

  it('moves, removes and answers what the note itself lists', () => {
    expect(openMenu({}).titles).toEqual([
      'Go to line 5',
      'Add the link back',
      'Move to “Downstream ideas”…',
      'Move to “Direct ideas”…',
      'Move to “Related notes”…',
      'Remove idea link…',
      'Add idea link…',
    ]);
    const written = { path: 'Ring.md', line: 5, link: 'Brass#Tone', relation: 'upstream' };
    expect(openMenu({}, {}, 'Move to “Direct ideas”…').asked).toEqual([['move', written, 'direct']]);
    expect(openMenu({}, {}, 'Go to line 5').asked).toEqual([['line', expect.anything()]]);
    expect(openMenu({}, {}, 'Remove idea link…').asked).toEqual([['remove', written]]);
    expect(openMenu({}, {}, 'Add the link back').asked).toEqual([
      ['add', 'Metals/Brass.md', { relation: 'downstream', idea: 'Ring.md' }],
    ]);
    expect(openMenu({}, {}, 'Add idea link…').asked).toEqual([['add', 'Ring.md', { relation: 'upstream' }]]);
  });

  it('offers other notes, or a new one, for a link without a note', () => {
    const { titles } = openMenu({ resolved: false }, { idea: null });
    expect(titles.slice(1, 3)).toEqual(['Did you mean…', 'Create note with a link back…']);
    expect(titles).not.toContain('Add the link back');
  });

  it('has nothing to answer where both notes list each other, or the note lists itself', () => {
    expect(openMenu({ provenance: 'both' }).titles).not.toContain('Add the link back');
    expect(openMenu({}, { idea: 'Ring.md' }).titles).not.toContain('Add the link back');
  });

  it('lists here what only the other note says, and changes nothing there', () => {
    const implied = { provenance: 'implied', place: { path: 'Metals/Brass.md', line: 9 } } as const;
    const { titles, asked } = openMenu(implied, {}, 'Add the link back here…');
    expect(titles).toEqual(['Go to line 9 of that note', 'Add the link back here…', 'Add idea link…']);
    expect(asked).toEqual([['add', 'Ring.md', { relation: 'upstream', idea: 'Metals/Brass.md' }]]);
  });

  it('removes a source, and moves none', () => {
    expect(openMenu({}, { relation: 'source' }).titles).toEqual([
      'Go to line 5',
      'Remove idea link…',
      'Add idea link…',
    ]);
  });
});
