import { turnTexts } from '../../read/turn-texts';
import { splitLines } from '../../text/line-breaks';
import { linkToNote } from '../../text/note-link';
import { titleOfText } from '../../write/title-of-text';
import { typographyChanges } from '../../write/typography-changes';
import { TEMPLATE, TITLES } from './fixed-answers';
import { newNote } from './new-note';
import {
  bodyParts,
  edit,
  type Attempt,
  type WriteKind,
  type WritePromise,
  type WrittenNote,
  type WrittenVault,
} from './write-kind';

/** The same letters, with other signs and spaces between them. */
const TIDIES: WritePromise = {
  once: true,
  changes: bodyParts('letters'),
};

/** What is made of a note's text as such: typography, and new notes. One row a kind. */
export const TEXT_WRITES: readonly WriteKind[] = [
  ...[
    { name: 'tidy', nbsp: false, yo: false },
    { name: 'tidy-nbsp', nbsp: true, yo: false },
    { name: 'tidy-yo', nbsp: false, yo: true },
  ].map(({ name, ...options }): WriteKind => ({
    name,
    attempts: (note) => [
      {
        what: 'the whole note',
        make: () => edit(note, typographyChanges(note.text, { first: 1, last: Infinity }, options)),
      },
    ],
    promise: TIDIES,
  })),
  {
    name: 'tidy-step',
    attempts: (note) =>
      note.outlined.outline.sections
        .filter(({ set }) => set > 0)
        .slice(0, 1)
        .map(({ key, line, endLine }) => ({
          what: key,
          make: () => {
            const lines = { first: line + 1, last: endLine };
            return edit(note, typographyChanges(note.text, lines, { nbsp: true, yo: true }));
          },
        })),
    promise: TIDIES,
  },
  { name: 'new-note', attempts: newNotes, promise: null },
  { name: 'notes-from-turns', attempts: notesFromTurns, promise: null },
];

function newNotes({ path, text, outlined }: WrittenNote, vault: WrittenVault): readonly Attempt[] {
  const body = splitLines(text)
    .slice(outlined.outline.bodyLine - 1)
    .join('\n');
  const link = `- ${linkToNote(vault.linkTo(path, ''))}`;
  const ideas = { upstream: [link, `${link} — again`], direct: [link], source: [link] };
  const styles = (['ru', 'en'] as const).flatMap((language) =>
    (['diamond', 'picture'] as const).map((signs) => ({ language, signs })),
  );
  return [
    ...styles.map((style) => ({
      what: `headings ${style.language}, ${style.signs}`,
      make: () => newNote({ titles: TITLES, text: body, ideas, basis: { style, titleLanguage: style.language } }),
    })),
    {
      what: 'by a template of their own',
      make: () => newNote({ titles: TITLES, text: body, ideas, basis: { template: TEMPLATE } }),
    },
    {
      what: 'by its own text as a template, titled by its first words',
      make: () => newNote({ titles: titlesOf(body), text: 'одно слово', ideas, basis: { template: text } }),
    },
  ];
}

function notesFromTurns({ path, text, note }: WrittenNote, vault: WrittenVault): readonly Attempt[] {
  return turnTexts(text, note.turns)
    .filter((turn) => turn.role === 'user' && turn.text !== '')
    .map(({ line, text: said, when, uid }) => ({
      what: `turn in line ${line}`,
      make: () => {
        const link = `- ${linkToNote(vault.linkTo(path, ''))}`;
        const source = [when === '' ? link : `${link} — ${when}`, ...(uid === '' ? [] : [`  <!-- UID: ${uid} -->`])];
        return newNote({ titles: titlesOf(said), text: said, ideas: { source } });
      },
    }));
}

function titlesOf(text: string): { readonly ru: string; readonly en: string } {
  const title = titleOfText(text);
  return /[а-яё]/i.test(title) ? { ru: title, en: '' } : { ru: '', en: title };
}
