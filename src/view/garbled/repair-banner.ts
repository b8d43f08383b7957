import type { Translate } from '../../i18n';
import { encodingName, type Garbling } from '../../model/garbled';
import { addPlainButton } from '../core/buttons';

/** What a note was decoded with, in that order, for people. */
export function wordEncodings({ encodings }: Pick<Garbling, 'encodings'>, t: Translate): string {
  const names = [...new Set(encodings.map(encodingName))].reverse().join(' + ');
  return names === encodingName(encodings[0]) && encodings.length > 1 ? t('repair.twice', { encoding: names }) : names;
}

/** What happened to a note, and what can be done. That nothing is lost is said only where nothing is in doubt. */
export function wordGarbling(garbled: Garbling, t: Translate): string {
  const lost = garbled.lost.length;
  const values = { encoding: wordEncodings(garbled, t), count: garbled.restored, lost };
  const doubtful = garbled.doubtful.length;
  const said = t(lost > 0 ? 'repair.bannerLost' : doubtful > 0 ? 'repair.bannerDoubtful' : 'repair.banner', values);
  return doubtful > 0 ? `${said} ${t('repair.doubtful', { count: doubtful })}` : said;
}

/** Says of a garbled note how it is, and offers to repair it. Nothing is drawn until there is such a note. */
export class RepairBanner {
  readonly #t: Translate;
  readonly #repair: () => void;
  readonly el = createDiv({ cls: 'idea-tiers-banner is-empty', attr: { role: 'status' } });
  #garbled: Garbling | null = null;

  constructor(t: Translate, repair: () => void) {
    this.#t = t;
    this.#repair = repair;
  }

  update(garbled: Garbling | null): void {
    if (garbled === this.#garbled) return;
    this.#garbled = garbled;
    this.el.toggleClass('is-empty', garbled === null);
    this.el.empty();
    if (garbled === null) return;
    this.el.createSpan({ text: wordGarbling(garbled, this.#t) });
    addPlainButton(this.el, { cls: 'mod-cta', text: this.#t('repair.repair') }, this.#repair);
  }
}
