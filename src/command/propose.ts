import { Notice, type App } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import { applyChanges, linePairs, withoutLines } from '../model/apply-changes';
import type { NoteEdit } from '../model/text-change';
import { isGarbled } from '../repair/repair-note';
import type { NoteWriter } from '../obsidian/note-writer';
import { ChangePreviewModal, type ChangePreview } from '../view/core/change-preview-modal';
import { attempt } from './failure';
import { nameOfNote } from '../text/note-name';
import { refusalMessage, undoMessage, writtenMessage } from './write-messages';
import { openDialog } from '../view/core/open-dialog';

export interface ProposeContext {
  readonly app: App;
  readonly t: Translate;
  readonly writer: Pick<NoteWriter, 'read' | 'write' | 'undo'>;
}

/** How long it is told that something was written: there is a button to reach. */
const UNDO_MS = 10_000;

/** What is to be written into a note. */
export interface ProposedEdit extends NoteEdit {
  /** See `PreviewedChange`; left out where the changes tell by themselves. */
  readonly pairs?: ReadonlyMap<number, number>;
}

/** A change over one note or several that is to be shown, and then made. */
export interface Proposal extends Omit<ChangePreview, 'plan' | 'apply'> {
  readonly action: MessageKey;
  /** What is written with these options on; notes without a change may be among them. */
  readonly edits: (chosen: ReadonlySet<string>) => readonly ProposedEdit[];
  /** Called once it is written. */
  readonly written?: () => void;
}

/** Shows what would be written, and writes it as one change once the user agrees. Into a garbled note nothing is, but its repair. */
export function propose({ app, t, writer }: ProposeContext, { action, edits, written, ...preview }: Proposal): void {
  // What is put into it may make up the most of its text, which would seem repaired; of a repair, lines can be refused.
  const isRepair = action === 'commands.repairGarbled';
  const garbled = edits(new Set()).find(({ text, changes }) => !isRepair && changes.length > 0 && isGarbled(text));
  if (garbled) return void new Notice(refusalMessage({ reason: 'garbled', path: garbled.path }, t));
  openDialog(
    new ChangePreviewModal(app, t, {
      ...preview,
      plan: (chosen) =>
        edits(chosen).map(({ path, text, changes, pairs }) => () => ({
          note: nameOfNote(path),
          before: text,
          after: applyChanges(text, changes),
          pairs: pairs ?? linePairs(text, changes),
        })),
      apply: (chosen, left) =>
        attempt(t, action, async () => {
          const all = edits(chosen).map(({ path, text, changes }, at) => ({
            path,
            text,
            changes: withoutLines(text, changes, left(at)),
            isOfStored: isRepair,
          }));
          if (await writeAndTell({ t, writer }, action, all)) written?.();
        }),
    }),
  );
}

/** Writes edits as one change and tells how it ended, with a button that takes it back; whether something was written. */
export async function writeAndTell(
  { t, writer }: Pick<ProposeContext, 't' | 'writer'>,
  action: MessageKey,
  edits: readonly NoteEdit[],
): Promise<boolean> {
  const result = await writer.write(t(action), edits);
  const paths = edits.filter(({ changes }) => changes.length > 0).map(({ path }) => path);
  const told = result.kind === 'refused' ? refusalMessage(result, t) : writtenMessage(result, paths, t);
  const notice = new Notice(told, result.kind === 'refused' ? undefined : UNDO_MS);
  if (result.kind !== 'written') return false;
  const undo = async (): Promise<void> => void new Notice(undoMessage(await writer.undo(result), t));
  const undoEl = notice.containerEl.createEl('button', { text: t('write.undo') });
  undoEl.addEventListener('click', () => void attempt(t, 'commands.undoLast', undo));
  return true;
}
