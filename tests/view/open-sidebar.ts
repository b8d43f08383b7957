import type { TFile } from 'obsidian';
import { expect } from 'vitest';
import { eventually } from '../eventually';
import IdeaTiersPlugin from '../../src/main';
import { IDEA_VIEW_TYPE, IdeaView } from '../../src/view/core/idea-view';
import { createHost, type Host, type HostOptions } from '../host/boot.ts';
import { FILES } from './notes';

/** The plugin in a window of the app, with its sidebar open. */
export interface OpenSidebar {
  readonly host: Host;
  readonly view: IdeaView;
  readonly el: HTMLElement;
  readonly file: (path: string) => TFile;
  /** Opens a note in the main area and waits until everybody has seen it. */
  readonly openNote: (path: string) => Promise<void>;
}

export function openSidebar(options: HostOptions = {}): Promise<OpenSidebar> {
  return openSidebarIn(createHost({ files: FILES, ...options }));
}

/** @param isRead Whether to wait until the vault is read. */
export async function openSidebarIn(host: Host, isRead = true): Promise<OpenSidebar> {
  performance.clearMeasures('idea-tiers:index');
  const plugin = await host.loadPlugin(
    IdeaTiersPlugin,
    { id: 'idea-tiers', name: 'Idea Tiers' },
    { enabledByUser: true },
  );
  await host.settle();
  if (isRead) await indexed();
  const { app } = plugin;
  const view = app.workspace.getLeavesOfType(IDEA_VIEW_TYPE)[0]?.view;
  if (!(view instanceof IdeaView)) throw new Error('the sidebar is not open');
  const file = (path: string): TFile => {
    const found = app.vault.getFileByPath(path);
    if (!found) throw new Error(`no note ${path}`);
    return found;
  };
  return {
    host,
    view,
    el: view.contentEl,
    file,
    openNote: async (path) => {
      await app.workspace.getLeaf(false).openFile(file(path));
      await host.settle();
    },
  };
}

/** Until the vault is read once, in idle moments: on a busy machine they come late. */
async function indexed(): Promise<void> {
  await eventually(() => expect(performance.getEntriesByName('idea-tiers:index')).not.toEqual([]));
}

/** The one element that the selector finds. */
export function one(el: ParentNode, selector: string): HTMLElement {
  const found = el.querySelectorAll<HTMLElement>(selector);
  const first = found[0];
  if (!first || found.length > 1) throw new Error(`${found.length} elements match ${selector}`);
  return first;
}

export function all(el: ParentNode, selector: string): HTMLElement[] {
  return [...el.querySelectorAll<HTMLElement>(selector)];
}

/** The list of that name, as a screen reader names it. */
export function listNamed(el: ParentNode, name: string): HTMLElement {
  return named(el, '[role="list"]', name);
}

/** The element of that name, as a screen reader names it. */
export function named(el: ParentNode, selector: string, name: string): HTMLElement {
  const found = all(el, selector).find((candidate) => nameOf(candidate) === name);
  if (!found) throw new Error(`no ${selector} is named ${name}`);
  return found;
}

function nameOf(el: HTMLElement): string {
  const id = el.getAttribute('aria-labelledby');
  return (id === null ? el.getAttribute('aria-label') : el.doc.getElementById(id)?.textContent) ?? '';
}
