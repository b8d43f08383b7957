import type { MapExport, MapExportSample } from '../model/map-export';
import type { LayoutOptions, MapLayout, Neighbourhood, Point } from './answers';

/** In a canvas a card shows some of its note. */
export const CARD: LayoutOptions = {
  nodeWidth: 320,
  nodeHeight: 140,
  gapX: 40,
  gapY: 120,
  lineGap: 40,
  maxWidth: 3600,
};

/** A neighbourhood as its map leaves the plugin; an empty sheet before there is one. */
export function mapExport(
  neighbourhood: Neighbourhood | null,
  layout: MapLayout | null,
  { nodeWidth: width, nodeHeight: height }: LayoutOptions,
  titleOf: (name: string) => string,
  legend: readonly MapExportSample[] = [],
): MapExport {
  const { nodes = [], centre = '' } = neighbourhood ?? {};
  return {
    title: titleOf(nodes.find(({ path }) => path === centre)?.name ?? ''),
    legend,
    nodes: nodes.map(({ path, name, isMissing = false }) => ({
      path,
      name,
      ...(layout?.places.get(path) ?? { x: 0, y: 0 }),
      width,
      height,
      isCentre: path === centre,
      isMissing,
    })),
    edges: (layout?.routes ?? []).map(({ edge: { source, target, relation, provenance, contradiction }, points }) => ({
      source,
      target,
      relation,
      provenance,
      line: edgeLine(points),
      isContradiction: contradiction !== null,
    })),
  };
}

/** An edge as path data of SVG: upright where it leaves a row, round where it has to go round. */
export function edgeLine(points: readonly Point[]): string {
  const [from, by, to] = points.length === 2 ? [points[0], null, points[1]] : [points[0], points[1], points[2]];
  if (!from || !to) return '';
  const start = `M${from.x} ${from.y}`;
  if (by) {
    const x = 2 * by.x - (from.x + to.x) / 2;
    const y = 2 * by.y - (from.y + to.y) / 2;
    return `${start}Q${x} ${y} ${to.x} ${to.y}`;
  }
  if (Math.abs(to.y - from.y) < 1) return `${start}L${to.x} ${to.y}`;
  const y = (from.y + to.y) / 2;
  return `${start}C${from.x} ${y} ${to.x} ${y} ${to.x} ${to.y}`;
}
