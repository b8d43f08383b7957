import { parseYaml, type App, type CliData, type CliFlags, type Plugin } from 'obsidian';
import type { Translate } from '../i18n';
import { problemMessage } from '../i18n/problem';
import { auditWords } from '../i18n/audit';
import type { LiveIdeas, MapRow } from '../index/answers';
import { auditReport } from '../index/audit-report';
import { RELATION_NAMES } from '../model/vocabulary';
import type { LinkResolver } from '../obsidian/link-resolver';
import { readFrontmatter } from '../read/frontmatter';
import { readNote } from '../read/note';
import { noteFindings } from '../read/author-problems';
import type { Vocabulary } from '../read/vocabulary';
import { repairNote } from '../repair/repair-note';
import { inspection } from '../write/inspection';
import { whole } from './whole-index';

/** What Obsidian's command line is answered with. */
export interface CliContext {
  readonly app: App;
  readonly t: Translate;
  readonly ideas: LiveIdeas;
  readonly links: LinkResolver;
  readonly vocabulary: () => Vocabulary;
  /** Whether the user has said of the note at a path, or of its folder, that it is a template. */
  readonly isTemplate: (path: string) => boolean;
}

const MOST_ON_CLI = 1000;

/** Adds the plugin's commands to Obsidian's command line; they answer in text, and in JSON with `format=json`. */
export function registerCli(plugin: Plugin, context: CliContext): void {
  const { t } = context;
  const note = { value: '<path>', description: t('cli.note') };
  const format = { value: 'json|text', description: t('cli.format') };
  const add = (
    action: string,
    about: string,
    flags: CliFlags,
    run: (data: CliData) => string | Promise<string>,
  ): void => plugin.registerCliHandler(`idea-tiers:${action}`, about, flags, run);
  add('inspect', t('cli.inspect'), { note }, (data) => inspect(context, data));
  const relation = { value: RELATION_NAMES.join('|'), description: t('cli.relation') };
  const hops = { value: '1-4', description: t('cli.hops') };
  add('ideas', t('cli.ideas'), { note, relation, hops, format }, (data) => ideasOf(context, data));
  const folder = { value: '<path>', description: t('cli.folder') };
  add('audit', t('cli.audit'), { folder, format }, (data) => audit(context, data));
}

/** The note that is named by path or by name, else the current one; throws where there is none, which the command line tells. */
function noteOf({ app, links, t }: CliContext, { note }: CliData): { readonly path: string } {
  const file = note === undefined ? app.workspace.getActiveFile() : links.resolve(note, '');
  if (!file) throw new Error(t('cli.noNote', { note: note ?? '' }));
  return file;
}

async function inspect(context: CliContext, data: CliData): Promise<string> {
  const { app, ideas, isTemplate, links, t, vocabulary } = context;
  const { path } = noteOf(context, data);
  const file = app.vault.getFileByPath(path);
  const stored = file ? await app.vault.cachedRead(file) : '';
  const garbling = repairNote(stored);
  const text = garbling?.text ?? stored;
  const note = readNote(text, vocabulary(), path);
  const frontmatter = readFrontmatter(text, (yaml): unknown => parseYaml(yaml));
  await whole(ideas);
  const findings = noteFindings(
    { path, text, note, frontmatter },
    {
      resolve: (link, from) => links.resolve(link, from)?.path ?? null,
      meant: (target) => ideas.meantNow(target),
      usualKind: (field) => ideas.usualKind(field),
      isTemplate: isTemplate(path),
    },
  );
  const found = inspection({
    path,
    note,
    frontmatter,
    garbling,
    findings,
    word: (problem) => problemMessage(problem, t),
  });
  return JSON.stringify(found, null, 2);
}

/** Where notes of a relation stand on the map. */
const STANDS: Readonly<Record<string, (node: MapRow) => boolean>> = {
  upstream: ({ rank }) => rank < 0,
  downstream: ({ rank }) => rank > 0,
  direct: ({ side }) => side < 0,
  related: ({ side }) => side > 0,
};

/** The neighbours of a note, or with `hops` all notes around it, each with how far it is. */
async function ideasOf(context: CliContext, data: CliData): Promise<string> {
  const { ideas, t } = context;
  const { path } = noteOf(context, data);
  await whole(ideas);
  const isJson = data['format'] === 'json';
  const hops = Number(data['hops'] ?? 1);
  if (hops > 1) {
    const around = ideas.neighbourhood(path, { hops, maxNodes: MOST_ON_CLI });
    const nodes = around.nodes.filter(STANDS[data['relation'] ?? ''] ?? (() => true));
    if (isJson) return JSON.stringify(nodes, null, 2);
    return nodes.map((node) => `${node.rank}\t${node.side}\t${node.path}`).join('\n');
  }
  const listed = ideas.neighbours(path).filter(({ relation }) => (data['relation'] ?? relation) === relation);
  if (isJson) return JSON.stringify(listed, null, 2);
  return listed
    .map((idea) =>
      [
        t(`sidebar.relation.${idea.relation}`),
        idea.name,
        idea.provenance === 'declared' ? '' : t(`sidebar.provenance.${idea.provenance}`),
        idea.description,
      ].join('\t'),
    )
    .join('\n');
}

async function audit({ ideas, t }: CliContext, { folder, format }: CliData): Promise<string> {
  await whole(ideas);
  const prefix = folder?.replace(/^\/+|\/*$/g, '') ?? '';
  const scope = prefix === '' ? undefined : (path: string): boolean => path.startsWith(`${prefix}/`);
  const found = await ideas.auditSoon(scope, () => false);
  if (found === null) return '';
  return format === 'json' ? JSON.stringify(found, null, 2) : auditReport(found, auditWords(t));
}
