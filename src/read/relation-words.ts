import { languages } from '../model/words';
import { RELATION_NAMES, type Language, type Relation, type RelationWords } from '../model/words/language';
import { lazily, lazyPattern } from '../text/lazily';
import { IN_WORD, LETTERS, alternatives, phrasesIn } from '../text/phrases';
import { isHere } from '../text/here';
import { Lexicon, type Hit, type Listed } from './lexicon';

/**
 * Where words stand that may name a relation. `heading` is a label, too; `title` the heading that names the note itself; `map` a
 * heading in a map of content; `lead` a sentence above a list, `label` one as far as it is but a label; `field` the name of a
 * property or of an inline field.
 */
export type Place = 'heading' | 'title' | 'map' | 'lead' | 'label' | 'field';

type Directed = 'upstream' | 'downstream' | 'direct';
const TURNED = { upstream: 'downstream', downstream: 'upstream' } as const;

/** What a phrase is: what it says of a relation, or that it says nothing. */
interface Meaning {
  readonly kind: keyof RelationWords | 'never';
  readonly relation: Relation;
  readonly grammar: Grammar;
}
type Named = Hit<Meaning>;

const GAP = '[\\s:-]+';
const WORD = `[${LETTERS}0-9-]+`;
const START = `(?:^|[^${IN_WORD}])`;
const END = `(?![${IN_WORD}])`;
/** What joins those that are named to what is said of them. */
const COPULA = '(?:are|is|sind|sont|son|являются|это)';
/** Behind a name: nothing, or a remark that a sign sets off. */
const REMARK = '(?:[ :.]*$|(?: ?[:;,–—/]| -) ?.*$)';

const REMARKED = lazyPattern(REMARK, 'y');
/** What may stand behind a phrase that goes with any noun. */
const ANY_REST = lazyPattern(`(?:${GAP}${WORD}){0,2}?${REMARK}`, 'y');
const list = (phrases: string | undefined): string | null => (phrases === undefined ? null : alternatives(phrases));

/** How a language builds a heading or a sentence around the words for a relation. Each pattern is made when it is first needed. */
class Grammar {
  readonly nounsFirst: boolean;
  /** A noun behind a phrase, at its end; and one before it, at the end of what stands there. */
  readonly nounBehind: () => RegExp;
  readonly nounBefore: () => RegExp;
  /** The same of those that name links; a verb may stand between. */
  readonly linkBehind: (words: 1 | 3) => RegExp;
  readonly linkBefore: () => RegExp;
  /** What may stand before a phrase that is a whole heading. */
  readonly opening: () => RegExp;
  readonly anyBefore: () => RegExp;
  /** What may stand behind it. */
  readonly rest: () => RegExp;
  readonly bareRest: () => RegExp;
  /** What says behind a phrase that this note is meant. */
  readonly here: () => RegExp;

  constructor({ nouns, things, isDense = false, nounsFirst = false, openings, here }: Language) {
    this.nounsFirst = nounsFirst;
    const gap = isDense ? '[\\s:]*' : GAP;
    const links = alternatives(nouns);
    const all = alternatives(things === undefined ? nouns : `${nouns}|${things}`);
    const opening = list(openings);
    const before = opening === null ? '' : `(?:${opening} )*`;
    const heres = list(here);
    const ofThis = heres === null ? '' : `(?:(?: [${LETTERS}]{1,4})? ${heres}(?: ${WORD})?${END})?`;
    this.nounBehind = lazyPattern(`${gap}(?:${WORD}${GAP})?${all}${END}`, 'y');
    this.nounBefore = lazyPattern(`${START}${all}${gap}$`, '');
    const behind = lazyPattern(`${gap}(?:${WORD}${GAP})?${links}${END}`, 'y');
    const farBehind = lazyPattern(`${gap}(?:${WORD}${GAP}){0,3}${links}${END}`, 'y');
    this.linkBehind = (words) => (words === 1 ? behind() : farBehind());
    this.linkBefore = lazyPattern(`${START}${links}[,\\s]+(?:${COPULA}${GAP})?(${WORD}${GAP})?$`, '');
    this.opening = lazyPattern(`^${before}${nounsFirst ? `(?:${all}${gap})?` : ''}$`, '');
    this.anyBefore = lazyPattern(`^${before}(?:${WORD} ){0,2}$`, '');
    this.rest = lazyPattern(`(?:${gap}${all}${END})?${ofThis}${REMARK}`, 'y');
    this.bareRest = lazyPattern(`(?:${gap}${all}${END})?[ :.]*$`, 'y');
    this.here = lazyPattern(heres === null ? '(?!)' : `${GAP}(?:${WORD}${GAP})?${heres}${END}`, 'y');
  }
}

