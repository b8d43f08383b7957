import type * as obsidian from 'obsidian';
import type { App } from '../app.ts';
import { SettingTab } from '../settings/tab.ts';
import { Modal } from '../widgets/index.ts';
import { openWindow, setActiveWindow } from '../workspace/other-window.ts';

/** The settings window: plugins' tabs on the left, the chosen one on the right. */
export class SettingsWindow extends Modal {
  private readonly navEl: HTMLElement;
  private readonly bodyEl: HTMLElement;
  private unlisten: (() => void) | null = null;
  private current: obsidian.PluginSettingTab | null = null;

  constructor(private readonly host: App) {
    super(host);
    this.setTitle('Settings');
    this.containerEl.addClass('mod-settings');
    this.modalEl.addClass('mod-settings', 'mod-sidebar-layout');
    this.contentEl.addClass('vertical-tabs-container');
    const headerEl = this.contentEl.createDiv('vertical-tab-header');
    headerEl.createDiv({ cls: 'vertical-tab-header-group-title', text: 'Community plugins' });
    this.navEl = headerEl.createDiv({ cls: 'vertical-tab-header-group-items', attr: { role: 'tablist' } });
    this.bodyEl = this.contentEl.createDiv('vertical-tab-content-container');
  }

  /** In a window of its own where the app would: its elements, the tabs' too, stand in another document then. */
  override open(): void {
    if (this.host.behaviour.settingsInWindow) {
      const opened = openWindow({ size: { width: 900, height: 700 } });
      this.unlisten = this.host.keymap.listenIn(opened.document);
      opened.addEventListener('pagehide', () => this.close());
      setActiveWindow(opened);
    }
    super.open();
  }

  override onOpen(): void {
    for (const tab of this.host.settingTabs) {
      const { name } = pluginOf(tab).manifest;
      const itemEl = this.navEl.createDiv({
        cls: 'vertical-tab-nav-item tappable',
        text: name,
        attr: { role: 'tab', tabindex: '0' },
      });
      const choose = (): void => this.show(tab, itemEl);
      itemEl.addEventListener('click', choose);
      itemEl.addEventListener('keydown', (evt) => {
        if (evt.key === 'Enter' || evt.key === ' ') choose();
      });
    }
    const [first] = this.host.settingTabs;
    const firstEl = this.navEl.firstElementChild;
    if (first && firstEl?.instanceOf(HTMLElement)) this.show(first, firstEl);
    else this.bodyEl.createDiv({ cls: 'vertical-tab-content', text: 'No plugin has settings.' });
  }

  override onClose(): void {
    this.current?.hide();
    this.current = null;
    if (!this.unlisten) return;
    this.unlisten();
    this.unlisten = null;
    activeWindow.close();
    setActiveWindow(window);
  }

  private show(tab: obsidian.PluginSettingTab, itemEl: HTMLElement): void {
    this.current?.hide();
    this.current = tab;
    for (const other of Array.from(this.navEl.children)) {
      other.toggleClass('is-active', other === itemEl);
      other.setAttr('aria-selected', other === itemEl);
    }
    this.bodyEl.setChildrenInPlace([tab.containerEl]);
    SettingTab.show(tab);
  }
}

function pluginOf(tab: object): obsidian.Plugin {
  if ('plugin' in tab && isPlugin(tab.plugin)) return tab.plugin;
  throw new Error('A settings tab without its plugin was registered.');
}

function isPlugin(value: unknown): value is obsidian.Plugin {
  return typeof value === 'object' && value !== null && 'manifest' in value;
}
