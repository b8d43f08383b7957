import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { theirNames } from '../../src/command/other-plugins';
import { DEFAULT_SETTINGS, withNames } from '../../src/settings';
import { SmallVault, type Listed } from './small-vault';

/** Whether the sidebar lists of each note what is said. */
async function expectLists(vault: SmallVault, lists: Readonly<Record<string, Listed>>): Promise<void> {
  const found: Record<string, Listed> = {};
  for (const note of Object.keys(lists)) found[note] = await vault.listed(note);
  expect(found).toEqual(lists);
}

const oneSided = async (vault: SmallVault): Promise<readonly string[]> =>
  (await vault.audit()).oneSided.map(({ path: from, to }) => `${from} → ${to}`);
const wanted = async (vault: SmallVault): Promise<readonly string[]> =>
  (await vault.audit()).dangling.map(({ target }) => target);

describe('A vault that keeps its ideas in properties', () => {
  it('is listed as its author says, and no template is meant by a link', async () => {
    const vault = await SmallVault.open('properties');
    await expectLists(vault, {
      Carrot: { upstream: ['Plants', 'Raised bed', 'Root vegetables'], related: ['←Compost', '←Slug'] },
      Compost: { upstream: ['Things', 'Garden'], related: ['Slug', 'Carrot'] },
      Garden: { upstream: ['Places'], downstream: ['←Compost', '←Raised bed'] },
      Places: { downstream: ['←Garden'] },
      'Raised bed': { upstream: ['Things', 'Garden'], downstream: ['←Carrot'], related: ['Compst'] },
      Slug: { upstream: ['Animals'], related: ['Carrot', '←Compost'] },
    });
    for (const note of ['Carrot', 'Compost', 'Garden', 'Slug', 'Templates/Plant'])
      expect(await vault.problems(note)).toEqual([]);
    const { contradictions, duplicates, unlinked } = await vault.audit();
    expect([contradictions, duplicates, unlinked]).toEqual([[], [], []]);
    expect(await wanted(vault)).toEqual(['Animals', 'Compst', 'Plants', 'Root vegetables']);
    expect((await vault.ask('ideas', { note: 'Carrot', hops: '2', relation: 'upstream' })).split('\n')).toEqual([
      '-1\t0\tRaised bed.md',
      '-2\t0\tThings.md',
      '-2\t0\tGarden.md',
    ]);
  });

  it('is written into its properties, as they stand', async () => {
    const vault = await SmallVault.open('properties');
    expect(await vault.add('Slug', 'Garden', 'upstream')).toBe(
      vault.before('Slug').replace('up:\n', 'up:\n  - "[[Garden]]"\n'),
    );
    expect(await vault.add('Compost', 'Raised bed', 'upstream')).toBe(
      vault.before('Compost').replace('up: "[[Garden]]"', 'up:\n  - "[[Garden]]"\n  - "[[Raised bed]]"'),
    );
    expect(await vault.add('Carrot', 'Garden', 'downstream')).toContain('related: []\n');
    expect(await vault.text('Carrot')).toContain('down:\n  - "[[Garden]]"\n');
    expect(await vault.choose('Carrot', 'Root vegetables', 'Remove idea link…')).not.toContain('Root');
    expect(await vault.choose('Raised bed', 'Compst', 'Did you mean…', 'Compost')).toBe(
      vault.before('Raised bed').replace('[[Compst]]', '[[Compost]]'),
    );
    expect(await vault.copy('Garden')).toBe('The properties of “Garden” already contain all of its idea links.');
  });
});

describe('A vault of maps of content', () => {
  it('is listed as its author says', async () => {
    const vault = await SmallVault.open('maps');
    await expectLists(vault, {
      Home: { downstream: ['Bread MOC', 'Cheese map'] },
      'Bread MOC': {
        upstream: ['Home'],
        downstream: ['Flour', 'Rye flour', 'Water', 'Kneading', 'Sour dough'],
        related: ['Cheese map'],
      },
      'Cheese map': { upstream: ['Home'], downstream: ['←Curd'], related: ['Curd', 'Old wheel', '←Bread MOC'] },
      Flour: { upstream: ['←Bread MOC'], downstream: ['←Rye flour'], related: ['Water', 'Bread MOC', '←Kneading'] },
      Kneading: { upstream: ['←Bread MOC'], related: ['Sour dough', 'Flour'] },
      Water: { upstream: ['Bread MOC'], related: ['←Flour'] },
      Clock: {},
    });
    expect(await oneSided(vault)).toEqual([
      'Bread MOC.md → Rye flour.md',
      'Bread MOC.md → Kneading.md',
      'Bread MOC.md → Sour dough.md',
      'Rye flour.md → Flour.md',
    ]);
    const { contradictions, selfLinks, unlinked } = await vault.audit();
    expect([contradictions, selfLinks, unlinked]).toEqual([[], [], ['Clock.md']]);
  });

  it('is written into its lists, labels and fields', async () => {
    const vault = await SmallVault.open('maps');
    expect(await vault.add('Home', 'Clock', 'downstream')).toBe(
      vault.before('Home').replace('- [[Cheese map]]\n', '- [[Cheese map]]\n- [[Clock]]\n'),
    );
    expect(await vault.add('Bread MOC', 'Clock', 'upstream')).toBe(
      vault.before('Bread MOC').replace('up:: [[Home]]', 'up:: [[Home]], [[Clock]]'),
    );
    expect(await vault.add('Water', 'Home', 'upstream')).toBe(
      vault.before('Water').replace('[[Bread MOC]].', '[[Bread MOC]], [[Home]].'),
    );
    expect(await vault.choose('Kneading', 'Flour', 'Remove idea link…')).toBe(
      vault.before('Kneading').replace('See also [[Sour dough]] and [[Flour]].', 'See also [[Sour dough]].'),
    );
    expect(await vault.choose('Cheese map', 'Old wheel', 'Move to “Downstream ideas”…')).toContain(
      '## Downstream ideas\n\n- [[Old wheel]]\n',
    );
    expect(await vault.copy('Rye flour')).toBe(`---\nup:\n  - "[[Flour]]"\n---\n${vault.before('Rye flour')}`);
  });
});

