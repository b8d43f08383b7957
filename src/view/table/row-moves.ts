import { isMoved, moveTo, moveToRung, printOf, rungsIn, step, type Moves } from '../../rank/moves';
import { elementAt } from '../core/event-target';
import { showEntries, type MenuEntry } from '../core/menu-place';
import { rowSubject } from './column-name';
import { standingOf } from './moved-rows';
import { handleRowDrag } from './row-drag';
import type { TableContext } from './table-context';
import { isInOrder } from './table-state';

/** Longer menus nobody reads. */
const MOST_RUNGS = 40;

/**
 * Has the rows of a table moved to other rungs by drag, by Alt and an arrow key, and by a menu. What is moved waits; see
 * `makeMovesBar`. Rows are those of the table that is shown.
 *
 * @param show brings a row into sight, and gives it the focus.
 * @param say tells where a row went.
 */
export function handleRowMoves(
  { t, now, change }: TableContext,
  bodyEl: HTMLElement,
  show: (row: number) => void,
  say: (text: string) => void,
): void {
  /** Has the rows stand so; `null` for a row that cannot go there. */
  function place(row: number, moves: Moves | null): void {
    const standing = standingOf(now());
    const from = standing?.places[row];
    if (!standing || from == null) return;
    const written = standing.moves.order[from];
    const name = rowSubject(now().values, row);
    if (moves === null) {
      say(t('table.noFurther', { name }));
      return;
    }
    const { table } = now().datum;
    change({ moves: isMoved(table, standing.ladder, moves) ? { ...moves, print: printOf(table) } : null });
    const after = standingOf(now());
    const at = after?.places.findIndex((to) => to !== null && after.moves.order[to] === written) ?? -1;
    const { rungs = [] } = now().values.table.tier ?? {};
    say(t('table.movedRow', { name, rung: rungs[at]?.rankText ?? '', row: at + 1, count: rungs.length }));
    show(at);
  }

  /** Whether rows stand as in the note; else says how to have them stand so. */
  function canMove(): boolean {
    if (isInOrder(now().state)) return true;
    say(t('table.otherOrder'));
    return false;
  }

  function stepRow(row: number, by: 1 | -1): void {
    const standing = standingOf(now());
    const from = standing?.places[row];
    if (!standing || from == null || !canMove()) return;
    const shown = now().groups.flatMap(({ rows }) => rows.map((one) => one.row));
    const next = shown[shown.indexOf(row) + by];
    place(row, step(standing.ladder, standing.moves, from, standing.places[next ?? -1] ?? null, by));
  }

  function dropRow(row: number, on: number, isBehind: boolean): void {
    const standing = standingOf(now());
    const from = standing?.places[row];
    const rung = standing?.rungs[on];
    if (!standing || from == null || rung === undefined || !canMove()) return;
    const { ladder, moves, places } = standing;
    const to = places[on];
    if (to == null) place(row, moveToRung(ladder, moves, from, rung));
    else if (ladder.kind !== 'shared') place(row, moveTo(ladder, moves, from, to, rung));
    else place(row, moveTo(ladder, moves, from, to + Number(isBehind) - Number(from < to), rung));
  }

  function showMenu(row: number, el: Element): void {
    const standing = standingOf(now());
    const from = standing?.places[row];
    const { tier } = now().datum.table;
    if (!standing || from == null || !tier) return;
    const { ladder, moves, rungs } = standing;
    if (!isInOrder(now().state)) {
      showEntries(el, [{ title: t('table.moveAsWritten'), run: () => change({ keys: [], rankBy: 'tier' }) }]);
      return;
    }
    const entries = rungsIn(ladder).slice(0, MOST_RUNGS);
    showEntries(
      el,
      entries.map((rung): MenuEntry => {
        const title = t('table.moveTo', { rung: tier.rungs[rung]?.rankText ?? '' });
        return {
          title,
          isChecked: rungs[row] === rung,
          run: () => place(row, moveToRung(ladder, moves, from, rung)),
        };
      }),
    );
  }

  const rowAt = (evt: Event): HTMLElement | null => elementAt(evt)?.closest<HTMLElement>('.idea-tiers-row') ?? null;
  bodyEl.addEventListener('keydown', (evt) => {
    const rowEl = rowAt(evt);
    const by = evt.key === 'ArrowUp' ? -1 : evt.key === 'ArrowDown' ? 1 : null;
    if (!rowEl || by === null || !evt.altKey || evt.ctrlKey || evt.metaKey || evt.shiftKey) return;
    evt.preventDefault();
    stepRow(Number(rowEl.dataset.row), by);
  });
  bodyEl.addEventListener('contextmenu', (evt) => {
    const rowEl = rowAt(evt);
    // A link has a menu of its own.
    if (!rowEl || elementAt(evt)?.closest('a') || now().datum.table.tier === null) return;
    evt.preventDefault();
    showMenu(Number(rowEl.dataset.row), rowEl.querySelector('.mod-rank') ?? rowEl);
  });
  handleRowDrag(bodyEl, dropRow);
}
