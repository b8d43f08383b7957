import { wordProblem } from '../../i18n/problem';
import type { Problem } from '../../model/problem';
import type { Context } from '../context';
import { keyed, keyedPieces, type Piece } from '../pieces';

interface ProblemDatum {
  readonly key: string;
  readonly item: Problem;
}

function makeProblem(ctx: Context): Piece<ProblemDatum> {
  const { t } = ctx;
  const el = createEl('li', { cls: 'idea-tiers-problem idea-tiers-item', attr: { role: 'listitem' } });
  const buttonEl = el.createEl('button', { cls: 'idea-tiers-problem-button idea-tiers-primary' });
  const textEl = buttonEl.createSpan('idea-tiers-problem-text');
  const lineEl = buttonEl.createSpan('idea-tiers-problem-line');
  const fixEl = el.createEl('button', { cls: 'idea-tiers-text-button mod-fix', text: t('ideaLink.didYouMean') });
  let problem: Problem | null = null;
  buttonEl.addEventListener('click', () => ctx.goToLine(problem?.line ?? 1));
  fixEl.addEventListener('click', () => {
    if (problem?.code !== 'link-without-note') return;
    ctx.linkActions.relink({ path: ctx.path(), line: problem.line, link: problem.target });
  });
  return {
    el,
    update: ({ item }) => {
      problem = item;
      const text = wordProblem(item, t);
      textEl.textContent = text;
      lineEl.textContent = t('sidebar.line', { line: item.line });
      fixEl.toggleClass('is-empty', item.code !== 'link-without-note');
      fixEl.setAttr('aria-label', `${t('ideaLink.didYouMean')} ${text}`);
    },
  };
}

/** Draws what is wrong in the note; a click goes to where it stands. */
export function problemList(ctx: Context): (el: HTMLElement, problems: readonly Problem[]) => void {
  const listEl = createEl('ul', { cls: 'idea-tiers-problems idea-tiers-group', attr: { role: 'list' } });
  const pieces = keyedPieces<ProblemDatum>(() => makeProblem(ctx));
  return (el, problems) => {
    if (listEl.parentElement !== el) el.append(listEl);
    const data = keyed(problems, (problem) => wordProblem(problem, ctx.t));
    pieces.draw(listEl, data);
  };
}
