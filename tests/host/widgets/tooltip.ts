import type { TooltipOptions } from 'obsidian';

const DEFAULT_DELAY_MS = 400;

const options = new WeakMap<HTMLElement, TooltipOptions>();
let shown: { el: HTMLElement; tooltipEl: HTMLElement } | null = null;

/** Names an element for everybody: `aria-label`, which {@link installTooltips} shows on hover. An empty text takes it away. */
export function setTooltip(el: HTMLElement, tooltip: string, tooltipOptions: TooltipOptions = {}): void {
  el.setAttr('aria-label', tooltip || null);
  el.setAttr('data-tooltip-position', tooltipOptions.placement ?? null);
  options.set(el, tooltipOptions);
}

/** Shows a tooltip now, until the pointer leaves the element. */
export function displayTooltip(
  el: HTMLElement,
  content: string | DocumentFragment,
  tooltipOptions: TooltipOptions = {},
): void {
  hideTooltip();
  const tooltipEl = el.doc.body.createDiv({ cls: ['tooltip', ...(tooltipOptions.classes ?? [])], text: content });
  tooltipEl.createDiv('tooltip-arrow');
  const gap = tooltipOptions.gap ?? 8;
  const box = el.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = tooltipEl;
  const wanted = tooltipOptions.placement ?? el.getAttr('data-tooltip-position') ?? 'bottom';
  const fitsBelow = box.bottom + gap + height <= el.win.innerHeight;
  const placement = wanted === 'bottom' && !fitsBelow ? 'top' : wanted;
  tooltipEl.addClass(`mod-${placement}`);
  let left = box.left + box.width / 2 - width / 2;
  let top = box.top + box.height / 2 - height / 2;
  if (placement === 'right') left = box.right + gap;
  else if (placement === 'left') left = box.left - gap - width;
  else if (placement === 'top') top = box.top - gap - height;
  else top = box.bottom + gap;
  left = Math.max(4, Math.min(left, el.win.innerWidth - width - 4));
  tooltipEl.setCssStyles({ left: `${left}px`, top: `${top}px` });
  shown = { el, tooltipEl };
}

function hideTooltip(): void {
  shown?.tooltipEl.remove();
  shown = null;
}

/** Shows the `aria-label` of the element under the pointer after a short while, in a whole document. */
export function installTooltips(doc: Document): void {
  let timer = 0;
  doc.addEventListener('pointerover', (evt) => {
    const target = evt.target instanceof Element ? evt.target.closest<HTMLElement>('[aria-label]') : null;
    if (shown && shown.el === target) return;
    window.clearTimeout(timer);
    hideTooltip();
    // As in the app, also for a region, a list or a table that is named so for screen readers.
    if (!target) return;
    const own = options.get(target) ?? {};
    timer = window.setTimeout(() => {
      const label = target.getAttr('aria-label');
      if (label && target.isConnected) displayTooltip(target, label, own);
    }, own.delay ?? DEFAULT_DELAY_MS);
  });
  for (const type of ['pointerdown', 'keydown', 'wheel'] as const) {
    doc.addEventListener(type, () => {
      window.clearTimeout(timer);
      hideTooltip();
    });
  }
}
