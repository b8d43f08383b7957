import type { App } from 'obsidian';
import type { Relation } from '../model/vocabulary';
import { fieldsOf, type Fields } from '../settings';
import type { OtherPlugin, TheirName } from '../view/settings/take-over-modal';

/** Where each keeps its settings, and how it keeps the names of its fields there. */
const OTHERS: readonly { readonly id: string; readonly name: string; readonly read: (data: Fields) => TheirName[] }[] =
  [
    { id: 'breadcrumbs', name: 'Breadcrumbs', read: breadcrumbsNames },
    { id: 'excalibrain', name: 'ExcaliBrain', read: excaliBrainNames },
  ];

/** The plugins whose words for relations can be taken over. Nothing is read of them before it is asked for. */
export function otherPlugins(app: App): readonly OtherPlugin[] {
  const { adapter, configDir } = app.vault;
  return OTHERS.map(({ id, name, read }) => {
    const path = `${configDir}/plugins/${id}/data.json`;
    return {
      name,
      isThere: () => adapter.exists(path),
      names: async () => namesIn(JSON.parse((await adapter.read(path)).replace(/^\uFEFF/, '')), read),
    };
  });
}

/** The names in what a plugin has kept, each once, under the first relation that it has there; none in what is damaged. */
export function theirNames(id: string, data: unknown): readonly TheirName[] {
  const other = OTHERS.find((one) => one.id === id);
  return other === undefined ? [] : namesIn(data, other.read);
}

function namesIn(data: unknown, read: (data: Fields) => TheirName[]): readonly TheirName[] {
  const fields = fieldsOf(data);
  const names = fields === null ? [] : read(fields).map((one) => ({ ...one, name: one.name.trim() }));
  return names.filter(({ name }, index) => name !== '' && names.findIndex((other) => other.name === name) === index);
}

/** What a direction is to us: notes of a sequence stand beside one another. */
const DIRECTIONS: Readonly<Record<string, Relation>> = {
  up: 'upstream',
  down: 'downstream',
  same: 'related',
  next: 'related',
  prev: 'related',
};

/** Version 4 has fields, and groups of them; a field in no group relates notes, too. Versions before have hierarchies. */
function breadcrumbsNames(data: Fields): TheirName[] {
  const fields = data.readObjects('edge_fields');
  const groups = data.readObjects('edge_field_groups');
  if (fields.length + groups.length > 0) {
    const grouped = groups.flatMap((group) => {
      const relation = relationOf(DIRECTIONS, group.readText('label').replace(/s$/, ''));
      return relation === null ? [] : group.readList('fields').map((name) => ({ name, relation }));
    });
    return [...grouped, ...fields.map((field) => ({ name: field.readText('label'), relation: 'related' as const }))];
  }
  return ['userHiers', 'hierarchies'].flatMap((key) =>
    data.readObjects(key).flatMap((one) => [...namesBy(DIRECTIONS, one), ...namesBy(DIRECTIONS, one.inner('dirs'))]),
  );
}

const HIERARCHY: Readonly<Record<string, Relation>> = {
  parents: 'upstream',
  children: 'downstream',
  leftFriends: 'related',
  rightFriends: 'related',
  // Of its first versions.
  friends: 'related',
  previous: 'related',
  next: 'related',
};

/** It compares names in small letters, with a hyphen for a space. What it hides or leaves out is no relation. */
function excaliBrainNames(data: Fields): TheirName[] {
  const names = namesBy(HIERARCHY, data.inner('hierarchy'));
  return names.map(({ name, relation }) => ({ name: name.trim().toLowerCase().replaceAll(' ', '-'), relation }));
}

function namesBy(relations: Readonly<Record<string, Relation>>, fields: Fields): TheirName[] {
  return Object.entries(relations).flatMap(([key, relation]) =>
    fields.readList(key).map((name) => ({ name, relation })),
  );
}

function relationOf(relations: Readonly<Record<string, Relation>>, key: string): Relation | null {
  return Object.hasOwn(relations, key) ? (relations[key] ?? null) : null;
}
