import type { App } from 'obsidian';
import { TEMPLATE_SETTINGS, templateFolder } from '../read/template';

/** The folders that the app and Templater take templates from, as far as their settings say. */
export class TemplateFolders {
  readonly #app: App;
  #folders: readonly string[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  /** Reads the settings. Never rejects: those that are not there, or cannot be read, say nothing. */
  async read(): Promise<void> {
    const { adapter, configDir } = this.#app.vault;
    const found = TEMPLATE_SETTINGS.map(async ({ path, key }) => {
      const file = `${configDir}/${path}`;
      const json = await adapter.exists(file).then((is) => (is ? adapter.read(file) : ''));
      return templateFolder(json, key);
    });
    const folders = await Promise.all(found.map((folder) => folder.catch(() => null)));
    this.#folders = folders.filter((folder) => folder !== null);
  }

  has(path: string): boolean {
    return this.#folders.some((folder) => path.startsWith(folder));
  }
}
