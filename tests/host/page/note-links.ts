import type * as obsidian from 'obsidian';
import type { App } from '../app.ts';
import { parseLinktext } from '../links.ts';
import { MarkdownRenderer } from '../markdown/index.ts';
import { HoverPopover, Keymap } from '../widgets/index.ts';

/** How much of a note its preview renders, in characters: the popover shows the beginning. */
const PREVIEW_CHARACTERS = 6000;

/** What `hover-link` is triggered with. */
interface HoverLink {
  event: MouseEvent;
  source: string;
  hoverParent: { hoverPopover: obsidian.HoverPopover | null };
  targetEl: HTMLElement;
  linktext: string;
  sourcePath: string;
}

function isHoverLink(value: unknown): value is HoverLink {
  return (
    typeof value === 'object' && value !== null && 'linktext' in value && 'targetEl' in value && 'hoverParent' in value
  );
}

/** Links in notes: a click opens them, hovering asks for a preview. */
export function wireNoteLinks(app: App, rootEl: HTMLElement): void {
  const linkOf = (evt: UIEvent): HTMLElement | null =>
    evt.targetNode?.instanceOf(Element)
      ? evt.targetNode.closest<HTMLElement>('.markdown-rendered a.internal-link, .hover-popover a.internal-link')
      : null;
  const sourcePath = (linkEl: HTMLElement): string =>
    linkEl.closest('[data-source-path]')?.getAttribute('data-source-path') ?? app.workspace.getActiveFile()?.path ?? '';
  const open = (evt: MouseEvent): void => {
    const linkEl = linkOf(evt);
    if (!linkEl) return;
    evt.preventDefault();
    const linktext = linkEl.getAttr('data-href') ?? '';
    void app.workspace.openLinkText(linktext, sourcePath(linkEl), Keymap.isModEvent(evt));
  };
  rootEl.addEventListener('click', open);
  rootEl.addEventListener('auxclick', (evt) => {
    if (evt.button === 1) open(evt);
  });
  rootEl.addEventListener('mouseover', (event) => {
    const targetEl = linkOf(event);
    const hoverParent = app.workspace.getMostRecentLeaf();
    if (!targetEl || !hoverParent) return;
    app.workspace.trigger('hover-link', {
      event,
      source: 'preview',
      hoverParent,
      targetEl,
      linktext: targetEl.getAttr('data-href') ?? '',
      sourcePath: sourcePath(targetEl),
    });
  });
}

/** Answers `hover-link` with a preview of the note, as the core plugin Page preview does. */
export function installPagePreview(app: App): void {
  let shown: { targetEl: HTMLElement; popover: HoverPopover } | null = null;
  app.workspace.on('hover-link', (hover) => {
    if (!isHoverLink(hover)) return;
    const { targetEl, hoverParent, linktext } = hover;
    if (shown?.targetEl === targetEl && hoverParent.hoverPopover) return;
    const file = app.metadataCache.getFirstLinkpathDest(parseLinktext(linktext).path, hover.sourcePath);
    if (!file || file.extension !== 'md') return;
    const popover = new HoverPopover(hoverParent, targetEl);
    shown = { targetEl, popover };
    const embedEl = popover.hoverEl.createDiv({
      cls: 'markdown-embed is-loaded',
      attr: { 'data-source-path': file.path },
    });
    embedEl.createDiv({ cls: 'markdown-embed-title', text: file.basename });
    const contentEl = embedEl.createDiv('markdown-embed-content markdown-rendered markdown-preview-view');
    void app.vault
      .cachedRead(file)
      .then((text) =>
        MarkdownRenderer.render(app.forPlugins, text.slice(0, PREVIEW_CHARACTERS), contentEl, file.path, popover),
      );
  });
}
