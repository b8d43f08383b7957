import { problemMessage } from '../../i18n/problem';
import type { Problem } from '../../model/problem';
import type { Context } from '../core/context';
import { keyed, keyedList, setText, type KeyedItem } from '../core/keyed-list';
import { nameBy } from '../core/name-region';
import { grouped } from '../../text/grouped';

interface ProblemDatum {
  readonly key: string;
  readonly item: Problem;
  /** How many others of its kind fold behind it. */
  readonly others: number;
}

function makeProblem(ctx: Context): KeyedItem<ProblemDatum> {
  const { t, here } = ctx;
  const el = createEl('li', { cls: 'idea-tiers-problem idea-tiers-item', attr: { role: 'listitem' } });
  const buttonEl = el.createEl('button', { cls: 'idea-tiers-problem-button idea-tiers-primary' });
  const textEl = buttonEl.createSpan('idea-tiers-problem-text');
  const lineEl = buttonEl.createSpan('idea-tiers-problem-line');
  const fixEl = el.createEl('button', { cls: 'idea-tiers-text-button mod-fix', text: t('ideaLink.didYouMean') });
  const moreEl = el.createEl('button', { cls: 'idea-tiers-text-button mod-more' });
  let problem: Problem | null = null;
  buttonEl.addEventListener('click', () => ctx.goToLine(problem?.line ?? 1));
  moreEl.addEventListener('click', () => {
    if (problem) here.toggle(kindKey(problem));
  });
  fixEl.addEventListener('click', () => {
    if (problem?.code !== 'link-without-note') return;
    ctx.linkActions.relink({ path: ctx.path(), line: problem.line, link: problem.target });
  });
  return {
    el,
    update: ({ item, others }) => {
      problem = item;
      const text = problemMessage(item, t);
      setText(textEl, text);
      setText(lineEl, t('sidebar.line', { line: item.line }));
      fixEl.toggleClass('is-empty', item.code !== 'link-without-note');
      fixEl.setAttr('aria-label', `${t('ideaLink.didYouMean')} ${text}`);
      moreEl.toggleClass('is-empty', others === 0);
      setText(moreEl, t('map.more', { count: others }));
      moreEl.setAttr('aria-expanded', String(here.isOn(kindKey(item), false)));
    },
  };
}

/** What is remembered of a kind of problems: whether all of them are shown. */
const kindKey = ({ code }: Problem): string => `problems:${code}`;

/** Draws what is wrong in the note, a line a kind: the first of it, with the others behind. A click goes to where it stands. */
export function problemList(ctx: Context): (el: HTMLElement, problems: readonly Problem[]) => void {
  const listEl = createEl('ul', { cls: 'idea-tiers-problems idea-tiers-group', attr: { role: 'list' } });
  const nameEl = nameBy(listEl, createSpan({ text: ctx.t('sidebar.problems'), attr: { hidden: '' } }));
  const pieces = keyedList<ProblemDatum>(() => makeProblem(ctx));
  return (el, problems) => {
    if (listEl.parentElement !== el) el.append(nameEl, listEl);
    const kinds = grouped(problems, kindKey);
    const shown = [...kinds].flatMap(([key, all]) => (ctx.here.isOn(key, false) ? all : all.slice(0, 1)));
    const data = keyed(shown, (problem) => problemMessage(problem, ctx.t)).map(({ key, item }): ProblemDatum => {
      const all = kinds.get(kindKey(item)) ?? [];
      return { key, item, others: all[0] === item ? all.length - 1 : 0 };
    });
    pieces.draw(listEl, data);
  };
}
