import { Menu } from 'obsidian';
import { INVERSE_RELATIONS, type Relation } from '../../model/vocabulary';
import type { Translate } from '../../i18n';
import { LIST_RELATIONS, type IdeaLinkActions } from './idea-link-actions';
import { addEntries } from '../core/menu-place';
import type { EntryModel } from './entries';

const ICONS = { upstream: 'arrow-up', downstream: 'arrow-down', direct: 'arrow-right', related: 'link' } as const;

/** Where an entry is shown. */
interface Shown {
  readonly relation: Relation;
  /** Path of the note whose ideas are shown. */
  readonly path: string;
  /** Path of the note that the entry leads to; `null` where there is none. */
  readonly idea: string | null;
  /** To where the entry is written. */
  readonly goToLine: () => void;
}

/** What can be done with an entry of an idea list. */
export function entryMenu(t: Translate, actions: IdeaLinkActions, entry: EntryModel, shown: Shown): Menu {
  const { relation, path, idea, goToLine } = shown;
  const written = { ...entry.place, link: entry.link, relation };
  const inverse = INVERSE_RELATIONS[relation];
  const menu = new Menu();
  const add = (section: string, icon: string, title: string, run: () => void): void => {
    addEntries(menu, [{ section, icon, title, run }]);
  };
  const isElsewhere = entry.provenance === 'implied';
  const { line } = entry.place;
  const goTo = t(isElsewhere ? 'sidebar.goToLineThere' : 'sidebar.goToLine', { line });
  add('line', 'text-cursor-input', goTo, goToLine);
  if (isElsewhere) {
    if (idea !== null) add('add', 'list-plus', t('ideaLink.listHere'), () => actions.add(path, { relation, idea }));
  } else {
    if (idea === null) {
      add('fix', 'spell-check', t('ideaLink.didYouMean'), () => actions.relink(written));
      if (inverse) add('fix', 'file-plus', t('ideaLink.create'), () => actions.create(written));
    } else if (inverse && entry.provenance === 'declared' && entry.contradiction === null && idea !== path) {
      add('add', 'list-plus', t('ideaLink.listThere'), () => actions.add(idea, { relation: inverse, idea: path }));
    }
    for (const to of inverse ? LIST_RELATIONS : []) {
      if (to === relation) continue;
      const title = t('ideaLink.moveTo', { list: t(`relations.${to}`) });
      add('move', ICONS[to], title, () => actions.move(written, to));
    }
    add('remove', 'trash-2', t('ideaLink.remove'), () => actions.remove(written));
  }
  const given = inverse ? { relation } : {};
  add('new', 'plus', t('ideaLink.add'), () => actions.add(path, given));
  return menu;
}
