import { linkToNote } from '../../text/note-link';
import { foldPath, nameOfNote } from '../../text/note-name';
import { wayOf } from '../../model/link-origin';
import type { IdeaLink } from '../../model/note';
import { INVERSE_RELATIONS, RELATION_NAMES, type Relation } from '../../model/vocabulary';
import { readPlacedNote } from '../../read/note';
import { readOutline } from '../../read/outline';
import { BUILT_IN } from '../../read/vocabulary';
import {
  citesFootnotes,
  editIdeaLinks,
  type LinkEdit,
  type LinkReading,
  type ShownEntry,
} from '../../write/idea-link-edit';
import { PROPERTY_NAMES } from '../../write/idea-link-fields';
import { relinkNote } from '../../write/idea-link-relink';
import { copyToProperties } from '../../write/property-copy';
import { splitLines } from '../../text/line-breaks';
import { FOOTNOTE, IDEA, PARTNER, SENTENCE } from './fixed-answers';
import { newNote } from './new-note';
import {
  answer,
  bodyParts,
  edit,
  written,
  type Attempt,
  type WriteKind,
  type WritePromise,
  type Written,
  type WrittenNote,
} from './write-kind';

/** In the text of a step the letters of a link count, too: it may be in another language without them, or with others. */
const STEP_LANGUAGE = 'step-language';

/** One more entry, and what it needs: a heading, a footnote, a row. */
const ADDS: WritePromise = {
  once: false,
  // Where nothing defined a footnote, citations were nobody's promise.
  problems: ['footnote-undefined', STEP_LANGUAGE],
  changes: { ...bodyParts('grows'), links: 'one-more' },
};

/** The same entry in another list: it is written anew there. */
const MOVES: WritePromise = {
  once: false,
  problems: ['idea-repeated', 'idea-both-ways', STEP_LANGUAGE],
  changes: {
    ...bodyParts('exchanges-within'),
    lines: 'exchanges',
    headings: 'exchanges',
    links: 'moved',
    footnotes: 'goes',
  },
};