const flat = <T>(make: (language: Language) => readonly T[]): T[] => languages().flatMap(make);

/** In this order a phrase is asked for what it says. */
const KINDS = ['anywhere', 'withAny', 'withNoun', 'loose', 'alone', 'weak', 'leads', 'fields'] as const;

/** A lexicon takes milliseconds to make: that of a script is made when a text is written in it. */
const lexiconOf = (script: RegExp) => ({
  script,
  phrases: lazily(
    () =>
      new Lexicon<Meaning>(
        languages()
          .filter(({ nouns }) => script.test(nouns))
          .flatMap((language): Listed<Meaning>[] => {
            const grammar = new Grammar(language);
            return [
              ...listed<Meaning>(language, language.never, { kind: 'never', relation: 'related', grammar }),
              ...RELATION_NAMES.flatMap((relation) =>
                KINDS.flatMap((kind) =>
                  listed<Meaning>(language, language.relations[relation][kind], { kind, relation, grammar }),
                ),
              ),
            ];
          }),
      ),
  ),
});
/** A phrase begins in the script of its language. */
const LEXICONS = [/[a-z]/, /[\u0400-\u052f]/, /[\u3040-\u9fff]/].map(lexiconOf);

function listed<T>({ isDense = false }: Language, phrases: string | undefined, meaning: T): Listed<T>[] {
  return phrases === undefined ? [] : phrasesIn(phrases).map((phrase) => ({ phrase, isDense, meaning }));
}

/** Whether a phrase names the relation where it stands. */
function counts(text: string, hit: Named, place: Place): boolean {
  const { kind, relation } = hit.meaning;
  const isLead = place === 'lead' && relation !== 'related' && relation !== 'source';
  switch (kind) {
    case 'anywhere':
      if (place === 'title') return isTitle(text, hit);
      if (place === 'label') return isWhole(text, hit) || isWholeWithNoun(text, hit);
      return isLead ? isWhole(text, hit) || isOfLinks(text, hit, 1) || isOfHere(text, hit) : true;
    case 'withAny':
      if (place === 'title') return isTitle(text, hit);
      if (isWhole(text, hit)) return true;
      if (place === 'label') return false;
      return isLead ? isOfLinks(text, hit, 1) : isWholeWithAny(text, hit);
    case 'loose':
    case 'withNoun':
      if (kind === 'loose' && place === 'map') return false;
      if (place === 'title') return kind === 'withNoun' && isTitle(text, hit) && isBesideNoun(text, hit);
      if (place === 'label') return isWhole(text, hit) && isBesideNoun(text, hit);
      return isLead ? isOfLinks(text, hit, 1) : isBesideNoun(text, hit);
    case 'alone':
      return relation === 'source' ? isSource(text, hit) : place === 'title' ? isTitle(text, hit) : isWhole(text, hit);
    case 'weak':
      return (place === 'heading' || place === 'field') && isWhole(text, hit);
    case 'leads':
      return isLead && (isOfLinks(text, hit, 3) || isOfHere(text, hit));
    case 'fields':
      return place === 'field' && hit.from === 0 && /^[ :.]*$/.test(text.slice(hit.to));
    case 'never':
      return false;
  }
}

function isWhole(text: string, { from, to, meaning: { grammar } }: Named): boolean {
  return grammar.opening().test(text.slice(0, from)) && isHere(grammar.rest(), text, to);
}

/** _The following notes down the hierarchy_. */
function isWholeWithNoun(text: string, { from, to, meaning: { grammar } }: Named): boolean {
  const before = text.slice(0, from);
  return (
    grammar.nounBefore().test(before) &&
    grammar.opening().test(before.replace(/\S+ *$/, '')) &&
    isHere(grammar.rest(), text, to)
  );
}

function isWholeWithAny(text: string, { from, to, meaning: { grammar } }: Named): boolean {
  return grammar.nounsFirst
    ? grammar.anyBefore().test(text.slice(0, from)) && isHere(REMARKED(), text, to)
    : grammar.opening().test(text.slice(0, from)) && isHere(ANY_REST(), text, to);
}

/** A heading that is nothing but the name of a relation is hardly the title of a note. */
function isTitle(text: string, { from, to, meaning: { grammar } }: Named): boolean {
  return (from === 0 || grammar.nounBefore().test(text.slice(0, from))) && isHere(grammar.bareRest(), text, to);
}

