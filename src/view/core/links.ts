import { Keymap, Menu, type App, type HoverParent, type ItemView, type WorkspaceLeaf } from 'obsidian';
import type { ShownNote } from '../../model/shown-note';
import { askToCreate } from './ask-to-create';
import { elementAt, elementOf } from './event-target';
import { addEntries } from './menu-place';
import type { SidebarServices } from './services';

/** What a view is handed for the links in it. */
export type LinkServices = Pick<SidebarServices, 't' | 'links' | 'opener' | 'attempt'>;

/** What a link needs to know of the view that it stands in. */
interface LinkHost extends LinkServices {
  readonly app: App;
  readonly hoverSource: string;
  readonly hoverParent: HoverParent;
  readonly leaf: WorkspaceLeaf;
  readonly from: () => string;
}

/** Makes an `<a>` a link to a note: its behaviour comes from `handleLinks`. Returns it. */
export function prepareLink(linkEl: HTMLAnchorElement, link: string): HTMLAnchorElement {
  linkEl.classList.add('internal-link');
  lead(linkEl, link);
  linkEl.dataset.href = link;
  linkEl.draggable = true;
  return linkEl;
}

/** Makes an `<a>` what a Markdown link's target says: a link to a note, or one that leads out of the vault. Returns it. */
export function prepareMarkdownLink(linkEl: HTMLAnchorElement, href: string): HTMLAnchorElement {
  if (!isExternal(href)) return prepareLink(linkEl, href);
  linkEl.classList.add('external-link');
  lead(linkEl, href);
  linkEl.target = '_blank';
  linkEl.rel = 'noopener nofollow';
  return linkEl;
}

/** What would run something instead of opening it leads nowhere: a note's text is never executed. */
function lead(linkEl: HTMLAnchorElement, href: string): void {
  linkEl.href = href;
  if (/^(?:javascript|vbscript|data):$/.test(linkEl.protocol)) linkEl.removeAttribute('href');
}

/** Marks the links in texts in `el` that lead to no note, as Obsidian marks them. Entries and the map know where theirs lead. */
export function markUnresolved(el: HTMLElement, resolve: ShownNote['resolve']): void {
  const inTexts = 'a[data-href]:not(.idea-tiers-entry-link):not([data-node])';
  for (const linkEl of el.querySelectorAll<HTMLAnchorElement>(inTexts)) {
    linkEl.classList.toggle('is-unresolved', resolve(linkEl.dataset.href ?? '') === null);
  }
}

/**
 * Gives all links that ever stand in `el`, a part of a view, Obsidian's behaviour: click, middle click, Enter, preview, menu, drag.
 *
 * @param hoverSource the source that the page preview is registered for.
 * @param from the path of the note whose links are shown.
 * @param stay is told of a link that Enter opens in place of the note shown, and the path of that note; it may keep the focus.
 */
export function handleLinks(
  owner: ItemView & HoverParent,
  el: HTMLElement,
  { t, links, opener, attempt }: LinkServices,
  hoverSource: string,
  from: () => string,
  stay: (linkEl: HTMLElement, opened: Promise<string | null>) => void = () => undefined,
): void {
  const { app, leaf } = owner;
  const host: LinkHost = { app, t, links, opener, attempt, hoverSource, hoverParent: owner, leaf, from };
  const open = (evt: MouseEvent | KeyboardEvent): void => {
    const found = linkAt(evt);
    if (!found) return;
    evt.preventDefault();
    openLink(host, found.link, Keymap.isModEvent(evt));
  };
  owner.registerDomEvent(el, 'click', open);
  owner.registerDomEvent(el, 'auxclick', (evt) => {
    if (evt.button === 1) open(evt);
  });
  owner.registerDomEvent(el, 'mousedown', (evt) => {
    // Else a middle click starts the browser's autoscroll where there is one.
    if (evt.button === 1 && linkAt(evt)) evt.preventDefault();
  });
  owner.registerDomEvent(el, 'keydown', (evt) => {
    if (evt.key !== 'Enter') return;
    const found = linkAt(evt);
    if (!found || Keymap.isModEvent(evt)) return void open(evt);
    evt.preventDefault();
    openLink(host, found.link, false, (opened) => stay(found.linkEl, opened));
  });
  owner.registerDomEvent(el, 'mouseover', (evt) => preview(evt, host));
  owner.registerDomEvent(el, 'contextmenu', (evt) => showMenu(evt, host));
  let carried: ((to: string) => string) | null = null;
  owner.registerDomEvent(el, 'dragstart', (evt) => {
    const found = linkAt(evt);
    // Selected text that is dragged is told by its text node, also where it is held at a link in it: it goes as it is.
    if (!found || evt.target !== elementAt(evt) || !evt.dataTransfer) return;
    carried = (to) => host.links.linkText(found.link, host.from(), to);
    carry(evt.dataTransfer, carried(app.workspace.getActiveFile()?.path ?? ''));
  });
  owner.registerDomEvent(el, 'dragend', () => (carried = null));
  owner.registerEvent(
    app.workspace.on('editor-drop', (evt, _editor, { file }) => {
      if (!carried || evt.defaultPrevented) return;
      const text = carried(file?.path ?? '');
      // It lands in another note than was expected, and a link may be written otherwise there.
      if (text === evt.dataTransfer?.getData(TEXT)) return;
      evt.preventDefault();
      dropAt(elementAt(evt), evt, text);
    }),
  );
}

