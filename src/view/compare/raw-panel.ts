import { comparingTexts, placedWords, placingWords, type PlacedWord, type Stretch } from '../../compare/changed-words';
import { takeBack } from '../../compare/take-back';
import type { Step } from '../../model/note';
import type { FoundRawText } from '../../model/raw-text';
import type { ShownNote } from '../../model/shown-note';
import { making, type Work } from '../../model/work';
import { foldSpace } from '../../text/fold-space';
import { lineSpans } from '../../text/line-breaks';
import { nameOfNote } from '../../text/note-name';
import type { Context } from '../core/context';
import { lastInFrames } from '../core/in-frames';
import { showEntries } from '../core/menu-place';
import { type KeyedItem, setText } from '../core/keyed-list';
import type { RawTexts } from '../core/services';

export interface RawContext extends Pick<Context, 't' | 'goToLine' | 'attempt'> {
  readonly raw: RawTexts;
}

/** A stretch takes as long to draw as so many characters to read. */
const STRETCH = 100;

/** The note's own step 1 with a text, if it has one. */
export function ownFirstStep({ note: { steps, ownSet } }: ShownNote): Step | null {
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

  const run = lastInFrames(el, textEl);
  const draw = (): void => {
    const isDone = run(drawing(), (isDrawn) => {
      // What was left before its end is begun anew when the note is shown again.
      if (isDrawn === null) shown = null;
    });
    if (isDone) return;
    setText(statusEl, t('compare.working'));
  };
  function* drawing(): Work<true> {
    const step = shown && ownFirstStep(shown);
    fromEl.toggleClass('is-empty', found === null || step === null);
    if (!shown || !step || !found) {
      textEl.empty();
      setText(statusEl, t(step ? (search ? 'raw.searching' : 'raw.none') : 'raw.noStep'));
      return true;
    }
    const { text, path } = shown;
    const sources = { before: found.text, after: text };
    const from = found;
    const after = yield* placingBelow(text, step);
    const { stretches, words, changed, added } = yield* comparingTexts(yield* placingWords(from.text), after);
    const drawnEl = createFragment();
    let at = after[0]?.from ?? 0;
    const pass = (to: number): string => {
      const passed = cleaned(text.slice(at, Math.max(at, to)));
      at = Math.max(at, to);
      return passed;
    };
    const drawStretch = ([index, stretch]: readonly [number, Stretch]): void => {
      const [first, last] = [stretch.after[0], stretch.after.at(-1)];
      if (first) drawnEl.appendText(pass(first.from));
      if (stretch.kind === 'same') return drawnEl.appendText(last ? pass(last.to) : '');
      const here = first?.from ?? at;
      const line = (): number => lineAt(text, here);
      const was = foldSpace(sliceOf(from.text, stretch.before));
      const is = last ? pass(last.to) : '';
      // The space before a word that is gone went with it.
      const gapAt = stretch.before[0]?.from ?? 0;
      const isParted = gapAt > 0 && !/\S/.test(from.text[gapAt - 1] ?? '');
      const gap = isParted && /\S/.test(drawnEl.lastChild?.textContent?.slice(-1) ?? '') ? ' ' : '';
      // No space stands before these.
      const isClosing = /^[.,:;!?…)»”]/.test(is || text.slice(at, at + 1));
      if (!isClosing) drawnEl.appendText(gap);
      // No button: what is changed may be a sentence, and a button does not break with the lines around it.
      const changeEl = drawnEl.createSpan({
        cls: `idea-tiers-raw-change mod-${stretch.kind}`,
        attr: {
          role: 'button',
          tabindex: '0',
          'aria-label': t('raw.change', { was: was || '–', is: is || '–' }),
          'aria-haspopup': 'menu',
        },
      });
      if (was !== '') changeEl.createEl('del', { text: (isClosing ? gap : '') + was });
      if (is !== '') changeEl.createEl('ins', { text: is });
      const open = (): void => {
        const change = takeBack(sources, stretches, index);
        const back = (): void => {
          place = [...textEl.children].indexOf(changeEl);
          if (change) attempt(() => raw.takeBack(path, text, change), 'raw.takeBack');
        };
        showEntries(changeEl, [
          ...(change ? [{ title: t('raw.takeBack'), icon: 'undo-2', run: back }] : []),
          { title: t('sidebar.goToLine', { line: line() }), icon: 'arrow-right', run: () => goToLine(line()) },
        ]);
      };
      changeEl.addEventListener('click', open);
      changeEl.addEventListener('keydown', (evt) => {
        if (evt.key !== 'Enter' && evt.key !== ' ') return;
        evt.preventDefault();
        open();
      });
    };
    yield* making(stretches.entries(), drawStretch, () => STRETCH);
    const share = Math.round((100 * changed) / Math.max(1, words));
    setText(statusEl, t('raw.share', { share, changed, count: words, added }));
    setText(fromEl, t(`raw.by.${from.by}`, { note: nameOfNote(from.path), line: from.line }));
    textEl.replaceChildren(drawnEl);
    if (place >= 0) textEl.findAll('.idea-tiers-raw-change')[place]?.focus();
    place = -1;
    return true;
  }
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

/** The words of a step's text, without quote marks before its lines. */
function* placingBelow(text: string, { body: { from, to }, headEnd, textEnd }: Step): Work<readonly PlacedWord[]> {
  const part = text.slice(from, to);
  const lines = yield* making(
    lineSpans(part).slice(0, textEnd - headEnd),
    (span) => {
      const start = span.from + (/^[ \t>]*/.exec(part.slice(span.from, span.to))?.[0].length ?? 0);
      return placedWords(text, from + start, from + span.to);
    },
    (span) => span.to - span.from,
  );
  return lines.flat();
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
