import { wordProblem } from '../../i18n/problem';
import type { Problem } from '../../model/problem';
import type { Context } from '../context';
import { keyed, keyedPieces, type Piece } from '../pieces';

interface ProblemDatum {
  readonly key: string;
  readonly item: Problem;
}

function makeProblem({ t, goToLine }: Context): Piece<ProblemDatum> {
  const el = createEl('li', { cls: 'idea-tiers-problem idea-tiers-item', attr: { role: 'listitem' } });
  const buttonEl = el.createEl('button', { cls: 'idea-tiers-problem-button idea-tiers-primary' });
  const textEl = buttonEl.createSpan('idea-tiers-problem-text');
  const lineEl = buttonEl.createSpan('idea-tiers-problem-line');
  let line = 1;
  buttonEl.addEventListener('click', () => goToLine(line));
  return {
    el,
    update: ({ item }) => {
      line = item.line;
      textEl.textContent = wordProblem(item, t);
      lineEl.textContent = t('sidebar.line', { line });
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
