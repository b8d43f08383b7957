const OVERLAYS = '.modal-container, .menu, .notice-container, .popover, .suggestion-container, .tooltip';

/** Takes away whatever lies over the window, for a host that is thrown away with a dialog or a notice still shown. */
export function removeOverlays(doc: Document): void {
  for (const el of Array.from(doc.body.querySelectorAll(OVERLAYS))) el.remove();
}