/** What differs where an idea stands in a property, a field or behind a label: a line of several links keeps the others. */
const IN_FIELDS = { yaml: 'free', fields: 'values', lines: 'exchanges' } as const;
const HEADING = /^\uFEFF?[ >]*#{1,6}[ \t]/;
const UNDERLINE = /^[ >]*(?:=+|-+)[ \t]*$/;
const LINK = /\[\[|\]\(/;

/** Behind a label in a heading (`## Parent: [[Sea]]`) others go into the heading, too. */
function inFields({ text }: WrittenNote): Pick<Attempt, 'changes'> {
  const lines = splitLines(text);
  const isInHeading = lines.some(
    (line, at) => LINK.test(line) && (HEADING.test(line) || UNDERLINE.test(lines[at + 1] ?? '')),
  );
  return { changes: isInHeading ? { ...IN_FIELDS, headings: 'exchanges' } : IN_FIELDS };
}

/** Whether a note keeps ideas elsewhere than in lists, or has a property for them: then others may go there. */
function hasFields({ text, note: { ideaLinks, markdownLinks } }: WrittenNote): boolean {
  const isElsewhere = [...ideaLinks, ...markdownLinks].some(({ origin }) => wayOf(origin) !== 'list');
  return isElsewhere || /^(?:up|down|direct|related|source)\s*:/im.test(text);
}

/** An entry, and what only it needed: a heading, footnotes, a row. */
const REMOVES: WritePromise = {
  once: false,
  problems: [STEP_LANGUAGE],
  changes: { ...bodyParts('shrinks'), lines: 'cut', links: 'one-less', footnotes: 'goes' },
};

/** The same links, those to one note to another. */
const RELINKS: WritePromise = {
  once: true,
  problems: [STEP_LANGUAGE],
  changes: { ...bodyParts('target'), yaml: 'target', fields: 'target' },
};

/** What the dialogs over idea links write: one row a kind, or a kind and relation. */
export const LINK_WRITES: readonly WriteKind[] = [
  ...RELATION_NAMES.map((relation): WriteKind => ({
    name: `add-${relation}`,
    attempts: (note) => additions(note, relation),
    promise: ADDS,
  })),
  {
    name: 'add-in-both-notes',
    attempts: (note, vault) =>
      RELATION_NAMES.map((relation) => ({
        what: relation,
        make: () => addInBoth(note, relation, vault.linkTo(note.path, PARTNER.path)),
      })),
    promise: ADDS,
  },
  {
    name: 'add-first-in-property',
    attempts: (note) => {
      const reading = { ...note.reading, properties: { ...PROPERTY_NAMES, isFirst: true } };
      return RELATION_NAMES.map((relation) => ({
        what: relation,
        make: () =>
          edited({ ...note, reading }, { kind: 'add', relation, link: IDEA.link, sentence: '', footnote: null }),
        ...inFields(note),
      }));
    },
    promise: ADDS,
  },
  {
    name: 'copy-to-properties',
    attempts: (note) => [{ what: 'all lists', make: () => written(note, copyToProperties(note.text, note.reading)) }],
    promise: { once: true, changes: { yaml: 'free', fields: 'more-values', links: 'grows' } },
  },
  // Nothing can be moved to the sources. What stands there cannot be moved either, which each list refuses.
  ...RELATION_NAMES.filter((relation) => relation !== 'source').map((relation): WriteKind => ({
    name: `move-to-${relation}`,
    attempts: (note) =>
      firstEntries(note)
        .filter((entry) => entry.relation !== relation)
        .map((entry) => ({
          what: wordsOf(entry),
          make: () => edited(note, { kind: 'move', entry: shownOf(entry), relation }),
          // Of two lines each keeps its other links.
          ...(hasFields(note) ? { changes: { ...inFields(note).changes, lines: 'free' } as const } : {}),
        })),
    promise: MOVES,
  })),
  {
    name: 'remove',
    attempts: (note) =>
      firstEntries(note).map((entry) => ({
        what: wordsOf(entry),
        make: () => edited(note, { kind: 'remove', entry: shownOf(entry) }),
        ...(wayOf(entry.origin) === 'list' ? {} : inFields(note)),
      })),
    promise: REMOVES,
  },
  {
    name: 'relink-line',
    attempts: (note) => relinkable(note).map((entry) => relinking(note, entry, entry.line)),
    // Where a footnote is defined twice, the other one stays as it is.
    promise: { ...RELINKS, problems: ['footnote-redefined', STEP_LANGUAGE] },
  },
  {
    name: 'relink-note',
    attempts: (note) => relinkable(note).map((entry) => relinking(note, entry, null)),
    promise: RELINKS,
  },
  {
    name: 'relink-vault',
    attempts: (note, vault) =>
      wantedEntries(note, (entry) => vault.ideas.resolve(entry.target, note.path) === null)
        .slice(0, 1)
        .map((entry) => ({
          what: wordsOf(entry),
          make: () => ({ kind: 'edits', edits: vault.relinked(entry.target, IDEA.path, nameOfNote(IDEA.path)) }),
          // What the vault wants was looked for before.
          again: (note) => relinked(note, entry, null),
        })),
    promise: RELINKS,
  },
  {
    name: 'near-names',
    attempts: (note, vault) =>
      wantedEntries(note, (entry) => vault.ideas.resolve(entry.target, note.path) === null).map((entry) => ({
        what: wordsOf(entry),
        make: () => answer(vault.ideas.nearNames(entry.target)),
      })),
    promise: null,
  },
  {
    name: 'create-wanted-note',
    attempts: (note, vault) =>
      firstEntries(note).map((entry) => ({
        what: wordsOf(entry),
        make: () => {
          const name = nameOfNote(entry.target);
          const inverse = INVERSE_RELATIONS[entry.relation];
          const titles = /[а-яё]/i.test(name) ? { ru: name, en: '' } : { ru: '', en: name };
          return newNote({
            titles,
            text: '',
            ideas: inverse ? { [inverse]: [`- ${linkToNote(vault.linkTo(note.path, ''))}`] } : {},
          });
        },
      })),
    promise: null,
  },
];

function additions(note: WrittenNote, relation: Relation): readonly Attempt[] {
  const { text, reading } = note;
  const add = (sentence: string, footnote: string | null) => (): Written =>
    edited(note, { kind: 'add', relation, link: IDEA.link, sentence, footnote });
  // With a sentence alone it is added where both notes are.
  return [
    { what: 'a link alone', make: add('', null), ...(hasFields(note) ? inFields(note) : {}) },
    { what: 'with a footnote that links', make: add(SENTENCE, '') },
    { what: 'with a footnote that says something', make: add('', FOOTNOTE) },
    { what: 'whether footnotes are usual', make: () => answer(citesFootnotes(text, relation, reading)) },
  ];
}

/** Here, and the other way round in the other note; nowhere where that refuses. */
function addInBoth(note: WrittenNote, relation: Relation, back: string): Written {
  const here = edited(note, { kind: 'add', relation, link: IDEA.link, sentence: SENTENCE, footnote: null });
  const inverse = INVERSE_RELATIONS[relation];
  if (here.kind !== 'edits' || !inverse) return here;
  const reading: LinkReading = {
    ...note.reading,
    note: (text) => readPlacedNote(text),
    outline: (text, read) => readOutline(text, BUILT_IN, read),
  };
  const added = { kind: 'add', relation: inverse, link: back, sentence: SENTENCE, footnote: null } as const;
  const there = editIdeaLinks(PARTNER.text, added, reading);
  return there.kind === 'refused'
    ? there
    : { kind: 'edits', edits: [...here.edits, { ...PARTNER, changes: there.changes }] };
}

function edited(note: WrittenNote, change: LinkEdit): Written {
  return written(note, editIdeaLinks(note.text, change, note.reading));
}

function relinking(note: WrittenNote, entry: IdeaLink, line: number | null): Attempt {
  return {
    what: wordsOf(entry),
    make: () => relinked(note, entry, line),
    again: (then) => relinked(then, entry, line),
  };
}

function relinked(note: WrittenNote, { target }: IdeaLink, line: number | null): Written {
  return edit(note, relinkNote(note.text, { from: target, link: nameOfNote(IDEA.path), path: IDEA.path }, line));
}

/** The first entry of each list, of wikilinks and of Markdown links. */
function firstEntries({ note }: WrittenNote): readonly IdeaLink[] {
  return [note.ideaLinks, note.markdownLinks].flatMap((links) =>
    RELATION_NAMES.flatMap((relation) => links.find((link) => link.relation === relation) ?? []),
  );
}

/**
 * Those that may be led elsewhere. A note is there for its own name, which nobody leads away; links to its headings are its table of
 * contents, and would be ideas.
 */
function relinkable(note: WrittenNote): readonly IdeaLink[] {
  const own = [note.path, note.name].map(foldPath);
  return firstEntries(note).filter(({ target }) => !own.includes(foldPath(target)));
}

/** The entries without a note, each target once. */
function wantedEntries({ note }: WrittenNote, isWanted: (entry: IdeaLink) => boolean): readonly IdeaLink[] {
  const targets = new Map(note.ideaLinks.map((entry) => [entry.target, entry]));
  return [...targets.values()].filter(isWanted);
}

function shownOf({ line, target, heading, relation }: IdeaLink): ShownEntry {
  return { line, target, heading, relation };
}

function wordsOf({ line, relation, target }: IdeaLink): string {
  return `${relation} in line ${line}: ${target}`;
}
