import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LayoutOptions, MapLayout, Neighbourhood } from '../../src/index/answers.ts';
import { layoutNeighbourhood } from '../../src/index/layout.ts';

const SIZE: LayoutOptions = { nodeWidth: 100, nodeHeight: 20, gapX: 20, gapY: 40, lineGap: 40, maxWidth: 600 };

/** Rows of nodes named by rank, side and number: `-1 0 2`. The centre is `0 0 0`. */
function neighbourhoodOf(
  rows: readonly (readonly [rank: number, side: number, count: number])[],
  edges: readonly (readonly [string, string])[] = [],
  groups: Neighbourhood['groups'] = [],
): Neighbourhood {
  const nodes = [[0, 0, 1] as const, ...rows].flatMap(([rank, side, count]) =>
    Array.from({ length: count }, (_, index) => {
      const path = `${rank} ${side} ${index}`;
      return { path, name: path, rank, side };
    }),
  );
  return {
    centre: '0 0 0',
    nodes,
    edges: edges.map(([source, target]) => ({
      source,
      target,
      relation: 'downstream',
      provenance: 'declared',
      contradiction: null,
      description: '',
    })),
    groups,
  };
}

const place = ({ places }: MapLayout, path: string): { readonly x: number; readonly y: number } => {
  const found = places.get(path);
  if (found === undefined) throw new Error(`no place for ${path}`);
  return found;
};

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Whether two places are on either side of the line through two others. */
function areParted(a: Place, b: Place, one: Place, other: Place): boolean {
  const side = ({ x, y }: Place): number => (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  return side(one) * side(other) < 0;
}

describe('the layout', () => {
  test('puts the note in the middle at 0, 0, what is above over it, what is below under it, the rest beside it', () => {
    const layout = layoutNeighbourhood(
      neighbourhoodOf([
        [-2, 0, 1],
        [-1, 0, 2],
        [0, -1, 1],
        [0, 1, 1],
        [1, 0, 1],
      ]),
      SIZE,
    );
    expect(place(layout, '0 0 0')).toEqual({ x: 0, y: 0 });
    expect(place(layout, '-2 0 0')).toEqual({ x: 0, y: -120 });
    expect([place(layout, '-1 0 0'), place(layout, '-1 0 1')].map(({ x }) => x).sort((a, b) => a - b)).toEqual([
      -60, 60,
    ]);
    expect(place(layout, '0 -1 0')).toEqual({ x: -120, y: 0 });
    expect(place(layout, '0 1 0')).toEqual({ x: 120, y: 0 });
    expect(place(layout, '1 0 0')).toEqual({ x: 0, y: 60 });
    expect(layout.box).toEqual({ x: -170, y: -130, width: 340, height: 200 });
  });

  test('breaks a row that is too wide into lines of nearly the same length', () => {
    const layout = layoutNeighbourhood(neighbourhoodOf([[1, 0, 11]]), SIZE);
    const lines = new Map<number, number>();
    for (let index = 0; index < 11; index++) {
      const { y } = place(layout, `1 0 ${index}`);
      lines.set(y, (lines.get(y) ?? 0) + 1);
    }
    expect([...lines].sort(([a], [b]) => a - b)).toEqual([
      [60, 4],
      [120, 4],
      [180, 3],
    ]);
    expect(layout.box.width).toBeLessThanOrEqual(600);
  });

  test('keeps the lines of a row nearer to one another than to the next row', () => {
    const rows: [number, number, number][] = [
      [-1, 0, 8],
      [0, -1, 6],
      [1, 0, 8],
    ];
    const layout = layoutNeighbourhood(neighbourhoodOf(rows), { ...SIZE, lineGap: 10 });
    const ys = [...new Set([...layout.places.values()].map(({ y }) => y))].sort((a, b) => a - b);
    // The two lines above, the three of the side with the middle in the second, the two below.
    expect(ys).toEqual([-120, -90, -30, 0, 30, 90, 120]);
  });

  test('puts the sides below the middle where there is no room beside it', () => {
    const narrow = { ...SIZE, maxWidth: 250 };
    const layout = layoutNeighbourhood(
      neighbourhoodOf([
        [-1, 0, 1],
        [0, -1, 2],
        [0, 1, 1],
        [1, 0, 3],
      ]),
      narrow,
    );
    expect(place(layout, '-1 0 0').y).toBe(-60);
    expect(place(layout, '0 -1 0').y).toBe(60);
    expect(place(layout, '0 1 0').y).toBe(120);
    expect(place(layout, '1 0 0').y).toBe(180);
    expect(layout.box.width).toBeLessThanOrEqual(250);
  });

  test('puts a group behind the nodes of its row', () => {
    const group = { id: 'more', rank: 1, side: 0, from: ['0 0 0'], paths: ['hidden'] };
    const layout = layoutNeighbourhood(neighbourhoodOf([[1, 0, 5]], [], [group]), SIZE);
    expect(place(layout, 'more')).toEqual({ x: 120, y: 120 });
  });

  test('orders a row so that edges do not cross where they need not', () => {
    const crossed: [string, string][] = [0, 1, 2, 3].map((index) => [`1 0 ${index}`, `2 0 ${3 - index}`]);
    const layout = layoutNeighbourhood(
      neighbourhoodOf(
        [
          [1, 0, 4],
          [2, 0, 4],
        ],
        crossed,
      ),
      SIZE,
    );
    for (const [above, below] of crossed) expect(place(layout, above).x).toBe(place(layout, below).x);
  });

  test('puts nodes of one row that are linked near one another, whatever lines they began in', () => {
    const nodes = Array.from({ length: 12 }, (_, index) => index);
    // Three knots of four, dealt out over three lines.
    const edges = nodes.flatMap((a) =>
      nodes.filter((b) => b > a && (b - a) % 3 === 0).map((b): [string, string] => [`1 0 ${a}`, `1 0 ${b}`]),
    );
    const { routes } = layoutNeighbourhood(neighbourhoodOf([[1, 0, 12]], edges), SIZE);
    const lengths = routes.map(({ points }) => {
      const [from, to] = [points[0], points.at(-1)];
      return Math.hypot((from?.x ?? 0) - (to?.x ?? 0), (from?.y ?? 0) - (to?.y ?? 0));
    });
    expect(lengths).toHaveLength(18);
    // No farther than one step aside and two lines down.
    expect(Math.max(...lengths)).toBeLessThan(180);
  });

  test('lets nodes of a small map change lines where edges cross less then', () => {
    const edges = Array.from({ length: 9 }, (_, index): readonly [string, string][] => [
      [`0 -1 ${(index * 16) % 5}`, `1 0 ${index}`],
      [`0 -1 ${(index * 7 + 16) % 5}`, `1 0 ${(index * 16 + 7) % 9}`],
    ]).flat();
    const rows: [number, number, number][] = [
      [0, -1, 5],
      [1, 0, 9],
    ];
    const { routes } = layoutNeighbourhood(neighbourhoodOf(rows, edges), SIZE);
    const ends = routes.map(({ points }) => [points[0], points.at(-1)] as const);
    let crossings = 0;
    for (const [index, [a, b]] of ends.entries()) {
      for (const [c, d] of ends.slice(index + 1)) {
        if (a && b && c && d && areParted(a, b, c, d) && areParted(c, d, a, b)) crossings++;
      }
    }
    // Ordered line by line alone they cross 19 times.
    expect(crossings).toBeLessThanOrEqual(5);
  });

  test('draws an edge straight, and round what stands in its way', () => {
    const edges: [string, string][] = [
      ['0 0 0', '1 0 0'],
      ['-1 0 0', '1 0 0'],
      ['0 -1 0', '0 1 0'],
    ];
    const { routes } = layoutNeighbourhood(
      neighbourhoodOf(
        [
          [-1, 0, 1],
          [0, -1, 1],
          [0, 1, 1],
          [1, 0, 1],
        ],
        edges,
      ),
      SIZE,
    );
    expect(routes.map(({ points }) => points)).toEqual([
      [
        { x: 0, y: 0 },
        { x: 0, y: 60 },
      ],
      [
        { x: 0, y: -60 },
        { x: 60, y: 0 },
        { x: 0, y: 60 },
      ],
      [
        { x: -120, y: 0 },
        { x: 0, y: -30 },
        { x: 120, y: 0 },
      ],
    ]);
  });

  test('gives each node and group a place of its own, and the same each time', () => {
    const anyRows = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom<readonly [number, number]>([-2, 0], [-1, 0], [1, 0], [2, 0], [0, -1], [0, -2], [0, 1], [0, 2]),
        fc.integer({ min: 1, max: 14 }),
      ),
      { selector: ([row]) => row.join(' ') },
    );
    const anyPair = fc.tuple(fc.nat(200), fc.nat(200));
    fc.assert(
      fc.property(
        anyRows,
        fc.array(anyPair, { maxLength: 80 }),
        fc.integer({ min: 50, max: 900 }),
        (rows, pairs, maxWidth) => {
          const sized = rows.map(([[rank, side], count]) => [rank, side, count] as const);
          const groups = rows
            .slice(0, 2)
            .map(([[rank, side]]) => ({ id: `more ${rank} ${side}`, rank, side, from: [], paths: [] }));
          const { nodes } = neighbourhoodOf(sized);
          const edges = pairs.flatMap(([a, b]): [string, string][] => {
            const [source, target] = [nodes[a % nodes.length], nodes[b % nodes.length]];
            return source === undefined || target === undefined || source === target
              ? []
              : [[source.path, target.path]];
          });
          const neighbourhood = neighbourhoodOf(sized, edges, groups);
          const options = { ...SIZE, maxWidth };
          const layout = layoutNeighbourhood(neighbourhood, options);
          expect(layout.places.size).toBe(nodes.length + groups.length);
          expect(new Set([...layout.places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(layout.places.size);
          expect(layout.box.width).toBeLessThanOrEqual(Math.max(maxWidth, SIZE.nodeWidth));
          expect(layoutNeighbourhood(neighbourhood, options)).toEqual(layout);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Notes around one in the proportions of real ones, joined as a tree and by edges to what is near: always the same for a number. */
function madeNeighbourhood(number: number, joined: number): Neighbourhood {
  let state = number;
  const below = (most: number): number => {
    state = (state * 48271) % 2147483647;
    return state % most;
  };
  const rows = [
    [-1, 0, 4],
    [0, -1, 3],
    [0, 1, 3],
    [1, 0, 5],
    [-2, 0, 13],
    [0, -2, 7],
    [2, 0, 14],
  ] as const;
  const nodes = ['0 0 0'];
  const near = new Map<string, string[]>();
  const edges: [string, string][] = [];
  const join = (a: string, b: string): void => {
    if (a === b || near.get(a)?.includes(b)) return;
    for (const [one, other] of [[a, b] as const, [b, a] as const]) near.set(one, [...(near.get(one) ?? []), other]);
    edges.push([a, b]);
  };
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? '0 0 0';
  for (const [rank, side, count] of rows) {
    const inner = nodes.filter((path) => path.startsWith(`${rank - Math.sign(rank)} ${side - Math.sign(side)} `));
    for (let index = 0; index < count; index++) {
      nodes.push(`${rank} ${side} ${index}`);
      join(`${rank} ${side} ${index}`, pick(inner));
    }
  }
  while (edges.length < joined) {
    const a = pick(nodes);
    join(a, below(5) < 4 ? pick(near.get(pick(near.get(a) ?? [])) ?? []) : pick(nodes));
  }
  return neighbourhoodOf(rows, edges);
}

/** How often edges cross that have no node in common, as they are drawn. */
function crossingsIn({ routes }: MapLayout): number {
  const parts = routes.flatMap(({ edge, points }) =>
    points.slice(1).map((to, index) => ({ edge, from: points[index] ?? to, to })),
  );
  return parts.reduce((sum, a, index) => {
    const crossed = parts.slice(index + 1).filter((b) => {
      const ends = new Set([a.edge.source, a.edge.target, b.edge.source, b.edge.target]);
      return ends.size === 4 && areParted(a.from, a.to, b.from, b.to) && areParted(b.from, b.to, a.from, a.to);
    });
    return sum + crossed.length;
  }, 0);
}

test('edges cross seldom in a tab, where rows take several lines', () => {
  const tab = { nodeWidth: 156, nodeHeight: 38, gapX: 18, gapY: 46, lineGap: 18, maxWidth: 1100 };
  const mean = (joined: number): number => {
    const made = Array.from({ length: 20 }, (_, number) => madeNeighbourhood(number + 1, joined));
    return made.reduce((sum, one) => sum + crossingsIn(layoutNeighbourhood(one, tab)), 0) / made.length;
  };
  expect(mean(60)).toBeLessThan(17);
  expect(mean(100)).toBeLessThan(195);
  expect(mean(200)).toBeLessThan(1800);
});