function isBesideNoun(text: string, { from, to, meaning: { grammar } }: Named): boolean {
  return isHere(grammar.nounBehind(), text, to) || grammar.nounBefore().test(text.slice(0, from));
}

/** Whether a sentence names the links that the phrase is said of. */
function isOfLinks(text: string, { from, to, meaning: { grammar, relation } }: Named, words: 1 | 3): boolean {
  if (isHere(grammar.linkBehind(words), text, to)) return true;
  const before = grammar.linkBefore().exec(text.slice(0, from));
  return before !== null && (before[1] === undefined || relation === 'direct');
}

/** Whether a sentence says that the list belongs to this very note. */
function isOfHere(text: string, { to, meaning: { grammar, relation } }: Named): boolean {
  return relation === 'direct' && isHere(grammar.here(), text, to);
}

const AND = '(?: (?:и|and|und|y|et|та) |[ /,]+)';
const BEFORE_SOURCE = lazyPattern(`^(?:(?:ссылки|links|notes|further reading)${AND})?$`, '');

const SOURCE_AND = lazily(
  () =>
    /^(?:(?: (?:и|and) | ?\/ ?)(?:(?:further|additional|recommended|дополнительн[а-я]+|дальнейш[а-я]+) )?[^ ]+)?[ :.]*$/,
);

/** A heading such as "Sources of error" is about something else: the word has to be most of the heading. */
function isSource(text: string, { from, to }: Named): boolean {
  return BEFORE_SOURCE().test(text.slice(0, from)) && SOURCE_AND().test(text.slice(to));
}

/** What joins headings of two relations. */
const JOINED = / ?[/,+] ?| (?:and|и|und|y|et|та|or|или) /;
const TURN = lazily(
  () =>
    new RegExp(
      flat(({ turns, isDense }) =>
        turns === undefined ? [] : [`${isDense ? '' : ' '}${alternatives(turns)}[ :]*$`],
      ).join('|'),
    ),
);

/** What normalized words say of the links that they introduce; `null` where they introduce none. */
export function relationIn(text: string, place: Place): Relation | null {
  const named = namesIn(text);
  const asked = place === 'title' || place === 'lead' ? null : askedRelation(text);
  if (asked !== null || named.length === 0) return asked;
  return sourceIn(text, named, place) ?? joinedRelation(text, place) ?? oneRelation(text, named, place);
}

/** The phrases in a text, without those that mean something else there. */
function namesIn(text: string): readonly Named[] {
  const found = LEXICONS.flatMap(({ script, phrases }) => (script.test(text) ? phrases().find(text) : [])).sort(
    (a, b) => a.from - b.from,
  );
  const never = found.filter(({ meaning }) => meaning.kind === 'never');
  return never.length === 0
    ? found
    : found.filter(({ from, to }) => !never.some((other) => from < other.to && to > other.from));
}

function sourceIn(text: string, named: readonly Named[], place: Place): 'source' | null {
  return named.some((hit) => hit.meaning.relation === 'source' && counts(text, hit, place)) ? 'source' : null;
}

function oneRelation(text: string, named: readonly Named[], place: Place): Relation | null {
  const field = named.find((hit) => hit.meaning.kind === 'fields' && counts(text, hit, place));
  if (field !== undefined) return field.meaning.relation;
  const turned = turnedRelation(text, named, place);
  if (turned !== null) return turned;
  const [first, ...others] = directedIn(text, named, place);
  // Upstream and downstream in one heading name a mere container.
  if (first !== undefined)
    return others.some((other) => first !== other && other !== 'direct' && first !== 'direct') ? 'related' : first;
  const other = named.find((hit) => counts(text, hit, place));
  return other?.meaning.relation ?? null;
}

/** The directions that a text gives, in the order of their words. */
function directedIn(text: string, named: readonly Named[], place: Place): readonly Directed[] {
  return named.flatMap((hit) => {
    const { relation } = hit.meaning;
    const isDirected = relation === 'upstream' || relation === 'downstream' || relation === 'direct';
    return isDirected && counts(text, hit, place) ? [relation] : [];
  });
}

/** `Sub-technique of` names what is above; `Part of` is known as it stands. */
function turnedRelation(text: string, named: readonly Named[], place: Place): Relation | null {
  const rest = text.replace(TURN(), '');
  if (rest === text || rest === '') return null;
  if (named.some((hit) => hit.meaning.kind === 'alone' && counts(text, hit, place))) return null;
  const relation = directedIn(rest, namesIn(rest), place)[0];
  return relation === undefined || relation === 'direct' ? null : TURNED[relation];
}

