const FOCUSABLE =
  'a[href], button, input:not([type=hidden]), select, textarea, [tabindex], [contenteditable="true"], summary';

/** What Tab reaches inside an element, in document order. */
export function focusableIn(el: HTMLElement): HTMLElement[] {
  return Array.from(el.querySelectorAll<HTMLElement>(FOCUSABLE)).filter(
    (candidate) => candidate.tabIndex >= 0 && !candidate.matches(':disabled') && candidate.closest('[hidden]') === null,
  );
}

/** Keeps Tab inside an element: from its last control to its first and back. Returns true when it moved the focus itself. */
export function wrapFocus(el: HTMLElement, backwards: boolean): boolean {
  const focusable = focusableIn(el);
  const first = focusable.at(0);
  const last = focusable.at(-1);
  if (!first || !last) {
    el.focus();
    return true;
  }
  const active = el.doc.activeElement;
  const outside = !el.contains(active) || active === el;
  if (backwards && (outside || active === first)) last.focus();
  else if (!backwards && (outside || active === last)) first.focus();
  else return false;
  return true;
}
