import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineToken } from '../../src/model/inline';
import type { IdeaLink, Note } from '../../src/model/note';
import type { Span } from '../../src/model/span';
import { readFrontmatter } from '../../src/read/frontmatter';
import { readInline } from '../../src/markdown/inline';
import { readLinks, readNote, readPlacedNote } from '../../src/read/note';
import { anyText, closedBlocks, plainLines } from './nasty-text';
import { parseYaml } from './note-reading';

const RUNS = { numRuns: 1000 };
const NOTHING: Omit<Note, 'lineCount'> = {
  ideaLinks: [],
  markdownLinks: [],
  tables: [],
  tierLists: [],
  steps: [],
  ownSet: null,
  rawText: null,
  turns: [],
  problems: [],
};

const ascending = (lines: readonly number[]): boolean =>
  lines.every((line, index) => index === 0 || line >= (lines[index - 1] ?? 0));

/** How what was found is placed in another text that says the same. */
interface Move {
  /** So many lines further down. */
  readonly lines: number;
  /** Where an offset is in the other text; `name` is what the model calls its span. */
  readonly offset: (at: number, side: keyof Span, name: string) => number;
}

/** The note as it would be elsewhere. */
function moved(note: object, { lines, offset }: Move): unknown {
  const isLine = (key: string): boolean =>
    ['line', 'headEnd', 'endLine', 'textEnd', 'first', 'lineCount'].includes(key);
  const move = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => move(one, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, unknown]) => {
        if (typeof one !== 'number') return [key, move(one, key)];
        if (key === 'from' || key === 'to') return [key, offset(one, key, name)];
        return [key, isLine(key) ? one + lines : one];
      }),
    );
  };
  return move(note, '');
}

const breaksBefore = (text: string, at: number): number => text.slice(0, at).split('\n').length - 1;

/** The note as it would be with the line ends of Windows. */
const onWindows = (text: string): unknown =>
  moved(readNote(text), { lines: 0, offset: (at) => at + breaksBefore(text, at) });

/** The note as it would be when each line stands behind `> `: a span of whole lines begins before these marks, any other behind them. */
const inQuote = (text: string): Move => ({
  lines: 0,
  offset: (at, side, name) => {
    const isLineStart = name === 'body' && side === 'from' && (at === 0 || text[at - 1] === '\n');
    return at + 2 * (breaksBefore(text, at) + Number(!isLineStart));
  },
});

/** A part of a note with what stands in the text in place of where it stands, without line ends and quote marks. */
function cutOut(text: string, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => cutOut(text, one));
  if (typeof part !== 'object' || part === null) return part;
  const rest = Object.fromEntries(
    Object.entries(part)
      .filter(([key]) => key !== 'from' && key !== 'to')
      .map(([key, one]: [string, unknown]) => [key, cutOut(text, one)]),
  );
  if (!('from' in part && 'to' in part && typeof part.from === 'number' && typeof part.to === 'number')) return rest;
  return { ...rest, said: text.slice(part.from, part.to).replace(/\r?\n[ \t>]*/g, '\n') };
}

/** Where the parts of lists and footnotes stand. */
const placesOf = (text: string): object => {
  const { entries, footnotes, citations } = readPlacedNote(text);
  return { entries, footnotes, citations };
};

/** What does not change when the whole note is quoted: callouts stand one quote deeper then, and messages are no longer such. */
const withoutQuotes = ({ tables, ...note }: Note): Note => ({
  ...note,
  turns: [],
  tables: tables.map((table) => ({ ...table, callout: '' })),
});

const withoutLegends = (note: Note): Note => ({
  ...note,
  tables: note.tables.map((table) => ({ ...table, legend: {} })),
});

const isComment = (value: unknown): value is InlineToken =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'comment';

