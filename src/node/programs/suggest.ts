import { parseArgs } from 'node:util';
import { languageOf, translator, type Translate } from '../../i18n';
import { suggestionReason } from '../../i18n/suggestion-reasons';
import { IdeaIndex } from '../../index/idea-index';
import { NoteNames } from '../../index/note-names';
import { readFacts } from '../../read/facts';
import { readLinks } from '../../read/note';
import { readTerms, wordsOfTerms } from '../../read/note-terms';
import { BUILT_IN } from '../../read/vocabulary';
import { repairNote } from '../../repair/repair-note';
import { nameOfNote } from '../../text/note-name';
import { asking, type Output } from '../program';
import { readFolder } from '../read-folder';
import type { StoredText } from '../writes/read-vault';

const STATUS = { ok: 0, unreadable: 1 } as const;
const USAGE = 'suggest -- FOLDER [NOTE …] [--blind] [--limit N]';
const LIMIT = '10';
/** Scores are told to a ten-thousandth. */
const DIGITS = 1e4;

interface Asked {
  readonly folder: string;
  /** Paths in the folder, or names; none for all notes. */
  readonly notes: readonly string[];
  readonly isBlind: boolean;
  readonly limit: number;
}

/** What was asked for; `null` where that makes no sense. */
function readArguments(args: readonly string[]): Asked | null {
  const options = { blind: { type: 'boolean', default: false }, limit: { type: 'string', default: LIMIT } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [folder, ...notes] = positionals;
  if (folder === undefined || !/^[1-9]\d{0,5}$/.test(values.limit)) return null;
  return { folder, notes, isBlind: values.blind, limit: Number(values.limit) };
}

/** Prints the notes that may belong to each note of a folder, one JSON object a note in path order. */
export const suggest = asking({ usage: USAGE, read: readArguments, run: suggestIn, failed: STATUS.unreadable });

async function suggestIn({ folder, notes, isBlind, limit }: Asked, out: Output, err: Output): Promise<number> {
  const { files, texts: stored, isWhole } = await readFolder(folder, err);
  const texts = stored.map(({ path, text }) => ({ path, text: repairNote(text)?.text ?? text }));
  const index = indexOf(files, texts);
  const { locale } = new Intl.DateTimeFormat().resolvedOptions();
  const t = translator(languageOf(locale));
  let status: number = isWhole ? STATUS.ok : STATUS.unreadable;
  for (const note of notes) {
    if (texts.some(({ path }) => isNamed(path, note))) continue;
    err.write(`${t('cli.noNote', { note })}\n`);
    status = STATUS.unreadable;
  }
  for (const { path, text } of texts) {
    if (notes.length > 0 && !notes.some((note) => isNamed(path, note))) continue;
    out.write(
      `${JSON.stringify({ path, suggestions: suggestionsFor(index, { path, text }, { isBlind, limit }, t) })}\n`,
    );
  }
  return status;
}

function isNamed(path: string, note: string): boolean {
  return path === note || nameOfNote(path) === note;
}

function indexOf(files: readonly string[], texts: readonly StoredText[]): IdeaIndex {
  const names = new NoteNames(files);
  const index = new IdeaIndex((target, from) => names.resolve(target, from));
  index.update(texts.map(({ path }) => ({ kind: 'set', path, links: [] })));
  for (const { path, text } of texts) {
    index.update([{ kind: 'set', path, links: readLinks(text, BUILT_IN, path), facts: readFacts(text, path) }]);
    index.terms.set(path, readTerms(text, path));
  }
  return index;
}

function suggestionsFor(
  index: IdeaIndex,
  { path, text }: StoredText,
  options: Pick<Asked, 'isBlind' | 'limit'>,
  t: Translate,
): readonly object[] {
  const suggestions = index.suggestions(path, { ...options, terms: readTerms(text, path) });
  const numbers = suggestions.flatMap(({ reasons }) =>
    reasons.flatMap((reason) => (reason.kind === 'words' ? reason.terms : [])),
  );
  const words = wordsOfTerms(text, path, new Set(numbers));
  return suggestions.map(({ path: to, relation, score, reasons }) => ({
    path: to,
    relation,
    score: Math.round(score * DIGITS) / DIGITS,
    reasons: reasons.map((reason) => suggestionReason(reason, relation, words, t)),
  }));
}