const TEXT = 'text/plain';

/** Lets a text fall where the pointer is, as if it had been dragged there. */
function dropAt(el: Element | null, { clientX, clientY }: MouseEvent, text: string): void {
  const dataTransfer = new DataTransfer();
  dataTransfer.setData(TEXT, text);
  el?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, clientX, clientY, dataTransfer }));
}

/**
 * What is dragged lands as this text. From the start the browser gives a link its address too, as a URL and as HTML, and an editor
 * takes those first: the note would hold the address of a page of the app.
 */
function carry(transfer: DataTransfer, text: string): void {
  transfer.clearData();
  transfer.setData(TEXT, text);
  transfer.effectAllowed = 'copyLink';
}

/** @param stay is handed the path of the note that was opened, or made. */
function openLink(
  { app, t, links, opener, attempt, from: fromNow }: LinkHost,
  link: string,
  pane: ReturnType<typeof Keymap.isModEvent>,
  stay?: (opened: Promise<string | null>) => void,
): void {
  const from = fromNow();
  const go = (way: () => Promise<unknown>): void =>
    attempt(() => {
      const opened = way();
      stay?.(opened.then(() => links.resolve(link, from)?.path ?? null));
      return opened;
    });
  if (links.resolve(link, from)) go(() => opener.openLink(link, from, pane));
  else askToCreate(app, t, link, () => go(() => opener.createFromLink(link, from, pane)));
}

function preview(evt: MouseEvent, host: LinkHost): void {
  const found = linkAt(evt);
  if (!found || found.linkEl.contains(elementOf(evt.relatedTarget))) return;
  const file = host.links.resolve(found.link, host.from());
  // What is asked for by a path with a `#` would be another note.
  if (!file || file.path.includes('#')) return;
  host.app.workspace.trigger('hover-link', {
    event: evt,
    source: host.hoverSource,
    hoverParent: host.hoverParent,
    targetEl: found.linkEl,
    linktext: file.path + subpathOf(found.link),
    sourcePath: host.from(),
  });
}

function showMenu(evt: MouseEvent, host: LinkHost): void {
  const found = linkAt(evt);
  // An entry has a menu of its own for its link.
  if (!found || evt.defaultPrevented) return;
  evt.preventDefault();
  const { t } = host;
  const { link } = found;
  const menu = new Menu();
  const file = host.links.resolve(link, host.from());
  if (file?.path.includes('#')) host.app.workspace.trigger('file-menu', menu, file, 'link-context-menu', host.leaf);
  else if (file) {
    // Opens in a new tab or to the right, renames, and lets all who add to a file's menu add to this one.
    host.app.workspace.handleLinkContextMenu(menu, file.path + subpathOf(link), host.from(), host.leaf);
  } else {
    const run = (): void => openLink(host, link, false);
    addEntries(menu, [{ title: t('sidebar.createNote'), icon: 'file-plus', run }]);
  }
  menu.showAtMouseEvent(evt);
}

/** `#Heading` of a link, `''` if it has none. */
function subpathOf(link: string): string {
  const at = link.indexOf('#');
  return at < 0 ? '' : link.slice(at);
}

function linkAt(evt: Event): { readonly linkEl: HTMLElement; readonly link: string } | null {
  const linkEl = elementAt(evt)?.closest<HTMLElement>('a[data-href]');
  return linkEl ? { linkEl, link: linkEl.dataset.href ?? '' } : null;
}

/** Has a scheme, such as `https:`; a file URL may well be a note of this vault. */
function isExternal(link: string): boolean {
  return /^(?!file:)[a-z][a-z0-9+.-]+:\S/i.test(link);
}
