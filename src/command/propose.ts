import { Notice, type App } from 'obsidian';
import type { MessageKey, Translate } from '../i18n';
import { applyChanges, linePairs } from '../model/apply-changes';
import type { NoteEdit } from '../obsidian/note-place';
import type { NoteWriter } from '../obsidian/note-writer';
import { ChangePreviewModal, type PreviewOption } from '../view/change-preview-modal';
import { attempt } from './failure';
import { nameOfNote, refusalMessage, writtenMessage } from './write-messages';

export interface ProposeContext {
  readonly app: App;
  readonly t: Translate;
  readonly writer: Pick<NoteWriter, 'read' | 'write'>;
}

/** A change over one note or several that is to be shown, and then made. */
export interface Proposal {
  readonly action: MessageKey;
  readonly title: string;
  readonly options: readonly PreviewOption[];
  /** What there is to say beforehand, a sentence each. */
  readonly remarks?: readonly string[];
  /** What is written with these options on; notes without a change may be among them. */
  readonly edits: (chosen: ReadonlySet<string>) => readonly NoteEdit[];
}

/** Shows what would be written, and writes it as one change once the user agrees. */
export function propose(
  { app, t, writer }: ProposeContext,
  { action, title, options, remarks = [], edits }: Proposal,
): void {
  new ChangePreviewModal(app, t, {
    title,
    options,
    remarks,
    plan: (chosen) =>
      edits(chosen).map(({ path, text, changes }) => ({
        note: nameOfNote(path),
        before: text,
        after: applyChanges(text, changes),
        pairs: linePairs(text, changes),
      })),
    apply: (chosen) =>
      attempt(t, action, async () => {
        const all = edits(chosen);
        const result = await writer.write(t(action), all);
        const paths = all.filter(({ changes }) => changes.length > 0).map(({ path }) => path);
        new Notice(result.kind === 'refused' ? refusalMessage(result, t) : writtenMessage(result, paths, t));
      }),
  }).open();
}
