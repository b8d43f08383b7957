import { createElement, icons, type IconNode } from 'lucide';
import type { IconName } from 'obsidian';

const added = new Map<string, string>();
/** Icons that Obsidian has beside lucide's. */
const OWN: Record<string, IconNode> = { 'right-triangle': [['path', { d: 'M3 8L12 17L21 8' }]] };
/** Lucide's icons by their folded names, made when the first one is asked for. */
let lucideIcons: Map<string, IconNode> | null = null;

/** `a-arrow-down` for lucide's `AArrowDown`, without telling digits apart: the package writes `Rows3` for `rows-3`. */
const fold = (name: string): string => name.replaceAll('-', '').toLowerCase();

function lucideIcon(iconId: string): IconNode | undefined {
  lucideIcons ??= new Map(Object.entries(icons).map(([name, node]) => [fold(name), node]));
  return OWN[iconId] ?? lucideIcons.get(fold(iconId.replace(/^lucide-/, '')));
}

/** Registers an icon; `svgContent` is what stands inside an `<svg viewBox="0 0 100 100">`. */
export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  added.delete(iconId);
}

export function getIconIds(): IconName[] {
  const lucideIds = Object.keys(icons).map(
    (name) => `lucide-${name.replace(/([a-z0-9])([A-Z])|([a-z])(?=\d)/g, '$1$3-$2').toLowerCase()}`,
  );
  return [...added.keys(), ...lucideIds];
}

/** A new element of the icon, null when there is none of this name. Names are lucide's, with or without `lucide-`. */
export function getIcon(iconId: string): SVGSVGElement | null {
  const own = added.get(iconId);
  if (own !== undefined) {
    const source = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${own}</svg>`;
    const svg = activeDocument.importNode(
      new DOMParser().parseFromString(source, 'image/svg+xml').documentElement,
      true,
    );
    if (!svg.instanceOf(SVGSVGElement)) throw new Error(`addIcon('${iconId}') was given content that is not SVG`);
    svg.addClass('svg-icon', iconId);
    return svg;
  }
  const node = lucideIcon(iconId);
  if (!node) return null;
  const svg = createElement(node);
  if (!svg.instanceOf(SVGSVGElement)) throw new Error(`lucide made no <svg> for '${iconId}'`);
  svg.setAttribute('class', iconId in OWN ? `svg-icon ${iconId}` : `svg-icon lucide-${iconId.replace(/^lucide-/, '')}`);
  return svg;
}

/** Replaces what is in `parent` by the icon; nothing happens when there is none of this name. */
export function setIcon(parent: HTMLElement, iconId: IconName): void {
  const icon = getIcon(iconId);
  if (!icon) return;
  parent.empty();
  parent.appendChild(icon);
}
