import { LANGUAGES } from '../model/words';
import { RELATION_NAMES, type Language, type Relation, type RelationWords } from '../model/words/language';
import { lazily } from '../text/lazily';
import { IN_WORD, LETTERS, alternatives, beginnings } from '../text/phrases';

/**
 * Where words stand that may name a relation. `heading` is a label, too; `title` the heading that names the note itself; `map` a
 * heading in a map of content; `lead` a sentence above a list, `label` one
 * as far as it is but a label; `field` the name of a property or of an inline field.
 */
export type Place = 'heading' | 'title' | 'map' | 'lead' | 'label' | 'field';

type Directed = 'upstream' | 'downstream' | 'direct';
const DIRECTED: readonly Directed[] = ['upstream', 'downstream', 'direct'];
const TURNED = { upstream: 'downstream', downstream: 'upstream' } as const;

/** What stands between words. */
const GAP = '[\\s:-]+';
const WORD = `[${LETTERS}0-9-]+`;
const START = `(?:^|[^${IN_WORD}])`;
const END = `(?![${IN_WORD}])`;
/** Behind a name: nothing, or a remark that a sign sets off. */
const REMARK = '(?:[ :.]*$|(?: ?[:;,–—/]| -) ?.*$)';

/** A pattern that any of several sources may match; one that matches nothing where there are none. */
function anyOf(sources: readonly string[]): RegExp {
  return sources.length === 0 ? /(?!)/ : new RegExp(sources.join('|'));
}

type Kind = Exclude<keyof RelationWords, 'fields'>;

/** The words of some kinds as the source of an expression; `null` where the language has none. */
function wordsOf(words: RelationWords, kinds: readonly Kind[]): string | null {
  const all = kinds.flatMap((kind) => words[kind] ?? []);
  return all.length === 0 ? null : alternatives(all);
}

const flat = <T>(make: (language: Language) => readonly (T | null)[]): T[] =>
  LANGUAGES.flatMap(make).filter((one) => one !== null);

interface Nouns {
  /** What a list is of. */
  readonly links: string;
  /** That and all else. */
  readonly all: string;
  readonly gap: string;
}

function nounsOf({ nouns, things = [], isDense = false }: Language): Nouns {
  return { links: alternatives(nouns), all: alternatives([...nouns, ...things]), gap: isDense ? '[\\s:]*' : GAP };
}

/** Words somewhere in a heading that are a relation wherever they stand, or beside a noun. */
function anywhere(relation: Relation, isMap: boolean): RegExp {
  return anyOf(
    flat((language) => {
      const words = language.relations[relation];
      const { all, gap } = nounsOf(language);
      const free = wordsOf(words, ['anywhere']);
      const bound = wordsOf(words, isMap ? ['withNoun'] : ['withNoun', 'loose']);
      return [
        free && `${START}${free}${END}`,
        bound && `${START}(?:${bound}${gap}(?:${WORD}${GAP})?${all}|${all}${gap}${bound})${END}`,
      ];
    }),
  );
}

/** Words that are a whole heading, but for what it is of and a remark behind. */
function whole(relation: Relation, kinds: readonly Kind[], withAny: 'any' | 'bare' | 'none' = 'any'): RegExp {
  return anyOf(
    flat((language) => {
      const words = language.relations[relation];
      const { all, gap } = nounsOf(language);
      const { openings = [], here = [], nounsFirst = false } = language;
      const opening = openings.length === 0 ? '' : `(?:${alternatives(openings)} )*`;
      const ofThis = here.length === 0 ? '' : `(?: [${LETTERS}]{1,4})? ${alternatives(here)}(?: ${WORD})?`;
      const alone = wordsOf(words, kinds);
      const free = withAny === 'none' ? null : wordsOf(words, ['withAny']);
      const bare = alone !== null && free !== null ? `(?:${alone}|${free})` : (alone ?? free);
      const any = withAny === 'any' ? free : null;
      const described = any && (nounsFirst ? `(?:${WORD} ){0,2}${any}` : `${any}(?:${GAP}${WORD}){0,2}?`);
      const behind = nounsFirst ? `(?:${all}${gap})?` : '';
      return [
        bare && `^${opening}${behind}${bare}${END}(?:${gap}${all}${END})?(?:${ofThis}${END})?${REMARK}`,
        described && `^${opening}${described}${END}${REMARK}`,
      ];
    }),
  );
}

