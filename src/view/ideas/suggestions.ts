import { Menu, setIcon } from 'obsidian';
import { nameOfNote } from '../../text/note-name';
import { linkToPath } from '../../text/percent';
import { addIconButton } from '../core/buttons';
import type { Context } from '../core/context';
import { LIST_RELATIONS } from './idea-link-actions';
import { prepareLink } from '../core/links';
import { addEntries, showBelow } from '../core/menu-place';
import { drawEach, KeyedList, setName, setText, type KeyedItem } from '../core/keyed-list';
import type { SuggestedIdea } from '../core/services';

/** Longer than a frame. */
const LOOK_AFTER_MS = 50;

/** What may belong to the note shown: a list for each relation, each idea with why, and what can be done with it. */
export class Suggestions {
  readonly #ctx: Context;
  readonly #changed: () => void;
  readonly #lists: KeyedList<ListDatum>;
  readonly #noneEl = createDiv('idea-tiers-muted');
  #isPrepared = false;
  #isReady = false;
  #timer = 0;
  /** What was found for which note and text, until something else is known; and whether all notes were asked. */
  #found: {
    readonly path: string;
    readonly text: string;
    readonly ideas: readonly SuggestedIdea[];
    readonly isAll: boolean;
  } | null = null;

  /** @param changed is called when what is suggested may be something else. */
  constructor(ctx: Context, changed: () => void) {
    this.#ctx = ctx;
    this.#changed = changed;
    this.#lists = new KeyedList<ListDatum>(
      (datum) => new SuggestionList(datum, ctx, () => this.look()),
      (datum) => datum.relation,
    );
  }

  /** Something is known that was not: it is looked for anew when it is drawn next. Where nothing was looked for yet, nothing is done. */
  look(): void {
    if (this.#found === null) return;
    this.#found = { ...this.#found, text: '\0' };
    this.#changed();
  }

  draw(el: HTMLElement, path: string, text: string): void {
    const { suggestions, attempt, ideas: known } = this.#ctx;
    el.addClass('idea-tiers-group');
    if (!this.#isPrepared) {
      this.#isPrepared = true;
      attempt(async () => {
        await suggestions.prepare();
        this.#isReady = true;
        this.look();
      }, 'commands.suggestIdeas');
    }
    const isOther = this.#found?.path !== path;
    if (isOther || this.#found?.text !== text) {
      // The note is painted first: who walks on does not wait for what is looked for here.
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => {
        this.#found = { path, text, ideas: suggestions.of(path, text), isAll: this.#isReady && known.isComplete };
        this.#changed();
      }, LOOK_AFTER_MS);
    }
    const ideas = isOther ? [] : (this.#found?.ideas ?? []);
    const lists = LIST_RELATIONS.map((relation) => ({
      relation,
      ideas: ideas.filter((one) => one.relation === relation),
    }));
    this.#lists.draw(
      el,
      lists.filter((list) => list.ideas.length > 0),
    );
    setText(this.#noneEl, isOther ? '' : this.#say(ideas.length === 0));
    el.append(this.#noneEl);
  }

  /** What is to be said of what was found: where the vault is still being read, it is a part. */
  #say(isNone: boolean): string {
    const { t, ideas } = this.#ctx;
    if (!ideas.isComplete) return t('map.notComplete');
    return isNone ? t(this.#found?.isAll ? 'suggest.none' : 'suggest.looking') : '';
  }
}

interface ListDatum {
  readonly relation: SuggestedIdea['relation'];
  readonly ideas: readonly SuggestedIdea[];
}

class SuggestionList implements KeyedItem<ListDatum> {
  readonly el = createDiv('idea-tiers-relation');
  readonly #titleEl = this.el.createDiv('idea-tiers-suggestions-title');
  readonly #nameEl = this.el.createSpan({ attr: { hidden: '' } });
  readonly #listEl = this.el.createEl('ul', { cls: 'idea-tiers-entries', attr: { role: 'list' } });
  readonly #pieces: KeyedList<SuggestedIdea>;

  constructor({ relation }: ListDatum, ctx: Context, changed: () => void) {
    this.#nameEl.id = ctx.newId();
    setText(this.#nameEl, ctx.t(`suggest.list.${relation}`));
    setText(this.#titleEl, ctx.t(`sidebar.relation.${relation}`));
    this.#listEl.setAttr('aria-labelledby', this.#nameEl.id);
    this.#pieces = new KeyedList<SuggestedIdea>(
      (idea) => new SuggestionEntry(idea, ctx, changed),
      ({ path }) => path,
    );
  }

  update({ ideas }: ListDatum): void {
    this.#pieces.draw(this.#listEl, ideas);
  }
}

/** One idea that may belong here, and why: a click on a reason shows the notes that it speaks of. */
class SuggestionEntry implements KeyedItem<SuggestedIdea> {
  #idea: SuggestedIdea;
  readonly #ctx: Context;
  readonly #changed: () => void;
  readonly el = createEl('li', { cls: 'idea-tiers-entry mod-suggested idea-tiers-item', attr: { role: 'listitem' } });
  readonly #headEl = this.el.createDiv('idea-tiers-entry-head');
  readonly #linkEl = this.#headEl.createEl('a', { cls: 'idea-tiers-entry-link idea-tiers-primary' });
  readonly #addEl: HTMLElement;
  readonly #menuEl: HTMLElement;
  readonly #reasonsEl = createDiv('idea-tiers-reasons');

  constructor(idea: SuggestedIdea, ctx: Context, changed: () => void) {
    this.#idea = idea;
    this.#ctx = ctx;
    this.#changed = changed;
    this.#addEl = addIconButton(this.el, 'idea-tiers-line-button', 'plus', '', () => this.#add());
    this.#menuEl = addIconButton(this.el, 'idea-tiers-line-button', 'more-vertical', '', (evt) => {
      showBelow(this.#menu(), evt);
    });
    this.#menuEl.setAttr('aria-haspopup', 'menu');
    this.el.append(this.#reasonsEl);
  }

  update(idea: SuggestedIdea): void {
    this.#idea = idea;
    const { t } = this.#ctx;
    const { name } = idea;
    prepareLink(this.#linkEl, linkToPath(idea.path));
    setName(this.#linkEl, name);
    this.#addEl.setAttr('aria-label', t('suggest.add', { idea: name }));
    this.#menuEl.setAttr('aria-label', t('ideaLink.menu', { idea: name }));
    drawEach(this.#reasonsEl, 'div', idea.reasons, {
      keyOf: ({ text }) => text,
      make: () => createDiv(),
      draw: (el, reason) => this.#drawReason(el, reason),
    });
  }

  #drawReason(el: HTMLElement, { text, notes }: SuggestedIdea['reasons'][number]): void {
    el.empty();
    if (notes.length === 0) {
      el.createDiv({ cls: 'idea-tiers-reason', text });
      return;
    }
    const detailsEl = el.createEl('details', 'idea-tiers-reason');
    const summaryEl = detailsEl.createEl('summary');
    setName(summaryEl, text);
    setIcon(summaryEl.createSpan('idea-tiers-reason-fold'), 'chevron-right');
    const listEl = detailsEl.createEl('ul', { attr: { role: 'list' } });
    for (const path of notes) {
      const itemEl = listEl.createEl('li', { attr: { role: 'listitem' } });
      const linkEl = itemEl.createEl('a');
      setName(linkEl, nameOfNote(path));
      prepareLink(linkEl, linkToPath(path));
    }
  }

  #add(relation: SuggestedIdea['relation'] = this.#idea.relation): void {
    const { linkActions, path } = this.#ctx;
    linkActions.add(path(), { relation, idea: this.#idea.path });
  }

  #menu(): Menu {
    const { t, suggestions, path } = this.#ctx;
    const { relation, path: idea } = this.#idea;
    const menu = new Menu();
    addEntries(menu, [
      ...LIST_RELATIONS.map((one) => ({
        section: 'add',
        title: t(one === relation ? 'suggest.addHere' : 'suggest.addAs', { list: t(`relations.${one}`) }),
        icon: 'plus',
        run: () => this.#add(one),
      })),
      {
        section: 'remove',
        title: t('suggest.turnDown'),
        icon: 'x',
        run: () => {
          suggestions.turnDown(path(), idea);
          this.#changed();
        },
      },
    ]);
    return menu;
  }
}
