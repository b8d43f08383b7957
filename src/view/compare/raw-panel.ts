import { compareTexts, placedWords, type PlacedWord, type Stretch } from '../../compare/changed-words';
import { takeBack } from '../../compare/take-back';
import type { FoundRawText } from '../../model/raw-text';
import type { ShownNote } from '../../model/shown-note';
import { foldSpace } from '../../text/fold-space';
import { lineSpans } from '../../text/line-breaks';
import { nameOfNote } from '../../text/note-name';
import type { Context } from '../core/context';
import { showEntries } from '../core/menu-place';
import { type KeyedItem, setText } from '../core/keyed-list';
import type { RawTexts } from '../core/services';

export interface RawContext extends Pick<Context, 't' | 'goToLine' | 'attempt'> {
  readonly raw: RawTexts;
}

/** The note's own step 1 with a text, if it has one. */
export function ownFirstStep({ note: { steps, ownSet } }: ShownNote): ShownNote['note']['steps'][number] | null {
  return steps.find(({ step, set, words }) => step === 1 && set === ownSet && words > 0) ?? null;
}

/** A note's raw text and its step 1, word by word; what was changed can be taken back, each change on its own. */
export function rawPanel({ t, raw, goToLine, attempt }: RawContext): KeyedItem<ShownNote | null> {
  const el = createDiv('idea-tiers-compare');
  const statusEl = el.createDiv({ cls: 'idea-tiers-compare-status', attr: { role: 'status' } });
  const fromEl = el.createEl('button', 'idea-tiers-text-button idea-tiers-primary idea-tiers-raw-from');
  const textEl = el.createDiv({ cls: 'idea-tiers-raw', attr: { role: 'group', 'aria-label': t('raw.name') } });
  let shown: ShownNote | null = null;
  let found: FoundRawText | null = null;
  let search: AbortController | null = null;
  /** The change after which the focus goes to the one in its place. */
  let place = -1;
  fromEl.addEventListener('click', () => found && goToLine(found.line, found.path));

  const draw = (): void => {
    textEl.empty();
    const step = shown && ownFirstStep(shown);
    fromEl.toggleClass('is-empty', found === null || step === null);
    if (!shown || !step || !found)
      return setText(statusEl, t(step ? (search ? 'raw.searching' : 'raw.none') : 'raw.noStep'));
    const { text, path } = shown;
    const after = wordsBelow(text, step.body.from, step.body.to);
    const { stretches, words, changed, added } = compareTexts(placedWords(found.text), after);
    const share = Math.round((100 * changed) / Math.max(1, words));
    setText(statusEl, t('raw.share', { share, changed, count: words, added }));
    setText(fromEl, t(`raw.by.${found.by}`, { note: nameOfNote(found.path), line: found.line }));
    const sources = { before: found.text, after: text };
    let at = after[0]?.from ?? 0;
    const pass = (to: number): string => {
      const passed = cleaned(text.slice(at, Math.max(at, to)));
      at = Math.max(at, to);
      return passed;
    };
    for (const [index, stretch] of stretches.entries()) {
      const [first, last] = [stretch.after[0], stretch.after.at(-1)];
      if (first) textEl.appendText(pass(first.from));
      if (stretch.kind === 'same') {
        textEl.appendText(last ? pass(last.to) : '');
        continue;
      }
      const was = foldSpace(sliceOf(found.text, stretch.before));
      const from = first?.from ?? at;
      const is = last ? pass(last.to) : '';
      // The space before a word that is gone went with it.
      const gapAt = stretch.before[0]?.from ?? 0;
      if (gapAt > 0 && !/\S/.test(found.text[gapAt - 1] ?? '') && /\S$/.test(textEl.lastChild?.textContent ?? ''))
        textEl.appendText(' ');
      // No button: what is changed may be a sentence, and a button does not break with the lines around it.
      const buttonEl = textEl.createSpan({
        cls: `idea-tiers-raw-change mod-${stretch.kind}`,
        attr: {
          role: 'button',
          tabindex: '0',
          'aria-label': t('raw.change', { was: was || '–', is: is || '–' }),
          'aria-haspopup': 'menu',
        },
      });
      if (was !== '') buttonEl.createEl('del', { text: was });
      if (is !== '') buttonEl.createEl('ins', { text: is });
      const change = takeBack(sources, stretches, index);
      const open = (): void =>
        showEntries(buttonEl, [
          ...(change
            ? [
                {
                  title: t('raw.takeBack'),
                  icon: 'undo-2',
                  run: (): void => {
                    place = [...textEl.children].indexOf(buttonEl);
                    attempt(() => raw.takeBack(path, text, change), 'raw.takeBack');
                  },
                },
              ]
            : []),
          {
            title: t('sidebar.goToLine', { line: lineAt(text, from) }),
            icon: 'arrow-right',
            run: () => goToLine(lineAt(text, from)),
          },
        ]);
      buttonEl.addEventListener('click', open);
      buttonEl.addEventListener('keydown', (evt) => {
        if (evt.key !== 'Enter' && evt.key !== ' ') return;
        evt.preventDefault();
        open();
      });
    }
    if (place >= 0) textEl.findAll('.idea-tiers-raw-change')[place]?.focus();
    place = -1;
  };
  const look = (note: ShownNote): void => {
    search?.abort();
    const mine = (search = new AbortController());
    attempt(async () => {
      const result = await raw.find(note, mine.signal).finally(() => {
        if (search === mine) search = null;
      });
      if (mine.signal.aborted) return;
      found = result;
      draw();
    }, 'commands.compareRaw');
  };

  return {
    el,
    update: (note) => {
      const before = shown;
      shown = note;
      if (before !== null && before.text === note?.text && before.path === note.path) return;
      const isOther = before?.path !== note?.path || found === null || found.by === 'section' || note?.note.rawText;
      if (before?.path !== note?.path) found = null;
      if (isOther && note && ownFirstStep(note)) look(note);
      draw();
    },
  };
}

/** The words of a text between two places, without quote marks before its lines. */
function wordsBelow(text: string, from: number, to: number): readonly PlacedWord[] {
  const part = text.slice(from, to);
  return lineSpans(part).flatMap((span) => {
    const start = span.from + (/^[ \t>]*/.exec(part.slice(span.from, span.to))?.[0].length ?? 0);
    return placedWords(text, from + start, from + span.to);
  });
}

function sliceOf(text: string, words: Stretch['before']): string {
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.from, last.to) : '';
}

/** Without quote marks and signs of emphasis, as it is read. */
function cleaned(text: string): string {
  return text.replace(/(\r\n?|\n)[ \t>]*/g, '\n').replace(/\*+|__|==|~~|`/g, '');
}

function lineAt(text: string, offset: number): number {
  return lineSpans(text.slice(0, offset)).length;
}
