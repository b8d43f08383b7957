import type * as O from 'obsidian';
import { installDomIn } from '../dom.ts';
import { WorkspaceSplit } from './item.ts';

const DEFAULT_SIZE = { width: 600, height: 700 };

/** A window beside the main one, with a split of its own. */
export class WorkspaceWindow extends WorkspaceSplit implements O.WorkspaceWindow {
  readonly doc: Document;

  constructor(
    readonly win: Window,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
    this.doc = win.document;
    this.belongTo(this);
  }
}

/** Opens an empty window that looks like the main one and has what the app adds to the page. */
export function openWindow(data: O.WorkspaceWindowInitData = {}): Window {
  const { width, height } = data.size ?? DEFAULT_SIZE;
  const opened = window.open('about:blank', '_blank', `popup,width=${width},height=${height}`);
  if (!opened) throw new Error('The browser opens no other window.');
  installDomIn(opened);
  const { document: doc } = opened;
  for (const el of document.head.querySelectorAll('link[rel=stylesheet], style')) {
    const copy = doc.importNode(el, true);
    // An empty page has no address that `app.css` could be relative to.
    if (el.instanceOf(HTMLLinkElement) && 'href' in copy) copy.href = el.href;
    doc.head.append(copy);
  }
  dress(doc);
  return opened;
}

/** Gives another window the theme and the state of the main one. */
export function dress(doc: Document): void {
  doc.documentElement.lang = document.documentElement.lang;
  doc.documentElement.dir = document.documentElement.dir;
  doc.body.className = document.body.className;
}

/** The window and the document that are used now, which the app keeps in two globals. */
export function setActiveWindow(win: Window): void {
  for (const [name, value] of Object.entries({ activeWindow: win, activeDocument: win.document })) {
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  }
}
