import type { App } from 'obsidian';
import type { Relation } from '../model/vocabulary';
import type { OtherPlugin, TheirName } from '../view/settings/take-over-modal';

/** Where each keeps its settings, and how it keeps the names of its fields there. */
const OTHERS: readonly { readonly id: string; readonly name: string; readonly read: (data: Data) => TheirName[] }[] = [
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

function namesIn(data: unknown, read: (data: Data) => TheirName[]): readonly TheirName[] {
  const names = isData(data) ? read(data).map((one) => ({ ...one, name: one.name.trim() })) : [];
  return names.filter(({ name }, index) => name !== '' && names.findIndex((other) => other.name === name) === index);
}

type Data = Readonly<Record<string, unknown>>;

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textsOf = (value: unknown): readonly string[] => listOf(value).filter((one) => typeof one === 'string');

/** What a direction is to us: notes of a sequence stand beside one another. */
const DIRECTIONS: Readonly<Record<string, Relation>> = {
  up: 'upstream',
  down: 'downstream',
  same: 'related',
  next: 'related',
  prev: 'related',
};

/** Version 4 has fields, and groups of them; a field in no group relates notes, too. Versions before have hierarchies. */
function breadcrumbsNames(data: Data): TheirName[] {
  const fields = listOf(data['edge_fields']).flatMap((field) => (isData(field) ? textsOf([field['label']]) : []));
  const groups = listOf(data['edge_field_groups']).filter(isData);
  if (fields.length + groups.length > 0) {
    const grouped = groups.flatMap(({ label, fields: names }) => {
      const relation = typeof label === 'string' ? relationOf(DIRECTIONS, label.replace(/s$/, '')) : null;
      return relation === null ? [] : textsOf(names).map((name) => ({ name, relation }));
    });
    return [...grouped, ...fields.map((name) => ({ name, relation: 'related' as const }))];
  }
  return listOf(data['userHiers'] ?? data['hierarchies']).flatMap((hierarchy) => {
    if (!isData(hierarchy)) return [];
    return namesBy(DIRECTIONS, isData(hierarchy['dirs']) ? hierarchy['dirs'] : hierarchy);
  });
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
function excaliBrainNames({ hierarchy }: Data): TheirName[] {
  const names = isData(hierarchy) ? namesBy(HIERARCHY, hierarchy) : [];
  return names.map(({ name, relation }) => ({ name: name.trim().toLowerCase().replaceAll(' ', '-'), relation }));
}

function namesBy(relations: Readonly<Record<string, Relation>>, data: Data): TheirName[] {
  return Object.entries(relations).flatMap(([key, relation]) => textsOf(data[key]).map((name) => ({ name, relation })));
}

function relationOf(relations: Readonly<Record<string, Relation>>, key: string): Relation | null {
  return Object.hasOwn(relations, key) ? (relations[key] ?? null) : null;
}