describe('A vault that labels its lines', () => {
  it('is listed as its author says', async () => {
    const vault = await SmallVault.open('labels');
    await expectLists(vault, {
      Handstand: {
        upstream: ['Balance', 'Strength', 'Plank', 'Wrist warm-up'],
        downstream: ['Handstand walk', 'Wall handstand', 'Free handstand'],
        related: ['Plank', 'Handstand walk'],
      },
      Plank: { upstream: ['Strength'], downstream: ['Handstand'], related: ['Handstand', 'Wall handstand'] },
      'Free handstand': { upstream: ['Handstand', 'Wall handstand'] },
      'Handstand walk': { upstream: ['Handstand'] },
      Strength: { downstream: ['←Handstand', '←Plank'] },
    });
    expect(await vault.problems('Wall handstand')).toEqual([
      ['link-without-note', { target: 'Free handstnd', near: ['Free handstand'] }],
    ]);
    expect(await wanted(vault)).toEqual(['Free handstnd', 'Warm-up']);
  });

  it('is written behind its labels, but not behind one that says more', async () => {
    const vault = await SmallVault.open('labels');
    expect(await vault.add('Handstand', 'Free handstand', 'related')).toBe(
      `${vault.before('Handstand')}\n### Related ideas\n\n[[Free handstand]]\n`,
    );
    expect(await vault.add('Plank', 'Balance', 'upstream')).toBe(
      vault.before('Plank').replace('**Tags:** [[Strength]]', '**Tags:** [[Strength]], [[Balance]]'),
    );
    expect(await vault.choose('Plank', 'Wall handstand', 'Move to “Downstream ideas”…')).toContain(
      '**Unlocks:** [[Handstand]], [[Wall handstand]]\n',
    );
    expect(await vault.text('Plank')).toContain('\nSee [[Handstand]]\n');
    expect(await vault.choose('Wrist warm-up', 'Warm-up', 'Remove idea link…')).toBe(
      vault.before('Wrist warm-up').replace('Part of: [[Warm-up]]\n', ''),
    );
    expect(await vault.choose('Wall handstand', 'Free handstnd', 'Did you mean…', 'Free handstand')).toBe(
      vault.before('Wall handstand').replace('handstnd', 'handstand'),
    );
    expect(await vault.copy('Handstand walk')).toBe(
      `---\nup:\n  - "[[Handstand]]"\n---\n${vault.before('Handstand walk')}`,
    );
  });

  it('lists no idea twice under a relation', async () => {
    const vault = await SmallVault.open('labels');
    expect(await vault.choose('Plank', 'Wall handstand', 'Move to “Downstream ideas”…')).toContain(
      '[[Wall handstand]]',
    );
    const now = await vault.text('Plank');
    expect(await vault.choose('Plank', 'Handstand', 'Move to “Related notes”…')).toBe(
      '“Plank” already lists this idea under that relation. Nothing was written.',
    );
    expect(await vault.text('Plank')).toBe(now);
  });

  it.each([
    ['list', '## Upstream ideas\n\n- [[Plank]]\n'],
    ['property', '---\nup:\n  - "[[Plank]]"\n---\n'],
  ])('gets the first idea of a note where the settings say, into a %s', async (firstIdeas, text) => {
    const vault = await SmallVault.open('labels', { firstIdeas });
    expect(await vault.add('Strength', 'Plank', 'upstream')).toBe(text);
  });
});

