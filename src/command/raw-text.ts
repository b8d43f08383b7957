import { Notice, type TFile } from 'obsidian';
import { SameText } from '../compare/same-text';
import { stepText } from '../markdown/step-text';
import type { FoundRawText } from '../model/raw-text';
import { applyChanges } from '../model/apply-changes';
import type { ReadNote } from '../model/shown-note';
import type { TextChange } from '../model/text-change';
import { readNote } from '../read/note';
import { saidByUsers, turnTexts, type TurnText } from '../read/turn-texts';
import type { Vocabulary } from '../read/vocabulary';
import type { Note } from '../model/note';
import { writeAndTell, type ProposeContext } from './propose';
import { readNotes } from '../obsidian/note-texts';

const UID = /<!-- UID: (.+?) -->/g;

/** How raw texts are looked for, and what is taken back of them. */
export interface RawTextContext extends ProposeContext {
  readonly vocabulary: () => Vocabulary;
}

/**
 * The raw text that a note's own step 1 was made from: that of its own section, else the message of a chat with the note's UID, else the
 * message that says the same. Looks at the vault's notes in idle moments. Rejects as the vault does.
 */
export async function findRawText(
  { app, vocabulary, isLeftOut }: RawTextContext & { readonly isLeftOut: (path: string) => boolean },
  { path, text, note }: Pick<ReadNote, 'path' | 'text' | 'note'>,
  signal: AbortSignal,
): Promise<FoundRawText | null> {
  const { rawText, steps, ownSet } = note;
  const written = rawText ? stepText(text, rawText) : '';
  if (written !== '' && rawText) return { text: written, by: 'section', path, line: rawText.line };
  const first = steps.find(({ step, set }) => step === 1 && set === ownSet);
  const same = new SameText(first ? stepText(text, first) : '');
  const uids = new Set(Array.from(text.matchAll(UID), ([, uid = '']) => uid));
  let found: { readonly raw: FoundRawText; readonly likeness: number } | null = null;
  const look = (where: string, turns: readonly TurnText[]): boolean => {
    for (const turn of turns) {
      if (turn.role !== 'user' || turn.text === '') continue;
      const isNamed = where !== path && turn.uid !== '' && uids.has(turn.uid);
      const likeness = isNamed ? Infinity : same.likeness(turn.text);
      if (likeness <= (found?.likeness ?? 0)) continue;
      const raw = { text: turn.text, by: isNamed ? 'uid' : 'words', path: where, line: turn.line } as const;
      found = { raw, likeness };
    }
    return found?.likeness !== Infinity;
  };
  look(path, turnTexts(text, note.turns));
  await readNotes(
    app,
    app.vault.getMarkdownFiles().filter((file) => file.path !== path && !isLeftOut(file.path)),
    {
      signal,
      progress: () => undefined,
      take: ({ path: where }: TFile, other) => {
        const said = saidByUsers(other);
        const isNamed = [...uids].some((uid) => said.includes(uid));
        if (said === '' || !(isNamed || same.isNear(said))) return true;
        return look(where, turnTexts(other, readNote(other, vocabulary()).turns));
      },
    },
  );
  // Set within a function, which the compiler does not see.
  const result = found as { readonly raw: FoundRawText } | null;
  return result?.raw ?? null;
}

/** Makes a change that was seen where it is taken back; refused where the note would be read otherwise than in its step 1 alone. */
export async function takeWordsBack(
  context: RawTextContext,
  path: string,
  text: string,
  change: TextChange,
): Promise<void> {
  const vocabulary = context.vocabulary();
  const [before, after] = [text, applyChanges(text, [change])].map((one) => shapeOf(readNote(one, vocabulary)));
  if (before !== after) return void new Notice(context.t('raw.unclear'));
  await writeAndTell(context, 'raw.takeBack', [{ path, text, changes: [change] }]);
}

/** What of a note has to stay while words of a step are changed. */
function shapeOf({ steps, ownSet, rawText, turns, ideaLinks, tables }: Note): string {
  const kept = steps.map(({ step, set }) => [step, set]);
  return JSON.stringify([kept, ownSet, rawText?.line, turns.length, ideaLinks.length, tables.length]);
}