describe('any text at all', { timeout: 60_000 }, () => {
  it('has the same links when they are read alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ideaLinks, markdownLinks } = readNote(text);
        expect(readLinks(text)).toEqual([...ideaLinks, ...markdownLinks].sort((a, b) => a.line - b.line));
      }),
      RUNS,
    );
  });

  it('is read without an exception', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(() => readNote(text)).not.toThrow();
        expect(() => readInline(text)).not.toThrow();
        expect(() => readFrontmatter(text, parseYaml)).not.toThrow();
        expect(() => readFrontmatter(`---\n${text}\n---\n`, parseYaml)).not.toThrow();
      }),
      RUNS,
    );
  });

  it('gives lines that the note has, in document order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { lineCount, ideaLinks, markdownLinks, tables, steps, turns, problems } = readNote(text);
        expect(lineCount).toBe(text.split(/\r\n|\r|\n/).length);
        const lists = [ideaLinks, markdownLinks, tables, steps, turns].map((list) => list.map(({ line }) => line));
        for (const lines of lists) expect(ascending(lines)).toBe(true);
        const all = [
          ...lists.flat(),
          ...problems.map(({ line }) => line),
          ...tables.flatMap(({ body }) => body.map(({ line }) => line)),
        ];
        for (const line of all) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lineCount);
        }
        for (const { line, endLine } of [...tables, ...steps]) {
          expect(endLine).toBeGreaterThanOrEqual(line);
          expect(endLine).toBeLessThanOrEqual(lineCount);
        }
      }),
      // A lone carriage return ends no line.
      { ...RUNS, examples: [['---\n---\r# \n## Upstream ideas']] },
    );
  });

  it('holds every link on the line where it was found', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const lines = text.split(/\r\n|\r|\n/);
        const { ideaLinks, markdownLinks } = readNote(text);
        for (const { line, target, heading, alias } of [...ideaLinks, ...markdownLinks]) {
          for (const part of [target, heading]) expect(lines[line - 1]).toContain(part);
          // What an escape stands for is said without it.
          expect(lines[line - 1]?.replace(/\\([^\w\s])/g, '$1')).toContain(alias.replace(/\\([^\w\s])/g, '$1'));
          expect(target).not.toBe('');
        }
      }),
      // Brackets without a name are no link yet.
      {
        ...RUNS,
        examples: [
          ['[[]]'],
          ['---\n\r# \nup: [[Дом]]\n---\n'],
          ['tags: [a\\[x](Home.md)'],
          ['## Upstream ideas\n\n- [[]] — and words\n\nUp: [[]]'],
        ],
      },
    );
  });

  it('gives table rows no wider than their header, and a rung a row', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { line, header, align, body, tier, endLine } of readNote(text).tables) {
          expect(align).toHaveLength(header.length);
          const written = body.map(({ cells }) => Math.max(1, Math.min(cells.length, header.length)));
          expect(body.map(({ cells }) => cells.length)).toEqual(written);
          expect(body.map((row) => row.line)).toEqual(body.map((_, index) => line + 2 + index));
          expect(endLine).toBe(line + 1 + body.length);
          if (tier !== null) expect(tier.rungs).toHaveLength(body.length);
        }
      }),
      RUNS,
    );
  });

  it('loses no words in inline tokens', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // The title of a link is not drawn.
        const markdown = text.replaceAll('](', '] (');
        const drawn = JSON.stringify(readInline(markdown), (key, value: unknown) => {
          // A comment is not shown, and what is shown of a link is said elsewhere.
          if (key === 'shown') return undefined;
          return isComment(value) ? markdown.slice(value.from, value.to) : value;
        });
        for (const word of ['слово', 'word']) {
          expect(drawn.split(word).length).toBe(markdown.split(word).length);
        }
      }),
      RUNS,
    );
  });
});

