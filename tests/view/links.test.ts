import type { TAbstractFile } from 'obsidian';
import { describe, expect, test, vi } from 'vitest';
import { all, one, openSidebar, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

const TEA = 'Drinks/Ways to make tea.md';

async function openTea(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  await sidebar.openNote(TEA);
  return sidebar;
}

function link({ el }: OpenSidebar, name: string): HTMLElement {
  const found = all(el, 'a[data-href]').find((candidate) => candidate.textContent === name);
  if (!found) throw new Error(`no link ${name}`);
  return found;
}

const openNotes = ({ host }: OpenSidebar): string[] =>
  host.app.workspace.getLeavesOfType('markdown').map((leaf) => String(leaf.getViewState().state?.file));

const event = (type: string, init: MouseEventInit = {}): MouseEvent =>
  new MouseEvent(type, { bubbles: true, cancelable: true, ...init });
const key = (name: string, init: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init });

/** The start of a drag, with what a browser gives a link to carry before anybody is asked. */
function dragStart(): { readonly evt: Event; readonly data: ReadonlyMap<string, string> } {
  const data = new Map([
    ['text/uri-list', 'app://obsidian.md/Green%20tea'],
    ['text/html', '<a href="app://obsidian.md/Green%20tea">Green tea</a>'],
  ]);
  const evt = event('dragstart');
  const dataTransfer = {
    setData: (type: string, text: string) => data.set(type, text),
    clearData: (type?: string) => (type === undefined ? data.clear() : data.delete(type)),
    effectAllowed: 'uninitialized',
  };
  Object.defineProperty(evt, 'dataTransfer', { value: dataTransfer });
  return { evt, data };
}