/** What a sentence says of the list below it: it names links, with the direction or with what says that they belong to this note. */
function inSentence(relation: Directed): RegExp {
  return anyOf(
    flat((language) => {
      const words = language.relations[relation];
      const { links, gap } = nounsOf(language);
      const { here = [] } = language;
      const bound = wordsOf(words, ['anywhere', 'withAny', 'withNoun', 'loose']);
      const leads = wordsOf(words, ['leads']);
      const free = wordsOf(words, ['anywhere', 'leads']);
      return [
        bound &&
          `${START}(?:${bound}${gap}(?:${WORD}${GAP})?${links}|${links}[,\\s]+${relation === 'direct' ? `(?:${WORD}${GAP})?` : ''}${bound})${END}`,
        leads && `${START}(?:${leads}${gap}(?:${WORD}${GAP}){0,3}${links}|${links}[,\\s]*${leads})${END}`,
        relation === 'direct' && free && here.length > 0
          ? `${START}${free}${GAP}(?:${WORD}${GAP})?${alternatives(here)}${END}`
          : null,
      ];
    }),
  );
}

/** Made when they are first needed: each takes milliseconds. */
class Patterns {
  readonly #made = new Map<string, RegExp>();

  of(name: string, make: () => RegExp): RegExp {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const pattern = make();
    this.#made.set(name, pattern);
    return pattern;
  }
}

const PATTERNS = new Patterns();

const NEVER = lazily(() =>
  anyOf(flat(({ never = [] }) => [never.length === 0 ? null : `${START}${alternatives(never)}${END}`])),
);
const TURN = lazily(() =>
  anyOf(
    flat(({ turns = [], isDense }) => [
      turns.length === 0 ? null : `${isDense ? '' : ' '}${alternatives(turns)}[ :]*$`,
    ]),
  ),
);
/** A heading such as "Sources of error" is about something else: the word has to be most of the heading. */
const SOURCE = lazily(() => {
  const sources = `${alternatives(flat(({ relations }) => relations.source.alone ?? []))}${END}`;
  const and = '(?: (?:и|and|und|y|et|та) |[ /,]+)';
  return new RegExp(`^(?:(?:ссылки|links|notes)${and})?${sources}(?:${and}${sources}| (?:и|and) [^ ]+)?[ :.]*$`);
});
const FIELDS = lazily(() =>
  RELATION_NAMES.map((relation) => {
    const words = flat(({ relations }) => relations[relation].fields ?? []);
    return [relation, words.length === 0 ? /(?!)/ : new RegExp(`^${alternatives(words)}${END}[ :.]*$`)] as const;
  }),
);
/** What joins headings of two relations. */
const JOINED = / ?[/,+] ?| (?:and|и|und|y|et|та|or|или) /;

/** So many letters of a word tell most that can begin no phrase. */
const KEY = 4;
const KEYS = lazily(
  () =>
    new Set(
      flat(({ relations }) =>
        RELATION_NAMES.flatMap((relation) =>
          Object.values(relations[relation]).flatMap((one: readonly string[]) => one),
        ),
      ).flatMap((phrase) => beginnings(phrase, KEY)),
    ),
);
const WORDS = lazily(() => new RegExp(`[${IN_WORD}]+`, 'g'));
/** Scripts that are written without spaces: every sign may begin a phrase. */
const DENSE = /[\u3040-\u9fff\uac00-\ud7af]/;

/** Whether any word is one that a phrase begins with: all patterns together take many times as long. */
function mayName(text: string): boolean {
  const keys = KEYS();
  const isKey = (word: string): boolean =>
    keys.has(`${word} `.slice(0, KEY)) ||
    keys.has(`${word.slice(0, KEY - 1)}*`) ||
    keys.has(`${word.slice(0, KEY - 2)}*`);
  return DENSE.test(text) || (text.match(WORDS()) ?? []).some(isKey);
}

/** What normalized words say of the links that they introduce; `null` where they introduce none. */
export function relationIn(text: string, place: Place): Relation | null {
  if (!mayName(text)) return null;
  const said = text.replace(NEVER(), ' § ');
  if (place === 'field') {
    const field = FIELDS().find(([, pattern]) => pattern.test(said));
    if (field !== undefined) return field[0];
  }
  return SOURCE().test(said) ? 'source' : (joinedRelation(said, place) ?? oneRelation(said, place));
}

