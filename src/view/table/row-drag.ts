import { elementAt } from '../core/event-target';

/** How long a finger rests on a row before it takes the row along, in milliseconds. */
const HOLD = 450;
/** A hand is not quite still: so many pixels are no move yet. */
const SLACK = 6;

interface Drag {
  readonly rowEl: HTMLElement;
  readonly pointer: number;
  readonly isMouse: boolean;
  readonly x: number;
  readonly y: number;
  readonly timer: number;
  isOn: boolean;
  over: { readonly rowEl: HTMLElement; readonly isBehind: boolean } | null;
}

/**
 * Lets rows be dragged, with the mouse by their rung, elsewhere by any part that is held: text stays to be selected.
 *
 * @param drop is told the row, the one it is dropped on, and whether on its lower half.
 */
export function handleRowDrag(bodyEl: HTMLElement, drop: (row: number, on: number, isBehind: boolean) => void): void {
  let drag: Drag | null = null;
  let wasDragged = false;

  function begin(): void {
    if (!drag) return;
    drag.isOn = true;
    drag.rowEl.addClass('is-dragged');
    bodyEl.addClass('is-dragging');
    bodyEl.setPointerCapture(drag.pointer);
    bodyEl.doc.addEventListener('keydown', onKey, true);
  }

  function aim(over: Drag['over']): void {
    drag?.over?.rowEl.removeClasses(['is-drop-before', 'is-drop-behind']);
    over?.rowEl.addClass(over.isBehind ? 'is-drop-behind' : 'is-drop-before');
    if (drag) drag.over = over;
  }

  function end(): void {
    if (!drag) return;
    bodyEl.win.clearTimeout(drag.timer);
    aim(null);
    drag.rowEl.removeClass('is-dragged');
    bodyEl.removeClass('is-dragging');
    bodyEl.doc.removeEventListener('keydown', onKey, true);
    wasDragged = drag.isOn;
    drag = null;
    // The click that ends it comes at once.
    bodyEl.win.setTimeout(() => (wasDragged = false));
  }

  function onKey(evt: KeyboardEvent): void {
    if (evt.key !== 'Escape') return;
    evt.preventDefault();
    evt.stopPropagation();
    end();
  }

  function follow({ clientX, clientY }: PointerEvent): void {
    const rowEl = bodyEl.doc.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('.idea-tiers-row') ?? null;
    if (!rowEl || rowEl === drag?.rowEl || !bodyEl.contains(rowEl)) {
      aim(null);
      return;
    }
    const { top, height } = rowEl.getBoundingClientRect();
    const isBehind = clientY > top + height / 2;
    aim({ rowEl, isBehind });
    // What comes next is brought into sight.
    (isBehind ? rowEl.nextElementSibling : rowEl.previousElementSibling)?.scrollIntoView({ block: 'nearest' });
  }

  bodyEl.addEventListener('pointerdown', (evt) => {
    const el = elementAt(evt);
    const rowEl = el?.closest<HTMLElement>('.idea-tiers-row');
    const isMouse = evt.pointerType === 'mouse';
    if (!rowEl || !evt.isPrimary || evt.button !== 0 || drag) return;
    if (isMouse ? !el?.closest('.mod-rank') : el?.closest('a, .idea-tiers-detail, .idea-tiers-score')) return;
    const { pointerId: pointer, clientX: x, clientY: y } = evt;
    const timer = isMouse ? 0 : bodyEl.win.setTimeout(begin, HOLD);
    drag = { rowEl, pointer, isMouse, x, y, timer, isOn: false, over: null };
  });
  bodyEl.addEventListener('pointermove', (evt) => {
    if (drag?.pointer !== evt.pointerId) return;
    if (!drag.isOn) {
      if (Math.hypot(evt.clientX - drag.x, evt.clientY - drag.y) < SLACK) return;
      // A finger that moves at once scrolls.
      if (!drag.isMouse) return end();
      begin();
    }
    follow(evt);
  });
  bodyEl.addEventListener('pointerup', (evt) => {
    if (drag?.pointer !== evt.pointerId) return;
    const { isOn, rowEl, over } = drag;
    end();
    if (isOn && over) drop(Number(rowEl.dataset.row), Number(over.rowEl.dataset.row), over.isBehind);
  });
  bodyEl.addEventListener('pointercancel', end);
  bodyEl.addEventListener('touchmove', (evt) => drag?.isOn && evt.preventDefault(), { passive: false });
  for (const name of ['click', 'contextmenu'] as const) {
    bodyEl.addEventListener(
      name,
      (evt) => {
        if (!wasDragged && !drag?.isOn && !(name === 'contextmenu' && drag?.isMouse === false)) return;
        evt.preventDefault();
        evt.stopPropagation();
      },
      true,
    );
  }
}
