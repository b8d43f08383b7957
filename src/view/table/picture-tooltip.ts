import type { Translate } from '../../i18n';
import type { DrawnDot } from './picture-dots';
import type { DrawnPicture } from './picture-drawing';
import { rowName, valueAndCost } from './picture-words';
import type { WriteScore } from './score-writer';

/** Pixels between a dot and what is said of it. */
const GAP = 5;
/** So many rows of a dot are named under the pointer; all of them are in its menu. */
const MOST_NAMED = 12;

/** What a dot stands for, each row by its name, shown beside it. Screen readers are told by the dot's own name. */
export interface PictureTooltip {
  readonly el: HTMLElement;
  readonly show: (dot: DrawnDot, drawn: DrawnPicture, write: WriteScore) => void;
  readonly hide: () => void;
}

export function makeTooltip(t: Translate): PictureTooltip {
  const el = createDiv({ cls: 'idea-tiers-picture-tooltip is-empty', attr: { 'aria-hidden': 'true' } });
  const namesEl = el.createDiv();
  const scoreEl = el.createDiv();
  return {
    el,
    show: ({ entries, dot }, { picture, width, height }, write) => {
      const [first] = entries;
      const more = entries.length - MOST_NAMED;
      const names = [
        ...entries.slice(0, MOST_NAMED).map(rowName),
        ...(more > 0 ? [t('picture.more', { count: more })] : []),
      ];
      namesEl.empty();
      for (const text of names)
        namesEl.createDiv({ cls: 'idea-tiers-picture-tooltip-name', text, attr: { dir: 'auto' } });
      scoreEl.textContent = valueAndCost(first, write, t);
      el.removeClass('is-empty');
      const x = Math.max(0, Math.min(dot.x - el.offsetWidth / 2, width - el.offsetWidth));
      const away = picture.radius + GAP;
      const above = dot.y - away - el.offsetHeight;
      // Below where there is no room above.
      const y = above >= 0 ? above : Math.min(dot.y + away, height);
      el.setCssProps({ '--idea-tiers-x': `${Math.round(x)}px`, '--idea-tiers-y': `${Math.round(y)}px` });
    },
    hide: () => el.addClass('is-empty'),
  };
}
