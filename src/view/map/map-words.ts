import type { MapEdge, MapNode, Neighbourhood } from '../../index/answers';
import type { Translate } from '../../i18n';

/** What is said of a note on the map. */
export interface NodeWords {
  /** Where it stands: "2 steps above". */
  readonly place: string;
  /** How the nearest edge is written, and what it says. */
  readonly description: string;
  /** Both, for a screen reader, which has said the name. */
  readonly spoken: string;
}

/** Says of a note where it stands and what the edge that leads to it from nearer the middle says. */
export function wordsOf(node: MapNode, { centre, nodes, edges }: Neighbourhood, t: Translate): NodeWords {
  const place = placeWords(node, centre, t);
  const edge = node.path === centre ? null : edgeTowards(node, nodes, edges);
  const written = edge === null ? '' : t(`map.provenance.${edge.provenance}`);
  const contradiction = edge?.contradiction ? t(`sidebar.contradiction.${edge.contradiction}`) : '';
  const description = edge?.description ?? '';
  const missing = node.isMissing ? t('sidebar.noNote') : '';
  const said = [place, missing, written, contradiction].filter((part) => part !== '').join(' · ');
  const spoken = [said, description].filter((part) => part !== '').join('. ');
  return { place: said, description, spoken };
}

function placeWords({ path, rank, side }: MapNode, centre: string, t: Translate): string {
  if (path === centre) return t('map.centre');
  if (rank !== 0) return t(rank < 0 ? 'map.above' : 'map.below', { count: Math.abs(rank) });
  return t(side < 0 ? 'map.direct' : 'map.related', { count: Math.abs(side) });
}

/** The edge to the node that is nearest to the middle. */
function edgeTowards(node: MapNode, nodes: readonly MapNode[], edges: readonly MapEdge[]): MapEdge | null {
  const order = new Map(nodes.map(({ path }, index) => [path, index]));
  let best: MapEdge | null = null;
  let least = Infinity;
  for (const edge of edges) {
    if (edge.source !== node.path && edge.target !== node.path) continue;
    const at = order.get(edge.source === node.path ? edge.target : edge.source) ?? Infinity;
    if (at < least) [best, least] = [edge, at];
  }
  return best;
}
