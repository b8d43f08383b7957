import { wordProblem } from '../../i18n/problem';
import type { Problem } from '../../model/problem';
import type { Context } from '../context';
import { Pieces, keyed, type Piece } from '../pieces';

interface ProblemDatum {
  readonly key: string;
  readonly item: Problem;
}

class ProblemPiece implements Piece<ProblemDatum> {
  readonly el = createEl('li', { cls: 'idea-tiers-problem idea-tiers-item', attr: { role: 'listitem' } });
  readonly #buttonEl = this.el.createEl('button', { cls: 'idea-tiers-problem-button idea-tiers-primary' });
  readonly #textEl = this.#buttonEl.createSpan('idea-tiers-problem-text');
  readonly #lineEl = this.#buttonEl.createSpan('idea-tiers-problem-line');
  readonly #fixEl = this.el.createEl('button', { cls: 'idea-tiers-text-button mod-fix' });
  #problem: Problem | null = null;

  readonly #ctx: Context;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#buttonEl.addEventListener('click', () => ctx.goToLine(this.#problem?.line ?? 1));
    this.#fixEl.textContent = ctx.t('ideaLink.didYouMean');
    this.#fixEl.addEventListener('click', () => {
      const problem = this.#problem;
      if (problem?.code !== 'link-without-note') return;
      ctx.linkActions.relink({ path: ctx.path(), line: problem.line, link: problem.target });
    });
  }

  update({ item }: ProblemDatum): void {
    this.#problem = item;
    const text = wordProblem(item, this.#ctx.t);
    this.#textEl.textContent = text;
    this.#fixEl.toggleClass('is-empty', item.code !== 'link-without-note');
    this.#fixEl.setAttr('aria-label', `${this.#ctx.t('ideaLink.didYouMean')} ${text}`);
    this.#lineEl.textContent = this.#ctx.t('sidebar.line', { line: item.line });
  }
}

/** What is wrong in the note; a click goes to where it stands. */
export class ProblemList {
  readonly #pieces: Pieces<ProblemDatum>;
  readonly #listEl = createEl('ul', { cls: 'idea-tiers-problems idea-tiers-group', attr: { role: 'list' } });

  readonly #ctx: Context;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#pieces = new Pieces<ProblemDatum>(
      () => new ProblemPiece(ctx),
      (problem) => problem.key,
    );
  }

  draw(el: HTMLElement, problems: readonly Problem[]): void {
    if (this.#listEl.parentElement !== el) el.append(this.#listEl);
    this.#pieces.draw(
      this.#listEl,
      keyed(problems, (problem) => wordProblem(problem, this.#ctx.t)),
    );
  }
}
