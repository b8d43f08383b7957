import type * as obsidian from 'obsidian';
import { Component } from '../component.ts';
import { getLinkpath } from '../links.ts';
import { setIcon } from '../widgets/icons.ts';
import { finishCallout } from './callout.ts';
import { postProcess } from '../post-processors.ts';
import { sanitizeHTMLToDom } from './sanitize.ts';
import { markdownToHtml } from './to-html.ts';

/** How deep notes embedded in notes are shown; a note that embeds itself ends there. */
const MAX_EMBED_DEPTH = 3;

let documents = 0;

export class MarkdownRenderChild extends Component implements obsidian.MarkdownRenderChild {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

/** Renders Markdown as a reading view shows it. */
export abstract class MarkdownRenderer extends MarkdownRenderChild {
  hoverPopover: obsidian.HoverPopover | null = null;

  constructor(
    readonly app: obsidian.App,
    containerEl: HTMLElement,
  ) {
    super(containerEl);
  }

  abstract get file(): obsidian.TFile;

  static async render(
    app: obsidian.App,
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: obsidian.Component,
  ): Promise<void> {
    await renderInto({ app, sourcePath, component, depth: 0 }, markdown, el);
  }

  /** The form of older plugins; it finds the app in the window. */
  static async renderMarkdown(
    markdown: string,
    el: HTMLElement,
    sourcePath: string,
    component: obsidian.Component,
  ): Promise<void> {
    const app: unknown = Reflect.get(window, 'app');
    if (!isApp(app)) throw new Error('renderMarkdown needs the global `app`; use MarkdownRenderer.render.');
    await MarkdownRenderer.render(app, markdown, el, sourcePath, component);
  }
}

function isApp(value: unknown): value is obsidian.App {
  return typeof value === 'object' && value !== null && 'vault' in value && 'metadataCache' in value;
}

interface Rendering {
  app: obsidian.App;
  sourcePath: string;
  component: obsidian.Component;
  depth: number;
}

async function renderInto(rendering: Rendering, markdown: string, el: HTMLElement): Promise<void> {
  const { app, sourcePath, component } = rendering;
  const partEl = createDiv();
  partEl.appendChild(sanitizeHTMLToDom(markdownToHtml(markdown)));
  finishLinks(app, partEl, sourcePath);
  finishBlocks(partEl);
  const file = app.vault.getFileByPath(sourcePath);
  await postProcess(partEl, {
    docId: `doc-${(documents += 1)}`,
    sourcePath,
    frontmatter: file && app.metadataCache.getFileCache(file)?.frontmatter,
    addChild: (child) => void component.addChild(child),
    getSectionInfo: () => null,
  });
  await renderEmbeds(rendering, partEl);
  el.append(...Array.from(partEl.childNodes));
}

/** Marks links to notes and to elsewhere, as Obsidian's themes know them. */
function finishLinks(app: obsidian.App, el: HTMLElement, sourcePath: string): void {
  for (const linkEl of Array.from(el.querySelectorAll<HTMLAnchorElement>('a[href]'))) {
    const href = linkEl.getAttr('href') ?? '';
    if (linkEl.matches('.tag, .footnote-backref, .footnote-ref > a') || href.startsWith('#')) continue;
    if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
      linkEl.addClass('external-link');
      linkEl.setAttrs({ target: '_blank', rel: 'noopener nofollow' });
      continue;
    }
    if (!linkEl.hasClass('internal-link')) {
      linkEl.addClass('internal-link');
      linkEl.setAttrs({ 'data-href': decode(href), target: '_blank', rel: 'noopener nofollow' });
    }
    const path = getLinkpath(linkEl.getAttr('data-href') ?? '').replaceAll('%23', '#');
    if (path !== '' && !app.metadataCache.getFirstLinkpathDest(path, sourcePath)) linkEl.addClass('is-unresolved');
  }
}

function decode(href: string): string {
  try {
    // Of a `#` in a note's name see the metadata.
    return decodeURIComponent(href.replaceAll('%23', '%2523'));
  } catch {
    return href;
  }
}

function finishBlocks(el: HTMLElement): void {
  for (const headingEl of Array.from(el.querySelectorAll('h1, h2, h3, h4, h5, h6'))) {
    headingEl.setAttrs({ 'data-heading': headingEl.getText(), dir: 'auto' });
  }
  for (const paragraphEl of Array.from(el.querySelectorAll('p'))) paragraphEl.setAttr('dir', 'auto');
  for (const taskEl of Array.from(el.querySelectorAll('.task-list-item'))) {
    taskEl.parentElement?.addClass('contains-task-list');
    // Reading view cannot tick in this host; a box that does nothing must not look as if it could.
    taskEl.querySelector('input')?.setAttr('disabled', '');
  }
  for (const codeEl of Array.from(el.querySelectorAll('pre > code'))) {
    codeEl.addClass('is-loaded');
    const copyEl = codeEl.parentElement?.createEl('button', {
      cls: 'copy-code-button',
      attr: { 'aria-label': 'Copy' },
    });
    if (copyEl) setIcon(copyEl, 'copy');
    copyEl?.addEventListener('click', () => void copyEl.win.navigator.clipboard.writeText(codeEl.getText()));
  }
  for (const mathEl of Array.from(el.querySelectorAll('.math'))) mathEl.addClass('is-loaded');
  for (const calloutEl of Array.from(el.querySelectorAll<HTMLElement>('.callout'))) finishCallout(calloutEl);
}

/** Shows embedded notes in place. Other files, and notes too deep, stay as their name. */
async function renderEmbeds(rendering: Rendering, el: HTMLElement): Promise<void> {
  const { app, sourcePath, depth } = rendering;
  for (const embedEl of Array.from(el.querySelectorAll<HTMLElement>('.internal-embed:not(.is-loaded)'))) {
    const target = embedEl.getAttr('src') ?? '';
    const file = app.metadataCache.getFirstLinkpathDest(getLinkpath(target), sourcePath);
    embedEl.addClass('is-loaded');
    if (!file || file.extension !== 'md' || depth >= MAX_EMBED_DEPTH) {
      embedEl.setText(embedEl.getAttr('alt') ?? target);
      if (!file) embedEl.addClass('is-unresolved');
      continue;
    }
    embedEl.addClass('markdown-embed');
    embedEl.createDiv({ cls: 'markdown-embed-title', text: file.basename });
    const contentEl = embedEl.createDiv('markdown-embed-content');
    await renderInto(
      { ...rendering, sourcePath: file.path, depth: depth + 1 },
      await app.vault.cachedRead(file),
      contentEl,
    );
  }
}
