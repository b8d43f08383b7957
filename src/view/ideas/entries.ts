import type { Contradiction, IdeaAnswers, Neighbour, Provenance } from '../../index/answers';
import { wayOf } from '../../model/link-origin';
import type { IdeaLink } from '../../model/note';
import type { ShownNote } from '../../model/shown-note';
import { RELATION_NAMES, type Relation } from '../../model/vocabulary';
import { nameOfLink } from '../../text/note-name';
import { linkToPath } from '../../text/percent';
import { keyed } from '../core/keyed-list';
import { fieldName } from './field-name';

/** An idea as it is listed: an idea link of this note, or one of another note that leads here. */
export interface EntryModel {
  readonly key: string;
  /** What its link holds, with `#heading`. */
  readonly link: string;
  /** The name of the note it leads to, or would lead to. */
  readonly name: string;
  /** `''` if the entry has none, or one that only repeats the name. */
  readonly alias: string;
  readonly heading: string;
  /** The name of the field that it stands in, where that says more than the relation; else `''`. */
  readonly field: string;
  /** What this note says of it; `''` if nothing. */
  readonly description: string;
  /** What the other note says of this one, where only that says something; else `''`. */
  readonly said: string;
  /** The note that is to say itself what it is, for this one says nothing of it; `null` where it need not. */
  readonly speaks: string | null;
  /** Whether it is this note itself. */
  readonly isSelf: boolean;
  readonly footnotes: readonly string[];
  /** Where the entry is written: in this note, or in the other one where only that lists it. */
  readonly place: { readonly path: string; readonly line: number };
  readonly resolved: boolean;
  readonly provenance: Provenance;
  readonly contradiction: Contradiction | null;
}

export type EntriesByRelation = ReadonlyMap<Relation, readonly EntryModel[]>;

/**
 * A note's ideas by relation: its own in the note's order, then those that only the other note lists. Sources that are listed
 * with another relation are left out, for they are footnotes of those entries, and a source that is named often is listed once.
 */
export function entriesOf({ note, path, resolve }: ShownNote, ideas: IdeaAnswers): EntriesByRelation {
  const links = [...note.ideaLinks, ...note.markdownLinks].sort((a, b) => a.line - b.line);
  const listed = new Set<string>();
  const identityOf = (link: IdeaLink): string => resolve(linkOf(link))?.path ?? nameOfLink(link.target).toLowerCase();
  for (const link of links) if (link.relation !== 'source') listed.add(identityOf(link));
  const isNewSource = (link: IdeaLink): boolean => {
    const identity = identityOf(link);
    const isNew = !listed.has(identity);
    listed.add(identity);
    return isNew;
  };
  const neighbours = ideas.neighbours(path, links, (target) => resolve(target)?.path ?? null);
  const known = new Map(neighbours.flatMap((neighbour) => neighbour.here.map((link) => [link, neighbour])));

  const byRelation = new Map<Relation, readonly EntryModel[]>();
  for (const relation of RELATION_NAMES) {
    const here = links.filter((link) => link.relation === relation && (relation !== 'source' || isNewSource(link)));
    const mine = withoutCopies(here, (link) => `${identityOf(link)}#${link.heading}`);
    const implied = neighbours.filter((other) => other.relation === relation && other.provenance === 'implied');
    byRelation.set(relation, [
      ...keyed(mine, linkOf).map(({ key, item }) => ownEntry(key, item, path, resolve, known.get(item) ?? null)),
      ...implied.flatMap(impliedEntry),
    ]);
  }
  return byRelation;
}

/** What stands in a list and in a property, too, is one idea: the list says more. */
function withoutCopies(links: readonly IdeaLink[], identityOf: (link: IdeaLink) => string): readonly IdeaLink[] {
  if (links.every(isInList)) return links;
  const said = new Set(links.filter(isInList).map(identityOf));
  return links.filter((link) => {
    if (isInList(link)) return true;
    const identity = identityOf(link);
    const isNew = !said.has(identity);
    said.add(identity);
    return isNew;
  });
}

const isInList = ({ origin }: IdeaLink): boolean => wayOf(origin) === 'list';

function ownEntry(
  key: string,
  link: IdeaLink,
  path: string,
  resolve: ShownNote['resolve'],
  known: Neighbour<IdeaLink> | null,
): EntryModel {
  const file = resolve(linkOf(link));
  const name = file?.basename ?? nameOfLink(link.target);
  const isDescribedThere = link.description === '' && known?.isDescribedThere === true;
  return {
    key,
    link: linkOf(link),
    name,
    alias: link.alias.toLowerCase() === name.toLowerCase() ? '' : link.alias,
    heading: link.heading,
    field: fieldName(link),
    description: link.description,
    said: isDescribedThere ? known.description : '',
    speaks: isDescribedThere ? known.path : null,
    isSelf: file?.path === path,
    footnotes: link.footnotes,
    place: { path, line: link.line },
    resolved: file !== null,
    provenance: known?.provenance ?? 'declared',
    contradiction: known?.here[0] === link ? known.contradiction : null,
  };
}

function impliedEntry({ path, name, description, there, contradiction }: Neighbour): readonly EntryModel[] {
  if (path === null) return [];
  return [
    {
      key: `implied:${path}`,
      link: linkToPath(path),
      name,
      alias: '',
      heading: '',
      field: '',
      description: '',
      said: description,
      speaks: path,
      isSelf: false,
      footnotes: [],
      place: { path, line: there[0]?.line ?? 1 },
      resolved: true,
      provenance: 'implied',
      contradiction,
    },
  ];
}

function linkOf({ target, heading }: IdeaLink): string {
  return heading === '' ? target : `${target}#${heading}`;
}