describe('A link in the sidebar', () => {
  test('A click opens its note in place of the current one', async () => {
    const sidebar = await openTea();
    link(sidebar, 'Hot drinks').dispatchEvent(event('click'));
    await sidebar.host.settle();
    expect(openNotes(sidebar)).toEqual(['Drinks/Hot drinks.md']);
  });

  test.each([
    ['Ctrl and a click', event('click', { ctrlKey: true })],
    ['A middle click', event('auxclick', { button: 1 })],
    ['Ctrl and Enter', key('Enter', { ctrlKey: true })],
  ])('%s opens it in a new tab', async (_name, evt) => {
    const sidebar = await openTea();
    link(sidebar, 'Kettle').dispatchEvent(evt);
    await sidebar.host.settle();
    expect(evt.defaultPrevented).toBe(true);
    expect(openNotes(sidebar)).toEqual([TEA, 'Kitchen/Kettle.md']);
  });

  test('What would run something leads nowhere, whatever it is written as', async () => {
    const sidebar = await openSidebar({
      files: {
        'Run.md':
          '|Tier|Way|\n|-|-|\n|1|[a](javascript:go) [b](JavaScript:go) [c](data:text/html,x) [[javascript:go]]|\n|2|[d](https://example.com)|\n',
      },
    });
    await sidebar.openNote('Run.md');
    expect(all(sidebar.el, '.idea-tiers-cell-text a').map((el) => el.getAttribute('href'))).toEqual([
      null,
      null,
      null,
      null,
      'https://example.com',
    ]);
  });

  test('A right click on it opens nothing', async () => {
    const sidebar = await openTea();
    link(sidebar, 'Kettle').dispatchEvent(event('auxclick', { button: 2 }));
    await sidebar.host.settle();
    expect(openNotes(sidebar)).toEqual([TEA]);
  });

  test('Enter opens it, and the arrow keys go from idea to idea over the lists and their heads', async () => {
    const sidebar = await openTea();
    const first = link(sidebar, 'Hot drinks');
    first.focus();
    const press = (name: string): void => {
      document.activeElement?.dispatchEvent(key(name));
    };
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Missing leaf');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Direct1');
    for (let presses = 0; presses < 3; presses++) press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Green tea');
    press('ArrowUp');
    press('ArrowUp');
    expect(document.activeElement?.textContent).toBe('Kettle');
    const group = first.closest('.idea-tiers-group');
    const stops = group ? all(group, 'a[tabindex="0"]') : [];
    expect(stops.map((stop) => stop.textContent)).toEqual(['Kettle']);
    press('Enter');
    await sidebar.host.settle();
    expect(openNotes(sidebar)).toEqual(['Kitchen/Kettle.md']);
  });

  test('The pointer over it asks for a page preview, once', async () => {
    const sidebar = await openTea();
    const asked = vi.fn();
    sidebar.host.app.workspace.on('hover-link', asked);
    const linkEl = link(sidebar, 'Hot drinks');
    linkEl.dispatchEvent(event('mouseover', { relatedTarget: sidebar.el }));
    linkEl.dispatchEvent(event('mouseover', { relatedTarget: linkEl }));
    // A node of another window is no `Node` of this one.
    vi.stubGlobal('Node', class {});
    linkEl.dispatchEvent(event('mouseover', { relatedTarget: linkEl }));
    vi.unstubAllGlobals();
    expect(asked).toHaveBeenCalledTimes(1);
    expect(asked.mock.calls[0]?.[0]).toMatchObject({
      source: 'idea-tiers',
      linktext: 'Drinks/Hot drinks.md',
      sourcePath: TEA,
      targetEl: linkEl,
    });
  });

  test('Its menu is that of its entry, with the file menu of its note behind', async () => {
    const sidebar = await openTea();
    const files: string[] = [];
    sidebar.host.app.workspace.on('file-menu', (_menu: unknown, file: TAbstractFile) => files.push(file.path));
    link(sidebar, 'Green tea').dispatchEvent(event('contextmenu'));
    expect(files).toEqual(['Drinks/Green tea.md']);
    expect(document.querySelector('.menu')?.textContent).toMatch(/^Go to line \d+.*Remove idea link….*Open in new tab/);
  });

  test('Dragged, it carries a link that can be dropped into a note', async () => {
    const sidebar = await openTea();
    const carried = (name: string): unknown => {
      const { evt, data } = dragStart();
      link(sidebar, name).dispatchEvent(evt);
      return Object.fromEntries(data);
    };
    expect(carried('Green tea')).toEqual({ 'text/plain': '[[Green tea]]' });
    expect(carried('Missing leaf')).toEqual({ 'text/plain': '[[Missing leaf]]' });
  });

  test('Dragged with selected text around it, it is part of the text', async () => {
    const sidebar = await openTea();
    const { evt, data } = dragStart();
    const before = Object.fromEntries(data);
    link(sidebar, 'Green tea').firstChild?.dispatchEvent(evt);
    expect(Object.fromEntries(data)).toEqual(before);
  });

  test('One without a note asks before it makes one', async () => {
    const sidebar = await openTea();
    link(sidebar, 'Missing leaf').dispatchEvent(event('click'));
    await sidebar.host.settle();
    const modal = one(document, '.modal');
    expect(modal.textContent).toContain('Missing leaf');
    expect(sidebar.host.app.vault.getMarkdownFiles().some((file) => file.basename === 'Missing leaf')).toBe(false);
    const create = all(modal, 'button').find((button) => button.textContent === 'Create note');
    create?.click();
    await sidebar.host.settle();
    expect(sidebar.host.app.vault.getMarkdownFiles().some((file) => file.basename === 'Missing leaf')).toBe(true);
  });

  test.each([
    ['New%20thought.md', 'New thought.md'],
    ['file:///C:/Vault/New%20thought.md', 'New thought.md'],
  ])('%s, which leads to no note, makes %s', async (href, path) => {
    const sidebar = await openSidebar({ files: { 'Run.md': `|Tier|Way|\n|-|-|\n|1|[there](${href})|\n` } });
    await sidebar.openNote('Run.md');
    link(sidebar, 'there').dispatchEvent(event('click'));
    await sidebar.host.settle();
    const create = all(one(document, '.modal'), 'button').find((button) => button.textContent === 'Create note');
    create?.click();
    await sidebar.host.settle();
    expect(sidebar.host.app.vault.getMarkdownFiles().map((file) => file.path)).toEqual(['Run.md', path]);
  });

  test.each(['C#', 'C#1', '50%', '50%25', 'a^b', 'a[b]', 'a|b'])(
    'A note called “%s” is opened, and none is taken for it or made',
    async (name) => {
      const path = `x/${name}.md`;
      const sidebar = await openSidebar({
        files: { 'Tea.md': 'Tea.', 'C.md': '# 1\n', 'a.md': '', [path]: '## Upstream ideas\n\n- [[Tea]] — leaves\n' },
      });
      const before = sidebar.host.app.vault.getMarkdownFiles().length;
      await sidebar.openNote('Tea.md');
      await sidebar.host.settle();
      await eventually(() => link(sidebar, name));
      link(sidebar, name).dispatchEvent(event('click'));
      await sidebar.host.settle();
      expect(openNotes(sidebar)).toEqual([path]);
      expect(sidebar.host.app.vault.getMarkdownFiles()).toHaveLength(before);
    },
  );

  test('From a tab that stays as it is, notes open in the tab behind it, click after click', async () => {
    const sidebar = await openSidebar({ behaviour: { reusesHiddenLeaves: false } });
    await sidebar.openNote(TEA);
    const { workspace } = sidebar.host.app;
    await workspace.getLeaf('tab').setViewState({ type: 'idea-tiers-map', active: true });
    await sidebar.host.settle();
    link(sidebar, 'Kettle').dispatchEvent(event('click'));
    await sidebar.host.settle();
    workspace.setActiveLeaf(workspace.getLeavesOfType('idea-tiers-map')[0] ?? workspace.getLeaf());
    await sidebar.host.settle();
    expect(openNotes(sidebar)).toEqual(['Kitchen/Kettle.md']);
  });

  test('Dragged, it is written as the settings for links want it in the note in front', async () => {
    const sidebar = await openSidebar({ behaviour: { useMarkdownLinks: true, newLinkFormat: 'relative' } });
    await sidebar.openNote(TEA);
    const { evt, data } = dragStart();
    link(sidebar, 'Kettle').dispatchEvent(evt);
    expect(Object.fromEntries(data)).toEqual({ 'text/plain': '[Kettle](../Kitchen/Kettle.md)' });
  });

  test.each([false, true])(
    'Dragged, a note whose name parts a wikilink is written as it can be linked',
    async (useMarkdownLinks) => {
      const files = {
        'Tea.md': '## Upstream ideas\n\n- [C#](C%23%20x.md)\n- [None](No%23ne.md)\n',
        'C# x.md': '',
        'C.md': '',
      };
      const sidebar = await openSidebar({ files, behaviour: { useMarkdownLinks } });
      await sidebar.openNote('Tea.md');
      for (const [name, written] of [
        ['C# x', '[C# x](C%23%20x.md)'],
        ['No#ne', '[No#ne](No%23ne.md)'],
      ] as const) {
        const { evt, data } = dragStart();
        link(sidebar, name).dispatchEvent(evt);
        expect(Object.fromEntries(data)).toEqual({ 'text/plain': written });
      }
    },
  );

  test('One in a table cell opens too', async () => {
    const sidebar = await openTea();
    const inTable = all(sidebar.el, '[role="table"] a[data-href]').find((found) => found.textContent === 'Kettle');
    inTable?.dispatchEvent(event('click'));
    await sidebar.host.settle();
    expect(openNotes(sidebar)).toEqual(['Kitchen/Kettle.md']);
  });
});
