import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Neighbourhood } from '../../src/index/answers';
import { layoutNeighbourhood } from '../../src/index/layout';
import { directionOf, linkedThatWay, nextOnMap } from '../../src/view/map/map-walk';
import { fitted, kept, revealed, zoomedAt, type Zoom } from '../../src/view/map/map-zoom';

const number = fc.integer({ min: -2000, max: 2000 });
const zoom = fc.record({ x: number, y: number, k: fc.double({ min: 0.2, max: 2.5, noNaN: true }) });
const point = fc.record({ x: number, y: number });
const onMap = ({ x, y, k }: Zoom, at: { x: number; y: number }) => ({ x: (at.x - x) / k, y: (at.y - y) / k });

describe('Zooming', () => {
  it('keeps what is under the pointer where it is', () => {
    fc.assert(
      fc.property(zoom, fc.double({ min: 0.1, max: 10, noNaN: true }), point, (before, factor, at) => {
        const after = zoomedAt(before, factor, at);
        expect(onMap(after, at).x).toBeCloseTo(onMap(before, at).x, 4);
        expect(onMap(after, at).y).toBeCloseTo(onMap(before, at).y, 4);
      }),
    );
  });

  it('ends where nothing can be read, and where nothing is gained', () => {
    const start = { x: 0, y: 0, k: 1 };
    expect(zoomedAt(start, 0.001, start).k).toBe(0.2);
    expect(zoomedAt(start, 1000, start).k).toBe(2.5);
  });
});

describe('Fitting', () => {
  const layout = (width: number, height: number) => ({
    box: { x: -width / 2, y: -height / 2, width, height },
    places: new Map(),
    routes: [],
  });

  it('never enlarges, and puts all of a small map in the middle', () => {
    expect(fitted(layout(100, 50), { width: 400, height: 300 }, false)).toEqual({ x: 200, y: 150, k: 1 });
  });

  it('keeps a large map readable around its middle, unless all of it is asked for', () => {
    const window = { width: 400, height: 300 };
    expect(fitted(layout(4000, 300), window, false)).toEqual({ x: 200, y: 150, k: 0.8 });
    expect(fitted(layout(1000, 200), window, true).k).toBeCloseTo(376 / 1000);
  });

  it('shows a high map in its whole width, as large as it fits', () => {
    const { k, x } = fitted(layout(420, 2000), { width: 400, height: 300 }, false);
    expect(k).toBeCloseTo(376 / 420);
    expect(x).toBeCloseTo(200);
  });

  it('moves just as far that a node can be seen', () => {
    const window = { width: 400, height: 300 };
    const node = { width: 100, height: 40 };
    const at = { x: 0, y: 0, k: 1 };
    const none = { width: 0, height: 0 };
    expect(revealed(at, { x: 200, y: 150 }, node, window, none)).toEqual(at);
    expect(revealed(at, { x: 380, y: 150 }, node, window, none)).toEqual({ x: -42, y: 0, k: 1 });
    expect(revealed(at, { x: 200, y: -30 }, node, window, none)).toEqual({ x: 0, y: 62, k: 1 });
  });

  it('does not leave a node behind the legend', () => {
    const window = { width: 400, height: 300 };
    const node = { width: 100, height: 40 };
    const at = { x: 0, y: 0, k: 1 };
    const legend = { width: 150, height: 80 };
    expect(revealed(at, { x: 70, y: 50 }, node, window, legend)).toEqual({ x: 0, y: 62, k: 1 });
    expect(revealed(at, { x: 70, y: 150 }, node, window, legend)).toEqual(at);
    expect(revealed(at, { x: 250, y: 50 }, node, window, legend)).toEqual(at);
  });
});

describe('Moving', () => {
  const size = fc.record({ width: fc.integer({ min: 100, max: 900 }), height: fc.integer({ min: 100, max: 900 }) });
  const box = fc.tuple(point, size).map(([at, { width, height }]) => ({ ...at, width, height }));

  it('never takes all of a map out of its window', () => {
    fc.assert(
      fc.property(zoom, box, size, (before, map, window) => {
        const { x, y, k } = kept(before, map, window);
        const seen = (offset: number, from: number, length: number, room: number): number =>
          Math.min(room, offset + k * (from + length)) - Math.max(0, offset + k * from);
        expect(k).toBe(before.k);
        expect(seen(x, map.x, map.width, window.width)).toBeGreaterThan(19.99);
        expect(seen(y, map.y, map.height, window.height)).toBeGreaterThan(19.99);
        expect(kept({ x, y, k }, map, window)).toEqual({ x, y, k });
      }),
    );
  });

  it('leaves alone what can be seen', () => {
    const map = { x: -100, y: -50, width: 200, height: 100 };
    const at = { x: 50, y: -20, k: 1 };
    expect(kept(at, map, { width: 400, height: 300 })).toEqual({ x: 50, y: -2, k: 1 });
    expect(kept({ ...at, y: 0 }, map, { width: 400, height: 300 })).toEqual({ x: 50, y: 0, k: 1 });
  });
});

