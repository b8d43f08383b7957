import { MarkdownView } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHost } from '../host/boot';
import { all, listNamed, named, one, openSidebar, openSidebarIn, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

const TEA = 'Drinks/Ways to make tea.md';

async function openTea(): Promise<OpenSidebar> {
  const sidebar = await openSidebar();
  await sidebar.openNote(TEA);
  return sidebar;
}

/** Types into the open note, as the user does. */
function type(sidebar: OpenSidebar, from: string, to: string): void {
  const view = sidebar.host.app.workspace.getMostRecentLeaf()?.view;
  if (!(view instanceof MarkdownView)) throw new Error('no note is open');
  const { editor } = view;
  const at = editor.getValue().indexOf(from);
  if (at < 0) throw new Error(`the note does not hold ${from}`);
  editor.replaceRange(to, editor.offsetToPos(at), editor.offsetToPos(at + from.length));
}

const shownName = ({ el }: OpenSidebar): string => one(el, '.idea-tiers-name-text').textContent;
const link = ({ el }: OpenSidebar, name: string): HTMLElement => {
  const found = all(el, 'a.idea-tiers-primary').find((candidate) => candidate.textContent === name);
  if (!found) throw new Error(`no idea ${name}`);
  return found;
};
const names = ({ el }: OpenSidebar, list: string): string[] =>
  all(listNamed(el, list), 'a.idea-tiers-primary').map((found) => found.textContent);
const head = ({ el }: OpenSidebar, section: string): HTMLElement =>
  one(el, `[data-section="${section}"] > [role="button"]`);

describe('What the sidebar shows of a note', () => {
  test('Of the measures of what was shown only the last is kept', async () => {
    performance.clearMeasures();
    const sidebar = await openTea();
    const measures = (): PerformanceEntryList => performance.getEntriesByName('idea-tiers:update');
    await eventually(() => expect(measures()).toHaveLength(1));
    const [first] = measures();
    for (const path of ['Drinks/Green tea.md', TEA]) await sidebar.openNote(path);
    await eventually(() => expect(measures()[0]?.startTime).toBeGreaterThan(first?.startTime ?? Infinity));
    expect(measures()).toHaveLength(1);
  });

  test('The relation lists hold the ideas by the names of their notes', async () => {
    const sidebar = await openTea();
    expect(names(sidebar, 'Upstream ideas')).toEqual(['Hot drinks', 'Missing leaf']);
    expect(names(sidebar, 'Downstream ideas')).toEqual(['Green tea']);
    expect(names(sidebar, 'Direct ideas')).toEqual(['Kettle']);
  });

  test('An idea has its footnote as a superscript, and its description with the bold words bold', async () => {
    const sidebar = await openTea();
    expect(link(sidebar, 'Hot drinks').parentElement?.querySelector('sup')?.textContent).toBe('1');
    const entry = link(sidebar, 'Green tea').closest('li');
    expect(entry?.querySelector('.idea-tiers-description strong')?.textContent).toBe('patience');
  });

  test('Sources stay folded, and only those that are listed nowhere else are there', async () => {
    const sidebar = await openTea();
    const sources = head(sidebar, 'ideas:source');
    expect(sources.getAttribute('aria-expanded')).toBe('false');
    sources.click();
    expect(names(sidebar, 'Sources')).toEqual(['Tea book']);
  });

  test('Sources are open where they are all that the note has', async () => {
    const sidebar = await openSidebar({ files: { 'Index.md': '#### Sources\n\n[^1]: [[Kettle]]\n', 'Kettle.md': '' } });
    await sidebar.openNote('Index.md');
    expect(names(sidebar, 'Sources')).toEqual(['Kettle']);
  });

  test('The jump bar counts rungs, ideas without sources, and finished steps', async () => {
    const sidebar = await openTea();
    const jumps = all(sidebar.el, '.idea-tiers-jump').map((jump) => jump.textContent);
    expect(jumps).toEqual(['Tiers 3', 'Ideas 4', 'Steps 3/3']);
    expect(named(sidebar.el, '.idea-tiers-jump-bar', 'Parts of the note').hasAttribute('aria-label')).toBe(false);
    expect(shownName(sidebar)).toBe('Ways to make tea');
  });

  test('The parts are regions of the page, and the sidebar is one', async () => {
    const { el } = await openTea();
    expect(el.getAttribute('role')).toBe('region');
    for (const region of ['Tier tables', 'Ideas', 'Steps']) named(el, '[role="region"]', region);
  });

  test('A click on a step goes to its heading', async () => {
    const sidebar = await openTea();
    const steps = all(sidebar.el, '.idea-tiers-step-button');
    expect(steps.map((step) => step.getAttribute('aria-label'))).toEqual([
      expect.stringContaining('Step 1, Corrected Russian: 6 words'),
      expect.stringContaining('Step 2, English translation: 9 words'),
      expect.stringContaining('Step 3, Vector-field expansion'),
    ]);
    steps[1]?.click();
    await sidebar.host.settle();
    const view = sidebar.host.app.workspace.getMostRecentLeaf()?.view;
    if (!(view instanceof MarkdownView)) throw new Error('the note is not open');
    expect(view.editor.getLine(view.editor.getCursor().line)).toContain('Шаг 2');
  });

  test('A wrong field of the frontmatter is a problem that stays folded', async () => {
    const sidebar = await openSidebar({
      files: { 'Wrong.md': '---\ntags: 7\ntitle: [1]\nReceptor:\nAcceptor:\n---\n\nText\n' },
    });
    await sidebar.openNote('Wrong.md');
    await eventually(() => named(sidebar.el, '[role="region"]', 'Problems'));
    expect(all(sidebar.el, '.idea-tiers-problem')).toHaveLength(0);
    head(sidebar, 'problems').click();
    expect(all(sidebar.el, '.idea-tiers-problem').length).toBeGreaterThan(0);
    one(sidebar.el, '.idea-tiers-problem .mod-more:not(.is-empty)').click();
    expect(sidebar.el.textContent).toContain('“title”');
  });

  test('An idea without a note is wanted, which is no problem: its name is marked, and it is said', async () => {
    const sidebar = await openTea();
    const wanted = (name: string): readonly (string | null)[] =>
      all(link(sidebar, name).parentElement ?? sidebar.el, '[role="img"]:not(.is-empty)')
        .map((sign) => sign.getAttribute('aria-label'))
        .filter((label) => label === 'No note yet');
    expect(wanted('Missing leaf')).toEqual(['No note yet']);
    expect(wanted('Kettle')).toEqual([]);
    expect(link(sidebar, 'Kettle').classList).not.toContain('is-unresolved');
    expect(link(sidebar, 'Missing leaf').classList).toContain('is-unresolved');
    expect(link(sidebar, 'Missing leaf').closest('li')?.textContent).not.toContain('No note');
    await sidebar.host.settle();
    expect(all(sidebar.el, '[data-section="problems"]')).toHaveLength(0);
    await sidebar.host.app.vault.create('Missing leaf.md', '');
    await eventually(() => expect(wanted('Missing leaf')).toEqual([]));
  });

  test('A link without a note is a problem where a name or an alias is near; the problem names it and offers it', async () => {
    const files = {
      'Slips.md': '## Upstream ideas\n\n- [[Warm drinsk]]\n- [[Looking glass]]\n- [[Glass as a slow liquid]]\n',
      'Warm drinks.md': '',
      'Mirror.md': '---\naliases: [Looking glass]\n---\n',
    };
    const sidebar = await openSidebar({ files });
    await sidebar.openNote('Slips.md');
    await eventually(() => named(sidebar.el, '[role="region"]', 'Problems'));
    head(sidebar, 'problems').click();
    // A kind is one line, with the others behind.
    const problems = (): string[] => all(sidebar.el, '.idea-tiers-problem-text').map(({ textContent }) => textContent);
    expect(problems()).toEqual(['There is no note “Warm drinsk”. Did you mean “Warm drinks”?']);
    const more = one(sidebar.el, '.idea-tiers-problem .mod-more:not(.is-empty)');
    expect([more.textContent, more.getAttribute('aria-expanded')]).toEqual(['+1 more', 'false']);
    more.click();
    expect(more.getAttribute('aria-expanded')).toBe('true');
    expect(problems()).toEqual([
      'There is no note “Warm drinsk”. Did you mean “Warm drinks”?',
      'There is no note “Looking glass”. Did you mean “Mirror”?',
    ]);
    all(sidebar.el, '.idea-tiers-problem .mod-fix')[1]?.click();
    await eventually(() => expect(one(document.body, '.suggestion-title').textContent).toBe('Mirror'));
    sidebar.host.app.workspace.containerEl.ownerDocument.querySelector('.modal-container')?.remove();
    await sidebar.host.app.vault.create('Warm drinsk.md', '');
    await eventually(() => expect(all(sidebar.el, '.idea-tiers-problem')).toHaveLength(1));
  });

  test('A field is wrong where the notes of the vault have another kind of value there, and right where they do the same', async () => {
    const noteOf = (fields: string): string => `---\n${fields}\n---\nText\n`;
    const others = Array.from({ length: 8 }, (_, at): readonly [string, string] => [
      `Other ${at}.md`,
      noteOf(`category: [a, b]\ncreated: 2024-05-0${at + 1}`),
    ]);
    const files = { ...Object.fromEntries(others), 'Odd.md': noteOf('category: [c, d]\ncreated: 1649715996044') };
    const sidebar = await openSidebar({ files });
    await sidebar.openNote('Odd.md');
    await eventually(() => named(sidebar.el, '[role="region"]', 'Problems'));
    head(sidebar, 'problems').click();
    expect(all(sidebar.el, '.idea-tiers-problem-text').map((problem) => problem.textContent)).toEqual([
      expect.stringContaining('“created”'),
    ]);
  });

  test('Nothing is said of the notes in the folder that Templates or Templater is set to', async () => {
    const slips = '- [[Warm drinsk]]\n';
    const files = { 'Warm drinks.md': '', 'Molds/A.md': slips, 'Forms/B.md': slips, 'Notes/C.md': slips };
    const host = createHost({ files });
    const { adapter, configDir } = host.app.forPlugins.vault;
    await adapter.write(`${configDir}/templates.json`, '{"folder":"Molds"}');
    await adapter.write(`${configDir}/plugins/templater-obsidian/data.json`, '{"templates_folder":"Forms"}');
    const sidebar = await openSidebarIn(host);
    await sidebar.openNote('Notes/C.md');
    await eventually(() => named(sidebar.el, '[role="region"]', 'Problems'));
    for (const template of ['Molds/A.md', 'Forms/B.md']) {
      await sidebar.openNote(template);
      // As long as it takes to look for what is wrong.
      await new Promise((resolve) => window.setTimeout(resolve, 500));
      expect(all(sidebar.el, '[data-section="problems"]')).toHaveLength(0);
    }
  });

  test('A note with nothing to show says what could stand in it and offers a new one', async () => {
    const sidebar = await openSidebar();
    await sidebar.openNote('Plain.md');
    const empty = one(sidebar.el, '.idea-tiers-empty:not(.is-empty)');
    expect(empty.textContent).toContain('Nothing to show for this note');
    one(empty, 'button').click();
    await sidebar.host.settle();
    expect(document.querySelector('.modal')).not.toBeNull();
  });

  test('Everything is in Russian when Obsidian is', async () => {
    const sidebar = await openSidebar({ language: 'ru' });
    await sidebar.openNote(TEA);
    const jumps = all(sidebar.el, '.idea-tiers-jump').map((jump) => jump.textContent);
    expect(jumps).toEqual(['Ранги 3', 'Идеи 4', 'Шаги 3/3']);
    expect(names(sidebar, 'Вышестоящие идеи')).toEqual(['Hot drinks', 'Missing leaf']);
  });
});

describe('What stays when the note changes', () => {
  test('An edit shows after a moment; what did not change keeps its elements, the focus and the folds', async () => {
    const sidebar = await openTea();
    head(sidebar, 'ideas:direct').click();
    const kept = link(sidebar, 'Green tea');
    kept.focus();
    type(sidebar, '[[Hot drinks]] —', '[[Cold drinks]] —');
    expect(names(sidebar, 'Upstream ideas')).toEqual(['Hot drinks', 'Missing leaf']);
    // The note about hot drinks still lists this one.
    await eventually(() => {
      expect(names(sidebar, 'Upstream ideas')).toEqual(['Cold drinks', 'Missing leaf', 'Hot drinks']);
    });
    expect(link(sidebar, 'Green tea')).toBe(kept);
    expect(document.activeElement).toBe(kept);
    expect(head(sidebar, 'ideas:direct').getAttribute('aria-expanded')).toBe('false');
  });

  test('An idea that moves in its list keeps its element and the focus', async () => {
    const sidebar = await openTea();
    const kept = link(sidebar, 'Missing leaf');
    kept.focus();
    type(sidebar, '1. [[Hot drinks]] — Everything that is drunk hot[^1].\n', '');
    const isImplied = (): boolean => link(sidebar, 'Hot drinks').closest('.mod-implied') !== null;
    await eventually(() => expect(isImplied()).toBe(true));
    type(sidebar, 'A note that nobody has written.\n', 'A note that nobody has written.\n3. [[Hot drinks]]\n');
    await eventually(() => expect(isImplied()).toBe(false));
    expect(names(sidebar, 'Upstream ideas')).toEqual(['Missing leaf', 'Hot drinks']);
    expect(document.activeElement).toBe(kept);
  });

  test('Folds and open rows come back with the note, and with the view state', async () => {
    const sidebar = await openTea();
    head(sidebar, 'steps').click();
    one(sidebar.el, '.idea-tiers-row:first-child .idea-tiers-rung-toggle').click();
    await sidebar.openNote('Plain.md');
    await sidebar.openNote(TEA);
    expect(all(sidebar.el, '.idea-tiers-row.is-open')).toHaveLength(1);
    const state = sidebar.view.getState();

    const other = await openSidebar();
    await other.openNote(TEA);
    expect(all(other.el, '.idea-tiers-row.is-open')).toHaveLength(0);
    await other.view.setState(state, { history: false });
    expect(all(other.el, '.idea-tiers-row.is-open')).toHaveLength(1);
    expect(head(other, 'steps').getAttribute('aria-expanded')).toBe('false');
  });

  test('A damaged view state is taken for none', async () => {
    const sidebar = await openTea();
    await sidebar.view.setState(
      { toggled: 7, notes: [null, { path: TEA, toggled: [1], scroll: 'x' }], pinned: {} },
      { history: false },
    );
    expect(head(sidebar, 'steps').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('Which note the sidebar shows', () => {
  test('A pinned view that is given a state which says nothing of it stays as it is', async () => {
    const sidebar = await openTea();
    head(sidebar, 'steps').click();
    sidebar.view.togglePin();
    await sidebar.view.setState({}, { history: false });
    await sidebar.openNote('Plain.md');
    expect(shownName(sidebar)).toBe('Ways to make tea');
    expect(head(sidebar, 'steps').getAttribute('aria-expanded')).toBe('false');
  });

  test('A pinned view keeps its note, and follows again when it is let go', async () => {
    const sidebar = await openTea();
    const pin = one(sidebar.el, '[aria-label="Pin to this note"]');
    pin.click();
    expect(pin.getAttribute('aria-pressed')).toBe('true');
    await sidebar.openNote('Plain.md');
    expect(shownName(sidebar)).toBe('Ways to make tea');
    expect(one(sidebar.el, '.idea-tiers-name-state').textContent).toBe('Pinned');
    pin.click();
    await sidebar.host.settle();
    expect(shownName(sidebar)).toBe('Plain');
  });

  test('Back opens the note that was shown before', async () => {
    const sidebar = await openTea();
    await sidebar.openNote('Plain.md');
    one(sidebar.el, '[aria-label="Back to the previous note"]').click();
    await sidebar.host.settle();
    expect(shownName(sidebar)).toBe('Ways to make tea');
    expect(sidebar.host.app.workspace.getActiveFile()?.path).toBe(TEA);
  });

  test('An empty tab leaves the last note, greyed, until a note is in front again', async () => {
    const sidebar = await openTea();
    const { workspace } = sidebar.host.app;
    const tea = workspace.getMostRecentLeaf();
    workspace.setActiveLeaf(workspace.getLeaf('tab'), { focus: true });
    await eventually(() => expect(one(sidebar.el, '.idea-tiers-name-state').textContent).toBe('Last note'));
    expect(sidebar.el.querySelector('.is-past')).not.toBeNull();
    expect(shownName(sidebar)).toBe('Ways to make tea');
    if (tea) workspace.setActiveLeaf(tea, { focus: true });
    await eventually(() => expect(sidebar.el.querySelector('.is-past')).toBeNull());
  });

  test('A tab of the plugin’s own, such as the map, does not take the note away', async () => {
    const sidebar = await openTea();
    const { app } = sidebar.host;
    const leaf = app.workspace.getLeaf('tab');
    app.workspace.setActiveLeaf(leaf, { focus: true });
    await leaf.setViewState({ type: 'idea-tiers-map', active: true });
    await new Promise((resolve) => window.setTimeout(resolve, 200));
    expect(app.workspace.getMostRecentLeaf()?.view.getViewType()).toBe('idea-tiers-map');
    expect(sidebar.el.querySelector('.is-past')).toBeNull();
  });

  test('What cannot be seen is not drawn, until it can be seen', async () => {
    const told: IntersectionObserverCallback[] = [];
    class Observer extends IntersectionObserver {
      constructor(callback: IntersectionObserverCallback) {
        super(callback);
        told.push(callback);
      }
    }
    vi.stubGlobal('IntersectionObserver', Observer);
    const sidebar = await openTea();
    vi.unstubAllGlobals();
    const see = (isIntersecting: boolean): void => {
      const entry = { isIntersecting } satisfies Partial<IntersectionObserverEntry>;
      for (const callback of told) Reflect.apply(callback, null, [[entry], null]);
    };
    see(false);
    await sidebar.openNote('Plain.md');
    expect(shownName(sidebar)).toBe('Ways to make tea');
    see(true);
    expect(shownName(sidebar)).toBe('Plain');
  });

  test('The next note is drawn into the entries that stand there, and nothing stays in them', async () => {
    const sidebar = await openTea();
    const entryEl = link(sidebar, 'Green tea').closest('li');
    one(entryEl ?? sidebar.el, '.idea-tiers-description').click();
    expect(entryEl?.classList.contains('is-open')).toBe(true);
    await sidebar.openNote('Drinks/Hot drinks.md');
    const after = link(sidebar, 'Ways to make tea');
    expect(document.activeElement?.closest('li')).toBeNull();
    expect(after.closest('li')).toBe(entryEl);
    expect(entryEl?.classList.contains('is-open')).toBe(false);
    expect(entryEl?.textContent).not.toContain('patience');
  });

  test('An entry of the next note does not take over the focus', async () => {
    const sidebar = await openTea();
    const before = link(sidebar, 'Green tea');
    before.focus();
    await sidebar.openNote('Drinks/Hot drinks.md');
    expect(link(sidebar, 'Ways to make tea')).not.toBe(before);
    expect(document.activeElement).not.toBe(link(sidebar, 'Ways to make tea'));
  });

  describe('Of a note that is opened', () => {
    const frames: FrameRequestCallback[] = [];
    /** All frames that were asked for, and what is done right after them. */
    const paint = async (): Promise<void> => {
      for (const frame of frames.splice(0)) frame(0);
      await new Promise((resolve) => window.setTimeout(resolve, 5));
    };
    let sidebar: OpenSidebar;
    beforeEach(async () => {
      const told: ResizeObserverCallback[] = [];
      class Observer extends ResizeObserver {
        constructor(callback: ResizeObserverCallback) {
          super(callback);
          told.push(callback);
        }
      }
      vi.stubGlobal('ResizeObserver', Observer);
      sidebar = await openSidebar();
      vi.unstubAllGlobals();
      const entry = { contentRect: new DOMRect(0, 0, 300, 60) } satisfies Partial<ResizeObserverEntry>;
      for (const callback of told) Reflect.apply(callback, null, [[entry], null]);
      frames.length = 0;
      vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame));
      await sidebar.openNote(TEA);
    });
    afterEach(() => void vi.restoreAllMocks());

    test('what can be seen is drawn at once, and the rest when that is painted', async () => {
      expect(names(sidebar, 'Upstream ideas')).toEqual(['Hot drinks', 'Missing leaf']);
      expect(names(sidebar, 'Direct ideas')).toEqual([]);
      const kept = link(sidebar, 'Hot drinks');
      await paint();
      expect(names(sidebar, 'Direct ideas')).toEqual(['Kettle']);
      expect(link(sidebar, 'Hot drinks')).toBe(kept);
    });

    test('all is drawn as soon as the user does something', () => {
      head(sidebar, 'steps').click();
      expect(names(sidebar, 'Direct ideas')).toEqual(['Kettle']);
    });

    test('the rest is not drawn any more when another note is opened', async () => {
      const before = frames.splice(0);
      await sidebar.openNote('Drinks/Hot drinks.md');
      await sidebar.openNote(TEA);
      const after = frames.splice(0, Infinity, ...before);
      await paint();
      expect(names(sidebar, 'Direct ideas')).toEqual([]);
      frames.push(...after);
      await paint();
      expect(names(sidebar, 'Direct ideas')).toEqual(['Kettle']);
    });
  });

  test('A view that moves to another window is watched by an observer of that window', async () => {
    const moved: (() => void)[] = [];
    const onMove = vi.spyOn(HTMLElement.prototype, 'onWindowMigrated').mockImplementation((listener) => {
      moved.push(() => void listener(window));
      return () => undefined;
    });
    const observe = vi.spyOn(IntersectionObserver.prototype, 'observe');
    const disconnect = vi.spyOn(IntersectionObserver.prototype, 'disconnect');
    await openTea();
    const before = observe.mock.calls.length;
    for (const move of moved) move();
    expect(observe.mock.calls.length).toBeGreaterThan(before);
    expect(disconnect).toHaveBeenCalled();
    for (const spy of [onMove, observe, disconnect]) spy.mockRestore();
  });

  test('A click into the sidebar changes nothing', async () => {
    const sidebar = await openTea();
    const kept = link(sidebar, 'Kettle');
    sidebar.host.app.workspace.setActiveLeaf(sidebar.view.leaf, { focus: true });
    await new Promise((resolve) => window.setTimeout(resolve, 200));
    expect(sidebar.el.querySelector('.is-past')).toBeNull();
    expect(link(sidebar, 'Kettle')).toBe(kept);
  });

  test('A renamed note keeps its folds and its pin under its new name', async () => {
    const sidebar = await openTea();
    one(sidebar.el, '.idea-tiers-row:first-child .idea-tiers-rung-toggle').click();
    sidebar.view.togglePin();
    const { app } = sidebar.host;
    await app.vault.rename(sidebar.file(TEA), 'Drinks/All tea.md');
    await sidebar.host.settle();
    expect(shownName(sidebar)).toBe('All tea');
    expect(all(sidebar.el, '.idea-tiers-row.is-open')).toHaveLength(1);
    expect(sidebar.view.getState().pinned).toBe('Drinks/All tea.md');
  });

  test('A note in a folder that is renamed is followed to its new path', async () => {
    const sidebar = await openTea();
    sidebar.view.togglePin();
    const folder = sidebar.host.app.vault.getFolderByPath('Drinks');
    if (folder) await sidebar.host.app.vault.rename(folder, 'Cups');
    await sidebar.host.settle();
    expect(sidebar.view.getState().pinned).toBe('Cups/Ways to make tea.md');
    expect(names(sidebar, 'Upstream ideas')).toEqual(['Hot drinks', 'Missing leaf']);
  });

  test('A deleted note stays, greyed, and is said to be deleted', async () => {
    const sidebar = await openTea();
    sidebar.view.togglePin();
    await sidebar.host.app.fileManager.trashFile(sidebar.file(TEA));
    await sidebar.host.settle();
    expect(one(sidebar.el, '.idea-tiers-name-state').textContent).toBe('Deleted');
    expect(sidebar.el.querySelector('.is-past')).not.toBeNull();
  });

  test('A link finds its note as soon as that is made', async () => {
    const sidebar = await openTea();
    await sidebar.host.app.vault.create('Missing leaf.md', '');
    await eventually(() => expect(link(sidebar, 'Missing leaf').classList.contains('is-unresolved')).toBe(false));
  });
});
