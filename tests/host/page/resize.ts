const STEP_PX = 20;

/** Makes a sidebar's inner edge draggable, and movable with the arrow keys. Widths stay between `min` and the window's. */
export function makeResizable(splitEl: HTMLElement, side: 'left' | 'right', width: number, min: number): void {
  const handleEl = splitEl.createEl('hr', {
    cls: 'workspace-leaf-resize-handle',
    attr: {
      role: 'separator',
      tabindex: '0',
      'aria-orientation': 'vertical',
      'aria-label': `Width of the ${side} sidebar`,
    },
  });
  let current = 0;
  const setWidth = (wanted: number): void => {
    current = Math.round(Math.max(min, Math.min(wanted, splitEl.win.innerWidth - 2 * min)));
    splitEl.setCssStyles({ width: `${current}px` });
    handleEl.setAttr('aria-valuenow', current);
  };
  setWidth(width);
  handleEl.addEventListener('pointerdown', (evt) => {
    evt.preventDefault();
    handleEl.setPointerCapture(evt.pointerId);
    const [fromX, fromWidth] = [evt.clientX, current];
    const onMove = (move: PointerEvent): void => {
      setWidth(fromWidth + (side === 'left' ? move.clientX - fromX : fromX - move.clientX));
    };
    handleEl.addEventListener('pointermove', onMove);
    handleEl.addEventListener('pointerup', () => handleEl.removeEventListener('pointermove', onMove), { once: true });
  });
  handleEl.addEventListener('keydown', (evt) => {
    const outwards = side === 'left' ? 'ArrowRight' : 'ArrowLeft';
    const inwards = side === 'left' ? 'ArrowLeft' : 'ArrowRight';
    if (evt.key === outwards) setWidth(current + STEP_PX);
    else if (evt.key === inwards) setWidth(current - STEP_PX);
  });
}