describe('a note', { timeout: 60_000 }, () => {
  it('reads the same with Windows line ends', () => {
    fc.assert(
      fc.property(plainLines, (text) => {
        const windows = text.replaceAll('\n', '\r\n');
        expect(readNote(windows)).toEqual(onWindows(text));
        expect(cutOut(windows, placesOf(windows))).toEqual(cutOut(text, placesOf(text)));
      }),
      RUNS,
    );
  });

  it('reads the same with one more line break at its end', () => {
    fc.assert(
      fc.property(plainLines, (text) => {
        const { lineCount, ...found } = readNote(text);
        expect(readNote(`${text}\n`)).toEqual({ lineCount: lineCount + 1, ...found });
      }),
      { ...RUNS, examples: [['## Upstream ideas\n[x](Home.md)---']] },
    );
  });

  it('holds the same when every line is quoted', () => {
    fc.assert(
      fc.property(plainLines, (text) => {
        // What stands at the very start of a note could be frontmatter.
        const lines = ['word', '', ...text.split(/\r\n|\r|\n/)];
        const quoted = lines.map((line) => `> ${line}`).join('\n');
        const plain = lines.join('\n');
        expect(withoutQuotes(readNote(quoted))).toEqual(moved(withoutQuotes(readNote(plain)), inQuote(plain)));
        expect(cutOut(quoted, placesOf(quoted))).toEqual(cutOut(plain, placesOf(plain)));
      }),
      RUNS,
    );
  });

  it('keeps what was read above when text is added below', () => {
    const place = ({ line, target, relation, heading, alias }: IdeaLink): unknown => [
      line,
      target,
      relation,
      heading,
      alias,
    ];
    fc.assert(
      fc.property(closedBlocks, plainLines, (above, below) => {
        const before = readNote(`word\n\n${above}\n\n`);
        const after = readNote(`word\n\n${above}\n\n${below}`);
        // What stands last stands alone, or has a label that is one, only as long as nothing follows.
        const last = `word\n\n${above}`.replace(/[\s>]+$/, '').split(/\r\n|\r|\n/).length;
        const isLabel = before.ideaLinks.some(({ origin, line }) => origin === 'label' && line === last);
        // Nor is a bare link above such a label one of a list without it.
        const listed = before.ideaLinks.filter(
          ({ origin, line, relation }) =>
            origin !== 'line' &&
            !(isLabel && (line === last || (origin === 'list' && relation === 'related' && last - line <= 3))),
        );
        expect(after.ideaLinks.map(place)).toEqual(expect.arrayContaining(listed.map(place)));
        expect(after.turns.slice(0, before.turns.length)).toEqual(before.turns);
        // A list below may still become the legend, and a table of the same header make a lone row a rung.
        const kept = (note: Note): unknown =>
          withoutLegends(note)
            .tables.slice(0, before.tables.length)
            .map((table) => (table.body.length === 1 ? { ...table, tier: null } : table));
        expect(kept(after)).toEqual(kept(before));
      }),
      { ...RUNS, examples: [['| 1 | [[Дом]] |\n](## Upstream ideas[[Home\\|so]]', '  - [[Home]]: word [^1]']] },
    );
  });

  it('reads the same below frontmatter, some lines further down', () => {
    fc.assert(
      fc.property(plainLines, (text) => {
        const body = `word\n\n${text}`;
        const frontmatter = '---\ntitle: T\n---\n';
        const below: Move = { lines: 3, offset: (at) => at + frontmatter.length };
        expect(readNote(frontmatter + body)).toEqual(moved(readNote(body), below));
        expect(placesOf(frontmatter + body)).toEqual(moved(placesOf(body), below));
      }),
      RUNS,
    );
  });
});

describe('a note of a million characters', { timeout: 60_000 }, () => {
  const MILLION = 1_000_000;

  it.each(['|', '[[', '> > > >', '*', '_', '`', 'ю', '🟢', '#', '- ', '](', '\\', '\uD800', '\u0000', '\n', ' '])(
    'of nothing but %j is read as empty',
    (piece) => {
      const { lineCount, ...found } = readNote(piece.repeat(Math.ceil(MILLION / piece.length)));
      expect(found).toEqual(NOTHING);
      expect(lineCount).toBe(piece === '\n' ? MILLION + 1 : 1);
    },
  );

  it.each(['| a ', 'слово слово. ', '[[a', '**a ', '# a\n', '- a\n', '1. a: b\n', 'a:\n', '```\na\n'])(
    'of nothing but %j holds no links',
    (piece) => {
      expect(readNote(piece.repeat(Math.ceil(MILLION / piece.length))).ideaLinks).toEqual([]);
    },
  );

  it('of nothing but entries holds them all', () => {
    const entry = '- [[Дом]] — слово [^1]\n';
    const count = Math.ceil(MILLION / entry.length);
    const { ideaLinks } = readNote(`## Вышестоящие идеи\n${entry.repeat(count)}`);
    expect(ideaLinks).toHaveLength(count);
    expect(ideaLinks.at(-1)).toMatchObject({ line: count + 1, relation: 'upstream', footnotes: ['1'] });
  });

  it('of nothing but rows is one table', () => {
    const row = '| 1 | слово 🟢 |\n';
    const count = Math.ceil(MILLION / row.length);
    const { tables } = readNote(`| Tier | Thing |\n|---|---|\n${row.repeat(count)}`);
    expect(tables.map(({ body, tier }) => [body.length, tier?.rungs.length])).toEqual([[count, count]]);
  });
});
