import type { App, TFile } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import { readNotes } from '../obsidian/note-texts';
import type { NoteWriter } from '../obsidian/note-writer';
import { isGarbled } from '../repair/repair-note';
import { RepairSearchModal } from '../view/garbled/repair-search-modal';
import { attempt } from './failure';
import { openDialog } from '../view/core/open-dialog';

/** A walk through many notes that finds out what is to be written into them. */
interface Gathering {
  readonly action: MessageKey;
  readonly title: string;
  readonly hint: string;
  readonly files: readonly TFile[];
  /** Whether a note is looked at at all; all are without it. */
  readonly isWanted?: (file: TFile) => boolean;
  /** Looks at one note as it is now, in an editor or in its file. Garbled ones are passed over: nothing is written into them. */
  readonly take: (path: string, text: string) => void;
  /** Called when all are looked at, or the user goes on with what was found; not when the dialog was closed. */
  readonly ended: () => void;
}

/** Goes through the notes in idle moments, in a dialog that shows how far it is. */
export function gatherEdits(
  { app, t, writer }: { readonly app: App; readonly t: Translate; readonly writer: Pick<NoteWriter, 'read'> },
  { action, title, hint, files, isWanted, take, ended }: Gathering,
): void {
  openDialog(
    new RepairSearchModal(app, t, {
      title,
      hint,
      stop: t('repair.enough'),
      count: files.length,
      run: (_, signal, progress) =>
        attempt(t, action, () =>
          readNotes(app, files, {
            signal,
            progress,
            isWanted,
            read: ({ path }) => writer.read(path),
            take: ({ path }, text) => {
              if (!isGarbled(text)) take(path, text);
              return true;
            },
          }),
        ),
      ended: (dialog) => {
        dialog.close();
        ended();
        return '';
      },
    }),
  );
}
