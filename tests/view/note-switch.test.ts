import { MarkdownView, type WorkspaceLeaf } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readNote } from '../../src/read/note';
import { repairNote } from '../../src/repair/repair-note';
import { COMPARE_VIEW_TYPE } from '../../src/view/compare/compare-view';
import { MAP_VIEW_TYPE } from '../../src/view/map/map-view';
import { LINKS, NOTES } from './linked-notes';
import { named, one, openSidebar, type OpenSidebar } from './open-sidebar';

vi.mock('../../src/read/note', { spy: true });
vi.mock('../../src/read/frontmatter', { spy: true });
vi.mock('../../src/repair/repair-note', { spy: true });

/** Tells at once how large everything is, for jsdom lays nothing out and the map waits for a size. */
class RoomyObserver implements ResizeObserver {
  constructor(private readonly callback: ResizeObserverCallback) {}
  observe(target: Element): void {
    const size = [{ inlineSize: 600, blockSize: 4000 }];
    const contentRect = new DOMRect(0, 0, 600, 4000);
    const sizes = { borderBoxSize: size, contentBoxSize: size, devicePixelContentBoxSize: size };
    window.setTimeout(() => this.callback([{ target, contentRect, ...sizes }], this), 0);
  }
  unobserve(): void {
    // Nothing changes its size.
  }
  disconnect(): void {
    // As above.
  }
}

const measure = performance.measure.bind(performance);

/** The three views that show a note, or its surroundings, each in sight, and the tab for notes. */
interface Views {
  readonly sidebar: OpenSidebar;
  readonly notes: WorkspaceLeaf;
  readonly els: ReadonlyMap<string, HTMLElement>;
  readonly open: (path: string) => Promise<void>;
}

async function openViews(): Promise<Views> {
  const sidebar = await openSidebar({ files: NOTES });
  const { workspace } = sidebar.host.app.forPlugins;
  const notes = workspace.getLeaf(false);
  await notes.openFile(sidebar.file('Start.md'));
  const els = new Map([['sidebar', sidebar.el]]);
  for (const [name, type] of [
    ['map', MAP_VIEW_TYPE],
    ['compare', COMPARE_VIEW_TYPE],
  ] as const) {
    const leaf = workspace.getLeaf('split');
    await leaf.setViewState({ type, active: false });
    els.set(name, leaf.view.containerEl);
  }
  workspace.setActiveLeaf(notes);
  await rest(sidebar);
  return {
    sidebar,
    notes,
    els,
    open: async (path) => {
      await notes.openFile(sidebar.file(path));
      await rest(sidebar);
    },
  };
}

/** Waits until what is open is checked, too, and the index rests. */
async function rest({ host }: OpenSidebar): Promise<void> {
  await host.settle();
  await new Promise((resolve) => window.setTimeout(resolve, 700));
  await host.settle();
}

interface Counts {
  /** Of the vault, and of their text. */
  readonly reads: () => readonly number[];
  readonly links: () => readonly string[];
  /** How often each view was drawn before the note was painted first, and after. */
  readonly draws: (when: 'before' | 'after') => Readonly<Record<string, number>>;
  /** Whether the frame that shows a note was measured. */
  readonly isMeasured: () => boolean;
  /** The parts of the sidebar that something was drawn in, or that came or went. */
  readonly parts: (when: 'before' | 'after') => ReadonlySet<string>;
}

/** Counts from now on. */
function count({ sidebar, els }: Views): Counts {
  const { vault, metadataCache } = sidebar.host.app;
  const read = vi.spyOn(vault, 'cachedRead');
  const resolved = vi.spyOn(metadataCache, 'getFirstLinkpathDest');
  const parts = [readNote, repairNote, readFrontmatter].map((part) => vi.mocked(part));
  for (const part of parts) part.mockClear();
  let isPainted = false;
  vi.spyOn(performance, 'measure').mockImplementation((name, ...rest) => {
    if (name === 'idea-tiers:update') isPainted = true;
    return measure(name, ...rest);
  });
  const draws = { before: new Map<string, number>(), after: new Map<string, number>() };
  const drawnParts = { before: new Set<string>(), after: new Set<string>() };
  for (const [name, el] of els) {
    new MutationObserver((records) => {
      const changed = records.flatMap(({ target, addedNodes, removedNodes }) => {
        const isList = elementOf(target)?.hasClass('idea-tiers-sections') === true;
        return isList ? [...addedNodes, ...removedNodes].map(elementOf) : [elementOf(target)];
      });
      if (changed.every(isMoved)) return;
      const when = isPainted ? 'after' : 'before';
      draws[when].set(name, (draws[when].get(name) ?? 0) + 1);
      if (name !== 'sidebar') return;
      for (const target of changed) {
        const sectionEl = target?.closest<HTMLElement>('.idea-tiers-section.mod-top');
        drawnParts[when].add(sectionEl?.dataset.section ?? 'head');
      }
    }).observe(el, { childList: true, subtree: true, attributes: true, characterData: true });
  }
  return {
    reads: () => [read.mock.calls.length, ...parts.map((part) => part.mock.calls.length)],
    links: () => resolved.mock.calls.map(([link]) => link),
    draws: (when) => Object.fromEntries(draws[when]),
    isMeasured: () => isPainted,
    parts: (when) => drawnParts[when],
  };
}

