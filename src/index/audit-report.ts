import type { IdeaAudit } from './answers';
import { auditLists, type AuditWords } from './audit-rows';

/** The audit as Markdown: a section a kind of finding, a bullet a finding, with where each is written. */
export function auditReport(audit: IdeaAudit, words: AuditWords): string {
  const lists = auditLists(audit, words);
  const lines = [`# ${words.name}`, '', words.sum(audit, lists.length === 0)];
  for (const { kind, rows } of lists) {
    lines.push('', `## ${words.kind(kind)}: ${rows.length}`, '', words.about(kind), '');
    for (const { title, path, detail, places } of rows) {
      const name = path === null || kind === 'knots' ? title : `[[${path.replace(/\.md$/i, '')}|${title}]]`;
      const where = places
        .map((place) => `[[${place.path.replace(/\.md$/i, '')}]] ${words.line(place.line)}`)
        .join(', ');
      lines.push(`- ${[name, detail, where].filter((part) => part !== '').join(' — ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
