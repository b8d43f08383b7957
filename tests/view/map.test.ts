import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import type { MapExport } from '../../src/model/map-export';
import type { Relation } from '../../src/model/vocabulary';
import { readInline } from '../../src/markdown/inline';
import { InlineDrawing } from '../../src/view/core/inline-drawing';
import { MapPanel, type MapReach } from '../../src/view/map/map-panel';
import { StillIdeas } from '../still-ideas';

/** Those who watch the size of something: jsdom lays nothing out, so tests tell them. */
const watching = new Set<SizedObserver>();

class SizedObserver implements ResizeObserver {
  private readonly observed = new Set<Element>();
  constructor(private readonly callback: ResizeObserverCallback) {}
  observe(el: Element): void {
    this.observed.add(el);
    watching.add(this);
  }
  unobserve(el: Element): void {
    this.observed.delete(el);
  }
  disconnect(): void {
    watching.delete(this);
  }
  tell(width: number, height: number): void {
    const size = { inlineSize: width, blockSize: height };
    const entries = [...this.observed].map((target) => ({
      target,
      contentRect: new DOMRect(0, 0, width, height),
      borderBoxSize: [size],
      contentBoxSize: [size],
      devicePixelContentBoxSize: [size],
    }));
    this.callback(entries, this);
  }
}

const link = (target: string, relation: Relation, description = '') => ({
  line: 1,
  target,
  heading: '',
  relation,
  description,
  origin: 'list' as const,
});

const gone = new Set<string>();

function ideas(): StillIdeas {
  const notes = new Map([
    ['Tea.md', [link('Drink', 'upstream', 'what is poured'), link('Cup', 'related')]],
    ['Drink.md', [link('Tea', 'downstream')]],
    ['Green tea.md', [link('Tea', 'upstream')]],
    ['Sencha.md', [link('Green tea', 'upstream')]],
    ['Cup.md', []],
    ['Alone.md', []],
  ]);
  for (let kind = 1; kind <= 40; kind++) notes.set(`Kind ${kind}.md`, [link('Tea', 'upstream')]);
  const index = new StillIdeas((target) =>
    notes.has(`${target}.md`) && !gone.has(`${target}.md`) ? `${target}.md` : null,
  );
  index.update([...notes].map(([path, links]) => ({ kind: 'set', path, links })));
  return index;
}

let panel: MapPanel;
let index: StillIdeas;
let reach: MapReach;
const sheets: MapExport[] = [];
const attempted: string[] = [];

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', SizedObserver);
  gone.clear();
  index = ideas();
  reach = { hops: 1 };
  sheets.length = 0;
  attempted.length = 0;
  const take = async (sheet: MapExport): Promise<void> => void sheets.push(sheet);
  panel = new MapPanel(
    {
      t: translator('en'),
      ideas: index,
      inline: new InlineDrawing(readInline),
      attempt: (work, action) => {
        attempted.push(action);
        void work();
      },
      exports: { copySvg: take, saveSvg: take, copyCanvas: take, saveCanvas: take },
      openInTab: () => undefined,
      showKeys: () => void attempted.push('keys'),
    },
    reach,
  );
  document.body.append(panel.el);
  panel.update('Tea.md');
  for (const observer of watching) observer.tell(400, 300);
});

afterEach(() => {
  panel.destroy();
  panel.el.remove();
  vi.unstubAllGlobals();
});

const names = (): string[] =>
  [...panel.el.querySelectorAll('.idea-tiers-map-node')].map((el) => el.textContent ?? '').sort();
const nodeEl = (name: string): HTMLElement => {
  const found = [...panel.el.querySelectorAll<HTMLElement>('[data-node]')].find((el) => el.textContent === name);
  if (!found) throw new Error(`no node ${name}`);
  return found;
};
const press = (key: string): boolean =>
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })) ??
  false;

