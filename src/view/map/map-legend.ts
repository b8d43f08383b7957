import { nameBy } from '../core/name-region';
import type { Translate } from '../../i18n';
import type { MapExportSample } from '../../model/map-export';

/** Says what each kind of line means, and the dashed name. */
export function legendOf(t: Translate): readonly MapExportSample[] {
  return [
    { kind: 'downstream', text: t('map.legend.downstream') },
    { kind: 'direct', text: t('sidebar.relation.direct') },
    { kind: 'related', text: t('sidebar.relation.related') },
    { kind: 'both', text: `⇄ ${t('map.provenance.both')}` },
    { kind: 'implied', text: `← ${t('map.provenance.implied')}` },
    { kind: 'contradiction', text: t('map.legend.contradiction') },
    { kind: 'missing', text: t('sidebar.noNote') },
  ];
}

/** Adds the legend to a corner of the map's window: it folds. */
export function addLegend(windowEl: HTMLElement, t: Translate, isOpen: boolean): HTMLElement {
  const legendEl = windowEl.createEl('details', 'idea-tiers-map-legend');
  legendEl.open = isOpen;
  const nameEl = legendEl.createEl('summary', { text: t('table.legend') });
  const listEl = legendEl.createEl('ul');
  nameBy(listEl, nameEl);
  for (const { kind, text } of legendOf(t)) {
    const itemEl = listEl.createEl('li');
    const svg = itemEl.createSvg('svg', { attr: { 'aria-hidden': 'true', viewBox: '0 0 24 12' } });
    if (kind === 'missing')
      svg.createSvg('rect', {
        cls: 'idea-tiers-map-edge',
        attr: { x: 1, y: 1, width: 22, height: 10, rx: 3, 'stroke-dasharray': 3 },
      });
    else svg.createSvg('path', { cls: `idea-tiers-map-edge mod-${kind}`, attr: { d: 'M0 6H24' } });
    itemEl.createSpan({ text });
  }
  return legendEl;
}
