import type { IdeaLink, Note } from '../../model/note';
import { RELATION_NAMES, type Relation } from '../../model/vocabulary';
import { nameOfLink } from '../note-name';
import { keyed } from '../pieces';

/** An idea link as it is listed. */
export interface EntryModel {
  readonly key: string;
  /** What its link holds, with `#heading`. */
  readonly link: string;
  /** The name of the note it leads to, or would lead to. */
  readonly name: string;
  /** `''` if the entry has none, or one that only repeats the name. */
  readonly alias: string;
  readonly heading: string;
  readonly description: string;
  readonly footnotes: readonly string[];
  readonly line: number;
  readonly resolved: boolean;
}

export type EntriesByRelation = ReadonlyMap<Relation, readonly EntryModel[]>;

/** What a link leads to: the note's path and name, `null` when there is none. */
export type Resolve = (link: string) => { readonly path: string; readonly basename: string } | null;

/**
 * A note's idea links by relation, each list in the note's order. Sources that are listed with another relation are left out,
 * for they are footnotes of those entries, and a source that is named often is listed once.
 */
export function entriesOf(note: Note, resolve: Resolve): EntriesByRelation {
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

  const byRelation = new Map<Relation, readonly EntryModel[]>();
  for (const relation of RELATION_NAMES) {
    const mine = links.filter((link) => link.relation === relation && (relation !== 'source' || isNewSource(link)));
    const entries = keyed(mine, linkOf).map(({ key, item }) => entryOf(key, item, resolve));
    byRelation.set(relation, entries);
  }
  return byRelation;
}

function entryOf(key: string, link: IdeaLink, resolve: Resolve): EntryModel {
  const file = resolve(linkOf(link));
  const name = file?.basename ?? nameOfLink(link.target);
  return {
    key,
    link: linkOf(link),
    name,
    alias: link.alias.toLowerCase() === name.toLowerCase() ? '' : link.alias,
    heading: link.heading,
    description: link.description,
    footnotes: link.footnotes,
    line: link.line,
    resolved: file !== null,
  };
}

function linkOf({ target, heading }: IdeaLink): string {
  return heading === '' ? target : `${target}#${heading}`;
}
