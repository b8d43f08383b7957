import { isLetter } from '../markdown/line-kinds';
import { CODE, skipSpace } from '../markdown/lines';
import { noteAddress } from '../markdown/link-address';
import { plainText } from '../markdown/plain-text';
import { linkTarget, type LinkTarget } from '../markdown/wikilink';
import { languages } from '../model/words';
import { lazily, lazyPattern } from '../text/lazily';
import { endHere, isHere } from '../text/here';
import { mayAddressNote, mayNameNote } from './link-target';

/** One link that an entry is about. */
export interface Subject extends LinkTarget {
  readonly kind: 'wikilink' | 'markdown';
  /** Offset of the link's first sign. */
  readonly from: number;
  /** Offset behind the link. */
  readonly end: number;
}

/** What opens an entry: one link, or several joined as equals, and where the text after them begins. */
export interface Opening {
  /** Words before the first subject that name or announce it: `**Name** [[Name]]`, `See: [[Name]]`; `''` if there are none. */
  readonly label: string;
  /** Words that the entry begins with, before the first subject, as they go on behind it. */
  readonly before: string;
  readonly subjects: readonly Subject[];
  /** Marks of emphasis right before the first subject that do not end right behind the last: `**` of `**[[Name]]:** text`. */
  readonly marks: string;
  /** Offset behind the last subject and the marks that close its emphasis. */
  readonly end: number;
}

/** A longer link is an opening that nobody closed. */
const LONGEST_LINK = 1000;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** What Obsidian's _Copy Obsidian URL_ gives; the note is a path in its vault. */
const OBSIDIAN_URL = /^obsidian:\/\/open\?(?:[^#]*&)?file=([^&#]+)/i;

/** `**`, `_`, `"`, `)` and the like behind a subject, none that opens what follows. */
const CLOSERS =
  /(?:[*_~=”»)\]\u200B-\u200F\u2060-\u2069]|<\/[a-z]+>|["'](?![a-zа-яё])|\s+(?![*_~="']+[^\s*_~="',.;:])){0,99}/y;
