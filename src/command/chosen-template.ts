import type { App } from 'obsidian';
import type { Translate } from '../i18n';
import type { Section } from '../model/outline';
import { STEP_NUMBERS } from '../model/vocabulary';
import { readOutline } from '../read/outline';
import type { Vocabulary } from '../read/vocabulary';
import type { Settings } from '../settings';
import { splitLines } from '../text/line-breaks';
import { unknownPlaceholders } from '../write/placeholders';

/** What the template of new notes depends on. */
export interface TemplateContext {
  readonly app: App;
  readonly t: Translate;
  settings(): Settings;
  /** How notes are read, as the settings say now. */
  vocabulary(): Vocabulary;
}

export interface ChosenTemplate {
  /** The author's own, `null` for the built-in one. */
  readonly text: string | null;
  /** What there is to say of it, a sentence each. */
  readonly remarks: readonly string[];
}

/** The template that the settings name, or the built-in one where that is gone or lacks a step. Rejects as the vault does. */
export async function chosenTemplate(context: TemplateContext): Promise<ChosenTemplate> {
  const { app, t } = context;
  const { templateNote, frontmatterFields } = context.settings();
  const path = templateNote.trim();
  const ofFields = unknownPlaceholders(frontmatterFields.join('\n')).map(({ name }) =>
    t('settings.unknown', { placeholder: `{{${name}}}` }),
  );
  if (path === '') return { text: null, remarks: ofFields };
  const file = app.vault.getFileByPath(path);
  if (!file) return { text: null, remarks: [t('template.gone', { path })] };
  const text = await app.vault.cachedRead(file);
  const vocabulary = context.vocabulary();
  const { sections, unclosed } = readOutline(text, vocabulary).outline;
  const open = unclosed.find(({ depth }) => depth === 0);
  if (open) return { text: null, remarks: [t('template.unclosed', { path, line: open.line })] };
  // Each heading has to be known by itself, for it may go into a note that has no other.
  const isSure = ({ heading: { from, to } }: Section): boolean =>
    vocabulary.stepOf(splitLines(text.slice(from, to))[0] ?? '')?.by === 'both';
  const step = STEP_NUMBERS.find(
    (number) => !sections.some((section) => section.key === `step${number}` && isSure(section)),
  );
  if (step !== undefined) return { text: null, remarks: [t('template.noStep', { path, step })] };
  const remarks = unknownPlaceholders(text).map(({ name, line }) =>
    t('template.unknown', { line, placeholder: `{{${name}}}` }),
  );
  return { text, remarks: text.startsWith('---') ? remarks : [...remarks, ...ofFields] };
}
