import { setIcon } from 'obsidian';
import { elementAt } from '../core/event-target';
import { setText, type KeyedItem } from '../core/keyed-list';
import { nameBy } from '../core/name-region';
import { drawMarkStrip } from './mark-strip';
import { placeText } from './place-text';
import { makeRowDetail } from './row-detail';
import { makeRowSum } from './row-sum';
import { makeRowWhy } from './row-why';
import type { RowDatum, RowLayout, RowModel } from './rows';
import type { TableContext } from './table-context';
import { showUncounted } from './uncounted-sign';

/** One row of a table: all its cells for the wide look; rung, subject and marks for the narrow one, where it unfolds in place. */
export function makeRungRow(first: RowDatum, ctx: TableContext, toggle: (row: RowModel) => void): KeyedItem<RowDatum> {
  const { t, inline } = ctx;
  let datum = first;
  let drawn: RowDatum | null = null;
  let detail: KeyedItem<RowDatum> | null = null;
  /** By column. */
  const cellEls = new Map<number, HTMLElement>();
  const el = createEl('tr', { cls: 'idea-tiers-row idea-tiers-item', attr: { role: 'row' } });
  const placeEl = createDiv('idea-tiers-place');
  const scoreEl = createEl('button', 'idea-tiers-score');
  const tieEl = createDiv({ cls: 'idea-tiers-tie', attr: { 'aria-hidden': 'true' } });
  let sum: KeyedItem<RowDatum> | null = null;
  let why: KeyedItem<RowDatum> | null = null;
  const hintEl = createDiv('idea-tiers-hint');
  const valueEl = createSpan('idea-tiers-strip');
  const costEl = createSpan('idea-tiers-strip');
  const rungEl = createSpan({ attr: { hidden: '' } });
  const goToRow = (): void => ctx.goToLine(datum.row.line);
  const toggleEl = makeButton('rung-toggle', 'right-triangle', () => toggle(datum.row));
  const goEl = makeButton('rung-go', 'text-cursor-input', goToRow);
  scoreEl.addEventListener('click', () => toggle(datum.row));
  el.addEventListener('click', onClick);

  /** Both buttons show the rung; in a table without rungs they show what they do. */
  function makeButton(cls: string, icon: string, run: () => void): HTMLButtonElement {
    const buttonEl = createEl('button', `idea-tiers-${cls} idea-tiers-primary`);
    if (first.row.rung === null) setIcon(buttonEl, icon);
    else buttonEl.setAttr('aria-keyshortcuts', 'Alt+ArrowUp Alt+ArrowDown');
    buttonEl.addEventListener('click', run);
    return buttonEl;
  }

  function build({ table, columns, shown, rankBy }: RowLayout): void {
    el.empty();
    cellEls.clear();
    const addCell = (cls: string, ...content: readonly Node[]): HTMLElement => {
      const cellEl = el.createEl('td', { cls: `idea-tiers-cell ${cls}`, attr: { role: 'cell' } });
      cellEl.append(...content);
      return cellEl;
    };
    if (rankBy) addCell('mod-place', placeEl);
    for (const column of shown) {
      if (column === columns.rank) {
        const headEl = el.createEl('th', {
          cls: 'idea-tiers-cell mod-rank',
          attr: { role: 'rowheader', scope: 'row' },
        });
        // Else each cell of the row would be heard with what its buttons do.
        headEl.append(toggleEl, goEl, nameBy(headEl, rungEl));
        continue;
      }
      const isSubject = column === columns.subject;
      const textEl = createDiv('idea-tiers-cell-text');
      cellEls.set(column, textEl);
      const cellEl = addCell(isSubject ? 'mod-subject' : '', textEl, ...(isSubject ? [hintEl] : []));
      if (isSubject && table.tier === null) cellEl.prepend(toggleEl, goEl);
    }
    if (table.tier === null) return;
    addCell('mod-value', valueEl);
    addCell('mod-cost', costEl);
    if (rankBy) addCell('mod-score', scoreEl, tieEl);
  }

  function draw({ row, layout, ranked, isFirst, isShared, isOpen, isMoved, uncounted }: RowDatum): void {
    const { rung, cells } = row;
    const { table, columns, rankBy } = layout;
    el.dataset.row = String(row.index);
    el.toggleClass('is-open', isOpen);
    el.toggleClass('is-moved', isMoved);
    // Where several rows share a place, the first says it for all of them.
    el.toggleClass('is-same-place', !isFirst);
    const name = rung ? `${rung.rankText} ${rung.subject}`.trim() : (cells[columns.subject ?? 0] ?? '');
    setText(rungEl, rung?.rankText ?? '');
    for (const buttonEl of [toggleEl, goEl]) {
      if (rung) setText(buttonEl, rung.rankText);
      buttonEl.toggleClass('mod-rung', rung !== null);
    }
    toggleEl.setAttrs({ 'aria-expanded': String(isOpen), 'aria-label': t('table.rowDetails', { name }) });
    goEl.setAttr('aria-label', t('table.goToRow'));
    for (const [column, textEl] of cellEls) {
      inline.draw(textEl, cells[column] ?? '');
      showUncounted(textEl, uncounted.includes(column), t);
    }
    inline.draw(hintEl, row.hint);
    drawMarkStrip(valueEl, row.value, table.legend, t);
    drawMarkStrip(costEl, row.cost, table.legend, t);
    for (const stripEl of [valueEl, costEl]) {
      stripEl.parentElement?.toggleClass('is-blank', stripEl.textContent === '');
    }
    if (ranked && rankBy) {
      const marks = [valueEl, costEl].map(({ textContent }) => textContent);
      const {
        sum: why,
        score,
        short,
      } = placeText(ranked, rankBy, ctx.now().write(t), t, isShared && marks.includes(''));
      setText(placeEl, `${ranked.place}.`);
      // Where there is little room, a line each for value and cost.
      const parts = why.match(/.+?(?:, |$)/g) ?? [];
      scoreEl.replaceChildren(...[...parts, score].map((text) => createSpan({ text })));
      scoreEl.dataset.short = short;
      scoreEl.toggleClass('mod-said', score !== '');
      scoreEl.setAttr('aria-expanded', String(isOpen));
      setText(
        tieEl,
        isShared ? marks.filter((text) => text !== '').join(rankBy === 'value-for-cost' ? ' ÷ ' : ' ') : '',
      );
    }
  }

  /** What the row's score adds up from stands by the score, or below the row where there is little room. */
  function drawSum(next: RowDatum): void {
    if (!next.isOpen || next.layout.rankBy === null) {
      sum?.el.remove();
      why?.el.remove();
      return;
    }
    sum ??= makeRowSum(ctx);
    why ??= makeRowWhy(ctx);
    sum.update(next);
    why.update(next);
    if (sum.el.previousSibling !== tieEl) tieEl.after(sum.el, why.el);
  }

  /** A click anywhere in a narrow row unfolds it; not one on a link, nor one that ends the selecting of text. */
  function onClick(evt: MouseEvent): void {
    const { win } = el;
    if (elementAt(evt)?.closest('a, button, .idea-tiers-detail, .idea-tiers-why')) return;
    const selection = win.getSelection();
    if (selection && !selection.isCollapsed && selection.containsNode(el, true)) return;
    if (win.getComputedStyle(el).display !== 'table-row') toggle(datum.row);
  }

  return {
    el,
    update: (next) => {
      if (drawn && isSame(drawn, next)) return;
      datum = next;
      if (drawn?.layout !== next.layout) build(next.layout);
      draw(next);
      drawSum(next);
      drawn = next;
      if (!next.isOpen) {
        detail?.el.remove();
        return;
      }
      detail ??= makeRowDetail(ctx, goToRow);
      detail.update(next);
      if (!el.contains(detail.el)) el.append(detail.el);
    },
  };
}

function isSame(one: RowDatum, other: RowDatum): boolean {
  return (
    one.row === other.row &&
    one.layout === other.layout &&
    one.ranked === other.ranked &&
    one.isFirst === other.isFirst &&
    one.isShared === other.isShared &&
    one.isOpen === other.isOpen &&
    one.isMoved === other.isMoved &&
    one.uncounted === other.uncounted
  );
}
