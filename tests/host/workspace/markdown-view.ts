import type * as O from 'obsidian';
import { Component } from '../component.ts';
import { resolveSubpath } from '../links.ts';
import { CodeMirrorEditor, userEventOf } from './editor.ts';
import { TextFileView } from './file-view.ts';
import { showEditorMenu, showFileMenu } from './menus.ts';
import { leafOf } from './view.ts';

export type RenderMarkdown = (
  app: O.App,
  markdown: string,
  el: HTMLElement,
  sourcePath: string,
  component: Component,
) => Promise<void>;

/** Milliseconds for which a line that was jumped to stays marked. */
const FLASH = 1500;

let lastName = 0;

/** A note: the reading view, or its source in the editor. */
export class MarkdownView extends TextFileView implements O.MarkdownFileInfo {
  static readonly VIEW_TYPE = 'markdown';
  override icon = 'file-text';
  readonly editor: CodeMirrorEditor;
  /** The part of the real view's reading mode that tells and takes the place scrolled to, as a line counted from 0. */
  readonly previewMode = {
    getScroll: (): number => this.#topLine(),
    applyScroll: (line: number): void => this.#lineElement(line)?.scrollIntoView({ block: 'start' }),
  };
  hoverPopover: O.HoverPopover | null = null;
  readonly #sourceEl: HTMLElement;
  readonly #previewEl: HTMLElement;
  readonly #modeButton: HTMLElement;
  #mode: O.MarkdownViewModeType = 'source';
  #rendered: Component | null = null;

