import type { FrontmatterField, FrontmatterScan } from '../markdown/frontmatter-scan';
import { fieldNamed, frontmatterFacts } from '../markdown/frontmatter-facts';
import { foldPath, nameOfNote } from '../text/note-name';
import { lazyPattern } from '../text/lazily';
import type { Vocabulary } from './vocabulary';

/** Properties that say what kind of note it is. */
const KINDS = ['type', 'kind', 'class', 'note-type', 'note_type', 'noteType', 'тип', 'вид', 'typ', 'tipo', '类型'];
/** The property by which the best known board knows its notes. */
const BOARD = 'kanban-plugin';
/** A tag that says of what kind the note is stands at its head. */
const HEAD_LENGTH = 400;
const MAY_HOLD_TAG = /#[^\s#]/;
const TAG = lazyPattern('(?:^|\\s)#([\\p{L}\\p{N}/_-]+)', 'gu');

/** What is known of a note but for what stands in its body; its name and frontmatter are looked at when that is first asked. */
export class NoteKind {
  readonly #text: string;
  readonly #path: string;
  readonly #name: string;
  readonly #vocabulary: Vocabulary;
  readonly #frontmatter: () => FrontmatterScan;
  #isMap: boolean | undefined;
  #isBoard: boolean | undefined;

  /** @param path `''` where it is not known. */
  constructor(text: string, path: string, vocabulary: Vocabulary, frontmatter: () => FrontmatterScan) {
    this.#text = text;
    this.#path = path;
    this.#name = path === '' ? '' : nameOfNote(path);
    this.#vocabulary = vocabulary;
    this.#frontmatter = frontmatter;
  }

  /** Whether its name, a tag or a property says that it is a map of content. */
  get isMap(): boolean {
    return (this.#isMap ??= this.#saysMap());
  }

  /** Whether it is a board of cards. */
  get isBoard(): boolean {
    return (this.#isBoard ??= fieldNamed(this.#frontmatter(), BOARD) !== null);
  }

  /** Whether a heading is nothing but the note's name. */
  isName(heading: string): boolean {
    return this.#name !== '' && foldPath(heading) === foldPath(this.#name);
  }

  /** Whether a link's target is the note itself. */
  isItself(target: string): boolean {
    return this.#name !== '' && [foldPath(this.#name), foldPath(this.#path)].includes(foldPath(target));
  }

  #saysMap(): boolean {
    const vocabulary = this.#vocabulary;
    if (vocabulary.isMap(this.#name)) return true;
    const scan = this.#frontmatter();
    const from = scan.fields.at(-1)?.to ?? 0;
    const head = this.#text.slice(from, from + HEAD_LENGTH);
    const tags = MAY_HOLD_TAG.test(head) ? Array.from(head.matchAll(TAG()), ([, tag]) => tag ?? '') : [];
    return (
      tags.some((tag) => isMapTag(tag, vocabulary)) ||
      (scan.fields.length > 0 &&
        (KINDS.some((kind) => textsOf(fieldNamed(scan, kind)).some((value) => vocabulary.isMap(value))) ||
          frontmatterFacts(scan).tags.some((tag) => isMapTag(tag, vocabulary))))
    );
  }
}

const textsOf = (field: FrontmatterField | null): readonly string[] => (field?.values ?? []).map(({ text }) => text);

/** A tag of notes that are maps. In a name it would be of anything. */
const MAP_TAG = /(?:^|\/)maps?$/i;

/** A part of a tag may say it: `type/moc`. In two words it is a topic: `optics-moc`. */
function isMapTag(tag: string, vocabulary: Vocabulary): boolean {
  if (MAP_TAG.test(tag)) return true;
  return tag.split('/').some((part) => part.split(/[-_]/).length !== 2 && vocabulary.isMap(part));
}
