import { Notice } from 'obsidian';
import type { Translate } from '../i18n';
import { changedWithin } from '../compare/words';
import { applyChanges, linePairs, withoutLines } from '../model/apply-changes';
import type { TextChange } from '../model/text-change';
import { readOutline } from '../read/outline';
import type { Vocabulary } from '../read/vocabulary';
import { ChangePreviewModal, type PreviewedChange, type PreviewOption } from '../view/core/change-preview-modal';
import type { TidyOptions } from '../write/typography';
import { propose, type ProposeContext } from './propose';
import { nameOfNote } from '../text/note-name';
import { openDialog } from '../view/core/open-dialog';

const WHOLE = { first: 1, last: Infinity };
const EVERYTHING: TidyOptions = { nbsp: true, yo: true };

type Typography = Awaited<ReturnType<typeof typography>>;

/** The rules, made when they are first asked for: they take the library longer than all else takes at start. */
async function typography() {
  const { tidyTypography } = await import('../write/typography');
  const { typographyChanges } = await import('../write/typography-changes');
  return { tidyTypography, typographyChanges };
}

/** Shows what tidying would do to drafts that stand in no note yet; `take` gets the tidied ones once the user agrees. */
export async function tidyDrafts(
  { app, t }: Pick<ProposeContext, 'app' | 't'>,
  drafts: readonly { readonly name: string; readonly text: string }[],
  take: (texts: readonly string[]) => void,
): Promise<void> {
  const rules = await typography();
  const { tidyTypography, typographyChanges } = rules;
  if (drafts.every(({ text }) => tidyTypography(text, EVERYTHING) === text))
    return void new Notice(t('steps.tidyAlready'));
  openDialog(
    new ChangePreviewModal(app, t, {
      title: t('commands.tidy'),
      options: tidyOptions(t),
      byLine: true,
      plan: (chosen) =>
        drafts.map(
          ({ name, text }) =>
            () =>
              preview(rules, name, text, optionsOf(chosen)),
        ),
      apply: (chosen, left) => {
        const options = optionsOf(chosen);
        take(
          drafts.map(({ text }, at) =>
            applyChanges(text, withoutLines(text, typographyChanges(text, WHOLE, options), left(at))),
          ),
        );
        return Promise.resolve();
      },
    }),
  );
}

/** Tidies the lines that are selected in the active editor, or the step that the cursor stands in. Rejects as the vault does. */
export async function tidySelection(context: ProposeContext & { vocabulary(): Vocabulary }): Promise<void> {
  const { app, t, writer } = context;
  const { activeEditor } = app.workspace;
  const editor = activeEditor?.editor;
  const path = activeEditor?.file?.path;
  const text = path === undefined ? null : await writer.read(path);
  if (!editor || path === undefined || text === null) return void new Notice(t('steps.noNote'));
  const [start, end] = [editor.getCursor('from'), editor.getCursor('to')];
  const [first, last] = [start.line + 1, end.line + 1];
  const step = readOutline(text, context.vocabulary()).outline.sections.find(
    ({ set, line, endLine }) => set > 0 && line <= first && first <= endLine,
  );
  const lines = editor.somethingSelected() ? { first, last } : step && { first: step.headEnd + 1, last: step.endLine };
  if (!lines) return void new Notice(t('steps.nothingToTidy'));
  const isPart = editor.somethingSelected();
  const [from, to] = [editor.posToOffset(start), editor.posToOffset(end)];
  const { typographyChanges } = await typography();
  const changesBy = (options: TidyOptions): readonly TextChange[] => {
    const changes = typographyChanges(text, lines, options);
    return isPart ? within(text, changes, from, to) : changes;
  };
  if (changesBy(EVERYTHING).length === 0) new Notice(t('steps.tidyAlready'));
  else {
    propose(context, {
      action: 'commands.tidy',
      title: t('steps.tidyIn', { note: nameOfNote(path) }),
      options: tidyOptions(t),
      byLine: true,
      edits: (chosen) => [{ path, text, changes: changesBy(optionsOf(chosen)) }],
    });
  }
}

/** Changes of lines, as far as they lie between two places. */
function within(text: string, changes: readonly TextChange[], from: number, to: number): readonly TextChange[] {
  return changes.flatMap((change) => {
    const before = text.slice(change.from, change.to);
    const insert = changedWithin(before, change.insert, from - change.from, to - change.from);
    return insert === before ? [] : [{ ...change, insert }];
  });
}

function preview(
  { tidyTypography, typographyChanges }: Typography,
  note: string,
  before: string,
  options: TidyOptions,
): PreviewedChange {
  const changes = typographyChanges(before, WHOLE, options);
  return { note, before, after: tidyTypography(before, options), pairs: linePairs(before, changes) };
}

function tidyOptions(t: Translate): readonly PreviewOption[] {
  return [
    { key: 'nbsp', name: t('steps.nbsp'), hint: t('steps.nbspHint'), value: false },
    { key: 'yo', name: t('steps.yo'), hint: t('steps.yoHint'), value: false },
  ];
}

function optionsOf(chosen: ReadonlySet<string>): TidyOptions {
  return { nbsp: chosen.has('nbsp'), yo: chosen.has('yo') };
}
