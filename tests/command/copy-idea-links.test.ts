import { Menu, TFolder } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../src/settings';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { PreviewDialog } from './preview-dialog';
import { eventually } from '../eventually';

const RING = '# Ring\n\n## Upstream ideas\n\n- [[Brass]] — what it is cast of\n';
const HELD = '---\ndown: "[[Ring]]"\n---\n## Downstream ideas\n\n- [[Ring]]\n- [[Tin]]\n';
const FILES = {
  'Bells/Ring.md': RING,
  'Bells/More/Held.md': HELD,
  'Bells/Anchor.md': '---\nup: &a x\n---\n## Upstream ideas\n\n- [[Brass]]\n',
  'Bells/Left/Ring.md': RING,
  'Bells.md': RING,
  'Tin.md': '# Tin\n',
};

interface Started extends CommandHost {
  readonly dialog: PreviewDialog;
  readonly text: (path: string) => Promise<string>;
  readonly open: (path: string) => Promise<void>;
  /** What the menu of a folder offers; the entry with this title is clicked. */
  readonly folderMenu: (path: string, title: string) => Promise<readonly (string | null)[]>;
}

async function start(settings: Partial<Settings> = {}): Promise<Started> {
  const commands = await hostWithCommands({ files: FILES, settings });
  const { host } = commands;
  await host.settle();
  const { vault, workspace } = host.app.forPlugins;
  const fileAt = (path: string) => {
    const file = vault.getFileByPath(path);
    if (!file) throw new Error(`no ${path}`);
    return file;
  };
  return {
    ...commands,
    dialog: new PreviewDialog(host),
    text: (path) => vault.read(fileAt(path)),
    open: async (path) => {
      await workspace.getLeaf().openFile(fileAt(path), { state: { mode: 'source' } });
      await host.settle();
    },
    folderMenu: async (path, title) => {
      const folder = vault.getAbstractFileByPath(path);
      if (!(folder instanceof TFolder)) throw new Error(`no folder ${path}`);
      const menu = new Menu();
      workspace.trigger('file-menu', menu, folder, 'file-explorer-context-menu');
      menu.showAtPosition({ x: 0, y: 0 });
      const items = Array.from(document.querySelectorAll<HTMLElement>('.menu-item'));
      const titles = items.map((el) => el.querySelector('.menu-item-title')?.textContent ?? null);
      items[titles.indexOf(title)]?.click();
      await host.settle();
      return titles;
    },
  };
}

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

const COPY = 'Copy idea links to properties';

describe('The command “Copy idea links to properties”', () => {
  it('is offered while a note is open, shows what it will write, and is undone in the editor', async () => {
    const { host, run, dialog, text, open } = await start();
    const names = (): readonly string[] => host.app.commands.listCommands().map(({ name }) => name);
    expect(names()).not.toContain(`Idea Tiers: ${COPY}`);
    await open('Bells/Ring.md');
    expect(names()).toContain(`Idea Tiers: ${COPY}`);
    await run('copy-idea-links-to-properties');
    expect(dialog.title).toBe(`${COPY}: “Ring”`);
    expect(dialog.status).toBe('4 lines will change:');
    expect(await text('Bells/Ring.md')).toBe(RING);
    await dialog.click('Apply');
    const editor = host.app.forPlugins.workspace.activeEditor?.editor;
    expect(editor?.getValue()).toBe(`---\nup:\n  - "[[Brass]]"\n---\n${RING}`);
    editor?.undo();
    expect(editor?.getValue()).toBe(RING);
  });

  it('takes the names of properties that the user has set', async () => {
    const { host, run, dialog, open } = await start({
      relationFields: { upstream: ['parent'], direct: [], downstream: [], related: [], source: [] },
    });
    await open('Bells/Ring.md');
    await run('copy-idea-links-to-properties');
    await dialog.click('Apply');
    const editor = host.app.forPlugins.workspace.activeEditor?.editor;
    expect(editor?.getValue()).toBe(`---\nparent:\n  - "[[Brass]]"\n---\n${RING}`);
  });

  it('says so where there is nothing to copy, and where it cannot be done safely', async () => {
    const { run, dialog, open } = await start();
    await open('Tin.md');
    await run('copy-idea-links-to-properties');
    await open('Bells/Anchor.md');
    await run('copy-idea-links-to-properties');
    expect(dialog.isOpen).toBe(false);
    expect(notices()).toEqual([
      'The properties of “Tin” already contain all of its idea links.',
      'The property in “Anchor” cannot be edited safely: it has words beside its links, a list of properties, an anchor (&), an alias (*) or a remark (#). Edit it by hand, in the source of the note.',
    ]);
  });

  it('does so for a folder from its menu, as one change that is taken back as one', async () => {
    const { run, dialog, text, folderMenu } = await start({ excludedFolders: ['Bells/Left'] });
    expect(await folderMenu('Bells', `${COPY}…`)).toContain(`${COPY}…`);
    await eventually(() => expect(dialog.isOpen).toBe(true));
    expect(dialog.title).toBe(`${COPY}: “Bells”`);
    expect(dialog.status).toMatch(/ in 2 notes will change:$/);
    expect(document.querySelector('.idea-tiers-preview-remark')?.textContent).toBe(
      '1 note stays unchanged: its properties cannot be edited safely.',
    );
    await dialog.click('Apply');
    expect(await text('Bells/Ring.md')).toBe(`---\nup:\n  - "[[Brass]]"\n---\n${RING}`);
    expect(await text('Bells/More/Held.md')).toBe(
      HELD.replace('down: "[[Ring]]"', 'down:\n  - "[[Ring]]"\n  - "[[Tin]]"'),
    );
    expect(await text('Bells.md')).toBe(RING);
    expect(await text('Bells/Left/Ring.md')).toBe(RING);
    await run('undo-last-change');
    expect(await text('Bells/Ring.md')).toBe(RING);
    expect(await text('Bells/More/Held.md')).toBe(HELD);
  });
});
