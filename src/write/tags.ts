import { lazyPattern } from '../text/lazily';

/** A sign that ends a tag in Obsidian: blanks, punctuation but `_`, `-` and `/`, and the general punctuation of Unicode. */
const NOT_IN_A_TAG = lazyPattern(
  '[\\u2000-\\u206f\\u2e00-\\u2e7f\'!"#$%&()*+,.:;<=>?@^`{|}~[\\]\\\\\\s\\p{Cc}\\p{Cs}]',
);

export interface TypedTags {
  /** In the order typed, without `#`, each once. */
  readonly tags: readonly string[];
  /** What was typed and cannot be a tag, as typed. */
  readonly wrong: readonly string[];
}

/** Reads tags out of a line of text, where blanks, commas or semicolons stand between them, with or without `#`. */
export function readTags(typed: string): TypedTags {
  const tags = new Map<string, string>();
  const wrong: string[] = [];
  for (const word of typed.split(/[\s,;]+/u)) {
    const tag = word
      .replace(/^#+/, '')
      .replace(/^\/+|\/+$/g, '')
      .normalize('NFC');
    if (tag === '') continue;
    if (!isTag(tag)) wrong.push(word);
    else if (!tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return { tags: [...tags.values()], wrong };
}

/** A tag holds at least one sign that is not a digit: `#1984` is text. */
function isTag(tag: string): boolean {
  return !NOT_IN_A_TAG().test(tag) && /[^\d/]/.test(tag);
}
