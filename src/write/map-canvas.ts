import type { MapExport, MapExportNode } from '../model/map-export';
import { linkToNote } from '../text/note-link';
import { decodePercent } from '../text/percent';

/** Obsidian's own colours: 1 is red, 6 is purple. */
const COLORS = { contradiction: '1', centre: '6' };

/**
 * A map as a file of JSON Canvas 1.0 (jsoncanvas.org): a card a note, linked to it, and an edge a relation.
 *
 * @param labelOf What an edge says of its target, `''` for nothing.
 */
export function mapCanvas({ nodes, edges }: MapExport, labelOf: (edge: MapExport['edges'][number]) => string): string {
  const ids = new Map(nodes.map(({ path }, index) => [path, `note-${index}`]));
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  return JSON.stringify(
    {
      nodes: nodes.map(({ path, x, y, width, height, isCentre, isMissing = false }) => ({
        id: ids.get(path),
        // A card of a file that is not there could not be opened.
        ...(isMissing
          ? { type: 'text', text: linkToNote(decodePercent(path).replace(/\.md$/i, '')) }
          : { type: 'file', file: path }),
        x: Math.round(x - width / 2),
        y: Math.round(y - height / 2),
        width,
        height,
        ...(isCentre ? { color: COLORS.centre } : {}),
      })),
      edges: edges.flatMap((edge, index) => {
        const from = byPath.get(edge.source);
        const to = byPath.get(edge.target);
        if (!from || !to) return [];
        const label = labelOf(edge);
        return [
          {
            id: `edge-${index}`,
            fromNode: ids.get(from.path),
            fromSide: sideOf(from, to),
            toNode: ids.get(to.path),
            toSide: sideOf(to, from),
            toEnd: edge.relation === 'downstream' ? 'arrow' : 'none',
            ...(edge.isContradiction ? { color: COLORS.contradiction } : {}),
            ...(label === '' ? {} : { label }),
          },
        ];
      }),
    },
    null,
    '\t',
  );
}

/** The side of `node` that looks at `other`. */
function sideOf(node: MapExportNode, other: MapExportNode): 'top' | 'bottom' | 'left' | 'right' {
  if (Math.abs(other.y - node.y) >= node.height) return other.y < node.y ? 'top' : 'bottom';
  return other.x < node.x ? 'left' : 'right';
}
