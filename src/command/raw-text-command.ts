import { Notice } from 'obsidian';
import { ownSteps } from '../model/outline';
import { readOutline } from '../read/outline';
import type { Vocabulary } from '../read/vocabulary';
import { nameOfNote } from '../text/note-name';
import { rawTextRemoval } from '../write/raw-text';
import { propose, type ProposeContext } from './propose';

export interface RawTextContext extends ProposeContext {
  vocabulary(): Vocabulary;
}

/** Takes the raw text out of a note in which step 1 stands, after a preview. Rejects as the vault does. */
export async function removeRawText(context: RawTextContext, path: string): Promise<void> {
  const { t, writer } = context;
  const text = await writer.read(path);
  if (text === null) return void new Notice(t('steps.noNote'));
  const note = readOutline(text, context.vocabulary());
  const name = nameOfNote(path);
  const change = rawTextRemoval(note);
  if (change === null) return void new Notice(t('rawText.none', { note: name }));
  if (!ownSteps(note.outline).some(({ key, words }) => key === 'step1' && words > 0))
    return void new Notice(t('rawText.stillNeeded'));
  propose(context, {
    action: 'commands.removeRawText',
    title: t('rawText.removeFrom', { note: name }),
    options: [],
    edits: () => [{ path, text, changes: [change] }],
  });
}
