import { parse } from 'yaml';
import type { Frontmatter } from '../../src/model/frontmatter';
import type { IdeaLink, Note } from '../../src/model/note';
import type { Mark, Table } from '../../src/model/table';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readNote } from '../../src/read/note';
import type { Vocabulary } from '../../src/read/vocabulary';
import { withoutEmpty } from '../golden';

/** What the reader finds in a text, in the form of the golden files: columns count from 1, what is empty is left out, and spans. */
export function readingOf(text: string, vocabulary: Vocabulary): unknown {
  const { ideaLinks, markdownLinks, tables, tierLists, steps, ownSet, rawText, turns, problems }: Note = readNote(
    text,
    vocabulary,
  );
  return withoutEmpty({
    ideaLinks: ideaLinks.map(linkReading),
    markdownLinks: markdownLinks.map(linkReading),
    tables: tables.map(tableReading),
    tierLists,
    steps: steps.map(({ heading: _, body: __, headEnd, textEnd, ...step }) => ({
      ...step,
      ...(headEnd === step.line ? {} : { headEnd }),
      ...(textEnd === step.endLine ? {} : { textEnd }),
    })),
    ownSet,
    rawText: rawText && { line: rawText.line, endLine: rawText.endLine, words: rawText.words },
    turns: turns.map(({ role, line }) => ({ role, line })),
    problems,
    frontmatter: frontmatterReading(readFrontmatter(text, parseYaml)),
  });
}

/** An entry of a list is what is usual: its origin goes without saying. */
function linkReading({ origin, ...link }: IdeaLink): unknown {
  return { ...link, origin: origin === 'list' ? '' : origin };
}

/** Values of YAML text; throws on YAML that does not parse. */
export function parseYaml(yaml: string): unknown {
  return parse(yaml, { logLevel: 'error' }) as unknown;
}

/** What a YAML parser says of bad YAML is its own business. */
function frontmatterReading({ problems, ...fields }: Frontmatter): unknown {
  return { ...fields, problems: problems.map((problem) => ({ ...problem, detail: '' })) };
}

function tableReading({ line, caption, callout, header, align, legend, body, tier }: Table): unknown {
  const about = { line, caption, callout, header, align: align.some((one) => one !== null) ? align : [], legend };
  if (tier === null) return { ...about, body: body.map(({ line, cells }) => ({ line, cells })) };
  return {
    ...about,
    rankColumn: tier.rankColumn + 1,
    subjectColumn: tier.subjectColumn === null ? null : tier.subjectColumn + 1,
    rungs: tier.rungs.map(({ rank, rankText, subject, cells, marks }, index) => ({
      line: body[index]?.line,
      rank,
      rankText,
      subject,
      cells: cells.map((cell) => ({ column: cell.column + 1, text: cell.text, marks: cell.marks.map(markReading) })),
      marks,
    })),
  };
}

/** `💰×3 for long runs`. */
function markReading({ mark, count, words }: Mark): string {
  return `${mark}${count === 1 ? '' : `×${count}`} ${words}`.trim();
}
