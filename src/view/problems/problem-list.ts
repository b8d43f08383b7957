import { wordProblem } from '../../i18n/problem';
import type { Problem } from '../../model/problem';
import type { Context } from '../context';
import { type Piece, type Pieces, keyed, keyedPieces } from '../pieces';

interface ProblemDatum {
  readonly key: string;
  readonly item: Problem;
}

class ProblemPiece implements Piece<ProblemDatum> {
  readonly el = createEl('li', { cls: 'idea-tiers-problem idea-tiers-item', attr: { role: 'listitem' } });
  readonly #buttonEl = this.el.createEl('button', { cls: 'idea-tiers-problem-button idea-tiers-primary' });
  readonly #textEl = this.#buttonEl.createSpan('idea-tiers-problem-text');
  readonly #lineEl = this.#buttonEl.createSpan('idea-tiers-problem-line');
  #line = 1;

  readonly #ctx: Context;

  constructor(ctx: Context) {
    this.#ctx = ctx;
    this.#buttonEl.addEventListener('click', () => ctx.goToLine(this.#line));
  }

  update({ item }: ProblemDatum): void {
    this.#line = item.line;
    this.#textEl.textContent = wordProblem(item, this.#ctx.t);
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
    this.#pieces = keyedPieces<ProblemDatum>(() => new ProblemPiece(ctx));
  }

  draw(el: HTMLElement, problems: readonly Problem[]): void {
    if (this.#listEl.parentElement !== el) el.append(this.#listEl);
    this.#pieces.draw(
      this.#listEl,
      keyed(problems, (problem) => wordProblem(problem, this.#ctx.t)),
    );
  }
}
