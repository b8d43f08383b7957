import type { MessageKey } from '../../i18n';
import { FIELD_WORDS } from '../../i18n/field-words';
import { SIGNAL_FIELDS, type Frontmatter } from '../../model/frontmatter';
import type { Note } from '../../model/note';
import type { ShownNote } from '../../model/shown-note';
import { addButton, addIconButton } from '../core/buttons';
import { comparePanel } from '../compare/compare-panel';
import { comparableSets } from '../compare/compared-steps';
import { ownFirstStep, rawPanel } from '../compare/raw-panel';
import type { Context } from '../core/context';
import { sectionList, type SectionSpec } from '../core/section';
import { reminderLines } from './reminders';
import { signalFields } from './signal-fields';
import { stepSegments } from './step-segments';
import type { StepSet } from './step-sets';

/**
 * Draws how far the note has come: its steps, what may have been overlooked in them, steps 1 and 2 compared, the fields of the
 * frontmatter that are empty, and what the signal fields say.
 */
export function stepsPart(ctx: Context): (el: HTMLElement, shown: ShownNote, sets: readonly StepSet[]) => void {
  const { t, steps } = ctx;
  const drawSegments = stepSegments(ctx);
  const drawSignals = signalFields(ctx);
  const reminders = reminderLines(ctx);
  const folds = sectionList(ctx);
  const rawEl = createDiv('idea-tiers-raw');
  const setsEl = createDiv();
  const remindersEl = createEl('ul', { cls: 'idea-tiers-reminders', attr: { role: 'list' } });
  const inTabEl = createEl('button', { cls: 'idea-tiers-in-tab', text: t('compare.inTab') });
  inTabEl.addEventListener('click', steps.compareInTab);
  const rawInTabEl = createEl('button', { cls: 'idea-tiers-in-tab', text: t('raw.inTab') });
  rawInTabEl.addEventListener('click', steps.compareRawInTab);
  let panel: ReturnType<typeof comparePanel> | null = null;
  let raw: ReturnType<typeof rawPanel> | null = null;

  /** Long steps take a while to compare: first the note is painted. */
  const drawPanel = (el: HTMLElement, shown: ShownNote): void => {
    panel ??= comparePanel(ctx);
    if (panel.el.parentElement !== el) el.append(panel.el);
    panel.el.toggleClass('is-empty', shown.progress === null);
    if (shown.progress !== null) panel.update(shown);
  };
  const drawRaw = (el: HTMLElement, shown: ShownNote): void => {
    raw ??= rawPanel(ctx);
    if (raw.el.parentElement !== el) el.append(raw.el, rawInTabEl);
    raw.update(shown);
  };
  const drawEmpty = (el: HTMLElement, fields: readonly string[]): void => {
    el.empty();
    const listEl = el.createEl('dl', 'idea-tiers-fields');
    for (const field of fields) {
      listEl.createEl('dt', { text: field });
      const words = FIELD_WORDS.get(field);
      if (words !== undefined) listEl.createEl('dd', { text: t(words) });
    }
  };
  /** None where there is nothing to count. */
  const fold = (key: string, title: MessageKey, count: number, draw: SectionSpec['draw']): readonly SectionSpec[] =>
    count === 0
      ? []
      : [
          {
            key: `steps:${key}`,
            title: t(title),
            count: key === 'compare' || key === 'raw' ? '' : String(count),
            level: 'inner',
            openByDefault: false,
            // What is open in one note would cost all others their time.
            toggles: ctx.here,
            draw,
          },
        ];

  /** The raw text, and a way to take it out once step 1 stands. */
  const drawRawLine = ({ rawText, steps: all, ownSet }: Note): void => {
    const isDone = all.some(({ set, step, words }) => set === ownSet && step === 1 && words > 0);
    const key = rawText ? `${rawText.line} ${rawText.words} ${isDone}` : '';
    if (rawEl.dataset.raw === key) return;
    rawEl.dataset.raw = key;
    rawEl.empty();
    rawEl.toggleClass('idea-tiers-reminder', rawText !== null);
    if (rawText === null) return;
    const words = t(isDone ? 'rawText.kept' : 'rawText.uncorrected', { count: rawText.words });
    addButton(rawEl, '', '', words, () => ctx.goToLine(rawText.line));
    if (isDone) addIconButton(rawEl, '', 'x', t('commands.removeRawText'), () => steps.removeRawText());
  };

  return (el, shown, sets) => {
    const { progress, note } = shown;
    const characters = progress?.characters.length === note.steps.length ? progress.characters : null;
    if (setsEl.parentElement !== el) el.append(rawEl, setsEl, remindersEl, inTabEl);
    drawRawLine(note);
    drawSegments(setsEl, sets, (step) => characters?.[note.steps.indexOf(step)] ?? null);
    reminders.draw(remindersEl, progress?.reminders ?? []);
    const comparable = comparableSets(note).length;
    inTabEl.toggleClass('is-empty', comparable === 0);
    const { frontmatter } = progress ?? { frontmatter: null };
    const empty = frontmatter ? emptyFields(frontmatter, steps.fields()) : [];
    const signals = SIGNAL_FIELDS.filter((field) => frontmatter?.filled.includes(field)).length;
    folds.draw(el, [
      ...fold('compare', 'commands.compareSteps', comparable, (at) => drawPanel(at, shown)),
      ...fold('raw', 'commands.compareRaw', ownFirstStep(shown) ? 1 : 0, (at) => drawRaw(at, shown)),
      ...fold('empty', 'progress.emptyFields', empty.length, (at) => drawEmpty(at, empty)),
      ...fold('signals', 'progress.signals', signals, (at) => frontmatter && drawSignals(at, frontmatter.signals)),
    ]);
  };
}

/** The fields of new notes that this one lacks or leaves empty; none where the frontmatter cannot be read. */
function emptyFields({ filled, problems }: Frontmatter, fields: readonly string[]): readonly string[] {
  return problems.some(({ code }) => code === 'frontmatter-syntax')
    ? []
    : fields.filter((field) => !filled.includes(field));
}
