import { MarkdownView, type WorkspaceLeaf } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as ofFrontmatter from '../../src/read/frontmatter';
import * as ofNotes from '../../src/read/note';
import * as ofRepair from '../../src/repair/repair-note';
import { COMPARE_VIEW_TYPE } from '../../src/view/compare/compare-view';
import { MAP_VIEW_TYPE } from '../../src/view/map/map-view';
import { LINKS, NOTES } from './linked-notes';
import { named, one, openSidebar, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

// Of what other files of this worker have loaded as well: a module that is mocked would have to be loaded anew.
beforeEach(() => {
  vi.spyOn(ofNotes, 'readNote');
  vi.spyOn(ofFrontmatter, 'readFrontmatter');
  vi.spyOn(ofRepair, 'repairNote');
});

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
  /** How often each view was drawn. */
  readonly draws: () => Readonly<Record<string, number>>;
  /** For each draw of the sidebar the parts that something was drawn in, or that came or went. */
  readonly parts: () => readonly ReadonlySet<string>[];
  /** Whether the frame that shows a note was measured. */
  readonly isMeasured: () => boolean;
}

/** Counts from now on. */
function count({ sidebar, els }: Views): Counts {
  const { vault, metadataCache } = sidebar.host.app;
  const read = vi.spyOn(vault, 'cachedRead');
  const resolved = vi.spyOn(metadataCache, 'getFirstLinkpathDest');
  const readings = [ofNotes.readNote, ofRepair.repairNote, ofFrontmatter.readFrontmatter].map((reading) =>
    vi.mocked(reading),
  );
  for (const reading of readings) reading.mockClear();
  let isMeasured = false;
  vi.spyOn(performance, 'measure').mockImplementation((name, ...rest) => {
    isMeasured ||= name === 'idea-tiers:update';
    return measure(name, ...rest);
  });
  const draws = new Map<string, number>();
  const parts: Set<string>[] = [];
  for (const [name, el] of els) {
    new MutationObserver((records) => {
      const changed = records.flatMap(({ target, addedNodes, removedNodes }) => {
        const isList = elementOf(target)?.hasClass('idea-tiers-sections') === true;
        return isList ? [...addedNodes, ...removedNodes].map(elementOf) : [elementOf(target)];
      });
      if (changed.every(isMoved)) return;
      draws.set(name, (draws.get(name) ?? 0) + 1);
      if (name !== 'sidebar') return;
      const sections = changed.map((target) => target?.closest<HTMLElement>('.idea-tiers-section.mod-top'));
      parts.push(new Set(sections.map((sectionEl) => sectionEl?.dataset.section ?? 'head')));
    }).observe(el, { childList: true, subtree: true, attributes: true, characterData: true });
  }
  return {
    reads: () => [read.mock.calls.length, ...readings.map((reading) => reading.mock.calls.length)],
    links: () => resolved.mock.calls.map(([link]) => link),
    draws: () => Object.fromEntries(draws),
    parts: () => parts,
    isMeasured: () => isMeasured,
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
    expect(counts.draws()).toEqual({ sidebar: 2, map: 1, compare: 1 });
    expect(counts.parts()[1]).toEqual(new Set(['steps', 'problems']));
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
    expect(counts.draws()).toEqual({});
    expect([counts.reads(), counts.links()]).toEqual([[0, 0, 0, 0], []]);
  });

  test('is read once and drawn once as well when its tab is gone to', async () => {
    const views = await openViews();
    const { workspace } = views.sidebar.host.app.forPlugins;
    const other = workspace.getLeaf('tab');
    await other.openFile(views.sidebar.file('Many links.md'));
    await rest(views.sidebar);
    workspace.setActiveLeaf(views.notes);
    await rest(views.sidebar);
    const counts = count(views);
    workspace.setActiveLeaf(other);
    await rest(views.sidebar);
    expect(textOf(views.els.get('compare'), '.idea-tiers-name-text')).toBe('Many links');
    // The tab has its text.
    expect(counts.reads()).toEqual([0, 1, 1, 1]);
    expect([...counts.links()].sort()).toEqual([...LINKS].sort());
    expect(counts.draws()).toEqual({ sidebar: 2, map: 1, compare: 1 });
    expect(counts.parts()[1]).toEqual(new Set(['steps', 'problems']));
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
    await eventually(() => expect(views.els.get('sidebar')?.textContent).toContain('over 1.'));
    await rest(views.sidebar);
    const [, ...texts] = counts.reads();
    expect(texts.slice(0, 2)).toEqual([1, 1]);
    expect(texts[2]).toBeLessThanOrEqual(1);
    expect(counts.parts()[0]).toContain('ideas');
    for (const parts of counts.parts()) {
      for (const part of ['head', 'tiers', 'tables', 'map']) expect(parts).not.toContain(part);
    }
  });

  test('a note that is made elsewhere is drawn where its link stands, and in no table', async () => {
    const views = await openViews();
    await views.open('Many links.md');
    const wanted = (): readonly string[] =>
      [...named(views.sidebar.el, '[role="list"]', 'Related notes').querySelectorAll('a.is-unresolved')].map(
        ({ textContent }) => textContent,
      );
    expect(wanted()).toContain('Idea 15');
    const counts = count(views);
    const { vault } = views.sidebar.host.app;
    await vault.create('Ideas/Idea 15.md', '');
    await rest(views.sidebar);
    expect(wanted()).not.toContain('Idea 15');
    // It was wanted, which is no problem: no other part has to be drawn.
    expect(new Set(counts.parts().flatMap((parts) => [...parts]))).toEqual(new Set(['ideas']));
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
    expect(counts.draws()['sidebar']).toBeUndefined();
  });
});
