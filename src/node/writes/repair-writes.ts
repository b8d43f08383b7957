import type { Encoding, FoundCharacter, RepairedNote } from '../../model/garbled';
import { decodeBytes } from '../../repair/decode';
import { changesByLine, lossesIn } from '../../repair/losses';
import { Recovery, namesakesFirst, putBack } from '../../repair/recovery';
import { repairNote } from '../../repair/repair-note';
import { lazyPattern } from '../../text/lazily';
import { PARTNER } from './fixed-answers';
import { answer, type WriteKind, type WritePromise, type Written } from './write-kind';

/** It reads as the note did before it was garbled. */
const REPAIRS: WritePromise = { once: true, changes: {}, reads: 'healthy' };

const INVISIBLE = lazyPattern(String.raw`(?![\n\r\t])[\p{Cc}\p{Cf}]`, 'gu');

/** What is done about garbled notes: to one that is, and to copies of others that are garbled here. One row a kind. */
export const REPAIR_WRITES: readonly WriteKind[] = [
  {
    name: 'repair',
    attempts: ({ path, stored, garbling }) =>
      garbling === null ? [] : [{ what: 'without other notes', make: () => repaired(path, stored, garbling, []) }],
    promise: REPAIRS,
  },
  {
    name: 'repair-of-a-copy',
    attempts: ({ path, text }) =>
      (['macintosh', 'windows-1251'] as const).map((encoding) => ({
        what: `decoded as ${encoding}`,
        make: () => repairOf(path, garbled(text, encoding)),
        again: (then) => repairOf(path, then.stored),
      })),
    promise: REPAIRS,
  },
  {
    name: 'repair-with-losses',
    attempts: ({ path, text: whole }) => [
      {
        what: 'decoded as windows-1254, without what cannot be seen',
        make: () => {
          const text = beginning(whole);
          const copy = garbled(text, 'windows-1254').replace(INVISIBLE(), '');
          const note = repairNote(copy);
          if (note === null) return { kind: 'refused', reason: 'not garbled' };
          const guessed = new Recovery(note, true);
          guessed.read(PARTNER.path, `${text.slice(0, text.length / 2)}\n${PARTNER.text}`);
          const twin = new Recovery(note, false);
          twin.read(PARTNER.path, text);
          return answer({
            lost: note.lost,
            guessed: lossesIn(note, guessed.found()),
            restored: repaired(path, copy, note, twin.found()),
            first: namesakesFirst([PARTNER.path, path], path, text),
          });
        },
      },
    ],
    promise: null,
  },
];

/** Some lines are as good as all of them, and restored much sooner. */
function beginning(text: string): string {
  return text.slice(0, text.indexOf('\n', 1500) + 1 || undefined);
}

function repairOf(path: string, copy: string): Written {
  const note = repairNote(copy);
  return note === null ? { kind: 'refused', reason: 'not garbled' } : repaired(path, copy, note, []);
}

function repaired(path: string, text: string, note: RepairedNote, found: readonly FoundCharacter[]): Written {
  return { kind: 'edits', edits: [{ path, text, changes: changesByLine(text, putBack(note, found)) }] };
}

/** The text as it reads when its UTF-8 is decoded with another encoding. */
function garbled(text: string, encoding: Encoding): string {
  return decodeBytes(encoding, new TextEncoder().encode(text));
}
