import type { IdeaAudit } from './answers';
import { linkToNote } from '../text/note-link';
import { nameOfNote } from '../text/note-name';
import { auditLists, type AuditWords } from './audit-rows';

/** The audit as Markdown: a section a kind of finding, a bullet a finding, with where each is written. */
export function auditReport(audit: IdeaAudit, words: AuditWords): string {
  const lists = auditLists(audit, words);
  const lines = [`# ${words.name}`, '', words.sum(audit, lists.length === 0)];
  for (const { kind, count, first } of lists) {
    lines.push('', `## ${words.kind(kind)}: ${count}`, '', words.about(kind), '');
    for (const { title, path, other, detail, places } of first(count)) {
      const isNote = path !== null && kind !== 'knots';
      const name =
        isNote && other !== null
          ? [path, other].map((note) => linkTo(note)).join(' · ')
          : isNote
            ? linkTo(path, title)
            : title;
      const where = places.map((place) => `${linkTo(place.path, '')} ${words.line(place.line)}`).join(', ');
      lines.push(`- ${[name, detail, where].filter((part) => part !== '').join(' — ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function linkTo(path: string, title = nameOfNote(path)): string {
  return linkToNote(path.replace(/\.md$/i, ''), title);
}
