import { debounce } from 'obsidian';
import type { Translate } from '../../i18n';
import { LIST_RELATIONS } from './idea-link-actions';
import { drawEach, setText } from '../core/keyed-list';
import { nameRegion } from '../core/name-region';
import type { SuggestedIdea } from '../core/services';

/** Longer than between two keys of somebody who types. */
const PAUSE_MS = 300;

/** Where boxes get what they show. */
export interface IdeaBoxesSource {
  /** What may belong to the note as it is now. */
  find(): readonly SuggestedIdea[];
  /** Resolves, and never rejects, once more may be known. */
  prepare(): Promise<void>;
}

/**
 * Ideas that may belong to a note, as boxes to tick. Folded, and nothing is looked for, until somebody wants them. What is ticked
 * stays, also where the note comes to be one that it is not suggested for.
 */
export class IdeaBoxes {
  readonly #t: Translate;
  readonly #source: IdeaBoxesSource;
  readonly #changed: () => void;
  readonly #el: HTMLDetailsElement;
  readonly #summaryEl: HTMLElement;
  readonly #listsEl: HTMLElement;
  readonly #sayEl: HTMLElement;
  readonly #ticked = new Map<string, SuggestedIdea>();
  #refused = '';
  #isAsked = false;
  #isPrepared = false;

  /** Looks again for what is suggested, once nobody types; only where it is seen. */
  readonly lookSoon = debounce(() => this.#look(), PAUSE_MS, true);

  /** @param changed is called when a box was ticked, or no longer is. */
  constructor(parentEl: HTMLElement, t: Translate, source: IdeaBoxesSource, changed: () => void) {
    this.#t = t;
    this.#source = source;
    this.#changed = changed;
    this.#el = parentEl.createEl('details', 'idea-tiers-boxes');
    this.#summaryEl = this.#el.createEl('summary');
    this.#listsEl = this.#el.createDiv();
    this.#sayEl = this.#el.createDiv({ attr: { 'aria-live': 'polite' } });
    this.#say();
    this.#el.addEventListener('toggle', () => this.#look());
  }

  /** What is ticked, in the order of ticking. */
  get ticked(): readonly SuggestedIdea[] {
    return [...this.#ticked.values()];
  }

  /** These links have no place in the note. */
  refuse(links: readonly string[]): void {
    this.#refused = links.length > 0 ? this.#t('suggest.noPlace', { ideas: links.join(', ') }) : '';
  }

  #look(): void {
    if (!this.#el.open || !this.#el.isConnected) return;
    const ideas = [...this.ticked, ...this.#source.find().filter(({ path }) => !this.#ticked.has(path))];
    const lists = LIST_RELATIONS.map((relation) => ({
      relation,
      ideas: ideas.filter((idea) => idea.relation === relation),
    }));
    drawEach(
      this.#listsEl,
      'div',
      lists.filter((list) => list.ideas.length > 0),
      {
        keyOf: ({ relation }) => relation,
        make: () => createDiv({ attr: { role: 'group' } }),
        draw: (el, list) => this.#drawList(el, list),
      },
    );
    this.#say(ideas.length === 0);
    if (this.#isAsked) return;
    this.#isAsked = true;
    void this.#source.prepare().then(() => {
      this.#isPrepared = true;
      this.#look();
    });
  }

  #drawList(
    el: HTMLElement,
    { relation, ideas }: { relation: SuggestedIdea['relation']; ideas: SuggestedIdea[] },
  ): void {
    if (!el.firstChild) nameRegion(el, this.#t(`relations.${relation}`)).hidden = false;
    drawEach(el, 'label', ideas, {
      keyOf: ({ path }) => path,
      make: () => createEl('label'),
      draw: (labelEl, idea) => this.#drawBox(labelEl, idea),
    });
  }

  /** A box, the idea's name, and why. One that stands is left alone: it may have the focus. */
  #drawBox(el: HTMLElement, idea: SuggestedIdea): void {
    if (el.firstChild) return;
    const boxEl = el.createEl('input', { type: 'checkbox' });
    boxEl.checked = this.#ticked.has(idea.path);
    el.createSpan({ text: idea.name });
    el.createSpan({ cls: 'idea-tiers-muted', text: idea.reasons[0]?.text ?? '' });
    boxEl.addEventListener('change', () => {
      if (boxEl.checked) this.#ticked.set(idea.path, idea);
      else this.#ticked.delete(idea.path);
      this.#changed();
      this.#say();
    });
  }

  #say(isNone = false): void {
    const { size } = this.#ticked;
    setText(this.#summaryEl, this.#t('suggest.name') + (size > 0 ? ` (${size})` : ''));
    setText(this.#sayEl, isNone ? this.#t(this.#isPrepared ? 'suggest.none' : 'suggest.looking') : this.#refused);
  }
}
