import { nameOfNote } from './note-name';

/** Signs that part a wikilink, or end it, and what would be decoded in it or begin a comment. */
const UNFIT = /[#^|[\]]|%(?:%|[\da-f]{2})/i;

/** Whether a wikilink, and so a property, can lead to the note with this name or path: Obsidian reads `[[C#]]` as a part of `C`. */
export function fitsWikilink(name: string): boolean {
  return !UNFIT.test(name);
}

/**
 * A link to a note as it has to be written: a wikilink, or the Markdown link that leads where none can.
 *
 * @param name its name, or as much of its path as tells it from others, without `.md`.
 * @param words what the link shows; `''` for the name.
 * @param subpath `#Heading`, or `''`.
 */
export function linkToNote(name: string, words = '', subpath = ''): string {
  if (fitsWikilink(name) && !/[[\]|]/.test(words)) return `[[${name}${subpath}${words && `|${words}`}]]`;
  return `[${escaped(words || nameOfNote(name))}](${addressOf(`${name}.md`)}${subpath.slice(0, 1) + addressOf(subpath.slice(1))})`;
}

/** A path as the address of a Markdown link: letters stay, what could end it or be taken for something else is encoded. */
export function addressOf(path: string): string {
  return path.replace(/[\0- "#$%&()*:<>?[\\\]^`{|}\x7f]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** Words in which nothing ends the link, begins a comment, a formula or code, or parts a cell. */
function escaped(words: string): string {
  return words.replace(/[[\]\\]/g, String.raw`\$&`).replace(/[`$<|]|%(?=%)/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
