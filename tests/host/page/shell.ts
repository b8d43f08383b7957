import type { App } from '../app.ts';
import { Platform } from '../platform.ts';
import { setIcon, setTooltip } from '../widgets/index.ts';
import { installTooltips } from '../widgets/tooltip.ts';
import { apiView } from '../workspace/view.ts';
import { FileExplorer } from './file-explorer.ts';
import { installPagePreview, wireNoteLinks } from './note-links.ts';
import { CommandPalette, QuickSwitcher } from './palette.ts';
import { withQuery, type Query } from './query.ts';
import { makeResizable } from './resize.ts';
import { SettingsWindow } from './settings-window.ts';

const LEFT_WIDTH = 260;
const RIGHT_WIDTH = 340;
const MIN_WIDTH = 160;

interface ShellAction {
  id: string;
  name: string;
  icon: string;
  hotkey: string | null;
  run: () => void;
}

/** Draws what stands around the notes: ribbon, file list, palette, settings, switches for theme and language. */
export async function drawShell(app: App, query: Query): Promise<void> {
  const { doc } = app.chrome.workspaceEl;
  installTooltips(doc);
  installPagePreview(app);
  wireNoteLinks(app, doc.body);
  const actions = shellActions(app, query);
  for (const action of actions) {
    app.commands.addCommand({ id: action.id, name: action.name, callback: action.run });
    if (action.hotkey === null) continue;
    app.scope.register(['Mod'], action.hotkey, () => {
      action.run();
      return false;
    });
  }
  drawRibbon(app, actions);
  drawSidebarToggles(app);
  if (Platform.isPhone) app.workspace.leftSplit.collapse();
  else {
    drawStatusBar(app);
    makeResizable(app.workspace.leftSplit.containerEl, 'left', LEFT_WIDTH, MIN_WIDTH);
    makeResizable(app.workspace.rightSplit.containerEl, 'right', query.width ?? RIGHT_WIDTH, MIN_WIDTH);
  }
  app.workspace.on('window-open', (_opened: unknown, win: Window) => {
    installTooltips(win.document);
    wireNoteLinks(app, win.document.body);
  });
  app.workspace.views.register(FileExplorer.VIEW_TYPE, (leaf) => apiView(new FileExplorer(leaf, app)));
  await app.workspace.getLeftLeaf(false).setViewState({ type: FileExplorer.VIEW_TYPE });
}

function shellActions(app: App, query: Query): ShellAction[] {
  const action = (id: string, name: string, icon: string, hotkey: string | null, run: () => void): ShellAction => ({
    id,
    name,
    icon,
    hotkey,
    run,
  });
  const other = query.language === 'ru' ? 'en' : 'ru';
  return [
    action('switcher:open', 'Quick switcher: Open quick switcher', 'file-search', 'o', () =>
      new QuickSwitcher(app).open(),
    ),
    action('command-palette:open', 'Command palette: Open command palette', 'terminal', 'p', () =>
      new CommandPalette(app).open(),
    ),
    action('markdown:toggle-preview', 'Toggle reading view', 'book-open', 'e', () => void toggleReading(app)),
    action(
      'workbench:switch-language',
      `Switch language to ${other === 'ru' ? 'Русский' : 'English'}`,
      'languages',
      null,
      () => {
        // As in Obsidian: the language is read once, at the start.
        window.location.search = withQuery(window.location.search, 'lang', other);
      },
    ),
    action('theme:toggle-light-dark', 'Toggle light/dark mode', 'sun-moon', null, () => toggleTheme(app)),
    action('app:open-settings', 'Open settings', 'settings', ',', () => new SettingsWindow(app).open()),
    action('workspace:move-to-new-window', 'Move current tab to new window', 'picture-in-picture-2', null, () => {
      const leaf = app.workspace.allLeaves().find((each) => each.isActive());
      if (leaf) app.workspace.moveLeafToPopout(leaf);
    }),
    action('workspace:move-to-main-window', 'Move current tab to main window', 'panel-top', null, () => {
      const leaf = app.workspace.allLeaves().find((each) => each.isActive());
      if (leaf) app.workspace.moveLeaf(leaf, app.workspace.rootSplit);
    }),
    action('app:toggle-left-sidebar', 'Toggle left sidebar', 'panel-left', null, () =>
      app.workspace.leftSplit.toggle(),
    ),
    action('app:toggle-right-sidebar', 'Toggle right sidebar', 'panel-right', null, () =>
      app.workspace.rightSplit.toggle(),
    ),
  ];
}

const TOP = ['switcher:open', 'command-palette:open'];
const BOTTOM = ['workbench:switch-language', 'theme:toggle-light-dark', 'app:open-settings'];

function drawRibbon(app: App, actions: readonly ShellAction[]): void {
  const { ribbonEl } = app.chrome;
  ribbonEl.setAttrs({ role: 'toolbar', 'aria-label': 'Ribbon', 'aria-orientation': 'vertical' });
  const bottomEl = ribbonEl.createDiv('side-dock-settings');
  for (const action of actions) {
    const parentEl = TOP.includes(action.id) ? ribbonEl : BOTTOM.includes(action.id) ? bottomEl : null;
    if (parentEl)
      iconButton(parentEl, action.icon, action.name.replace(/^.*: /, ''), 'side-dock-ribbon-action', action.run);
  }
}

function drawSidebarToggles(app: App): void {
  const { leftSplit, rightSplit, containerEl } = app.workspace;
  const left = iconButton(containerEl, 'panel-left', 'Toggle left sidebar', 'sidebar-toggle-button', () =>
    leftSplit.toggle(),
  );
  const right = iconButton(containerEl, 'panel-right', 'Toggle right sidebar', 'sidebar-toggle-button', () =>
    rightSplit.toggle(),
  );
  left.addClass('mod-left');
  right.addClass('mod-right');
}

function iconButton(parentEl: HTMLElement, icon: string, name: string, cls: string, run: () => void): HTMLElement {
  const buttonEl = parentEl.createEl('button', { cls: ['clickable-icon', cls], attr: { type: 'button' } });
  setIcon(buttonEl, icon);
  setTooltip(buttonEl, name, cls === 'side-dock-ribbon-action' ? { placement: 'right' } : {});
  buttonEl.addEventListener('click', run);
  return buttonEl;
}

function drawStatusBar(app: App): void {
  const itemEl = app.chrome.statusBarEl.createDiv('status-bar-item plugin-word-count');
  const count = async (): Promise<void> => {
    const file = app.workspace.getActiveFile();
    const text = file ? await app.vault.cachedRead(file) : '';
    if (file !== app.workspace.getActiveFile()) return;
    itemEl.setText(`${text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0} words  ${text.length} characters`);
  };
  app.workspace.on('file-open', () => void count());
  app.metadataCache.on('changed', (file) => {
    if (file === app.workspace.getActiveFile()) void count();
  });
}

function toggleTheme(app: App): void {
  const { body } = app.chrome.workspaceEl.doc;
  const dark = !body.hasClass('theme-dark');
  body.toggleClass('theme-dark', dark);
  body.toggleClass('theme-light', !dark);
  window.history.replaceState(null, '', withQuery(window.location.search, 'theme', dark ? 'dark' : null));
  app.workspace.trigger('css-change');
}

async function toggleReading(app: App): Promise<void> {
  const leaf = app.workspace.getMostRecentLeaf();
  const state = leaf?.getViewState();
  if (!leaf || state?.type !== 'markdown') return;
  const mode = state.state?.['mode'] === 'preview' ? 'source' : 'preview';
  await leaf.setViewState({ ...state, state: { ...state.state, mode } });
}
