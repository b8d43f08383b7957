import { RELATION_NAMES, type Relation } from '../../model/vocabulary';
import { fold } from '../../text/fold';
import type { Context } from '../core/context';
import { KeyedList, type KeyedItem } from '../core/keyed-list';
import { sectionList, type SectionSpec } from '../core/section';
import { Entry, type EntryDatum } from './entry';
import type { EntriesByRelation, EntryModel } from './entries';

/** A longer list shows this many entries first. */
const MOST_ENTRIES = 20;
/** A list with more than these can be filtered. */
const MOST_UNFILTERED = 15;

const ICONS: Readonly<Record<Relation, string>> = {
  upstream: 'arrow-up',
  direct: '',
  downstream: 'arrow-down',
  related: '',
  source: '',
};

interface ListDatum {
  readonly relation: Relation;
  readonly entries: readonly EntryModel[];
}

class RelationList implements KeyedItem<ListDatum> {
  #datum: ListDatum;
  readonly #ctx: Context;
  readonly #pieces: KeyedList<EntryDatum>;
  readonly el = createDiv('idea-tiers-relation');
  readonly #filterEl = this.el.createEl('input', { cls: 'idea-tiers-search', type: 'search' });
  readonly #listEl = this.el.createEl('ul', { cls: 'idea-tiers-entries', attr: { role: 'list' } });
  readonly #nameEl = this.el.createSpan({ attr: { hidden: '' } });
  readonly #allEl = this.el.createEl('button', { cls: 'idea-tiers-text-button idea-tiers-show-all' });
  /** The note whose list is filtered. */
  #path = '';

  constructor(datum: ListDatum, ctx: Context, pieces: KeyedList<EntryDatum>) {
    this.#datum = datum;
    this.#ctx = ctx;
    this.#pieces = pieces;
    this.#nameEl.id = ctx.newId();
    this.#listEl.setAttr('aria-labelledby', this.#nameEl.id);
    this.#filterEl.addEventListener('input', () => ctx.drawIdeas());
    this.#filterEl.addEventListener('keydown', (evt) => this.#onFilterKey(evt));
    // What is typed at an entry is looked for: the letter itself goes to what has the focus by then.
    this.#listEl.addEventListener('keydown', (evt) => {
      const isLetter = evt.key.length === 1 && evt.key !== ' ' && !evt.ctrlKey && !evt.metaKey && !evt.altKey;
      if (isLetter && !this.#filterEl.hasClass('is-empty')) this.#filterEl.focus();
    });
    this.#allEl.addEventListener('click', () => ctx.here.toggle(`all:${this.#datum.relation}`));
  }

  update(datum: ListDatum): void {
    this.#datum = datum;
    const { relation, entries } = datum;
    const { t, here, firstDraw } = this.#ctx;
    this.#nameEl.textContent = t(`relations.${relation}`);
    const path = this.#ctx.path();
    if (this.#path !== path) this.#filterEl.value = '';
    this.#path = path;
    const hasFilter = entries.length > MOST_UNFILTERED;
    this.#filterEl.toggleClass('is-empty', !hasFilter);
    this.#filterEl.setAttr('aria-label', t('sidebar.filter', { count: entries.length }));
    this.#filterEl.placeholder = t('sidebar.filter', { count: entries.length });
    const query = hasFilter ? fold(this.#filterEl.value).trim() : '';
    const found = entries.filter(
      ({ name, alias, description }) => query === '' || fold(`${name} ${alias} ${description}`).includes(query),
    );
    const all = query !== '' || entries.length <= MOST_ENTRIES || here.isOn(`all:${relation}`, false);
    this.#allEl.toggleClass('is-empty', all);
    this.#allEl.textContent = t('sidebar.showAll', { count: entries.length });
    this.#pieces.draw(
      this.#listEl,
      (all ? found : found.slice(0, MOST_ENTRIES))
        .filter(({ description, said }) => firstDraw.takes(description.length || said.length))
        .map((entry) => ({ entry, relation, openKey: `entry:${relation}:${entry.key}` })),
    );
  }

  #onFilterKey(evt: KeyboardEvent): void {
    if (evt.key === 'Escape' && this.#filterEl.value !== '') {
      this.#filterEl.value = '';
      this.#ctx.drawIdeas();
    } else if (evt.key === 'ArrowDown') {
      this.#listEl.querySelector<HTMLElement>('.idea-tiers-primary')?.focus();
    } else return;
    evt.preventDefault();
  }
}

/** The relation lists of a note, most general first, those without entries left out. */
export class RelationLists {
  readonly #ctx: Context;
  readonly #sections: KeyedList<SectionSpec>;
  readonly #lists: KeyedList<ListDatum>;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    const entries = new KeyedList<EntryDatum>(
      (datum) => new Entry(datum, ctx),
      (datum) => datum.entry.key,
    );
    this.#lists = new KeyedList<ListDatum>(
      (datum) => new RelationList(datum, ctx, entries),
      (datum) => datum.relation,
    );
    this.#sections = sectionList(ctx);
  }

  draw(el: HTMLElement, byRelation: EntriesByRelation): void {
    el.addClass('idea-tiers-group');
    const specs: SectionSpec[] = [];
    for (const relation of RELATION_NAMES) {
      const entries = byRelation.get(relation) ?? [];
      if (entries.length === 0) continue;
      // Sources alone are all that the note has to show: folded, they would leave the sidebar empty.
      const isAlone = relation === 'source' && specs.length === 0;
      specs.push({
        key: `ideas:${relation}${isAlone ? ':alone' : ''}`,
        title: this.#ctx.t(`sidebar.relation.${relation}`),
        count: String(entries.length),
        icon: ICONS[relation],
        region: null,
        level: 'inner',
        openByDefault: relation !== 'source' || isAlone,
        toggles: this.#ctx.everywhere,
        draw: (contentEl) => this.#lists.draw(contentEl, [{ relation, entries }]),
      });
    }
    this.#sections.draw(el, specs);
  }
}