  constructor(
    leaf: O.WorkspaceLeaf,
    readonly renderMarkdown: RenderMarkdown,
  ) {
    super(leaf);
    this.#sourceEl = this.contentEl.createDiv('markdown-source-view');
    this.#previewEl = this.contentEl.createDiv('markdown-reading-view markdown-preview-view markdown-rendered');
    const { workspace } = leafOf(leaf);
    // As in the app, nothing of an editor has an `aria-label`, which would be its tooltip.
    const nameEl = this.#sourceEl.createSpan({
      text: 'Note text',
      attr: { id: `note-text-${++lastName}`, hidden: '' },
    });
    this.editor = new CodeMirrorEditor(this.#sourceEl, {
      keepsOrigin: workspace.app.behaviour.keepsOrigin,
      nameId: nameEl.id,
      extensions: workspace.editorExtensions,
      changed: (update) => {
        // What another wrote into the file comes in as a change of the editor, told as any other; only the file has it already.
        if (userEventOf(update) !== 'set') this.requestSave();
        workspace.trigger('editor-change', this.editor, this);
      },
      taken: (event) => {
        workspace.trigger(event.type === 'drop' ? 'editor-drop' : 'editor-paste', event, this.editor, this);
        return event.defaultPrevented;
      },
    });
    this.register(this.contentEl.onWindowMigrated((win) => this.editor.cm.setRoot(win.document)));
    const editorEl = this.editor.cm.contentDOM;
    editorEl.addEventListener('contextmenu', (event) => showEditorMenu(workspace, event, this.editor, this));
    this.addAction('more-vertical', 'More options', (event) => showFileMenu(workspace, event, this.file, this.leaf));
    this.#modeButton = this.addAction('book-open', 'Current view: editing', () => {
      void this.#setMode(this.#mode === 'source' ? 'preview' : 'source');
    });
    this.#showMode();
  }

  getViewType(): string {
    return MarkdownView.VIEW_TYPE;
  }

  getMode(): O.MarkdownViewModeType {
    return this.#mode;
  }

  getViewData(): string {
    return this.editor.getValue();
  }

  setViewData(data: string, clear: boolean): void {
    this.editor.load(data, !clear);
    if (this.#mode === 'preview') void this.#render();
  }

  /** The old text stays until there is another. */
  clear(): void {
    this.#unrender();
  }

  showSearch(_replace?: boolean): void {
    this.editor.focus();
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), mode: this.#mode, source: false };
  }

  override async setState(state: unknown, result: O.ViewStateResult): Promise<void> {
    await super.setState(state, result);
    if (typeof state !== 'object' || state === null || !('mode' in state)) return;
    if (state.mode === 'source' || state.mode === 'preview') await this.#setMode(state.mode);
  }

  override getEphemeralState(): Record<string, unknown> {
    const cursor = { from: this.editor.getCursor('from'), to: this.editor.getCursor('to') };
    return { cursor, scroll: this.#mode === 'source' ? this.editor.getScrollInfo().top : this.#previewEl.scrollTop };
  }

  /** Takes `line` (0-based), `subpath` (`#Heading`), `cursor`, `scroll` and `focus`, as the real view does. */
  override setEphemeralState(state: unknown): void {
    if (typeof state !== 'object' || state === null) return;
    if ('scroll' in state && typeof state.scroll === 'number') this.#scroll(state.scroll);
    if ('cursor' in state && isRange(state.cursor)) this.editor.setSelection(state.cursor.from, state.cursor.to);
    if ('line' in state && typeof state.line === 'number') this.#showLine(state.line);
    if ('subpath' in state && typeof state.subpath === 'string') this.#showSubpath(state.subpath);
    if ('focus' in state && state.focus === true && this.#mode === 'source') this.editor.focus();
  }

  protected override async onClose(): Promise<void> {
    await super.onClose();
    this.#unrender();
    this.editor.destroy();
  }

  async #setMode(mode: O.MarkdownViewModeType): Promise<void> {
    if (this.#mode === mode) return;
    this.#mode = mode;
    this.#showMode();
    if (mode === 'preview') await this.#render();
    else this.#unrender();
    leafOf(this.leaf).workspace.layoutChanged();
  }

  #showMode(): void {
    this.#sourceEl.toggle(this.#mode === 'source');
    this.#previewEl.toggle(this.#mode === 'preview');
    this.containerEl.setAttr('data-mode', this.#mode);
    this.#modeButton.setAttr('aria-label', this.#mode === 'source' ? 'Current view: editing' : 'Current view: reading');
  }

  async #render(): Promise<void> {
    this.#unrender();
    const component = this.addChild(new Component());
    this.#rendered = component;
    await this.renderMarkdown(this.app, this.getViewData(), this.#previewEl, this.file?.path ?? '', component);
  }

  #unrender(): void {
    if (this.#rendered) this.removeChild(this.#rendered);
    this.#rendered = null;
    this.#previewEl.empty();
  }

  #scroll(top: number): void {
    if (this.#mode === 'source') this.editor.scrollTo(null, top);
    else this.#previewEl.scrollTop = top;
  }

  #showSubpath(subpath: string): void {
    const cache = this.file && this.app.metadataCache.getFileCache(this.file);
    const found = cache && resolveSubpath(cache, subpath);
    if (found) this.#showLine(found.start.line);
  }

  #showLine(line: number): void {
    if (this.#mode === 'source') {
      const from = { line, ch: 0 };
      this.editor.setCursor(from);
      this.editor.scrollIntoView({ from, to: from }, true);
      this.#flash(this.#sourceEl);
      return;
    }
    const section = this.#lineElement(line);
    if (!section) return;
    section.scrollIntoView({ block: 'center' });
    this.#flash(section);
  }

  /** The innermost element of the reading view that begins at the line, or last before it. Footnotes stand at the end there. */
  #lineElement(line: number): HTMLElement | undefined {
    const lineOf = (el: HTMLElement): number => Number(el.getAttr('data-line'));
    return this.#previewEl
      .findAll('[data-line]')
      .filter((el) => lineOf(el) <= line)
      .reduce<HTMLElement | undefined>((best, el) => (best && lineOf(best) > lineOf(el) ? best : el), undefined);
  }

  #topLine(): number {
    const top = this.#previewEl.getBoundingClientRect().top;
    const first = this.#previewEl.findAll('[data-line]').find((each) => each.getBoundingClientRect().bottom > top);
    return Number(first?.getAttr('data-line') ?? 0);
  }

  #flash(el: HTMLElement): void {
    el.addClass('is-flashing');
    window.setTimeout(() => el.removeClass('is-flashing'), FLASH);
  }
}

function isPosition(value: unknown): value is O.EditorPosition {
  return typeof value === 'object' && value !== null && 'line' in value && 'ch' in value;
}

function isRange(value: unknown): value is O.EditorRange {
  return (
    typeof value === 'object' &&
    value !== null &&
    'from' in value &&
    'to' in value &&
    isPosition(value.from) &&
    isPosition(value.to)
  );
}