/** The same where nothing is to be closed. */
const OPENS_NEXT = lazyPattern(String.raw`(?:\*+|_+|~~|==)[\p{L}\p{N}]`, 'uy');
/** What may stand between two subjects of one entry. A lone space is enough. */
const JOINT = lazily(
  () =>
    new RegExp(
      String.raw`[*_~="'”»)\s]*(?:(?:[,;/|&+·•、，；]|<?[-=]{1,3}>|[←-⇿⟵-⟿➔-➾➡⬅⬌]{1,2}\uFE0F?|,?[ \t]*(?:${languages()
        .flatMap(({ joins = [] }) => joins)
        .join('|')})|vs\.?|<br ?/?>)[*_~="'«“\s]*|[«“][*_~="'«“\s]*)?(?=!?\[)`,
      'y',
    ),
);
/** `**Name** [[`, `**Label:** [[`, `*Label*: [[`, `Label: [[`, `Tags: #tag [[`, behind numbers and emoji. */
const LABEL = lazyPattern(
  String.raw`[^\p{L}*_[\]${'`'}]{0,99}(?:(?<mark>\*{1,2}|_{1,2})([^*_[\]${'`'}\n]{1,120})\k<mark>\s*[:：—–-]?|(?:\*\*|__)?(\p{L}[\p{L}\p{M}\p{N} /&’-]{1,40})(?::(?!:)|：))\s*(?:#[^\s#[]+[\s,]+)*(?=!?\[)`,
  'uy',
);
/** Decoration before the first subject: emphasis, quotes, arrows, dots, check boxes, footnote references, numbers. */
const DECORATION = lazyPattern(
  String.raw`^(?:<[-=]+|[-=]+>|<<|<[a-z]{1,9}(?:\s[^<>]*)?>|[\s*_~="'«“„(•·‣⁃∙»–—-]|\[.\](?=\s)|\[\^[^\]\s]+\]:?|\[\s*\^?\s*[^[\]\s]{1,4}\s*\]:|\(?\d{1,3}[.)](?=\s)|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}|\uFE0F|[\u200B-\u200F\u2060-\u2069\uF0A7\uF0B7]|[\u{1F3FB}-\u{1F3FF}]|\p{So}|[←-⇿①-⓿❶-➓❮‹▷◁])*`,
);
/** A letter before a link that stands there as a number: `a) [[Idea]]`, which is no item to Markdown. */
export const LETTERED = /[a-zа-я][.)][ \t]+(?=[*_~=]{0,3}\[)/iy;
/** More than this is no decoration. */
const LONGEST_DECORATION = 100;

/**
 * Reads the links that open `text` between `from` and `end`, behind decoration such as bold marks and emoji. `null` when the
 * text opens with anything else.
 */
export function readOpening(text: string, from: number, end: number): Opening | null {
  return readSubjects(text, behindDecoration(text, from, end), end, '');
}

function behindDecoration(text: string, from: number, end: number): number {
  let at = from;
  let code = text.charCodeAt(at);
  while (at < end && (code === CODE.space || code === CODE.star)) code = text.charCodeAt(++at);
  if (isLetter(code)) {
    const behind = endHere(LETTERED, text, at);
    if (behind < 0) return at;
    at = behind;
    code = text.charCodeAt(at);
  }
  // Most decoration is nothing but that.
  if (at >= end || (code === CODE.bracketOpen && text.charCodeAt(at + 1) === code)) return at;
  return at + (DECORATION().exec(text.slice(at, Math.min(end, at + LONGEST_DECORATION)))?.[0].length ?? 0);
}

/** Reads an opening behind words that name or announce it: bold ones, or a few before a colon. */
export function readLabelledOpening(text: string, from: number, end: number): Opening | null {
  const pattern = LABEL();
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (found === null || pattern.lastIndex >= end) return null;
  const opening = readSubjects(text, pattern.lastIndex, end, (found[2] ?? found[3] ?? '').replace(/[\s:：]+$/, ''));
  return unlessProse(opening, text, end);
}

/** An opening, but where a sentence runs on behind it. */
export const unlessProse = (opening: Opening | null, text: string, end: number): Opening | null =>
  opening === null || followOf(text, opening.end, end) === 'text' ? null : opening;

/** More words than these before a link that has a description of its own are a sentence. */
const LONGEST_LEAD = 20;
/** What joins words to the link behind them. */
const LEADS_IN = ' \t\u00A0(«"*_—–:-';

/**
 * Reads the first links behind words: `Many words, [[Idea]].`, `Name ([[Idea]]) — words`. A sentence that runs on behind them makes
 * them a part of it, unless a link is wanted that stands `anywhere`.
 */
export function readLaterOpening(text: string, from: number, end: number, anywhere: boolean): Opening | null {
  const at = from + text.slice(from, end).indexOf('[[');
  if (at < from || text.charCodeAt(at - 1) === CODE.backtick) return null;
  const opening = readSubjects(text, at, end, '');
  if (opening === null) return null;
  const isLast = saysNothing(text.slice(opening.end, end));
  let stop = at;
  while (stop > from && LEADS_IN.includes(text.charAt(stop - 1))) stop--;
  const isEntry = isLast || (stop - from <= LONGEST_LEAD && followOf(text, opening.end, end) !== 'text');
  return isEntry || anywhere ? { ...opening, before: text.slice(from, stop) + (isLast ? '' : ' ') } : null;
}

function readSubjects(text: string, start: number, end: number, label: string): Opening | null {
  const first = readLink(text, start, end);
  if (first === null) return null;
  const subjects = [first];
  const behind = skipSpace(text, first.end, end);
  if (behind === end || isDash(text.charCodeAt(behind))) {
    return { label, before: '', subjects, marks: marksAround(text, first.from, first.end), end: behind };
  }
  let at = first.end;
  const joint = JOINT();
  for (;;) {
    const behindJoint = endHere(joint, text, at);
    const next = behindJoint < 0 || behindJoint >= end ? null : readLink(text, behindJoint, end);
    if (next === null) break;
    subjects.push(next);
    at = next.end;
  }
  const marks = marksAround(text, first.from, at);
  const opensNext =
    isMark(text.charCodeAt(at)) && !isMark(text.charCodeAt(first.from - 1)) && isHere(OPENS_NEXT(), text, at);
  return { label, before: '', subjects, marks, end: opensNext ? at : Math.min(endHere(CLOSERS, text, at), end) };
}

const isMark = (code: number): boolean =>
  code === CODE.star || code === CODE.underscore || code === 0x7e || code === 0x3d;

/** The marks before `from` that do not close at `end`. */
function marksAround(text: string, from: number, end: number): string {
  const code = text.charCodeAt(from - 1);
  if (!isMark(code)) return '';
  let at = from - 1;
  while (at > 0 && from - at < 3 && text.charCodeAt(at - 1) === code) at--;
  const marks = text.slice(at, from);
  return text.startsWith(marks, end) ? '' : marks;
}

/** What most entries go on with, and nothing joins or closes: `—`, `–`. */
const isDash = (code: number): boolean => code === 0x2014 || code === 0x2013;

/** The link that begins right there; `null` for none, or for one that is embedded. */
export function readLink(text: string, at: number, end: number): Subject | null {
  // What is embedded is shown, not listed.
  if (text.charCodeAt(at) !== CODE.bracketOpen || text.charCodeAt(at - 1) === CODE.bang) return null;
  return text.charCodeAt(at + 1) === CODE.bracketOpen ? readWikilink(text, at, end) : readMarkdownLink(text, at, end);
}

/** Letters, digits and what joins words in names: nothing of a link's address, a placeholder (`YYYY-MM-DD`) or a file's ending. */
const IN_NAME = lazily(() => {
  const signs = new Uint8Array(0x500);
  for (let code = 0; code < signs.length; code++) {
    if ((isLetter(code) && code !== 0x59) || ' -,()0123456789'.includes(String.fromCharCode(code))) signs[code] = 1;
  }
  return signs;
});

function readWikilink(text: string, at: number, end: number): Subject | null {
  const stop = Math.min(end - 1, at + LONGEST_LINK);
  let close = at + 2;
  const inName = IN_NAME();
  let isName = text.charCodeAt(close) !== CODE.space && text.charCodeAt(close) !== CODE.bracketClose;
  for (; ; close++) {
    if (close >= stop) return null;
    const code = text.charCodeAt(close);
    if (inName[code] === 1) continue;
    if (code === CODE.bracketClose && text.charCodeAt(close + 1) === code) break;
    if (code === CODE.bracketOpen && text.charCodeAt(close + 1) === code) return null;
    isName = false;
  }
  const inside = text.slice(at + 2, close);
  // Most are nothing but a name of plain words.
  if (isName && text.charCodeAt(close - 1) !== CODE.space)
    return { kind: 'wikilink', target: inside, heading: '', alias: '', from: at, end: close + 2 };
  const { target, heading, alias } = linkTarget(inside);
  if (target === '' || !mayNameNote(target)) return null;
  return { kind: 'wikilink', target, heading, alias, from: at, end: close + 2 };
}

/** A Markdown link whose address is a note: relative, or a `file:` address; web addresses are not ideas. */
function readMarkdownLink(text: string, at: number, end: number): Subject | null {
  const stop = Math.min(end, at + LONGEST_LINK);
  const close = closingBracket(text, at + 1, stop);
  const found = close === -1 ? null : noteAddress(text, close + 1, stop);
  if (found === null) return null;
  const { address } = found;
  const hash = address.indexOf('#');
  const inVault = OBSIDIAN_URL.exec(address)?.[1];
  const target = inVault?.replaceAll('+', '%20') ?? (hash === -1 ? address : address.slice(0, hash));
  if (target === '') return null;
  const scheme = SCHEME.exec(target)?.[0].toLowerCase();
  if (scheme !== undefined && scheme !== 'file:') return null;
  if (inVault === undefined ? !mayAddressNote(target) : !mayNameNote(target)) return null;
  const heading = hash === -1 ? '' : address.slice(hash + 1);
  return { kind: 'markdown', target, heading, alias: plainText(text.slice(at + 1, close)), from: at, end: found.end };
}

/** The bracket that closes the words of a link; those that are escaped or in pairs are words. */
function closingBracket(text: string, from: number, end: number): number {
  let open = 0;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backslash) at++;
    else if (code === CODE.bracketOpen) open++;
    else if (code === CODE.bracketClose && open-- === 0) return at;
  }
  return -1;
}

