import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInBrowser } from './browser.ts';
import { sharedBrowser } from './shared-workbench.ts';
import { visit } from './sidebar-page.ts';
import { Workbench } from './workbench.ts';

/** One walk through a vault of one style: what a note lists, a change of it, and what the note holds then. */
interface Walk {
  readonly style: string;
  readonly note: string;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly idea: string;
  readonly item: string;
  /** Chosen where names are offered. */
  readonly name?: string;
  readonly text: string;
}

const WALKS: readonly Walk[] = [
  {
    style: 'properties',
    note: 'Compost',
    lists: { 'Upstream ideas': ['Things', 'Garden'], 'Related notes': ['Slug', 'Carrot'] },
    idea: 'Slug',
    item: 'Move to “Upstream ideas”…',
    text: 'up:\n  - "[[Garden]]"\n  - "[[Slug]]"\nrelated:\n  - "[[Carrot|carrots]]"\n',
  },
  {
    style: 'maps of content',
    note: 'Bread MOC',
    lists: {
      'Upstream ideas': ['Home'],
      'Downstream ideas': ['Flour', 'Rye flour', 'Water', 'Kneading', 'Sour dough'],
      'Related notes': ['Cheese map'],
    },
    idea: 'Kneading',
    item: 'Remove idea link…',
    text: '## Craft\n1. [[Sour dough]] – the oldest way\n',
  },
  {
    style: 'labels',
    note: 'Wall handstand',
    lists: { 'Upstream ideas': ['Handstand'], 'Related notes': ['Free handstnd'] },
    idea: 'Free handstnd',
    item: 'Did you mean…',
    name: 'Free handstand',
    text: '**Related:** [[Free handstand]]\n',
  },
  {
    style: 'fields',
    note: 'Lever',
    lists: { 'Upstream ideas': ['Mechanics'], 'Related notes': ['Pulley'] },
    idea: 'Pulley',
    item: 'Move to “Downstream ideas”…',
    text: 'up:: [[Mechanics]] | down:: [[Pulley]]\n',
  },
  {
    style: 'German',
    note: 'Töpfern',
    lists: {
      'Upstream ideas': ['Handwerk'],
      'Downstream ideas': ['Glasieren', 'Brennen'],
      'Related notes': ['Drechseln'],
    },
    idea: 'Drechseln',
    item: 'Move to “Downstream ideas”…',
    text: '**Unterbegriffe:** [[Glasieren]], [[Brennen]], [[Drechseln]]\n',
  },
];

describeInBrowser('a small vault of other authors', () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await Workbench.start(path.resolve(import.meta.dirname, '../vaults'), sharedBrowser);
  });
  afterAll(() => workbench?.close());

  it.each(WALKS)('with $style is listed, and written as it stands', ({ note, lists, idea, item, name, text }) =>
    visit(workbench, { note }, async (sidebar, page) => {
      for (const [list, names] of Object.entries(lists)) await expect.poll(() => sidebar.namesIn(list)).toEqual(names);
      await sidebar.button(`Actions for ${idea}`).first().click();
      await page.getByRole('menuitem', { name: item }).click();
      if (name !== undefined) await page.getByRole('option', { name }).first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Apply' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await sidebar.edit();
      expect(await sidebar.noteText()).toContain(text);
    }),
  );
});
