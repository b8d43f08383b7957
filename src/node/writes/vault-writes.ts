import { translator } from '../../i18n';
import { auditWords } from '../../i18n/audit';
import type { LayoutOptions } from '../../index/answers';
import { auditReport } from '../../index/audit-report';
import { layoutNeighbourhood } from '../../index/layout';
import { CARD, mapExport } from '../../index/map-export';
import type { MapExport } from '../../model/map-export';
import { mapCanvas } from '../../write/map-canvas';
import { mapSvg } from '../../write/map-svg';
import { answer, type WriteKind, type WrittenVault } from './write-kind';

const t = translator('en');
const REACH = { hops: 2, maxNodes: 60 };
const NODE: LayoutOptions = { nodeWidth: 156, nodeHeight: 38, gapX: 18, gapY: 46, lineGap: 18, maxWidth: 1100 };

/** What is said of a note among the others, and what leaves the plugin of it: one row a kind. */
export const VAULT_WRITES: readonly WriteKind[] = [
  {
    name: 'neighbours',
    attempts: ({ path, note }, { ideas }) => [
      { what: 'as they were saved', make: () => answer(ideas.neighbours(path)) },
      { what: 'with its links as they are', make: () => answer(ideas.neighbours(path, note.ideaLinks)) },
    ],
    promise: null,
  },
  {
    name: 'map-svg',
    attempts: ({ path }, vault) => [
      {
        what: 'map',
        make: () => ({ kind: 'file', path: `${path}.svg`, text: mapSvg(sheetOf(vault, path, NODE)) }),
      },
    ],
    promise: null,
  },
  {
    name: 'map-canvas',
    attempts: ({ path }, vault) => [
      {
        what: 'map',
        make: () => ({
          kind: 'file',
          path: `${path}.canvas`,
          text: mapCanvas(sheetOf(vault, path, CARD), ({ relation }) =>
            relation === 'downstream' ? '' : t(`sidebar.relation.${relation}`),
          ),
        }),
      },
    ],
    promise: null,
  },
  {
    name: 'audit',
    attempts: ({ path }, vault) => [
      {
        what: 'of the note',
        make: () => {
          const found = vault.auditOf(path);
          return answer({ found, report: auditReport(found, auditWords(t)) });
        },
      },
    ],
    promise: null,
  },
];

function sheetOf({ ideas }: WrittenVault, path: string, options: LayoutOptions): MapExport {
  const around = ideas.neighbourhood(path, REACH);
  return mapExport(around, layoutNeighbourhood(around, options), options, (name) => t('map.title', { name }));
}
