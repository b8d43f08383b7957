import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { theirNames } from '../../src/command/other-plugins';

const told = (id: string, data: unknown): readonly string[] =>
  theirNames(id, data).map(({ name, relation }) => `${name} → ${relation}`);

describe('the names that other plugins have for relations', () => {
  it('are read out of the groups of Breadcrumbs 4; a field in no group only relates', () => {
    const data = {
      edge_fields: ['up', 'parent', 'down', 'same', 'next', 'prev', 'inspired'].map((label) => ({ label })),
      edge_field_groups: [
        { label: 'mine', fields: ['inspired', 'up'] },
        { label: 'ups', fields: ['up', 'parent', ''] },
        { label: 'downs', fields: ['down'] },
        { label: 'sames', fields: ['same', 'up'] },
        { label: 'nexts', fields: ['next'] },
        { label: 'prevs', fields: ['prev'] },
      ],
      userHiers: [{ up: ['of another version'] }],
    };
    expect(told('breadcrumbs', data)).toEqual([
      'up → upstream',
      'parent → upstream',
      'down → downstream',
      'same → related',
      'next → related',
      'prev → related',
      'inspired → related',
    ]);
  });

  it('are read out of the hierarchies of Breadcrumbs 3, and of the first of version 4', () => {
    const first = { up: ['parent', ''], same: ['sibling'], down: ['child'], next: ['then'], prev: ['before'] };
    const second = { up: [' broader '], same: ['sibling'], down: [], next: [], prev: ['parent'] };
    const names = [
      'parent → upstream',
      'child → downstream',
      'sibling → related',
      'then → related',
      'before → related',
      'broader → upstream',
    ];
    expect(told('breadcrumbs', { userHiers: [first, second] })).toEqual(names);
    expect(told('breadcrumbs', { hierarchies: [{ dirs: first }, { dirs: second }] })).toEqual(names);
  });

  it('are read out of the hierarchy of ExcaliBrain as it compares them, without what it leaves out', () => {
    const hierarchy = {
      parents: ['Parent', 'Part Of', 'parent'],
      children: ['Children', ''],
      leftFriends: ['Similar'],
      rightFriends: ['Opposes'],
      previous: ['Before'],
      next: ['After'],
      exclusions: ['excluded'],
      hidden: ['hidden'],
    };
    expect(told('excalibrain', { hierarchy })).toEqual([
      'parent → upstream',
      'part-of → upstream',
      'children → downstream',
      'similar → related',
      'opposes → related',
      'before → related',
      'after → related',
    ]);
    expect(told('excalibrain', { hierarchy: { friends: ['Friend'] } })).toEqual(['friend → related']);
  });

  it('are none where the data is damaged, and never an exception', () => {
    const key = fc.constantFrom(
      'edge_fields',
      'edge_field_groups',
      'label',
      'fields',
      'userHiers',
      'up',
      'dirs',
      'hierarchy',
      'parents',
    );
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof({ maxDepth: 5 }, fc.anything(), fc.array(tie('data')), fc.dictionary(key, tie('data'))),
    }));
    fc.assert(
      fc.property(fc.constantFrom('breadcrumbs', 'excalibrain', 'another'), data, (id, any) => {
        for (const { name } of theirNames(id, any)) expect(name).toBe(name.trim());
      }),
    );
    expect(told('breadcrumbs', { edge_field_groups: 'ups', edge_fields: [{ label: 1 }, null] })).toEqual([]);
    expect(told('breadcrumbs', { userHiers: [{ up: ['broader', 1], down: ['narrower'] }] })).toEqual([
      'broader → upstream',
      'narrower → downstream',
    ]);
    expect(told('excalibrain', { hierarchy: { parents: [['Parent']], children: { 0: 'Child' } } })).toEqual([]);
  });
});
