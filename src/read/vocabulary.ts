import {
  DEFAULT_LANGUAGES,
  RAW_HEADINGS,
  RELATION_NAMES,
  STEP_FILLERS,
  STEP_LANGUAGES,
  STEP_NUMBERS,
  STEP_NUMERALS,
  STEP_PHRASES,
  STEP_PROOFS,
  STEP_WORDS,
  type Relation,
  type StepLanguages,
  type StepNumber,
  type UserHeadings,
} from '../model/vocabulary';
import { foldSpace } from '../text/fold-space';
import { lazily, lazyPattern } from '../text/lazily';
import { fold } from '../text/fold';
import { remembered } from '../text/remembered';
import { alternatives, phrasePattern, wholeWords } from '../text/phrases';
import { withoutMisspellings } from './misspelling';
import { namesMap, relationIn, type Place } from './relation-words';
import { plainText } from '../markdown/plain-text';

/** How sure a heading is a step: by number and phrase, by number alone, or by phrase alone. */
export interface StepMeaning {
  readonly step: StepNumber;
  readonly by: 'both' | 'number' | 'phrase';
}

export type StepProof = 'proven' | 'foreign' | null;

/** The built-in words and the user's own, made ready for look-up. Built once, not per note. */
export interface Vocabulary {
  /**
   * The relation of the links that a text introduces: a heading, a label, the name of a property or of an inline field. `null` if it
   * introduces none.
   *
   * @param place What it is; a few words mean less or more there.
   */
  relationOf(text: string, place?: Place): Relation | null;
  /** Whether a name, a heading or a tag says that its note is a map of content. */
  isMap(name: string): boolean;
  stepOf(heading: string): StepMeaning | null;
  /** Whether a step's heading says nothing else, remarks in parentheses aside. */
  isStepAlone(heading: string): boolean;
  /**
   * Whether a heading with a step's number is `proven` to be the template's, or `foreign`: it says something else. `null` where it
   * might be either.
   */
  proofOf(heading: string): StepProof;
  /** Whether a heading opens a raw text. */
  isRawText(heading: string): boolean;
  /** What steps 1 and 2 are written in. */
  readonly languages: StepLanguages;
  /** Whether a step's number alone (`## Step 2`) is a step wherever it stands, as in an answer and a template. */
  readonly takesBareSteps?: boolean;
  /** Whether the user has headings for steps, which may hold no number. */
  readonly hasOwnSteps: boolean;
}

/** A heading of the user's own that means two things at once. */
export interface HeadingClash {
  readonly heading: string;
  /** What else it means, as `upstream` or `step 2`, each once. */
  readonly means: readonly string[];
}

const NO_USER_HEADINGS: UserHeadings = { relations: {}, steps: {} };

/** What a heading means it says in its beginning: no name of a list is half as long. */
const LOOKED_AT = 300;

/** Works out once what each distinct text says. */
function ofStart<T extends NonNullable<unknown> | null>(read: (text: string) => T): (text: string) => T {
  const known = remembered(read);
  return (text) => known(text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text);
}

/** Makes the user's headings and the built-in ones ready for look-up. */
export function compileVocabulary(user: UserHeadings): Vocabulary {
  const own = lazily(() => ownHeadings(user));
  const relationIn = (place: Place): ((text: string) => Relation | null) =>
    ofStart((text) => own().relation(text) ?? builtInRelation(text, place));
  const relations: Readonly<Record<Place, (text: string) => Relation | null>> = {
    heading: relationIn('heading'),
    title: relationIn('title'),
    map: relationIn('map'),
    lead: relationIn('lead'),
    label: relationIn('label'),
    field: ofStart((name) => own().field(name) ?? builtInRelation(name, 'field')),
  };
  return {
    relationOf: (text, place = 'heading') => relations[place](text),
    isMap: ofStart((name) => name.includes(MAP_SIGN) || namesMap(normalizeHeading(name.replace(BETWEEN_WORDS, ' ')))),
    stepOf: ofStart((heading) => own().step(heading) ?? builtInStep(heading)),
    isStepAlone: (heading) => {
      const numbered = numberedStep(heading);
      return (numbered !== null && !saysMore(numbered)) || own().isStep(heading);
    },
    proofOf: ofStart((heading) => (own().step(heading) === null ? builtInProof(heading) : 'proven')),
    isRawText: ofStart((heading) =>
      RAW_TEXT().test(normalizeHeading(heading.replace(/\([^)]*\)?/g, ' ')).replace(/[\s.:–—-]+$/, '')),
    ),
    languages: user.languages ?? DEFAULT_LANGUAGES,
    hasOwnSteps: STEP_NUMBERS.some((step) => (user.steps[step] ?? []).length > 0),
  };
}

/** The same for an answer or a template: a step's number alone is a step there. */
export function withBareSteps(vocabulary: Vocabulary): Vocabulary {
  return { ...vocabulary, takesBareSteps: true };
}

/** The vocabulary without anything of the user's own. */
export const BUILT_IN: Vocabulary = compileVocabulary(NO_USER_HEADINGS);