function oneRelation(text: string, place: Place): Relation | null {
  const turned = turnedRelation(text, place);
  if (turned !== null) return turned;
  const directed = inOrder(text, place);
  // Upstream and downstream in one heading name a mere container.
  if (directed.includes('upstream') && directed.includes('downstream')) return 'related';
  const [first] = directed;
  if (first !== undefined) return first;
  if (SOURCE().test(text)) return 'source';
  const isRelated =
    wholePattern('related', place).test(text) || (!isWhole(place) && freePattern('related', place).test(text));
  return isRelated ? 'related' : null;
}

/** The directions that the text gives, in the order of their words. */
function inOrder(text: string, place: Place): readonly Directed[] {
  return DIRECTED.map((relation) => ({ relation, at: placeOf(text, relation, place) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)
    .map(({ relation }) => relation);
}

function placeOf(text: string, relation: Directed, place: Place): number {
  if (wholePattern(relation, place).test(text)) return 0;
  if (isWhole(place)) return -1;
  return text.search(freePattern(relation, place));
}

/** Where words count only as the whole of a text. */
const isWhole = (place: Place): boolean => place === 'title' || place === 'label';

function freePattern(relation: Relation, place: Place): RegExp {
  if (place === 'lead' && relation !== 'related' && relation !== 'source') {
    return PATTERNS.of(`sentence ${relation}`, () => inSentence(relation));
  }
  return PATTERNS.of(`${String(place === 'map')} ${relation}`, () => anywhere(relation, place === 'map'));
}

function wholePattern(relation: Relation, place: Place): RegExp {
  switch (place) {
    case 'heading':
    case 'field':
      return PATTERNS.of(`whole ${relation}`, () => whole(relation, ['alone', 'weak']));
    case 'map':
      return PATTERNS.of(`map ${relation}`, () => whole(relation, ['alone']));
    case 'lead':
    case 'label':
      return PATTERNS.of(`lead ${relation}`, () => whole(relation, ['alone', 'anywhere'], 'bare'));
    case 'title':
      return PATTERNS.of(`title ${relation}`, () => titles(relation));
  }
}

/** Headings that are nothing but the name of a relation, so that they hardly are the title of a note. */
function titles(relation: Relation): RegExp {
  return anyOf(
    flat((language) => {
      const { all, gap } = nounsOf(language);
      const words = wordsOf(language.relations[relation], ['anywhere', 'withAny', 'withNoun', 'alone']);
      return [words && `^(?:${all}${gap})?${words}${END}(?:${gap}${all}${END})?[ :.]*$`];
    }),
  );
}

/** `Sub-technique of` names what is above. */
function turnedRelation(text: string, place: Place): Relation | null {
  const rest = text.replace(TURN(), '');
  if (rest === text || rest === '') return null;
  // `Part of` is known as it stands.
  if (DIRECTED.some((one) => PATTERNS.of(`alone ${one}`, () => whole(one, ['alone', 'weak'], 'none')).test(text)))
    return null;
  const relation = inOrder(rest, place)[0];
  return relation === undefined || relation === 'direct' ? null : TURNED[relation];
}

/** `Parents and children`, `See also / Sources`: each part must name a relation. */
function joinedRelation(text: string, place: Place): Relation | null {
  const parts = text.split(JOINED);
  if (parts.length < 2) return null;
  const relations = parts.map((part) => oneRelation(part.trim(), place));
  if (relations.includes(null)) return null;
  return relations.every((relation) => relation === relations[0]) ? (relations[0] ?? null) : 'related';
}

const MAP = lazily(() =>
  anyOf(
    flat(({ maps: { anywhere: free = [], atEnds = [] }, isDense }) => [
      free.length === 0 ? null : isDense ? alternatives(free) : `${START}${alternatives(free)}${END}`,
      atEnds.length === 0 ? null : `^[0-9. -]*${alternatives(atEnds)}${END}|[ -]${alternatives(atEnds)}$`,
    ]),
  ),
);
const NO_MAP = lazily(() =>
  anyOf(flat(({ maps: { never = [] } }) => [never.length === 0 ? null : `${START}${alternatives(never)}${END}`])),
);

/** Whether normalized words name a map of content. */
export function namesMap(text: string): boolean {
  return MAP().test(text) && !NO_MAP().test(text);
}
