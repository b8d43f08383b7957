import { CODE } from './lines';

/** The named references of HTML 4, and a few later ones that people write. Those from U+00A0 to U+00FF, in their order: */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot ' +
  'cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml ' +
  'Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ' +
  'ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** From U+0391 to U+03A9, and from U+03B1 to U+03C9; a capital letter has no final form. */
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega';
/** Each as its name and, right behind a colon, what it stands for. */
const OTHERS =
  'quot:" amp:& lt:< gt:> apos:\' OElig:Œ oelig:œ Scaron:Š scaron:š Yuml:Ÿ fnof:ƒ circ:ˆ tilde:˜ thetasym:ϑ upsih:ϒ piv:ϖ ' +
  'ndash:– mdash:— horbar:― lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ dagger:† Dagger:‡ bull:• hellip:… permil:‰ prime:′ ' +
  'Prime:″ lsaquo:‹ rsaquo:› oline:‾ frasl:⁄ euro:€ image:ℑ weierp:℘ real:ℜ trade:™ alefsym:ℵ larr:← uarr:↑ rarr:→ darr:↓ harr:↔ ' +
  'crarr:↵ lArr:⇐ uArr:⇑ rArr:⇒ dArr:⇓ hArr:⇔ forall:∀ part:∂ exist:∃ empty:∅ nabla:∇ isin:∈ notin:∉ ni:∋ prod:∏ sum:∑ minus:− ' +
  'lowast:∗ radic:√ prop:∝ infin:∞ ang:∠ and:∧ or:∨ cap:∩ cup:∪ int:∫ there4:∴ sim:∼ cong:≅ asymp:≈ ne:≠ equiv:≡ le:≤ ge:≥ sub:⊂ ' +
  'sup:⊃ nsub:⊄ sube:⊆ supe:⊇ oplus:⊕ otimes:⊗ perp:⊥ sdot:⋅ lceil:⌈ rceil:⌉ lfloor:⌊ rfloor:⌋ lang:⟨ rang:⟩ loz:◊ spades:♠ clubs:♣ ' +
  'hearts:♥ diams:♦ half:½ check:✓ cross:✗ star:☆ starf:★ numero:№ hyphen:‐ leq:≤ geq:≥ approx:≈ rightarrow:→ leftarrow:← vert:| ' +
  'verbar:| ast:* num:# dollar:$ percnt:% lowbar:_ grave:` bsol:\\ sol:/ colon:: semi:; comma:, period:. excl:! quest:? plus:+ ' +
  'equals:= lpar:( rpar:) lsqb:[ rsqb:] lbrack:[ rbrack:] lcub:{ rcub:} lbrace:{ rbrace:} commat:@ Hat:^ ' +
  'ensp:\u2002 emsp:\u2003 numsp:\u2007 puncsp:\u2008 thinsp:\u2009 hairsp:\u200A zwnj:\u200C zwj:\u200D lrm:\u200E rlm:\u200F';

/** A longer name is none. */
const LONGEST_NAME = 12;
let names: ReadonlyMap<string, string> | undefined;

function makeNames(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const [index, name] of LATIN.split(' ').entries()) known.set(name, String.fromCharCode(0xa0 + index));
  for (const [index, name] of GREEK.split(' ').entries()) {
    known.set(name, String.fromCharCode(0x3b1 + index));
    if (name !== 'sigmaf') {
      known.set(name.charAt(0).toUpperCase() + name.slice(1), String.fromCharCode(0x391 + index));
    }
  }
  for (const row of OTHERS.split(' ')) {
    const colon = row.indexOf(':');
    known.set(row.slice(0, colon), row.slice(colon + 1));
  }
  return known;
}

/** A character reference: what it stands for, and the offset behind its semicolon. */
export interface Reference {
  readonly text: string;
  readonly end: number;
}

/** Reads the character reference that opens with the `&` at `at`: by name, number or hexadecimal number. `null` if it is none. */
export function referenceAt(text: string, at: number): Reference | null {
  let end = at + 1;
  const isNumber = text.charCodeAt(end) === CODE.hash;
  if (isNumber) end++;
  const from = end;
  while (end - from <= LONGEST_NAME && isWordSign(text.charCodeAt(end))) end++;
  if (end === from || text.charCodeAt(end) !== CODE.semicolon) return null;
  const name = text.slice(from, end);
  const shown = isNumber ? byNumber(name) : (names ??= makeNames()).get(name);
  return shown === undefined ? null : { text: shown, end: end + 1 };
}

const isWordSign = (code: number): boolean =>
  (code >= CODE.zero && code <= CODE.nine) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function byNumber(digits: string): string | undefined {
  const code = /^\d{1,7}$/.test(digits)
    ? Number(digits)
    : /^x[\da-f]{1,6}$/i.test(digits)
      ? Number.parseInt(digits.slice(1), 16)
      : undefined;
  if (code === undefined) return undefined;
  // Half a pair of surrogates and what controls a machine is no character.
  const isNone =
    code > 0x10ffff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code < 0x20 && code !== 9 && code !== 10) ||
    (code >= 0x7f && code < 0xa0);
  return isNone ? '\uFFFD' : String.fromCodePoint(code);
}

/** What stands in an address or an attribute: character references decoded and, where they count, escapes taken away. */
export function decoded(text: string, { escapes = true } = {}): string {
  if (!text.includes('&') && !text.includes('\\')) return text;
  let shown = '';
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === CODE.backslash && escapes && isEscapable(text.charCodeAt(at + 1))) {
      shown += text.slice(from, at);
      from = ++at;
    } else if (code === CODE.ampersand) {
      const reference = referenceAt(text, at);
      if (reference === null) continue;
      shown += text.slice(from, at) + reference.text;
      from = reference.end;
      at = from - 1;
    }
  }
  return shown + text.slice(from);
}

/** Whether a backslash takes away what the sign means: the punctuation of ASCII. */
export const isEscapable = (code: number): boolean =>
  (code > 0x20 && code < CODE.zero) ||
  (code > CODE.nine && code < 0x41) ||
  (code > 0x5a && code < 0x61) ||
  (code > 0x7a && code < 0x7f);
