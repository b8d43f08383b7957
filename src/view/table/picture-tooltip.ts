import type { Translate } from '../../i18n';
import type { DrawnDot } from './picture-dots';
import type { DrawnPicture } from './picture-drawing';
import { rowName, valueAndCost } from './picture-words';

/** Pixels between a dot and what is said of it. */
const GAP = 5;

/** What a dot stands for, shown beside it. Screen readers are told by the dot's own name. */
export interface PictureTooltip {
  readonly el: HTMLElement;
  readonly show: (dot: DrawnDot, drawn: DrawnPicture) => void;
  readonly hide: () => void;
}

export function makeTooltip(t: Translate): PictureTooltip {
  const el = createDiv({ cls: 'idea-tiers-picture-tooltip is-empty', attr: { 'aria-hidden': 'true' } });
  const nameEl = el.createDiv({ cls: 'idea-tiers-picture-tooltip-name', attr: { dir: 'auto' } });
  const scoreEl = el.createDiv();
  return {
    el,
    show: ({ entry, dot }, { picture, top, width, height }) => {
      nameEl.textContent = rowName(entry);
      scoreEl.textContent = valueAndCost(entry, t);
      el.removeClass('is-empty');
      const x = Math.max(0, Math.min(dot.x - el.offsetWidth / 2, width - el.offsetWidth));
      const away = picture.radius + GAP;
      const above = dot.y + top - away - el.offsetHeight;
      // Below where there is no room above.
      const y = above >= 0 ? above : Math.min(dot.y + top + away, height);
      el.setCssProps({ '--idea-tiers-x': `${Math.round(x)}px`, '--idea-tiers-y': `${Math.round(y)}px` });
    },
    hide: () => el.addClass('is-empty'),
  };
}
