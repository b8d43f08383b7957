import type { Relation } from '../model/vocabulary';
import type { en } from './en';
import type { Translate } from './index';

/** What the audit says, in one language. */
export function auditWords(t: Translate) {
  return {
    name: t('audit.name'),
    kind: (kind: keyof typeof en.audit.kind) => t(`audit.kind.${kind}`),
    about: (kind: keyof typeof en.audit.about) => t(`audit.about.${kind}`),
    relation: (relation: Relation) => t(`sidebar.relation.${relation}`),
    contradiction: (kind: keyof typeof en.sidebar.contradiction) => t(`sidebar.contradiction.${kind}`),
    wanted: (count: number) => t('audit.wanted', { count }),
    knot: (count: number) => t('audit.knot', { count }),
    hub: (hub: { neighbours: number; incoming: number; outgoing: number }) =>
      t('audit.hub', { count: hub.neighbours, incoming: hub.incoming, outgoing: hub.outgoing }),
    line: (line: number) => t('audit.line', { line }),
    sum: ({ notes, links }: { notes: number; links: number }, isClean: boolean) =>
      t('audit.sum', { notes, links }) + (isClean ? t('audit.clean') : '.'),
  };
}
