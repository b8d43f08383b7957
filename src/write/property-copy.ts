import { applyChanges } from '../model/apply-changes';
import type { IdeaLink } from '../model/note';
import type { TextChange } from '../model/text-change';
import { RELATION_NAMES } from '../model/vocabulary';
import { foldPath } from '../text/note-name';
import { linksOf } from './idea-link-check';
import { keepsProperties, propertiesFor, PROPERTY_NAMES } from './idea-link-fields';
import { keepsMeaning } from './idea-link-guard';
import { readLines } from './idea-link-lines';
import { refused, type LinkEditResult } from './idea-link-made';
import { takeApart, type LinkReading } from './idea-link-note';
import { Properties } from './property-values';

/**
 * What copies the idea links of a note's lists, fields and labels into its properties, relation by relation: behind those that stand
 * there, none twice, as lists. No changes where all stand there already. Links that nothing introduces are left where they are.
 */
export function copyToProperties(text: string, reading: LinkReading): LinkEditResult {
  const note = takeApart(text, reading);
  const { names } = reading.properties ?? PROPERTY_NAMES;
  const properties = new Properties(text);
  const changes: TextChange[] = [];
  const begun: (readonly [string, readonly string[]])[] = [];
  const wanted: string[] = [];
  const listed = new Set(note.note.ideaLinks);
  for (const relation of RELATION_NAMES) {
    const links = linksOf(note.note).filter((link) => link.relation === relation);
    const known = new Set(links.filter(({ origin }) => origin === 'property').map(({ target }) => foldPath(target)));
    const copied: string[] = [];
    for (const link of links) {
      const { target, heading } = link;
      if (!listed.has(link) || known.has(foldPath(target)) || !isCopied(link, reading)) continue;
      known.add(foldPath(target));
      copied.push(`[[${target}${heading === '' ? '' : `#${heading}`}]]`);
      wanted.push(keyOf({ ...link, origin: 'property' }));
    }
    if (copied.length === 0) continue;
    const mine = note.entries.filter(({ links: [first] }) => first?.relation === relation);
    const fields = propertiesFor(properties, mine, names[relation]);
    const added = fields.map((field) => properties.added(field, copied)).find((one) => one !== null);
    if (added) for (const change of added) changes.push(change);
    else if (fields.length > 0) return refused('property');
    else begun.push([names[relation][0] ?? relation, copied]);
  }
  const more = begun.length === 0 ? [] : properties.begun(begun, true);
  if (more === null) return refused('property');
  const all = [...changes, ...more].sort((a, b) => a.from - b.from);
  const after = applyChanges(text, all);
  const read = reading.note(after);
  const isMeant =
    [...linksOf(note.note).map(keyOf), ...wanted].sort().join('\n') === linksOf(read).map(keyOf).sort().join('\n');
  const edit = { before: note, after: { text: after, lines: readLines(after), note: read }, changes: all };
  const isKept = keepsMeaning({ ...edit, parts: [], added: [], isMove: false }) && keepsProperties(note, read, all);
  return isMeant && isKept ? { kind: 'changes', changes: all } : refused('unclear');
}

/** How many links of the same places are left out, because they are Markdown links: no property follows those. */
export function leftOutOf(text: string, reading: LinkReading): number {
  return reading.note(text).markdownLinks.filter((link) => isCopied(link, reading)).length;
}

/** Whether a link stands in a list, a field or behind a label, and something introduces it. */
function isCopied({ origin, relation, group }: IdeaLink, { relationOf }: LinkReading): boolean {
  if (origin === 'property' || origin === 'line') return false;
  return origin === 'field' || origin === 'label' || relation !== 'related' || relationOf(group) !== null;
}

function keyOf({ relation, target, heading, origin, ...said }: IdeaLink): string {
  const more = origin === 'property' ? [] : [said.description, said.footnotes, said.group];
  return JSON.stringify([relation, target, heading, origin, ...more]);
}