describe('A vault with the fields of Breadcrumbs', () => {
  const data: unknown = JSON.parse(
    readFileSync(
      path.resolve(import.meta.dirname, '../vaults/breadcrumbs/.obsidian/plugins/breadcrumbs/data.json'),
      'utf8',
    ),
  );
  const settings = withNames(DEFAULT_SETTINGS, theirNames('breadcrumbs', data));

  it('is listed as its author says, by that plugin’s names once they are taken over', async () => {
    const vault = await SmallVault.open('breadcrumbs', settings);
    await expectLists(vault, {
      Physics: { downstream: ['Optics', 'Mechanics'] },
      Optics: { upstream: ['Physics'], downstream: ['Lens', 'Mirror', '←Telescope'], related: ['Acoustics'] },
      Lens: {
        upstream: ['Optics', 'Glass', '←Telescope'],
        related: ['Mirror', 'Telescope', 'Myth of the burning mirror'],
      },
      Glass: { downstream: ['Lens'] },
      Mirror: { upstream: ['Optics'], related: ['Lens', 'Telescope'] },
      Lever: { upstream: ['Mechanics'], related: ['Pulley'] },
    });
    expect(await oneSided(vault)).toEqual(['Telescope.md → Optics.md']);
    expect((await vault.audit()).contradictions).toEqual([]);
  });

  it('is written into its fields, and a first idea into a field beside them', async () => {
    const vault = await SmallVault.open('breadcrumbs', settings);
    expect(await vault.add('Physics', 'Glass', 'downstream')).toBe(
      vault.before('Physics').replace('[[Mechanics]]', '[[Mechanics]], [[Glass]]'),
    );
    expect(await vault.add('Glass', 'Physics', 'upstream')).toBe(`${vault.before('Glass')}up:: [[Physics]]\n`);
    expect(await vault.add('Mirror', 'Glass', 'downstream')).toBe(
      vault.before('Mirror').replace('and more\n', 'and more\n- down:: [[Glass]]\n'),
    );
    expect(await vault.choose('Lever', 'Pulley', 'Move to “Downstream ideas”…')).toBe(
      vault.before('Lever').replace('same:: [[Pulley]]', 'down:: [[Pulley]]'),
    );
    expect(await vault.choose('Lens', 'Myth of the burning mirror', 'Remove idea link…')).toContain(
      'A lens [supports:: [[Telescope]]] and.\n',
    );
    expect(await vault.choose('Telescope', 'Optcs', 'Did you mean…', 'Optics')).toBe(
      vault.before('Telescope').replace('[[Optcs]]', '[[Optics]]'),
    );
    expect(await vault.copy('Optics')).toBe(
      `---\nup:\n  - "[[Physics]]"\ndown:\n  - "[[Lens]]"\n  - "[[Mirror]]"\nsame:\n  - "[[Acoustics]]"\n---\n${vault.before('Optics')}`,
    );
  });
});

describe('A vault in German', () => {
  it('is listed as its author says', async () => {
    const vault = await SmallVault.open('deutsch');
    await expectLists(vault, {
      Handwerk: { downstream: ['Tischlern', 'Töpfern', '←Drechseln'] },
      Tischlern: { upstream: ['Handwerk'], downstream: ['Hobeln', 'Sägen'], related: ['Drechseln', 'Leim'] },
      Hobeln: { upstream: ['Tischlern'], related: ['←Sägen'] },
      Sägen: { upstream: ['Tischlern', 'Arbeitsschutz'], related: ['Hobeln', 'Schreinern'] },
      Töpfern: { upstream: ['Handwerk'], downstream: ['Glasieren', 'Brennen'], related: ['Drechseln'] },
      Brennen: { upstream: ['Töpfern'], related: ['Glasieren'] },
    });
    expect(await vault.problems('Sägen')).toEqual([
      ['link-without-note', { target: 'Schreinern', near: ['Tischlern'] }],
    ]);
    expect(await oneSided(vault)).toEqual(['Drechseln.md → Handwerk.md']);
    expect((await vault.audit()).contradictions).toEqual([]);
  });

  it('is written as it stands', async () => {
    const vault = await SmallVault.open('deutsch');
    expect(await vault.add('Hobeln', 'Handwerk', 'upstream')).toBe(
      vault.before('Hobeln').replace('[[Tischlern]]', '[[Tischlern]], [[Handwerk]]'),
    );
    expect(await vault.add('Brennen', 'Handwerk', 'upstream')).toBe(
      vault.before('Brennen').replace('"[[Töpfern]]"', '["[[Töpfern]]", "[[Handwerk]]"]'),
    );
    expect(await vault.choose('Töpfern', 'Glasieren', 'Remove idea link…')).toBe(
      vault.before('Töpfern').replace('[[Glasieren]], ', ''),
    );
    expect(await vault.choose('Tischlern', 'Hobeln', 'Move to “Related notes”…')).toBe(
      vault
        .before('Tischlern')
        .replace('- [[Hobeln]]\n', '')
        .replace('- [[Drechseln]]\n', '- [[Drechseln]]\n- [[Hobeln]]\n'),
    );
    expect(await vault.choose('Drechseln', 'Tischlren', 'Did you mean…', 'Tischlern')).toBe(
      vault.before('Drechseln').replace('Tischlren', 'Tischlern'),
    );
    expect(await vault.choose('Sägen', 'Schreinern', 'Did you mean…', 'Tischlern')).toContain(
      'Siehe auch: [[Hobeln]], [[Tischlern|Schreinern]]',
    );
    expect(await vault.copy('Hobeln')).toContain('up:\n');
  });
});
