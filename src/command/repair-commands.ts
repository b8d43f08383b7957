import { Notice, Setting, type TFile } from 'obsidian';
import type { FoundCharacter, RepairedNote } from '../model/garbled';
import type { Work } from '../model/work';
import { readNotes } from '../obsidian/note-texts';
import { changesByLine, lossesIn } from '../repair/losses';
import { Recovery, namesakesFirst, putBack } from '../repair/recovery';
import { repairNote } from '../repair/repair-note';
import { isLeftOut, type Settings } from '../settings';
import { wordEncodings, wordGarbling } from '../view/garbled/repair-banner';
import { drawDoubtfulLines, drawLosses } from '../view/garbled/repair-losses';
import { RepairSearchModal } from '../view/garbled/repair-search-modal';
import { attempt } from './failure';
import { propose, type ProposeContext } from './propose';
import { nameOfNote } from '../text/note-name';
import { textOf } from './note-to-write';
import { openDialog } from '../view/core/open-dialog';

/** What the commands over garbled notes are handed. */
export interface RepairContext extends ProposeContext {
  readonly settings: () => Settings;
}

const ACTION = 'commands.repairGarbled';

/**
 * Shows what becomes of a garbled note, and writes it once the user agrees; what is lost is looked for in the other notes first.
 * `written` is called after it was written.
 */
export async function repairGarbledNote(context: RepairContext, path: string, written = nothing): Promise<void> {
  const { t } = context;
  const text = await textOf(context, path);
  if (text === null) return;
  const note = repairNote(text);
  if (note === null) new Notice(t('repair.healthy', { note: nameOfNote(path) }));
  else if (note.lost.length === 0) preview(context, { path, text, note, found: [] }, written);
  else searchNotes(context, { path, text, note }, written);
}

const nothing = (): void => undefined;

interface Garbled {
  readonly path: string;
  readonly text: string;
  readonly note: RepairedNote;
}

function searchNotes(context: RepairContext, garbled: Garbled, written: () => void): void {
  const { app, t } = context;
  const { path, note } = garbled;
  const files = new Map(notesOf(context).map((file) => [file.path, file]));
  const sorted = namesakesFirst([...files.keys()], path, note.text).flatMap((one) => files.get(one) ?? []);
  const recovery = new Recovery(note, true);
  openDialog(
    new RepairSearchModal(app, t, {
      title: t('write.title', { action: t(ACTION), note: nameOfNote(path) }),
      hint: t('repair.searching', { count: note.lost.length }),
      stop: t('repair.enough'),
      count: sorted.length,
      run: (_, signal, progress) => {
        const take = function* (file: TFile, text: string): Work<boolean> {
          yield* recovery.reading(file.path, text);
          return !recovery.isComplete;
        };
        return attempt(t, ACTION, () => readNotes(app, sorted, { signal, progress, take }));
      },
      ended: (dialog) => {
        dialog.close();
        preview(context, { ...garbled, found: recovery.found() }, written);
        return '';
      },
    }),
  );
}

function preview(
  context: RepairContext,
  { path, text, note, found }: Garbled & { readonly found: readonly FoundCharacter[] },
  written: () => void,
): void {
  const { t } = context;
  const refused = new Set<number>();
  const leftLines = new Set<number>();
  const exact = found.filter(({ twin }) => twin !== null);
  const notes = [...new Set(exact.map(({ twin }) => nameOfNote(twin ?? '')))].join(', ');
  propose(context, {
    action: ACTION,
    title: t('write.title', { action: t(ACTION), note: nameOfNote(path) }),
    remarks: [wordGarbling(note, t), ...(notes === '' ? [] : [t('repair.exact', { count: exact.length, notes })])],
    options: [],
    more: (el, redraw) => {
      const refuse =
        (ones: Set<number>) =>
        (one: number, isRefused: boolean): void => {
          if (isRefused) ones.add(one);
          else ones.delete(one);
          redraw();
        };
      drawLosses(el, t, lossesIn(note, found), refuse(refused));
      drawDoubtfulLines(el, t, note, refuse(leftLines));
    },
    edits: () => {
      const accepted = found.filter(({ at }) => !refused.has(at));
      return [{ path, text, changes: changesByLine(text, putBack(note, accepted), leftLines) }];
    },
    written,
  });
}

/** Lists the garbled notes of the vault as they are found, each with a button that repairs it. */
export function findGarbledNotes(context: RepairContext): void {
  const { app, t } = context;
  const files = notesOf(context);
  let count = 0;
  openDialog(
    new RepairSearchModal(app, t, {
      title: t('commands.findGarbled'),
      hint: t('repair.finding'),
      stop: t('repair.stop'),
      count: files.length,
      run: (listEl, signal, progress) => {
        const take = (file: TFile, text: string): boolean => {
          const note = repairNote(text);
          if (note) {
            count++;
            addRow(context, listEl, file, note);
          }
          return true;
        };
        return attempt(t, 'commands.findGarbled', () => readNotes(app, files, { signal, progress, take }));
      },
      ended: () => t('repair.found', { count }),
    }),
  );
}

function addRow(context: RepairContext, listEl: HTMLElement, { basename, path }: TFile, note: RepairedNote): void {
  const { t } = context;
  const share = Math.round((100 * (note.restored + note.lost.length)) / [...note.text].length);
  const about = [t('repair.row', { encoding: wordEncodings(note, t), share })];
  const isSure = note.doubtful.length === 0;
  if (isSure || note.lost.length > 0) about.push(t('repair.rowLost', { lost: note.lost.length }));
  if (!isSure) about.push(t('repair.doubtful', { count: note.doubtful.length }));
  const row = new Setting(listEl).setName(basename).setDesc(about.join(' · '));
  row.addButton((button) =>
    button.setButtonText(t('repair.repair')).onClick(() => {
      void attempt(t, ACTION, () => repairGarbledNote(context, path, () => row.settingEl.remove()));
    }),
  );
}

/** All notes but those in folders that are left out. */
function notesOf({ app, settings }: RepairContext): readonly TFile[] {
  return app.vault.getMarkdownFiles().filter((file) => !isLeftOut(settings(), file.path));
}