describe('Walking by arrow keys', () => {
  const places = new Map([
    ['middle', { x: 0, y: 0 }],
    ['above', { x: 10, y: -80 }],
    ['above aside', { x: 300, y: -80 }],
    ['far above', { x: 0, y: -160 }],
    ['beside', { x: 200, y: 0 }],
    ['below, not linked', { x: 0, y: 80 }],
  ]);
  const go = (from: string, key: string, ...linked: string[]) => {
    const way = directionOf(key);
    return way === null ? null : nextOnMap(from, way, places, new Set(linked));
  };

  it('goes along the straightest edge that way', () => {
    expect(go('middle', 'ArrowUp', 'above', 'above aside', 'far above')).toBe('above');
  });

  it('goes up and down along edges only, sideways along the line too', () => {
    expect(go('middle', 'ArrowDown')).toBeNull();
    expect(go('middle', 'ArrowRight')).toBe('beside');
    expect(go('above', 'ArrowRight')).toBe('above aside');
  });

  it('goes where nothing is linked that lies that way to what is linked and lies elsewhere', () => {
    expect(go('middle', 'ArrowDown', 'above')).toBe('above');
    expect(go('middle', 'ArrowUp', 'beside', 'far above')).toBe('far above');
  });

  it('comes from the middle of a crowded map to every row, and behind the end of a line to the next one of the row', () => {
    const rows = { up: [-1, 0, 7], direct: [0, -1, 14], related: [0, 1, 14], down: [1, 0, 9] } as const;
    const others = Object.entries(rows).flatMap(([name, [rank, side, count]]) =>
      Array.from({ length: count }, (_, at) => ({ path: `${name} ${at}`, name, rank, side })),
    );
    const crowd: Neighbourhood = {
      centre: 'hub',
      nodes: [{ path: 'hub', name: 'hub', rank: 0, side: 0 }, ...others],
      edges: others.map(({ path, rank, name }) => {
        const [source, target] = rank < 0 ? [path, 'hub'] : ['hub', path];
        const relation = name === 'direct' || name === 'related' ? name : 'downstream';
        return { source, target, relation, provenance: 'declared', contradiction: null, description: '' };
      }),
      groups: [{ id: 'more', rank: -1, side: 0, from: ['hub'], paths: ['hidden'] }],
    };
    for (const maxWidth of [300, 500, 1100]) {
      const size = { nodeWidth: 100, nodeHeight: 30, gapX: 10, gapY: 40, lineGap: 10, maxWidth };
      const map = layoutNeighbourhood(crowd, size).places;
      const from = (id: string, key: string): string | null => {
        const way = directionOf(key);
        const row =
          id === 'hub' ? [] : [...others.map(({ path }) => path), 'more'].filter((one) => kind(one) === kind(id));
        return way && nextOnMap(id, way, map, linkedThatWay(crowd, id, way, map), row);
      };
      const kind = (id: string | null): string | undefined => id?.replace('more', 'up').split(' ')[0];
      const keys = ['ArrowUp', 'ArrowLeft', 'ArrowRight', 'ArrowDown'];
      expect(keys.map((key) => kind(from('hub', key)))).toEqual(['up', 'direct', 'related', 'down']);
      expect([from('up 3', 'ArrowDown'), from('more', 'ArrowDown'), from('down 3', 'ArrowUp')]).toEqual([
        'hub',
        'hub',
        'hub',
      ]);
      for (const [name, key] of [
        ['up', 'ArrowUp'],
        ['down', 'ArrowDown'],
      ] as const) {
        const seen = new Set<string>();
        for (const side of ['ArrowLeft', 'ArrowRight']) {
          let at = from('hub', key);
          for (; at !== null && kind(at) === name; at = from(at, side)) seen.add(at);
        }
        expect(seen.size).toBe(name === 'up' ? 8 : 9);
      }
    }
  });

  it('leaves other keys alone', () => {
    expect(directionOf('Enter')).toBeNull();
  });
});
