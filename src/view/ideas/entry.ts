import { setIcon, type Menu } from 'obsidian';
import type { Relation } from '../../model/vocabulary';
import type { BoxWatch } from '../box-watch';
import type { Context } from '../context';
import { elementAt } from '../event-target';
import { prepareLink } from '../links';
import { showBelow } from '../menu-place';
import { setText, type Piece } from '../pieces';
import type { EntryModel } from './entries';
import { entryMenu } from './entry-menu';

/** An entry with what its being open is remembered under. */
export interface EntryDatum {
  readonly entry: EntryModel;
  readonly relation: Relation;
  readonly openKey: string;
}

/** One idea: its name, two lines of what the note says of it, and a button that goes to where it stands. */
export class Entry implements Piece<EntryDatum> {
  #datum: EntryDatum;
  readonly #ctx: Context;
  readonly #clamps: BoxWatch;
  readonly el = createEl('li', { cls: 'idea-tiers-entry idea-tiers-item', attr: { role: 'listitem' } });
  readonly #headEl = this.el.createDiv('idea-tiers-entry-head');
  readonly #linkEl = this.#headEl.createEl('a', { cls: 'idea-tiers-entry-link idea-tiers-primary' });
  readonly #notesEl = this.#headEl.createEl('sup', { cls: 'idea-tiers-entry-notes' });
  readonly #signEl = this.#headEl.createSpan('idea-tiers-provenance');
  readonly #wantedEl = this.#headEl.createSpan({ attr: { role: 'img' } });
  readonly #asideEl = this.#headEl.createSpan('idea-tiers-entry-aside');
  readonly #lineEl = this.el.createEl('button', { cls: 'clickable-icon idea-tiers-line-button' });
  readonly #menuEl = this.el.createEl('button', { cls: 'clickable-icon idea-tiers-line-button' });
  readonly #descriptionEl = this.el.createDiv('idea-tiers-description');
  readonly #moreEl = this.el.createEl('button', { cls: 'idea-tiers-text-button idea-tiers-more' });

  constructor(datum: EntryDatum, ctx: Context, clamps: BoxWatch) {
    this.#datum = datum;
    this.#ctx = ctx;
    this.#clamps = clamps;
    setIcon(this.#lineEl, 'text-cursor-input');
    this.#lineEl.addEventListener('click', () => {
      const { line, path } = this.#datum.entry.place;
      ctx.goToLine(line, path);
    });
    setIcon(this.#menuEl, 'more-vertical');
    this.#menuEl.setAttr('aria-haspopup', 'menu');
    this.#menuEl.addEventListener('click', (evt) => showBelow(this.#menu(), evt));
    this.el.addEventListener('contextmenu', (evt) => {
      // A link has a menu of its own, and so has selected text.
      if (elementAt(evt)?.closest('a') || this.el.win.getSelection()?.toString()) return;
      evt.preventDefault();
      this.#menu().showAtMouseEvent(evt);
    });
    this.#moreEl.addEventListener('click', () => ctx.here.toggle(this.#datum.openKey));
  }

  update(datum: EntryDatum): void {
    this.#datum = datum;
    const { entry, openKey } = datum;
    const { t, inline, here } = this.#ctx;
    prepareLink(this.#linkEl, entry.link);
    setText(this.#linkEl, entry.name);
    this.#linkEl.toggleClass('is-unresolved', !entry.resolved);
    this.#drawSign();
    const contradiction = entry.contradiction === null ? '' : t(`sidebar.contradiction.${entry.contradiction}`);
    // Its name is drawn dashed; for those who cannot see that, it is said.
    this.#wantedEl.toggleClass('is-empty', entry.resolved);
    this.#wantedEl.setAttr('aria-label', t('sidebar.noNote'));
    const aside = [entry.field, entry.heading, entry.alias, contradiction];
    setText(this.#asideEl, aside.filter((part) => part !== '').join(' · '));
    setText(this.#notesEl, entry.footnotes.join(', '));
    const isElsewhere = entry.provenance === 'implied';
    this.#lineEl.setAttr(
      'aria-label',
      t(isElsewhere ? 'sidebar.goToLineThere' : 'sidebar.goToLine', { line: entry.place.line }),
    );
    this.#menuEl.setAttr('aria-label', t('ideaLink.menu', { idea: entry.name }));
    this.el.toggleClass('mod-implied', isElsewhere);
    const open = here.isOn(openKey, false);
    this.el.toggleClass('is-open', open);
    this.#moreEl.setAttr('aria-expanded', String(open));
    setText(this.#moreEl, open ? t('sidebar.less') : t('sidebar.more'));
    this.#descriptionEl.toggleClass('is-empty', entry.description === '');
    this.#descriptionEl.toggleClass('mod-there', entry.isDescribedThere);
    if (inline.draw(this.#descriptionEl, entry.description)) this.#clamps.watch(this.#descriptionEl);
  }

  canBe(): boolean {
    return true;
  }

  #menu(): Menu {
    const { t, linkActions, path, resolve } = this.#ctx;
    const { entry, relation } = this.#datum;
    return entryMenu(t, linkActions, entry, { relation, path: path(), idea: resolve(entry.link)?.path ?? null });
  }

  /** A quiet sign of which note lists which; none where it is as usual, this one the other. */
  #drawSign(): void {
    const { provenance } = this.#datum.entry;
    const isSaid = provenance !== 'declared';
    this.#signEl.toggleClass('is-empty', !isSaid);
    setText(this.#signEl, provenance === 'both' ? '⇄' : isSaid ? '←' : '');
    this.#signEl.setAttr('role', isSaid ? 'img' : null);
    this.#signEl.setAttr('aria-label', isSaid ? this.#ctx.t(`sidebar.provenance.${provenance}`) : null);
  }
}