function elementOf(node: Node): HTMLElement | null {
  return node.instanceOf(HTMLElement) ? node : node.parentElement;
}

/** What a frame writes to bring the map to its place, when it is drawn. */
function isMoved(el: HTMLElement | null): boolean {
  return el?.hasClass('idea-tiers-map-stage') === true;
}

const textOf = (el: HTMLElement | undefined, selector: string): string => one(el ?? document, selector).textContent;

beforeEach(() => vi.stubGlobal('ResizeObserver', RoomyObserver));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('A note that is opened while three views show one', () => {
  test('is read once, and each of its links is looked up once', async () => {
    const views = await openViews();
    const counts = count(views);
    await views.open('Many links.md');
    expect(textOf(views.els.get('sidebar'), '.idea-tiers-name-text')).toBe('Many links');
    expect(textOf(views.els.get('compare'), '.idea-tiers-name-text')).toBe('Many links');
    expect(textOf(views.els.get('map'), '.idea-tiers-map-about-name')).toBe('Many links');
    expect(counts.reads()).toEqual([1, 1, 1, 1]);
    expect([...counts.links()].sort()).toEqual([...LINKS].sort());
  });

  test('is drawn once until it is painted, and then only what is known more of it', async () => {
    const views = await openViews();
    const counts = count(views);
    await views.open('Many links.md');
    expect(counts.draws('before')).toEqual({ sidebar: 1, map: 1 });
    // The steps are compared once the note is painted.
    expect(counts.draws('after')).toEqual({ sidebar: 1, compare: 1 });
    expect(counts.parts('after')).toEqual(new Set(['steps', 'problems']));
  });

  test('is not drawn again when it is opened once more', async () => {
    const views = await openViews();
    await views.open('Many links.md');
    const counts = count(views);
    const { workspace } = views.sidebar.host.app;
    workspace.trigger('file-open', views.sidebar.file('Many links.md'));
    await rest(views.sidebar);
    // That it is shown is measured all the same.
    expect(counts.isMeasured()).toBe(true);
    expect([counts.draws('before'), counts.draws('after')]).toEqual([{}, {}]);
    expect([counts.reads(), counts.links()]).toEqual([[0, 0, 0, 0], []]);
  });

  test('is on the map before it is read', async () => {
    const views = await openViews();
    vi.spyOn(views.sidebar.host.app.vault, 'cachedRead').mockReturnValue(new Promise(() => undefined));
    await views.notes.openFile(views.sidebar.file('Many links.md'));
    expect(textOf(views.els.get('map'), '.idea-tiers-map-about-name')).toBe('Many links');
    expect(textOf(views.els.get('sidebar'), '.idea-tiers-name-text')).toBe('Start');
  });
});

describe('While three views show a note', () => {
  test('an edit is read once, and draws only what it changes', async () => {
    const views = await openViews();
    await views.open('Many links.md');
    const counts = count(views);
    const { view } = views.notes;
    if (!(view instanceof MarkdownView)) throw new Error('no note is open');
    const at = view.editor.getValue().indexOf('above 1.');
    view.editor.replaceRange('over', view.editor.offsetToPos(at), view.editor.offsetToPos(at + 'above'.length));
    await vi.waitFor(() => expect(views.els.get('sidebar')?.textContent).toContain('over 1.'));
    await rest(views.sidebar);
    const [, ...texts] = counts.reads();
    expect(texts.slice(0, 2)).toEqual([1, 1]);
    expect(texts[2]).toBeLessThanOrEqual(1);
    // What has been known of its links stays known: the index looks them up for itself.
    expect(counts.draws('before')['sidebar']).toBeLessThanOrEqual(2);
  });

  test('a note that is made elsewhere is drawn where its link stands, and in no table', async () => {
    const views = await openViews();
    await views.open('Many links.md');
    const counts = count(views);
    const { vault } = views.sidebar.host.app;
    await vault.create('Ideas/Idea 15.md', '');
    await rest(views.sidebar);
    expect(named(views.sidebar.el, '[role="list"]', 'Related notes').textContent).not.toContain('No note yet');
    expect(counts.parts('before')).toEqual(new Set(['ideas', 'problems']));
  });

  test('a pin to that note reads nothing, and the pinned note is left alone when another is opened', async () => {
    const views = await openViews();
    await views.open('Many links.md');
    const pinning = count(views);
    views.sidebar.view.togglePin();
    await rest(views.sidebar);
    expect([pinning.reads(), pinning.links()]).toEqual([[0, 0, 0, 0], []]);
    const counts = count(views);
    await views.open('Ideas/Idea 2.md');
    expect(textOf(views.els.get('sidebar'), '.idea-tiers-name-text')).toBe('Many links');
    expect(textOf(views.els.get('map'), '.idea-tiers-map-about-name')).toBe('Idea 2');
    expect(counts.reads()[1]).toBe(1);
    expect(counts.draws('before')['sidebar']).toBeUndefined();
  });
});
