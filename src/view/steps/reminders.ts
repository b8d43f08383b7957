import type { StepReminder } from '../../model/note-progress';
import { addButton, addIconButton } from '../core/buttons';
import type { Context } from '../core/context';
import { KeyedList } from '../core/keyed-list';

/** What the author of steps 1 and 2 may have overlooked: quiet lines, each to be followed to its step, or taken away. */
export function reminderLines({ t, goToLine, steps }: Context): KeyedList<StepReminder> {
  return new KeyedList<StepReminder>(
    (reminder) => {
      const { kind, step, line } = reminder;
      const el = createEl('li', { cls: 'idea-tiers-reminder', attr: { role: 'listitem' } });
      const words = t(kind === 'drifted' ? 'progress.drifted' : `problems.step-language-${step}`);
      addButton(el, '', '', words, () => goToLine(line));
      addIconButton(el, '', 'x', t('progress.dismiss'), () => steps.dismiss(reminder));
      // Another line is another reminder: nothing of it changes.
      return { el, update: () => undefined };
    },
    ({ key, line }) => `${key} ${line}`,
  );
}