/** The headings of the user's own that mean two things at once, in the order in which they are listed. */
export function findHeadingClashes(user: UserHeadings): readonly HeadingClash[] {
  const meanings = new Map<string, { readonly heading: string; readonly means: Set<string> }>();
  const note = (heading: string, meaning: string): void => {
    const key = normalizeHeading(heading);
    if (key === '') return;
    const entry = meanings.get(key) ?? { heading, means: new Set<string>() };
    entry.means.add(meaning);
    const relation = builtInRelation(heading, 'heading');
    if (relation !== null) entry.means.add(relation);
    const step = builtInStep(heading);
    if (step !== null) entry.means.add(`step ${step.step}`);
    meanings.set(key, entry);
  };
  for (const relation of RELATION_NAMES) for (const heading of user.relations[relation] ?? []) note(heading, relation);
  for (const step of STEP_NUMBERS) for (const heading of user.steps[step] ?? []) note(heading, `step ${step}`);
  return [...meanings.values()]
    .filter(({ means }) => means.size > 1)
    .map(({ heading, means }) => ({ heading, means: [...means] }));
}

/** A map, as names of notes show it. */
const MAP_SIGN = '🗺';
/** What joins the words of a file's name or of a tag. */
const BETWEEN_WORDS = /[_/-]/g;
/** One word with several in it, as names of properties are: `seeAlso`, `PartOf`, `see_also`, `see-also`. */
const JOINED_WORDS = /^[A-Za-zà-ÿ][a-zà-ÿ]*(?:[A-Z_-][a-z]+)+$/;
const CAPITALS = /([a-z])([A-Z])/g;

/** Signs that say nothing in a heading, such as emoji. */
export const SIGNS = lazyPattern(String.raw`[^\p{L}\p{N}\s().,:;/–—-]+`, 'gu');

const WORDS_ALONE = /^[a-zа-я]+(?: [a-zа-я]+)*$/;

