import { Menu, MarkdownView } from 'obsidian';
import { describe, expect, it, vi } from 'vitest';
import { attempt } from '../../src/command/failure';
import { translator } from '../../src/i18n';
import { StillIdeas } from '../still-ideas';
import { hostWithCommands } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';
import { eventually } from '../eventually';

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

describe('The commands', () => {
  it('stand in the palette under the names of the design, without hotkeys', async () => {
    const { host } = await hostWithCommands();
    const commands = host.app.commands.listCommands();
    expect(commands.map(({ name }) => name)).toEqual([
      'Idea Tiers: Audit idea links',
      'Idea Tiers: Compare raw text and step 1',
      'Idea Tiers: Compare steps 1 and 2',
      'Idea Tiers: Copy prompt for the missing steps',
      'Idea Tiers: Fill in missing steps',
      'Idea Tiers: Find garbled notes',
      'Idea Tiers: Find idea',
      'Idea Tiers: Go to direct idea',
      'Idea Tiers: Go to downstream idea',
      'Idea Tiers: Go to upstream idea',
      'Idea Tiers: New three-step note',
      'Idea Tiers: New three-step note from clipboard',
      'Idea Tiers: New three-step notes from chat messages',
      'Idea Tiers: Open idea map',
      'Idea Tiers: Open sidebar',
      'Idea Tiers: Paste answer into steps',
      'Idea Tiers: Pin to this note',
      'Idea Tiers: Suggest ideas',
      'Idea Tiers: Undo last change',
      'Idea Tiers: Unfinished notes',
    ]);
    for (const command of commands) {
      expect(command.hotkeys).toBeUndefined();
      expect(command.icon).not.toBe('');
    }
  });

  it('have Russian names in a Russian interface', async () => {
    const { host } = await hostWithCommands({ language: 'ru' });
    expect(host.app.commands.listCommands().map(({ name }) => name)).toContain('Idea Tiers: Открыть боковую панель');
  });

  it('do what they are named after', async () => {
    const { asked, run } = await hostWithCommands();
    await run('open-sidebar');
    await run('pin-to-note');
    expect(asked).toEqual(['open the sidebar', 'toggle the pin']);
  });

  it('go along the links of the note in front, saved or not, also when a slow disk still shows another', async () => {
    const list = (name: string): string => `## Upstream ideas\n\n- [[${name}]] — above.\n`;
    const files = { 'A.md': list('One'), 'B.md': list('Two'), 'One.md': '', 'Two.md': '', 'Three.md': '' };
    const ideas = new StillIdeas((link) => `${link}.md`);
    const { host, asked, run } = await hostWithCommands({ files, ideas });
    const { workspace, vault } = host.app;
    const leaf = workspace.getLeaf();
    const open = (path: keyof typeof files): Promise<void> => {
      const file = vault.getFileByPath(path);
      if (!file) throw new Error(`no ${path}`);
      return leaf.openFile(file, { state: { mode: 'source' } });
    };
    await open('A.md');
    let answer = (): void => undefined;
    host.app.diskOf = () => new Promise((resolve) => (answer = resolve));
    const opened = open('B.md');
    await eventually(() => expect(workspace.getActiveFile()?.path).toBe('B.md'));
    host.app.commands.executeCommandById('idea-tiers:go-to-upstream-idea');
    await new Promise((resolve) => window.setTimeout(resolve, 20));
    answer();
    await opened;
    await eventually(() => expect(asked).toEqual(['open Two.md']));
    workspace.getActiveViewOfType(MarkdownView)?.editor.setLine(2, '- [[Three]] — above.');
    await run('go-to-upstream-idea');
    await eventually(() => expect(asked).toEqual(['open Two.md', 'open Three.md']));
  });

  it('offer a new note in the editor’s menu, from the selection when there is one', async () => {
    const { host } = await hostWithCommands({ files: { 'A.md': 'Одна мысль.' } });
    const file = host.app.vault.getFileByPath('A.md');
    if (file) await host.app.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
    const view = host.app.workspace.getActiveViewOfType(MarkdownView);
    if (!view) throw new Error('no note is open');
    const titles = (): readonly (string | null)[] => {
      const menu = new Menu();
      host.app.workspace.trigger('editor-menu', menu, view.editor, view);
      menu.showAtPosition({ x: 0, y: 0 });
      return Array.from(document.querySelectorAll('.menu-item-title'), (el) => el.textContent);
    };
    expect(titles()).toEqual(['New three-step note']);
    document.querySelector('.menu')?.remove();
    view.editor.setSelection({ line: 0, ch: 0 }, { line: 0, ch: 4 });
    expect(titles()).toEqual(['New three-step note from selection']);
    document.querySelector<HTMLElement>('.menu-item')?.click();
    await host.settle();
    expect(new NewNoteDialog(host).field('Raw text (Russian)').value).toBe('Одна');
  });
});

describe('attempt(t, action, work)', () => {
  it('gives what the work gives, and tells nothing', async () => {
    await hostWithCommands();
    expect(await attempt(translator('en'), 'commands.openSidebar', () => Promise.resolve(7))).toBe(7);
    expect(notices()).toEqual([]);
  });

  it('turns a failure into one Notice that names the command, and leaves the error in the console', async () => {
    await hostWithCommands();
    const error = vi.spyOn(console, 'error').mockReturnValue();
    const broken = new Error('no leaf');
    const failing = (): never => {
      throw broken;
    };
    expect(await attempt(translator('ru'), 'commands.openSidebar', failing)).toBeNull();
    expect(notices()).toEqual(['Не удалось выполнить «Открыть боковую панель»: no leaf']);
    expect(error).toHaveBeenCalledWith(broken);
    error.mockRestore();
  });
});