/** How questions are put in each language: what this note does, then what is done to it. */
const QUESTIONS = lazily(() =>
  flat(({ asks, nouns, isDense = false }) => {
    if (asks === undefined) return [];
    const { fused = [] } = asks;
    const [words = '', self = '', object = '', before = ''] = [
      asks.words,
      asks.self,
      asks.object ?? asks.self,
      asks.before,
    ].map(alternatives);
    const noun = `(?:${isDense ? '' : ' '}${alternatives(nouns)})?`;
    const at = `(?:(?<before>${before}) )`;
    const done = `(?:${at}(?:${self}|${object})|${object})${noun}`;
    const more = '(?: (?<more>.+))?';
    const forms = isDense
      ? [
          `(?:${self}${noun})?(?<verb>.+?)${words}${noun}(?:${before})?`,
          `${words}${noun}(?<done>.+?)${self}${noun}(?:${before})?`,
        ]
      : [
          `(?:${at}?${words}${noun} )?${self}${noun} (?<verb>.+)`,
          `${at}${words} (?<verb>.+)`,
          `${at}${fused.length > 0 ? '?' : ''}${words}${noun} (?<verb>\\S+) (?:${self}|${object})${noun}${more}`,
          `${words}${noun} ${done} (?<done>.+)`,
          `${words}${noun} (?<done>.+?) ${done}${fused.length > 0 ? more : ''}`,
        ];
    const whole = [asks.words, asks.self].map((phrases) => phrases.split('|', 1).join(''));
    return [
      {
        forms: forms.map((form) => new RegExp(`^${form}$`)),
        parted: fused.map(
          (word, index) =>
            [new RegExp(`(^| )${alternatives(word)}(${before})(?= |$)`), `$1$2 ${whole[index] ?? ''}`] as const,
        ),
      },
    ];
  }),
);
/** What is longer is no heading that asks. */
const LONGEST_QUESTION = 300;
/** What says nothing beside a verb. */
const BESIDE_VERB = /^(?:(?:is|are|also|еще|также|ist|sind|wird|werden) )+/;

/** `What this depends on`, `От чего это зависит` are said of this note; `What depends on this` of what is listed. */
function askedRelation(text: string): Relation | null {
  if (text.length > LONGEST_QUESTION) return null;
  const question = text.replace(/[ :]{1,3}$/, '');
  for (const { forms, parted } of QUESTIONS()) {
    const asked = parted.reduce((words, [word, parts]) => words.replace(word, parts), question);
    for (const form of forms) {
      const { verb, done, more = '', before = '' } = form.exec(asked)?.groups ?? {};
      const said = verb ?? done;
      if (said === undefined) continue;
      // A preposition belongs behind its verb.
      const phrase = [...new Set([said, more, before])].join(' ').replace(BESIDE_VERB, '').replace(/ во$/, ' в').trim();
      const relation = relationOfVerb(phrase);
      if (done !== undefined && relation !== null) return TURNED[relation];
      const told = relation ?? (done === undefined ? relationOfVerb(phrase.replace(/^[a-z]+/, '$&s')) : null);
      if (told !== null) return told;
    }
  }
  return null;
}

function relationOfVerb(phrase: string): keyof typeof TURNED | null {
  const named = namesIn(phrase).find((hit) => hit.meaning.kind === 'alone' && counts(phrase, hit, 'label'));
  const relation = named?.meaning.relation;
  return relation === 'upstream' || relation === 'downstream' ? relation : null;
}

/** `Parents and children`, `See also / Sources`: each part must name a relation. */
function joinedRelation(text: string, place: Place): Relation | null {
  const parts = text.split(JOINED);
  if (parts.length < 2) return null;
  const relations = parts.map((part) => oneOf(part.trim(), place));
  if (relations.includes(null)) return null;
  return relations.every((relation) => relation === relations[0]) ? (relations[0] ?? null) : 'related';
}

function oneOf(text: string, place: Place): Relation | null {
  const named = namesIn(text);
  return sourceIn(text, named, place) ?? oneRelation(text, named, place);
}

const MAPS = lazily(
  () =>
    new Lexicon(
      flat((language) =>
        (['anywhere', 'atEnds', 'never'] as const).flatMap((kind) => listed(language, language.maps[kind], kind)),
      ),
    ),
);

/** Whether normalized words name a map of content. */
export function namesMap(text: string): boolean {
  const found = MAPS().find(text);
  if (found.some(({ meaning }) => meaning === 'never')) return false;
  return found.some(
    ({ from, to, meaning }) =>
      meaning === 'anywhere' || /^[0-9. -]*$/.test(text.slice(0, from)) || /^[ :.)]*$/.test(text.slice(to)),
  );
}
