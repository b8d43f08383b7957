import type { App } from 'obsidian';
import type { Translate } from '../../i18n';
import type { Relation } from '../../model/vocabulary';
import { ActionModal } from '../core/action-modal';

/** A name that another plugin has for a relation. */
export interface TheirName {
  readonly name: string;
  readonly relation: Relation;
}

/** Another plugin that relates notes. */
export interface OtherPlugin {
  readonly name: string;
  /** Whether it has kept settings in this vault. */
  readonly isThere: () => Promise<boolean>;
  /** Rejects where its settings cannot be read. */
  readonly names: () => Promise<readonly TheirName[]>;
}

/** Shows what another plugin's names for relations are here, before those that are chosen join the user's own. */
export class TakeOverModal extends ActionModal {
  readonly #t: Translate;
  readonly #plugin: string;
  readonly #names: readonly TheirName[];
  readonly #take: (names: readonly TheirName[]) => Promise<unknown>;
  readonly #chosen: Set<TheirName>;

  constructor(
    app: App,
    t: Translate,
    { plugin, names }: { readonly plugin: string; readonly names: readonly TheirName[] },
    take: (names: readonly TheirName[]) => Promise<unknown>,
  ) {
    super(app);
    this.#t = t;
    this.#plugin = plugin;
    this.#names = names;
    this.#take = take;
    this.#chosen = new Set(names);
  }

  override onOpen(): void {
    const t = this.#t;
    const { contentEl } = this;
    this.setTitle(t('takeOver.title', { plugin: this.#plugin }));
    const tableEl = contentEl.createEl('table', { cls: 'idea-tiers-take-over' });
    const headEl = tableEl.createTHead().insertRow();
    for (const text of [t('takeOver.theirs'), t('takeOver.ours')])
      headEl.createEl('th', { text, attr: { scope: 'col' } });
    const bodyEl = tableEl.createTBody();
    for (const one of this.#names) {
      const rowEl = bodyEl.insertRow();
      const labelEl = rowEl.insertCell().createEl('label');
      const boxEl = labelEl.createEl('input', { type: 'checkbox' });
      boxEl.checked = true;
      boxEl.addEventListener('change', () => this.#chosen[boxEl.checked ? 'add' : 'delete'](one));
      labelEl.createSpan({ text: one.name });
      rowEl.insertCell().setText(t(`relations.${one.relation}`));
    }
    this.addFoot(contentEl, t, t('takeOver.take'), () => {
      this.close();
      void this.#take(this.#names.filter((one) => this.#chosen.has(one)));
    });
  }
}
