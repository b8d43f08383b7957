import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Note } from '../../src/model/note';
import { frontmatterEnd } from '../../src/markdown/frontmatter';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readNote } from '../../src/read/note';
import { parseYaml } from './note-reading';

/** The folder with real notes and their labels; without it these tests skip themselves. */
const DATA = process.env['IDEA_TIERS_DATA'] ?? '';
const NOTES = path.join(DATA, 'corpus/notes');
const GOLD = path.join(DATA, 'gold');

const textOf = (note: string): string => readFileSync(path.join(NOTES, note), 'utf8');
const notePaths = (): string[] =>
  readdirSync(NOTES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort();

/** A table as `line: rows of cells`, each as wide as the header. */
type TableText = readonly [line: number, rows: readonly (readonly string[])[]];

/** Notes where the reader differs from Markdown on purpose. */
const MEANT_OTHERWISE: readonly RegExp[] = [
  // The author closed a fence with the footnotes of what it quotes; to Markdown the rest of the note is code.
  /\/03_соответственно_существует_пустая_болванка\.md$/,
];

function tablesByMarkdown(text: string): TableText[] {
  // The frontmatter is blanked, so that lines and offsets stay.
  const { offset } = frontmatterEnd(text);
  const body = text.slice(0, offset).replace(/[^\n]/g, ' ') + text.slice(offset);
  const found: TableText[] = [];
  const walk = (node: MarkdownNode): void => {
    if (node.type === 'table') found.push(tableText(node, body));
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(fromMarkdown(body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return found;
}

type MarkdownRoot = ReturnType<typeof fromMarkdown>;
type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];
type MarkdownTable = Extract<MarkdownNode, { type: 'table' }>;

function tableText(table: MarkdownTable, body: string): TableText {
  const rows = table.children.map((row) =>
    row.children.map(({ children }) => {
      const from = children[0]?.position?.start.offset ?? 0;
      return body.slice(from, children.at(-1)?.position?.end.offset ?? from).replaceAll('\\|', '|');
    }),
  );
  const width = rows[0]?.length ?? 0;
  return [table.position?.start.line ?? 0, rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''))];
}

const tablesByReader = (text: string): TableText[] =>
  readNote(text).tables.map(({ line, header, body }) => [
    line,
    // What the other parser makes up at the end of short rows is not there.
    [header, ...body.map(({ cells }) => header.map((_, column) => cells[column] ?? ''))],
  ]);

/** What a person found in a note; see the guide beside the labels. */
interface Labels {
  readonly path: string;
  readonly ideaLinks: readonly { line: number; target: string; relation: string; optional?: boolean }[];
  readonly tables: readonly {
    line: number;
    tier: boolean | null;
    rows: number;
    columns: number;
    rankColumn?: number;
  }[];
  readonly steps: readonly { line: number; step: number }[];
  readonly turns: { readonly user: number; readonly agent: number };
}

interface Score {
  right: number;
  invented: number;
  missed: number;
}

const f1 = ({ right, invented, missed }: Score): number =>
  right + invented + missed === 0 ? 1 : (2 * right) / (2 * right + invented + missed);

type Kind = 'ideaLinks' | 'tables' | 'tierTables' | 'steps' | 'turns';
type Found = Readonly<Record<Kind, readonly string[]>>;

const cleanTarget = (target: string): string => target.replace(/\\$/, '').trim().normalize('NFC');

function labelled({ ideaLinks, tables, steps, turns }: Labels): Found {
  return {
    ideaLinks: ideaLinks
      .filter(({ optional }) => optional !== true)
      .map(({ line, relation, target }) => `${line} ${relation} ${cleanTarget(target)}`),
    tables: tables.map(({ line, rows, columns }) => `${line}: ${rows} × ${columns}`),
    tierTables: tables.filter(({ tier }) => tier === true).map(({ line, rankColumn }) => `${line}: ${rankColumn}`),
    steps: steps.map(({ line, step }) => `${line}: ${step}`),
    turns: [`${turns.user} ${turns.agent}`],
  };
}

/** What the reader found, without what the labels leave open. */
function readAs({ ideaLinks, tables, steps, turns }: Note, labels: Labels): Found {
  const optional = new Set(
    labels.ideaLinks.filter((link) => link.optional).map(({ line, target }) => `${line} ${cleanTarget(target)}`),
  );
  const undecided = new Set(labels.tables.filter(({ tier }) => tier === null).map(({ line }) => line));
  const users = turns.filter(({ role }) => role === 'user').length;
  return {
    ideaLinks: ideaLinks
      .filter(({ line, target }) => !optional.has(`${line} ${cleanTarget(target)}`))
      .map(({ line, relation, target }) => `${line} ${relation} ${cleanTarget(target)}`),
    tables: tables.map(({ line, body, header }) => `${line}: ${body.length} × ${header.length}`),
    tierTables: tables.flatMap(({ line, tier }) =>
      tier === null || undecided.has(line) ? [] : [`${line}: ${tier.rankColumn + 1}`],
    ),
    steps: steps.map(({ line, step }) => `${line}: ${step}`),
    turns: [`${users} ${turns.length - users}`],
  };
}

/** Adds one note's reading to the score; equal findings count as often as both have them. */
function addTo(score: Score, wanted: readonly string[], found: readonly string[]): void {
  const left = [...found];
  for (const one of wanted) {
    const at = left.indexOf(one);
    if (at === -1) score.missed++;
    else {
      left.splice(at, 1);
      score.right++;
    }
  }
  score.invented += left.length;
}

function scores(): Readonly<Record<Kind, Score>> {
  const none = (): Score => ({ right: 0, invented: 0, missed: 0 });
  const total = { ideaLinks: none(), tables: none(), tierTables: none(), steps: none(), turns: none() };
  for (const file of readdirSync(GOLD).filter((name) => name.endsWith('.json'))) {
    const labels = JSON.parse(readFileSync(path.join(GOLD, file), 'utf8')) as Labels;
    const wanted = labelled(labels);
    const found = readAs(readNote(textOf(labels.path)), labels);
    addTo(total.ideaLinks, wanted.ideaLinks, found.ideaLinks);
    addTo(total.tables, wanted.tables, found.tables);
    addTo(total.tierTables, wanted.tierTables, found.tierTables);
    addTo(total.steps, wanted.steps, found.steps);
    addTo(total.turns, wanted.turns, found.turns);
  }
  return total;
}

describe.skipIf(DATA === '')('the notes in IDEA_TIERS_DATA', { timeout: 120_000 }, () => {
  it('are all read without an exception', () => {
    const paths = notePaths();
    expect(paths.length).toBeGreaterThan(1000);
    for (const note of paths) {
      const text = textOf(note);
      expect(() => readNote(text), note).not.toThrow();
      expect(() => readFrontmatter(text, parseYaml), note).not.toThrow();
    }
  });

  it('have the tables that Markdown has', () => {
    const withTables = notePaths().filter((note) => /^[> ]*\|?[ :]*-+[ :]*\|/m.test(textOf(note)));
    const every = Math.max(1, Math.floor(withTables.length / 200));
    const sample = withTables
      .filter((_, index) => index % every === 0)
      .slice(0, 200)
      .filter((note) => !MEANT_OTHERWISE.some((pattern) => pattern.test(note)));
    let tables = 0;
    for (const note of sample) {
      const text = textOf(note);
      const wanted = tablesByMarkdown(text);
      tables += wanted.length;
      expect(tablesByReader(text), note).toEqual(wanted);
    }
    expect(tables).toBeGreaterThan(200);
  });

  it('are read as the people who labelled some of them read them', () => {
    const { ideaLinks, tables, tierTables, steps, turns } = scores();
    expect(ideaLinks.right).toBeGreaterThan(0);
    expect(f1(ideaLinks)).toBeGreaterThanOrEqual(0.985);
    expect(f1(tables)).toBe(1);
    expect(f1(tierTables)).toBe(1);
    expect(f1(steps)).toBeGreaterThanOrEqual(0.98);
    expect(f1(turns)).toBeGreaterThanOrEqual(0.98);
  });
});