describe('The map', () => {
  it('keeps the last measure of how long it took to be laid out, and no other', () => {
    const starts = (): number[] => performance.getEntriesByName('idea-tiers:layout').map(({ startTime }) => startTime);
    const before = starts();
    panel.update('Drink.md');
    panel.update('Cup.md');
    expect(starts()).toHaveLength(1);
    expect(starts()).not.toEqual(before);
  });

  it('is a group named so, with the note in the middle as the one that the Tab key reaches', () => {
    expect(panel.el.getAttribute('role')).toBe('group');
    expect(document.getElementById(panel.el.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Idea map');
    expect(panel.el.hasAttribute('aria-label')).toBe(false);
    expect(nodeEl('Tea').getAttribute('aria-current')).toBe('true');
    expect(panel.el.querySelectorAll('[data-node][tabindex="0"]')).toHaveLength(1);
    expect(nodeEl('Tea').tabIndex).toBe(0);
  });

  it('says of a node where it stands, which note says so, and what', () => {
    const said = (name: string): string | null => nodeEl(name).getAttribute('aria-description');
    expect(said('Drink')).toBe('1 step above · Each lists the other. what is poured');
    expect(said('Cup')).toBe('Related note · Listed by the note nearer to the middle');
  });

  it('shows what there is no room for as one button that unfolds it in place, some at a time', () => {
    const moreEl = panel.el.querySelector<HTMLElement>('.idea-tiers-map-more');
    expect(moreEl?.textContent).toMatch(/^\+\d+ more$/);
    const before = names().length;
    expect(before).toBeLessThanOrEqual(24);
    moreEl?.click();
    expect(names().length).toBeGreaterThan(before);
    for (let clicks = 0; clicks < 5; clicks++) panel.el.querySelector<HTMLElement>('.idea-tiers-map-more')?.click();
    expect(names()).toHaveLength(44);
    expect(panel.el.querySelector('.idea-tiers-map-more')).toBeNull();
  });

  it('goes as many steps as are chosen, and remembers how many', () => {
    expect(names()).not.toContain('Sencha');
    const hopsEl = panel.el.querySelector('select');
    if (!hopsEl) throw new Error('no choice of steps');
    hopsEl.value = '2';
    hopsEl.dispatchEvent(new Event('change'));
    expect(reach.hops).toBe(2);
    expect(panel.el.querySelectorAll('.mod-centre.idea-tiers-map-node')).toHaveLength(1);
  });

  it('is walked with the arrow keys along edges', () => {
    nodeEl('Tea').focus();
    press('ArrowUp');
    expect(document.activeElement).toBe(nodeEl('Drink'));
    expect(nodeEl('Drink').tabIndex).toBe(0);
    press('ArrowDown');
    expect(document.activeElement).toBe(nodeEl('Tea'));
  });

  it('is walked to what is beside, wherever there was room for it, and back', () => {
    // There is no room at the sides of the middle: what is beside stands below it.
    index.update([{ kind: 'set', path: 'Tea.md', links: [link('Drink', 'upstream'), link('Cup', 'direct')] }]);
    index.tell(null);
    panel.update('Drink.md');
    panel.update('Tea.md');
    nodeEl('Tea').focus();
    press('ArrowRight');
    expect(document.activeElement).toBe(nodeEl('Tea'));
    press('ArrowLeft');
    expect(document.activeElement).toBe(nodeEl('Cup'));
    press('ArrowRight');
    expect(document.activeElement).toBe(nodeEl('Tea'));
  });

  it('puts the note that has the focus in the middle on Enter, where the focus stays, until another note is followed', () => {
    nodeEl('Drink').focus();
    expect(press('Enter')).toBe(false);
    expect(nodeEl('Drink').getAttribute('aria-current')).toBe('true');
    expect(names()).toEqual(['Drink', 'Tea']);
    expect(document.activeElement).toBe(nodeEl('Drink'));
    panel.update('Tea.md');
    expect(nodeEl('Drink').getAttribute('aria-current')).toBe('true');
    panel.update('Green tea.md');
    expect(nodeEl('Green tea').getAttribute('aria-current')).toBe('true');
  });

  it('leaves Enter to the link in the middle, and with Ctrl or Cmd to every link', () => {
    nodeEl('Tea').focus();
    expect(press('Enter')).toBe(true);
    nodeEl('Drink').focus();
    for (const init of [{ ctrlKey: true }, { metaKey: true }]) {
      const evt = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
      expect(document.activeElement?.dispatchEvent(evt)).toBe(true);
      expect(nodeEl('Tea').getAttribute('aria-current')).toBe('true');
    }
  });

  it('shows a note that is listed and not there, says so, and can have it in the middle', () => {
    index.update([
      { kind: 'set', path: 'Drink.md', links: [link('Tea', 'downstream'), link('Deep_well', 'upstream')] },
    ]);
    panel.update('Drink.md');
    expect(names()).toEqual(['Deep_well', 'Drink', 'Tea']);
    expect([...panel.el.querySelectorAll('.mod-missing')]).toEqual([nodeEl('Deep_well')]);
    expect(nodeEl('Deep_well').getAttribute('aria-description')).toContain('No note yet');
    expect(nodeEl('Deep_well').dataset.href).toBe('Deep_well');
    expect(nodeEl('Deep_well').querySelectorAll('wbr')).toHaveLength(1);
    nodeEl('Deep_well').focus();
    press('Enter');
    expect(nodeEl('Deep_well').getAttribute('aria-current')).toBe('true');
    expect(names()).toEqual(['Deep_well', 'Drink']);
  });

  it('says what its lines mean, folded where there is little room', () => {
    const legendEl = panel.el.querySelector('details');
    expect(legendEl?.open).toBe(false);
    expect([...(legendEl?.querySelectorAll('li') ?? [])].map((el) => el.textContent)).toEqual([
      'More general above, more specific below',
      'Direct',
      'Related',
      '⇄ Each lists the other',
      '← Lists the note nearer to the middle',
      'The two notes contradict each other',
      'No note yet',
    ]);
    expect(legendEl?.querySelectorAll('li > svg')).toHaveLength(7);
  });

  it('shows what a node is while it has the focus', () => {
    nodeEl('Drink').focus();
    expect(panel.el.querySelector('.idea-tiers-map-about')?.textContent).toContain('what is poured');
    expect(nodeEl('Tea').hasClass('is-lit')).toBe(true);
    expect(nodeEl('Cup').hasClass('is-lit')).toBe(false);
  });

  it('keeps the elements of notes that stay when another note comes to the middle', () => {
    const tea = nodeEl('Tea');
    panel.update('Drink.md');
    expect(names()).toEqual(['Drink', 'Tea']);
    expect(nodeEl('Tea')).toBe(tea);
    expect(nodeEl('Drink').hasClass('mod-centre')).toBe(true);
  });

  it('draws again what changed, and nothing for changes elsewhere', () => {
    vi.useFakeTimers();
    const draws = vi.spyOn(index, 'neighbourhood');
    index.tell(new Set(['Alone.md']));
    vi.runAllTimers();
    expect(draws).not.toHaveBeenCalled();
    expect(names()).toContain('Cup');
    gone.add('Cup.md');
    index.update([{ kind: 'remove', path: 'Cup.md' }]);
    index.tell(new Set(['Cup.md']));
    vi.runAllTimers();
    vi.useRealTimers();
    // It is still listed.
    expect([...panel.el.querySelectorAll('.mod-missing')]).toEqual([nodeEl('Cup')]);
  });

  it('stays as the user has arranged it when something of it changes, and keeps the focus', async () => {
    await new Promise((frame) => window.requestAnimationFrame(frame));
    vi.useFakeTimers();
    const zoom = (): string => {
      vi.advanceTimersByTime(100);
      return panel.el.querySelector<HTMLElement>('.idea-tiers-map-stage')?.style.cssText ?? '';
    };
    const change = (): void => {
      gone.add('Cup.md');
      index.update([{ kind: 'remove', path: 'Cup.md' }]);
      index.tell(new Set(['Cup.md']));
      vi.advanceTimersByTime(1000);
    };
    const atFirst = zoom();
    nodeEl('Green tea').focus();
    press('+');
    const arranged = zoom();
    expect(arranged).not.toBe(atFirst);
    change();
    expect(nodeEl('Cup').hasClass('mod-missing')).toBe(true);
    expect(zoom()).toBe(arranged);
    expect(document.activeElement).toBe(nodeEl('Green tea'));
    expect(nodeEl('Green tea').tabIndex).toBe(0);
    expect(panel.el.querySelector('.idea-tiers-map-about-name')?.textContent).toBe('Green tea');
    panel.update('Drink.md');
    expect(zoom()).not.toBe(arranged);
    vi.useRealTimers();
  });

  it('is copied as a picture and as a canvas, with what each is', () => {
    for (const item of ['Copy as SVG', 'Copy as canvas']) {
      panel.el.querySelector<HTMLElement>('[aria-label="More options"]')?.click();
      [...document.querySelectorAll<HTMLElement>('.menu .menu-item')].find((el) => el.textContent === item)?.click();
    }
    expect(attempted).toEqual(['map.name', 'map.name']);
    const [picture, canvas] = sheets;
    expect(picture?.nodes.map(({ name }) => name).sort()).toEqual(names());
    expect(picture?.edges.length).toBeGreaterThan(20);
    expect(picture?.legend).toHaveLength(7);
    expect(canvas?.nodes.map(({ path }) => path)).toEqual(picture?.nodes.map(({ path }) => path));
    expect(canvas?.nodes[0]?.width).toBeGreaterThan(picture?.nodes[0]?.width ?? Infinity);
  });

  it('offers its keys', () => {
    panel.el.querySelector<HTMLElement>('[aria-label="More options"]')?.click();
    [...document.querySelectorAll<HTMLElement>('.menu .menu-item')]
      .find((el) => el.textContent === 'Keyboard')
      ?.click();
    expect(attempted).toEqual(['keys']);
  });

  it('says so where no note is linked', () => {
    panel.update('Alone.md');
    expect(panel.el.hasClass('is-alone')).toBe(true);
    expect(panel.el.textContent).toContain('No idea links lead to or from this note.');
  });

  it('comes back where the vault was still being read', () => {
    vi.useFakeTimers();
    index.isComplete = false;
    panel.update('Alone.md');
    expect(panel.el.textContent).toContain('The vault is still being read.');
    expect(panel.el.textContent).not.toContain('No other note');
    const told = (width: number, height: number): void => watching.forEach((observer) => observer.tell(width, height));
    told(0, 0);
    index.update([{ kind: 'set', path: 'Alone.md', links: [link('Tea', 'upstream')] }]);
    index.isComplete = true;
    index.tell(null);
    vi.runAllTimers();
    vi.useRealTimers();
    expect(panel.el.hasClass('is-alone')).toBe(false);
    told(400, 300);
    expect(names()).toEqual(['Alone', 'Tea']);
    expect(panel.el.textContent).not.toContain('The vault is still being read.');
  });
});
