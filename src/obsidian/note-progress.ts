import type { Frontmatter } from '../model/frontmatter';
import type { Note } from '../model/note';
import type { NoteProgress, StepReminder } from '../model/note-progress';
import { stepText } from '../markdown/step-text';
import type { StepBaselines } from './step-baselines';

/** How far the note at `path` has come; `null` for a note without steps. */
export function noteProgress(
  path: string,
  text: string,
  note: Note,
  frontmatter: Frontmatter,
  seen: StepBaselines,
): NoteProgress | null {
  const { steps } = note;
  if (steps.length === 0) return null;
  const texts = steps.map((step) => stepText(text, step));
  const sets = Array.from({ length: steps.reduce((most, { set }) => Math.max(most, set), 0) }, (_, index) => {
    const at = (step: 1 | 2): number => steps.findIndex((found) => found.set === index + 1 && found.step === step);
    const second = at(2);
    return { first: texts[at(1)] ?? '', second: texts[second] ?? '', line: steps[second]?.line ?? 0 };
  });
  const drifted = seen.look(path, sets);
  const language = note.problems.flatMap((problem): StepReminder[] => {
    if (problem.code !== 'step-language') return [];
    const { step, line } = problem;
    const at = steps.findIndex((found) => found.line === line);
    const key = seen.keyOf('language', texts[at] ?? '');
    return steps[at]?.set !== note.ownSet || seen.isDismissed(path, key) ? [] : [{ kind: 'language', step, line, key }];
  });
  return { frontmatter, characters: texts.map(({ length }) => length), reminders: [...drifted, ...language] };
}
