import { setIcon, type Menu } from 'obsidian';
import type { Relation } from '../../model/vocabulary';
import type { Context } from '../core/context';
import { elementAt } from '../core/event-target';
import { prepareLink } from '../core/links';
import { showBelow } from '../core/menu-place';
import { setName, setText, type KeyedItem } from '../core/keyed-list';
import type { EntryModel } from './entries';
import { entryMenu } from './entry-menu';

/** An entry with what its being open is remembered under. */
export interface EntryDatum {
  readonly entry: EntryModel;
  readonly relation: Relation;
  readonly openKey: string;
}

/** One idea: its name, two lines of what is said of it, which unfold, and one button for all that can be done with it. */
export class Entry implements KeyedItem<EntryDatum> {
  #datum: EntryDatum;
  readonly #ctx: Context;
  readonly el = createEl('li', { cls: 'idea-tiers-entry idea-tiers-item', attr: { role: 'listitem' } });
  readonly #headEl = this.el.createDiv('idea-tiers-entry-head');
  readonly #linkEl = this.#headEl.createEl('a', { cls: 'idea-tiers-entry-link idea-tiers-primary' });
  readonly #notesEl = this.#headEl.createEl('sup', { cls: 'idea-tiers-entry-notes' });
  readonly #signEl = this.#headEl.createSpan('idea-tiers-provenance');
  readonly #wantedEl = this.#headEl.createSpan({ attr: { role: 'img' } });
  readonly #asideEl = this.#headEl.createSpan('idea-tiers-entry-aside');
  readonly #menuEl = this.el.createEl('button', { cls: 'clickable-icon idea-tiers-line-button' });
  readonly #descriptionEl = this.el.createDiv('idea-tiers-description');
  readonly #saidEl = this.el.createDiv('idea-tiers-said');

  constructor(datum: EntryDatum, ctx: Context) {
    this.#datum = datum;
    this.#ctx = ctx;
    setIcon(this.#menuEl, 'more-vertical');
    this.#menuEl.setAttr('aria-haspopup', 'menu');
    this.#menuEl.addEventListener('click', (evt) => showBelow(this.#menu(), evt));
    this.el.addEventListener('contextmenu', (evt) => {
      // A link in a description has a menu of its own, and so has selected text.
      const linkEl = elementAt(evt)?.closest('a') ?? this.#linkEl;
      if (linkEl !== this.#linkEl || this.el.win.getSelection()?.toString()) return;
      evt.preventDefault();
      // The key for menus has no place of its own.
      if (evt.button === 2) this.#menu().showAtMouseEvent(evt);
      else showBelow(this.#menu(), evt, this.#menuEl);
    });
    for (const el of [this.#descriptionEl, this.#saidEl]) {
      el.addEventListener('click', (evt) => {
        if (!elementAt(evt)?.closest('a') && !this.el.win.getSelection()?.toString()) this.#toggle();
      });
    }
    this.#linkEl.addEventListener('keydown', (evt) => {
      const folds = { ArrowRight: 'false', ArrowLeft: 'true' }[evt.key];
      if (folds === undefined || this.#linkEl.getAttribute('aria-expanded') !== folds) return;
      evt.preventDefault();
      this.#toggle();
    });
  }

  update(datum: EntryDatum): void {
    this.#datum = datum;
    const { entry, openKey } = datum;
    const { t, inline, here } = this.#ctx;
    prepareLink(this.#linkEl, entry.link);
    setName(this.#linkEl, entry.name);
    this.#linkEl.toggleClass('is-unresolved', !entry.resolved);
    this.#drawSign();
    const contradiction = entry.contradiction === null ? '' : t(`sidebar.contradiction.${entry.contradiction}`);
    // Its name is drawn dashed; for those who cannot see that, it is said.
    this.#wantedEl.toggleClass('is-empty', entry.resolved);
    this.#wantedEl.setAttr('aria-label', t('sidebar.noNote'));
    const aside = [entry.field, entry.heading, entry.alias, contradiction];
    setText(this.#asideEl, aside.filter((part) => part !== '').join(' · '));
    const ids = entry.footnotes.join(', ');
    setText(this.#notesEl, ids);
    // A number alone says nothing to those who do not see that it is raised.
    this.#notesEl.setAttrs(
      ids === '' ? { role: null, 'aria-label': null } : { role: 'img', 'aria-label': t('sidebar.footnotes', { ids }) },
    );
    this.#menuEl.setAttr('aria-label', t('ideaLink.menu', { idea: entry.name }));
    this.el.toggleClass('mod-implied', entry.provenance === 'implied');
    this.el.toggleClass('mod-self', entry.isSelf);
    this.el.toggleClass('is-open', here.isOn(openKey, false));
    inline.draw(this.#saidEl, entry.said && t('sidebar.said', { text: entry.said }));
    this.#drawDescription();
  }

  canBe(): boolean {
    return true;
  }

  /** Where only the other note says something, that is of this note: what the other says of itself tells more. */
  #drawDescription(): void {
    const datum = this.#datum;
    const { description, speaks } = datum.entry;
    const about = speaks === null ? description : this.#ctx.about(speaks);
    this.#describe(typeof about === 'string' ? about : '');
    if (typeof about === 'string') return;
    void about.then((text) => {
      if (this.#datum === datum) this.#describe(text);
    });
  }

  #describe(text: string): void {
    const { entry, openKey } = this.#datum;
    this.#ctx.inline.draw(this.#descriptionEl, text);
    this.#descriptionEl.toggleClass('is-empty', text === '');
    const open = text === '' && entry.said === '' ? null : String(this.#ctx.here.isOn(openKey, false));
    this.#linkEl.setAttr('aria-expanded', open);
  }

  #toggle(): void {
    this.#ctx.here.toggle(this.#datum.openKey);
  }

  #menu(): Menu {
    const { t, linkActions, path, resolve, goToLine, addFileItems } = this.#ctx;
    const { entry, relation } = this.#datum;
    const { line, path: at } = entry.place;
    const menu = entryMenu(t, linkActions, entry, {
      relation,
      path: path(),
      idea: resolve(entry.link)?.path ?? null,
      goToLine: () => goToLine(line, at),
    });
    if (entry.resolved) addFileItems(menu, entry.link);
    return menu;
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
