import type { MapExport, MapExportEdge, MapExportSample } from '../model/map-export';
import type { Relation } from '../model/vocabulary';
import { NOT_IN_XML } from '../text/xml-signs';

const MARGIN = 20;
/** How wide a letter is on average, in pixels at the size of the names. */
const LETTER = 6.6;
const LEGEND_LINE = 18;
const DASHED = ' stroke-dasharray="3"';
const WIDTHS: Readonly<Record<NonNullable<MapExportEdge['provenance']>, number>> = {
  declared: 1,
  implied: 0.6,
  both: 2,
};
const DASHES: Readonly<Record<Relation, string>> = {
  upstream: '',
  downstream: '',
  direct: ' stroke-dasharray="6 4"',
  related: ' stroke-dasharray="2 4"',
  source: ' stroke-dasharray="2 4"',
};

/** A map as an SVG file of its own, in colours that can be read on paper; names that do not fit are cut and stand whole in the title. */
export function mapSvg({ title, nodes, edges, legend = [] }: MapExport): string {
  const left = Math.min(...nodes.map(({ x, width }) => x - width / 2)) - MARGIN;
  const top = Math.min(...nodes.map(({ y, height }) => y - height / 2)) - MARGIN;
  const width = Math.max(...nodes.map(({ x, width: own }) => x + own / 2)) + MARGIN - left;
  const bottom = Math.max(...nodes.map(({ y, height: own }) => y + own / 2)) + MARGIN;
  const height = bottom + legend.length * LEGEND_LINE - top;
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="white"/>`,
    ...edges.map(edgeLine),
  ];
  for (const { name, x, y, width: own, height: high, isCentre, isMissing = false } of nodes) {
    const shown = cut(name, Math.floor((own - 12) / LETTER));
    lines.push(
      `<g><title>${escapeXml(name)}</title>`,
      `<rect x="${x - own / 2}" y="${y - high / 2}" width="${own}" height="${high}" rx="4" fill="${isCentre ? '#e8e2fb' : '#f6f6f6'}" stroke="${isCentre ? '#7852ee' : '#bdbdbd'}"${isMissing ? DASHED : ''}/>`,
      `<text x="${x}" y="${y}" dy="0.35em" text-anchor="middle"${isCentre ? ' font-weight="bold"' : ''} fill="#222">${escapeXml(shown)}</text></g>`,
    );
  }
  for (const [index, sample] of legend.entries())
    lines.push(sampleLine(sample, left + MARGIN, bottom + index * LEGEND_LINE));
  return `${lines.join('\n')}\n</svg>\n`;
}

/** Across a line of text. */
function sampleLine({ kind, text }: MapExportSample, x: number, y: number): string {
  const relation = kind === 'direct' || kind === 'related' ? kind : 'downstream';
  const provenance = kind === 'both' || kind === 'implied' ? kind : 'declared';
  const line = kind === 'missing' ? `M${x} ${y - 4}h24v8h-24z` : `M${x} ${y}h24`;
  const sample = edgeLine({ line, relation, provenance, isContradiction: kind === 'contradiction' });
  return `${kind === 'missing' ? sample.replace('/>', `${DASHED}/>`) : sample}<text x="${x + 32}" y="${y}" dy="0.35em" fill="#222">${escapeXml(text)}</text>`;
}

function edgeLine({
  line,
  relation,
  provenance = 'declared',
  isContradiction,
}: Omit<MapExportEdge, 'source' | 'target'>): string {
  return `<path d="${line}" fill="none" stroke-width="${WIDTHS[provenance]}" stroke="${isContradiction ? '#c0392b' : '#8a8a8a'}"${DASHES[relation]}/>`;
}

function cut(name: string, most: number): string {
  const letters = [...name];
  return letters.length <= most ? name : `${letters.slice(0, Math.max(1, most - 1)).join('')}…`;
}

function escapeXml(text: string): string {
  return text.replace(NOT_IN_XML(), '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
