import type { Frontmatter } from '../model/frontmatter';
import type { Garbling } from '../model/garbled';
import type { Note } from '../model/note';
import type { Problem, WantedLink } from '../model/problem';
import type { Table } from '../model/table';
import type { TierList } from '../model/tier-list';

/** What was found in a note. */
export interface Inspected {
  readonly path: string;
  readonly note: Note;
  readonly frontmatter: Frontmatter;
  /** Set when the note was repaired before it was read. */
  readonly garbling: Garbling | null;
  readonly findings: {
    /** Problems of the frontmatter. */
    readonly fields: readonly Problem[];
    /** All of them, in line order. */
    readonly problems: readonly Problem[];
    readonly wanted: readonly WantedLink[];
  };
  readonly word: (problem: Problem) => string;
}

/** A note as plain data, as `inspect` prints it: columns are 1-based there, and absent where there is none. */
export function inspection({ path, note, frontmatter, garbling, findings, word }: Inspected): object {
  return {
    path,
    ideaLinks: note.ideaLinks,
    markdownLinks: note.markdownLinks,
    tables: note.tables.map(tableToJson),
    tierLists: note.tierLists.map(tierListToJson),
    steps: note.steps.map(({ step, line, endLine, language, words, set }) => ({
      step,
      line,
      endLine,
      language,
      words,
      set,
    })),
    ownSet: note.ownSet,
    rawText: note.rawText && {
      line: note.rawText.line,
      endLine: note.rawText.endLine,
      words: note.rawText.words,
    },
    turns: turnsToJson(note),
    frontmatter: {
      present: frontmatter.present,
      problems: findings.fields.map((problem) => ({
        field: problem.code === 'frontmatter-field' ? problem.field : '',
        message: word(problem),
      })),
    },
    encoding: garbling === null ? null : encodingToJson(garbling),
    problems: findings.problems.map((problem) => {
      const { code, line, ...values } = problem;
      return { code, line, message: word(problem), values };
    }),
    wanted: findings.wanted,
  };
}

function tableToJson(table: Table): object {
  const { tier } = table;
  return {
    line: table.line,
    rows: table.body.length,
    columns: table.header.length,
    tier: tier !== null,
    ...(tier === null ? {} : { rankColumn: tier.rankColumn + 1 }),
    ...(tier === null || tier.subjectColumn === null ? {} : { subjectColumn: tier.subjectColumn + 1 }),
    caption: table.caption,
    callout: table.callout,
    legend: table.legend,
    ...(tier === null
      ? {}
      : {
          body: table.body.map(({ line }, index) => {
            const rung = tier.rungs[index];
            if (rung === undefined) throw new Error(`no rung for the table row on line ${line}`);
            const { rank, rankText, subject, cells, marks } = rung;
            return {
              line,
              rank,
              rankText,
              subject,
              cells: cells.map((cell) => ({ ...cell, column: cell.column + 1 })),
              marks,
            };
          }),
        }),
  };
}

function tierListToJson({ line, caption, tiers }: TierList): object {
  return {
    line,
    caption,
    tiers: tiers.map(({ items, ...tier }) => ({
      ...tier,
      items: items.map(({ line: at, text, target }) => ({ line: at, text, ...(target === null ? {} : { target }) })),
    })),
  };
}

function encodingToJson({ encodings, restored, lost, doubtful }: Garbling): object {
  return {
    suspect: encodings[0],
    encodings,
    lossless: lost.length + doubtful.length === 0,
    garbledCharacters: restored + lost.length,
    lost: lost.length,
  };
}

function turnsToJson({ turns }: Note): { readonly user: number; readonly agent: number } {
  const user = turns.filter(({ role }) => role === 'user').length;
  return { user, agent: turns.length - user };
}
