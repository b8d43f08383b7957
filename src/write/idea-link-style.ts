import { LETTER_OR_DIGIT } from '../text/letters';
import type { EntryForm } from '../model/note';
import { runStart } from '../text/trimmed';
import type { CitePlace, Entry, EntryParts } from './idea-link-entries';

/** How the entries of a list are written, as the most of them are. */
export interface EntryStyle {
  readonly form: Exclude<EntryForm, 'inner'>;
  /** Of the last entry: `- `, `2. `. */
  readonly marker: string;
  /** Around the link: `**`. */
  readonly open: string;
  readonly close: string;
  /** Between link and description. */
  readonly joint: string;
  /** White space at the end of the entry, as a hard break has it. */
  readonly tail: string;
  readonly cite: CiteStyle;
}

/** How entries cite their footnotes. */
export interface CiteStyle extends CitePlace {
  /** Whether most entries do. */
  readonly isUsual: boolean;
}

export const PLAIN: EntryStyle = {
  form: 'item',
  marker: '- ',
  open: '',
  close: '',
  joint: ' — ',
  tail: '',
  cite: { isUsual: false, behindLink: false, before: ' ', after: '' },
};

const CLOSING: Readonly<Record<string, string>> = { '«': '»', '“': '”', '(': ')' };

/** The style of the entries; of `others`, entries elsewhere in the note, where these say nothing. */
export function styleOf(entries: readonly Entry[], others: readonly Entry[]): EntryStyle {
  const last = entries.at(-1);
  if (!last || last.form === 'inner') return PLAIN;
  const parts = entries.flatMap((entry) => entry.parts ?? []);
  const letter = /^([a-yа-ю])([.)][^]*)/i.exec(parts.at(-1)?.open ?? '');
  const open = letter
    ? nextLetter(letter)
    : (mostCommon(
        parts.map((one) => one.open).filter((text) => !(LETTER_OR_DIGIT().test(text) || /[[\]|]/.test(text))),
      ) ?? '');
  const close = closingOf(open);
  const cited = parts.flatMap(({ cite }) => cite ?? []);
  return {
    form: last.form,
    marker: last.marker,
    open,
    close,
    joint:
      jointOf(parts, close) ??
      jointOf(
        others.filter(({ form }) => form === last.form).flatMap((entry) => entry.parts ?? []),
        close,
      ) ??
      PLAIN.joint,
    tail: mostCommon(parts.map(({ tail }) => tail)) ?? '',
    cite: { ...(cited.at(-1) ?? PLAIN.cite), isUsual: cited.length * 2 > parts.length },
  };
}

function jointOf(parts: readonly EntryParts[], close: string): string | null {
  const joints = parts.flatMap(({ joint }) => {
    if (joint === null) return [];
    return [joint.startsWith(close) ? joint.slice(close.length) : joint.replace(/[*_"'”»)\]]/g, '')];
  });
  return mostCommon(joints);
}

/** What closes the emphasis and the quotation marks that stand before a link. */
function closingOf(open: string): string {
  const signs = Array.from(open.slice(runStart(open, '*_~="\'«“('))).reverse();
  return signs.map((sign) => CLOSING[sign] ?? sign).join('');
}

/** `c) ` behind `b) `. */
const nextLetter = ([, letter = '', rest = '']: RegExpExecArray): string =>
  String.fromCharCode(letter.charCodeAt(0) + 1) + rest;

/** Of several the one that comes first. */
function mostCommon<T>(items: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best: readonly [T, number] | null = null;
  for (const one of counts) if (best === null || one[1] > best[1]) best = one;
  return best?.[0] ?? null;
}

/** An entry to be written. */
export interface NewEntry {
  /** As it is written, with its brackets. */
  readonly link: string;
  /** On one line; may be `''`. */
  readonly sentence: string;
  /** Ids of the footnotes it cites. */
  readonly footnotes: readonly string[];
}

/** What stands behind the marker of an entry in this style; a row's cells are written elsewhere. */
export function entryText({ link, sentence, footnotes }: NewEntry, style: EntryStyle): string {
  const { cite } = style;
  const citations = footnotes.map((id) => `[^${id}]`).join('');
  const cited = citations === '' ? '' : cite.before + citations;
  const linked = style.open + link + style.close;
  if (sentence === '') return linked + cited + style.tail;
  const stop = cited !== '' && !cite.behindLink && cite.after !== '' && sentence.endsWith('.') ? cite.after : '';
  const said = stop === '' ? sentence : sentence.slice(0, -1);
  return cite.behindLink
    ? linked + cited + style.joint + sentence + style.tail
    : linked + style.joint + said + cited + stop + style.tail;
}

/** The marker of the entry behind one with this marker: the next number, unless all are the same. */
export function nextMarker(marker: string, before: string | null): string {
  const number = /\d+/.exec(marker)?.[0];
  if (number === undefined || before === marker) return marker;
  return marker.replace(number, String(Number(number) + 1));
}
