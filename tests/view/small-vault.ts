import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { IdeaAudit } from '../../src/index/answers';
import { RELATION_NAMES, type Relation } from '../../src/model/vocabulary';
import { AddDialog, choose } from '../command/add-dialog';
import { PreviewDialog } from '../command/preview-dialog';
import { createHost } from '../host/boot';
import { all, named, openSidebarIn, type OpenSidebar } from './open-sidebar';

const ROOT = path.resolve(import.meta.dirname, '../vaults');

const LISTS: Readonly<Record<Relation, string>> = {
  upstream: 'Upstream ideas',
  direct: 'Direct ideas',
  downstream: 'Downstream ideas',
  related: 'Related notes',
  source: 'Sources',
};

/** What the sidebar lists of a note, by relation; names that only the other note says begin with `←`. */
export type Listed = Readonly<Partial<Record<Relation, readonly string[]>>>;

/** A small vault as one author writes it, in the app with the whole plugin. */
export class SmallVault {
  readonly #files: Readonly<Record<string, string>>;
  readonly #sidebar: OpenSidebar;
  readonly #preview: PreviewDialog;

  private constructor(files: Readonly<Record<string, string>>, sidebar: OpenSidebar) {
    this.#files = files;
    this.#sidebar = sidebar;
    this.#preview = new PreviewDialog(sidebar.host);
  }

  static async open(name: string, settings: object = {}): Promise<SmallVault> {
    document.body.empty();
    const folder = path.join(ROOT, name);
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    const files = Object.fromEntries(paths.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
    const host = createHost({ files });
    const { adapter, configDir } = host.app.forPlugins.vault;
    await adapter.write(`${configDir}/plugins/idea-tiers/data.json`, JSON.stringify(settings));
    const sidebar = await openSidebarIn(host);
    const vault = new SmallVault(files, sidebar);
    await vault.ask('audit');
    return vault;
  }

  /** What the command line answers. */
  async ask(command: string, params: Record<string, string> = {}): Promise<string> {
    const handler = this.#sidebar.host.app.cliHandlers.get(`idea-tiers:${command}`);
    if (!handler) throw new Error(`no ${command}`);
    return handler(params);
  }

  async audit(): Promise<IdeaAudit> {
    // What the command prints is what the index answers.
    return JSON.parse(await this.ask('audit', { format: 'json' })) as IdeaAudit;
  }

  /** The codes of a note's problems, each with what it is about. */
  async problems(note: string): Promise<readonly unknown[]> {
    const found: unknown = JSON.parse(await this.ask('inspect', { note }));
    if (typeof found !== 'object' || found === null || !('problems' in found) || !Array.isArray(found.problems))
      throw new Error(`nothing is told of ${note}`);
    return found.problems.map((problem: unknown) =>
      typeof problem === 'object' && problem !== null && 'code' in problem && 'values' in problem
        ? [problem.code, problem.values]
        : problem,
    );
  }

  /** What the sidebar lists once a note is open. */
  async listed(note: string): Promise<Listed> {
    await this.open(note);
    const found: Partial<Record<Relation, readonly string[]>> = {};
    for (const relation of RELATION_NAMES) {
      const lists = all(this.#sidebar.el, '[role="list"]').filter((el) => nameOf(el) === LISTS[relation]);
      const names = lists.flatMap((el) =>
        all(el, '[role="listitem"]').map(
          (item) => (item.matches('.mod-implied') ? '←' : '') + (item.querySelector('a')?.textContent ?? ''),
        ),
      );
      if (names.length > 0) found[relation] = names;
    }
    return found;
  }

  async open(note: string): Promise<void> {
    await this.#sidebar.openNote(`${note}.md`);
  }

  /** The note's text, before it was changed and now. */
  before(note: string): string {
    return this.#files[`${note}.md`] ?? '';
  }

  async text(note: string): Promise<string> {
    const { vault, workspace } = this.#sidebar.host.app.forPlugins;
    const open = workspace.activeEditor;
    if (open?.file?.path === `${note}.md` && open.editor) return open.editor.getValue();
    return vault.read(this.#sidebar.file(`${note}.md`));
  }

  /** Adds an idea by the command, without a word about it. */
  async add(note: string, idea: string, relation: Relation): Promise<string> {
    await this.open(note);
    await this.run('add-idea-link');
    await choose(this.#sidebar.host, idea);
    const dialog = new AddDialog(this.#sidebar.host);
    dialog.relate(relation);
    await dialog.next();
    return this.#apply(note);
  }

  /** Chooses in the menu of an entry, and what is wanted of the suggestions that follow. */
  async choose(note: string, idea: string, item: string, suggestion = ''): Promise<string> {
    await this.open(note);
    named(this.#sidebar.el, 'button, [role="button"]', `Actions for ${idea}`).click();
    const items = Array.from(document.querySelectorAll<HTMLElement>('.menu .menu-item'));
    const found = items.find((el) => el.textContent === item);
    if (!found) throw new Error(`no ${item} among ${items.map((el) => el.textContent).join(', ')}`);
    found.click();
    await this.#sidebar.host.settle();
    if (suggestion !== '') await choose(this.#sidebar.host, suggestion);
    return this.#apply(note);
  }

  /** Copies what a note says of ideas into its properties. */
  async copy(note: string): Promise<string> {
    await this.open(note);
    await this.run('copy-idea-links-to-properties');
    return this.#apply(note);
  }

  async run(command: string): Promise<void> {
    const { host } = this.#sidebar;
    if (!host.app.commands.executeCommandById(`idea-tiers:${command}`)) throw new Error(`no command ${command}`);
    await host.settle();
  }

  /** Applies what is shown; gives the note as it is then, or the notice that nothing was written. */
  async #apply(note: string): Promise<string> {
    if (!this.#preview.isOpen)
      return Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '').at(-1) ?? '';
    await this.#preview.click('Apply');
    return this.text(note);
  }
}

function nameOf(el: HTMLElement): string {
  const id = el.getAttribute('aria-labelledby');
  return (id === null ? el.getAttribute('aria-label') : el.doc.getElementById(id)?.textContent) ?? '';
}