/** What stands right behind the opening, as far as it tells a list entry from a sentence. */
export type Follow = 'end' | 'separator' | 'text';

const SEPARATOR =
  /(?:\[\^[^\]\s]+\][,\s]*|\{?\^\d+\}?[,\s]*)*(?:[‒-―:：=→⟶➜➔⇒|(•·]|<br|&[mn]dash;|-+>|[−-]+(?=\s|\w|$)|\[\^|\{?\^\d)/uy;

const MARK = String.raw`(?:\p{Extended_Pictographic}|\uFE0F|\u200D|[✓✗✘★☆●○◐■□])`;
/** Signs, footnote references, marks, days and tags that end a line. */
const NO_MORE = lazyPattern(String.raw`^(?:[.,;\s)❯›]|>>|\[\^[^\]\s]+\]|#[\p{L}\p{N}/_-]+|\d{4}-\d\d-\d\d|${MARK})*$`);
/** A mark, or the label of another link: `**Prev:** [[A]] **Next:** [[B]]`. */
const MARKED = lazyPattern(
  String.raw`${MARK}|(?:[·•/,;][ \t]*(?:${MARK}+[ \t]*)?)?(?:(\*\*|__)[^*_[\]\n]{1,40}(?::\1|\1:)|[\p{Lu}\p{Lo}][\p{L}\p{M} ]{1,30}[:：])[ \t]*\[\[`,
  'uy',
);

/** Whether nothing is said but by marks and tags: `✅`, `#done`. */
export const saysNothing = (text: string): boolean => text === '' || NO_MORE().test(text);

/** Tells whether the opening is followed by nothing, by a separator and a description, or runs on as a sentence. */
export function followOf(text: string, from: number, end: number): Follow {
  const at = skipSpace(text, from, end);
  if (at >= end) return 'end';
  if (isHere(SEPARATOR, text, at)) return 'separator';
  if (saysNothing(text.slice(at, end))) return 'end';
  return isHere(MARKED(), text, at) ? 'separator' : 'text';
}

/** `**[[Settings]] → Hotkeys** opens it`: a way through menus that a sentence begins with, from the link on. */
const MENU_WAY = /[^\S\n]*(?:→|➜|➔|>|->)[^*_[\]\n]{1,80}(?:\*\*|__)[^\S\n]*(?![\s—–:=(|•-])(?!$)/my;

export function isMenuWay(text: string, { subjects }: Opening, from: number): boolean {
  const [first] = subjects;
  if (first === undefined || subjects.length > 1) return false;
  return isHere(MENU_WAY, text, first.end) && /\*\*|__/.test(text.slice(from, first.from));
}