/** A heading as it is compared: plain text, lower case, `е` for `ё`, without emoji, list numbers and outer punctuation. */
export function normalizeHeading(heading: string): string {
  const text = fold(plainText(heading));
  // So most headers and many headings are.
  if (WORDS_ALONE.test(text)) return text;
  const words = text
    .replace(/[\u2010-\u2012]/g, '-')
    .replaceAll('&', '/')
    .replaceAll('ʼ', ' ')
    .replace(/[0-9#*]\uFE0F?\u20E3/gu, ' ')
    .replace(SIGNS(), ' ')
    .replace(/^[\s.,:;/–—-]*(?:(?:\d+(?:\.\d+)*|[ivx]+)[.):]\s*)?/u, '');
  return foldSpace(words).trim();
}

/** A field's name as it is compared: `see_also`, `see-also` and `seeAlso` are `see also`. */
function normalizeField(name: string): string {
  return normalizeHeading(name.replace(/_+/g, ' ').replace(/([a-zа-яё])([A-ZА-ЯЁ])/g, '$1 $2'))
    .replace(/-/g, ' ')
    .replace(/[ :.]+$/, '');
}

interface OwnHeadings {
  field(name: string): Relation | null;
  relation(heading: string): Relation | null;
  step(heading: string): StepMeaning | null;
  /** Whether a heading is one for a step and nothing more. */
  isStep(heading: string): boolean;
}

/**
 * Looks up the user's own headings; a heading means what its beginning says, so that remarks may follow. A word alone, as fields are
 * called, is no beginning of a sentence ("next" of "Next steps"): behind it only a sign may begin a remark. Hyphens and spaces are
 * one, for a field has the one and a heading the other.
 */
function ownHeadings(user: UserHeadings): OwnHeadings {
  const relations = RELATION_NAMES.flatMap((relation) => beginnings(user.relations[relation], relation));
  const steps = STEP_NUMBERS.flatMap((step) => beginnings(user.steps[step], step));
  const fields = new Map(
    RELATION_NAMES.flatMap((relation) =>
      (user.fields?.[relation] ?? []).map((name) => [normalizeField(name), relation] as const),
    ),
  );
  const find = <T>(rows: readonly (readonly [string, T])[], heading: string): T | null => {
    if (rows.length === 0) return null;
    const text = spaced(normalizeHeading(heading));
    return rows.find(([start]) => startsWithWords(text, start))?.[1] ?? null;
  };
  return {
    field: (name) => fields.get(normalizeField(name)) ?? find(relations, name),
    relation: (heading) => find(relations, heading),
    step: (heading) => {
      const step = find(steps, heading);
      return step === null ? null : { step, by: 'both' };
    },
    isStep: (heading) => {
      const words = spaced(normalizeHeading(heading)).replace(/[\s.:]+$/, '');
      return steps.some(([start]) => start === words);
    },
  };
}

function beginnings<T>(headings: readonly string[] | undefined, meaning: T): readonly (readonly [string, T])[] {
  return (headings ?? [])
    .map((heading) => [spaced(normalizeHeading(heading)), meaning] as const)
    .filter(([text]) => text !== '');
}

const OPENS_WORD = lazyPattern('^[\\p{L}\\p{N}]');

function startsWithWords(text: string, start: string): boolean {
  const rest = text.slice(start.length);
  return text.startsWith(start) && !OPENS_WORD().test(start.includes(' ') ? rest : rest.trimStart());
}

function spaced(heading: string): string {
  return heading.replaceAll('-', ' ');
}

const STEP_PATTERNS = lazily((): Readonly<Record<StepNumber, RegExp>> => ({
  1: phrasePattern(STEP_PHRASES[1]),
  2: phrasePattern(STEP_PHRASES[2]),
  3: phrasePattern(STEP_PHRASES[3]),
}));
const STEP_PROOF = lazily(() => phrasePattern([...STEP_PROOFS, ...STEP_LANGUAGES]));
const LANGUAGE = lazily(() => new RegExp(phrasePattern(STEP_LANGUAGES).source, 'g'));
const STEP_OWN_WORDS = lazily((): Readonly<Record<StepNumber, RegExp>> => ({
  1: ownWords(1),
  2: ownWords(2),
  3: ownWords(3),
}));
const ownWords = (step: StepNumber): RegExp =>
  new RegExp(phrasePattern([...STEP_PHRASES[step], ...STEP_LANGUAGES, ...STEP_FILLERS]).source, 'g');
const RAW_TEXT = lazily(() => new RegExp(`^${alternatives(RAW_HEADINGS)}$`));
const SAYS_MORE = lazyPattern('\\p{L}');
const NUMERALS = STEP_NUMBERS.flatMap((step) => STEP_NUMERALS[step].map((numeral) => [numeral, step] as const));
const STEP_NUMBER = lazily(
  () =>
    new RegExp(
      `^${alternatives(STEP_WORDS)}\\s*(?:№\\s*)?(${wholeWords(NUMERALS.map(([numeral]) => numeral))})(?!\\.[\\d.]*\\d)(.*)$`,
      'u',
    ),
);
/** A digit in a box, as in `Шаг 1️⃣`. */
export const KEYCAP = /([0-9])\uFE0F?\u20E3/g;

/** What a heading or label says of the links below it, misspelt words set right where it says nothing else. */
function builtInRelation(heading: string, place: Place): Relation | null {
  const text = normalizeHeading(
    JOINED_WORDS.test(heading) ? heading.replace(CAPITALS, '$1 $2').replace(/[_-]/g, ' ') : heading,
  );
  const relation = statedRelation(text, place);
  if (relation !== null && relation !== 'related') return relation;
  const mended = withoutMisspellings(text);
  return mended === text ? relation : (statedRelation(mended, place) ?? relation);
}

function statedRelation(text: string, place: Place): Relation | null {
  const main = text
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
  const relation = relationIn(main, place);
  if (main === text || (relation !== null && relation !== 'related')) return relation;
  // `Related notes (up the hierarchy)`: the remark says which way.
  return relationIn(text, place) ?? relation;
}

interface NumberedStep {
  readonly step: StepNumber;
  /** What stands behind the number. */
  readonly rest: string;
}

function numberedStep(heading: string): NumberedStep | null {
  const text = normalizeHeading(heading).replace(/^[\s()]+/, '');
  const numbered = STEP_NUMBER().exec(text) ?? STEP_NUMBER().exec(normalizeHeading(heading.replace(KEYCAP, '$1 ')));
  const step = NUMERALS.find(([numeral]) => numeral === numbered?.[1])?.[1];
  return step === undefined ? null : { step, rest: numbered?.[2] ?? '' };
}

function builtInStep(heading: string): StepMeaning | null {
  const numbered = numberedStep(heading);
  if (numbered !== null) return { step: numbered.step, by: isMeantBy(numbered) ? 'both' : 'number' };
  const text = normalizeHeading(heading).replace(/^[\s()]+/, '');
  const step = STEP_NUMBERS.find((number) => text.search(STEP_PATTERNS()[number]) === 0);
  return step === undefined ? null : { step, by: 'phrase' };
}

/** Whether a heading says nothing but what its step does, remarks in parentheses aside, or says it so that it can be no other. */
function isMeantBy(numbered: NumberedStep): boolean {
  const { step, rest } = numbered;
  const phrase = STEP_PATTERNS()[step];
  if (!phrase.test(rest)) return false;
  return !saysMore(numbered) || (STEP_PROOF().test(rest) && phrase.test(rest.replace(LANGUAGE(), ' ')));
}

/** Whether other words stand behind a step's number than those of the step. */
function saysMore({ step, rest }: NumberedStep): boolean {
  return SAYS_MORE().test(rest.replace(/\([^)]*\)?/g, ' ').replace(STEP_OWN_WORDS()[step], ' '));
}

function builtInProof(heading: string): StepProof {
  const numbered = numberedStep(heading);
  if (numbered === null) return null;
  if (isMeantBy(numbered)) return STEP_PROOF().test(numbered.rest) ? 'proven' : null;
  return SAYS_MORE().test(numbered.rest) ? 'foreign' : null;
}
