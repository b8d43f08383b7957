import type { Translate } from '../../i18n';
import type { Dot } from '../../rank/picture';
import type { PictureEntry } from './picture-data';
import { rowName, scoreText } from './picture-words';

/** Pixels between a dot and what is said of it. */
const GAP = 5;

/** What a dot stands for, shown beside it. Screen readers are told by the dot's own name. */
export class PictureTooltip {
  readonly el = createDiv({ cls: 'idea-tiers-picture-tooltip is-empty', attr: { 'aria-hidden': 'true' } });
  private readonly nameEl = this.el.createDiv({ cls: 'idea-tiers-picture-tooltip-name', attr: { dir: 'auto' } });
  private readonly scoreEl = this.el.createDiv();

  constructor(private readonly t: Translate) {}

  /** @param stage The size of what it must not leave, in pixels. */
  show(
    entry: PictureEntry,
    dot: Dot,
    radius: number,
    stage: { readonly width: number; readonly height: number },
  ): void {
    this.nameEl.textContent = rowName(entry);
    this.scoreEl.textContent = scoreText(entry, this.t);
    this.el.removeClass('is-empty');
    const { offsetWidth: width, offsetHeight: height } = this.el;
    const left = Math.max(0, Math.min(dot.x - width / 2, stage.width - width));
    const above = dot.y - radius - GAP - height;
    const top = above >= 0 ? above : Math.min(dot.y + radius + GAP, stage.height);
    this.el.setCssProps({ '--idea-tiers-x': `${Math.round(left)}px`, '--idea-tiers-y': `${Math.round(top)}px` });
  }

  hide(): void {
    this.el.addClass('is-empty');
  }
}
