import type { TFile } from 'obsidian';
import { fieldNamed, isFilledField } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { isFilled } from '../model/frontmatter';
import type { Step } from '../model/note';
import { STEP_NUMBERS } from '../model/vocabulary';
import { readNotes } from '../obsidian/note-texts';
import { readNote } from '../read/note';
import { repairNote } from '../repair/repair-note';
import { fieldNames, isLeftOut } from '../settings';
import type { NoteOpening } from '../view/core/services';
import { UnfinishedNotesModal, type Lack } from '../view/steps/unfinished-notes-modal';
import type { TemplateContext } from './chosen-template';
import { attempt } from './failure';
import { openDialog } from '../view/core/open-dialog';

export interface UnfinishedContext extends TemplateContext {
  readonly opener: Pick<NoteOpening, 'openAtLine'>;
}

/** Lists the notes of the vault with steps that lack something, while they are being read. */
export function findUnfinishedNotes(context: UnfinishedContext): void {
  const { app, t, opener } = context;
  const settings = context.settings();
  const vocabulary = context.vocabulary();
  const fields = fieldNames(settings);
  const files = app.vault.getMarkdownFiles().filter(({ path }) => !isLeftOut(settings, path));
  const emptyFields = (file: TFile, text: string): number => {
    const cache = app.metadataCache.getFileCache(file);
    // Obsidian may not have come to the note yet.
    const scan = cache ? null : scanFrontmatter(text);
    const isThere = (name: string): boolean => {
      const field = scan && fieldNamed(scan, name);
      return field ? isFilledField(field) : isFilled(cache?.frontmatter?.[name]);
    };
    return fields.filter((name) => !isThere(name)).length;
  };
  openDialog(
    new UnfinishedNotesModal(app, t, {
      count: files.length,
      gather: (found, signal, progress) => {
        const take = (file: TFile, text: string): boolean => {
          const note = readNote(repairNote(text)?.text ?? text, vocabulary);
          const steps = note.steps.filter(({ set }) => set === note.ownSet);
          if (steps.length === 0) return true;
          const lacks: Lack[] = lackingSteps(steps);
          const count = emptyFields(file, text);
          if (count > 0) lacks.push({ what: 'fields', count });
          const { path, basename: name } = file;
          found({ path, name, lacks, line: steps.find(({ words }) => words === 0)?.line ?? steps[0]?.line ?? 1 });
          return true;
        };
        return attempt(t, 'commands.unfinishedNotes', () => readNotes(app, files, { signal, progress, take }));
      },
      open: ({ path, line }) => void attempt(t, 'sidebar.openNote', () => opener.openAtLine(path, line)),
    }),
  );
}

/** What the note's own set lacks. */
function lackingSteps(steps: readonly Step[]): Lack[] {
  return STEP_NUMBERS.flatMap((number): Lack[] => {
    const found = steps.find(({ step }) => step === number);
    return found && found.words > 0 ? [] : [{ what: number, isMissing: !found }];
  });
}
