import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { markdownFiles } from '../../src/node/markdown-files';
import { readNote } from '../../src/read/note';
import { readOutline } from '../../src/read/outline';
import { tidyTypography } from '../../src/write/typography';
import { filledIn, lostLine, newProblems } from './filling';

const DATA = process.env['IDEA_TIERS_DATA'] ?? '';

describe.skipIf(DATA === '')('the notes in IDEA_TIERS_DATA', { timeout: 300_000 }, () => {
  const notes = async (): Promise<readonly { readonly file: string; readonly text: string }[]> => {
    const found = await markdownFiles(path.join(DATA, 'corpus/notes'));
    return found.notes.map(({ file, path: name }) => ({ file: name, text: readFileSync(file, 'utf8') }));
  };

  it('filled in, each three-step note keeps all that stood there, gains no problem, and lacks nothing the second time', async () => {
    const found: string[] = [];
    let filled = 0;
    for (const [index, { file, text }] of (await notes()).entries()) {
      if (readNote(text).steps.length === 0) continue;
      for (const variant of index % 5 === 0 ? [text, ...variantsOf(text)] : [text]) {
        const after = filledIn(variant, {}, { titles: { ru: '', en: path.basename(file, '.md') } });
        filled++;
        if (lostLine(variant, after) !== null) found.push(`${file}: lost “${lostLine(variant, after) ?? ''}”`);
        if (filledIn(after, {}, { titles: { ru: '', en: path.basename(file, '.md') } }) !== after)
          found.push(`${file}: again`);
        found.push(...newProblems(variant, after).map((problem) => `${file}: ${problem}`));
      }
    }
    expect(found).toEqual([]);
    expect(filled).toBeGreaterThan(1000);
  });

  it('tidied, each note keeps its lines, its links, tables, steps and turns, and has nothing to tidy the second time', async () => {
    const found: string[] = [];
    for (const { file, text } of await notes()) {
      const tidied = tidyTypography(text, { nbsp: true, yo: true });
      if (tidyTypography(tidied, { nbsp: true, yo: true }) !== tidied) found.push(`${file}: again`);
      if (shapeOf(tidied) !== shapeOf(text)) found.push(`${file}: reads differently`);
    }
    expect(found).toEqual([]);
  });
});

/** A note without its frontmatter, cut off before each of its steps, and without each of its lists. */
function variantsOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const { sections } = readOutline(text).outline;
  return [
    text.replace(/^---\n[^]*?\n---\n/, ''),
    ...sections.map(({ line, endLine, set }) =>
      (set > 0 ? lines.slice(0, line - 1) : [...lines.slice(0, line - 1), ...lines.slice(endLine)]).join('\n'),
    ),
  ];
}

function shapeOf(text: string): string {
  const { lineCount, ideaLinks, tables, steps, turns, problems } = readNote(text);
  return JSON.stringify([
    lineCount,
    ideaLinks.map(({ line, target, relation, footnotes }) => [line, target, relation, footnotes]),
    tables.map(({ line, body, header, tier }) => [line, body.length, header.length, tier !== null]),
    steps.map(({ line, step }) => [line, step]),
    turns.map(({ role, line }) => [role, line]),
    problems.map(({ code, line }) => [code, line]),
  ]);
}
