import { codeIn } from '../markdown/code';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import { linksIn } from '../markdown/written-links';
import { textIn, type YamlValue } from '../markdown/yaml-value';
import type { TextChange } from '../model/text-change';
import { firstIndex } from '../text/first-index';
import { lazily } from '../text/lazily';
import { addressOf, fitsWikilink, linkToNote } from '../text/note-link';
import { foldPath } from '../text/note-name';
import { decodePercent } from '../text/percent';
import type { Span } from '../text/span';
import { readLines } from './idea-link-lines';
import { yamlInside } from './yaml';

/** A link that is to lead elsewhere. */
export interface Relink {
  /** Its target as written, without alias and `#…`. */
  readonly from: string;
  /** The other note's name, or as much of its path as tells it from others. */
  readonly link: string;
  /** The other note's path, for Markdown links. */
  readonly path: string;
  /** Whether the target is an alias of the other note: then it stays to be read, as Obsidian itself writes it. */
  readonly isAlias?: boolean;
}

/**
 * The changes that lead links to another note: wikilinks, embeds and Markdown links, with their aliases, headings and blocks as
 * they are; those in the frontmatter, too, none in code, comments or formulas. Targets that differ by case, Unicode form or `.md`
 * are one. Where no wikilink can lead to the note, a Markdown link takes its place, and none in a property: that stays. No changes
 * where the text has no such link.
 *
 * @param line 1-based, to change only the links of one line; `null` for all.
 */
export function relinkNote(
  text: string,
  { from, link, path, isAlias = false }: Relink,
  line: number | null,
): readonly TextChange[] {
  const wanted = foldPath(from);
  const shown = withoutCode(text);
  const values = lazily(() => scanFrontmatter(text).fields.flatMap((field) => field.values));
  return readLines(text).flatMap((one, index): readonly TextChange[] => {
    const isClosed = one.closedBy !== null && one.closedBy !== 'frontmatter';
    if (isClosed || (line !== null && index !== line - 1)) return [];
    const raw = shown.slice(one.from, one.to);
    return linksIn(raw).flatMap(({ kind, target, name, alias, heading, from: start, to }) => {
      const isMarkdown = kind === 'markdown';
      const span = { from: one.from + name.from, to: one.from + name.to };
      // Between quotes a name may be written with escapes.
      const value = one.closedBy === null ? undefined : valueAround(values(), span);
      const said = value ? textIn(value, span) : target;
      if (target === '' || foldPath(isMarkdown ? decodePercent(said) : said) !== wanted) return [];
      if (!isMarkdown && !fitsWikilink(link)) {
        const insert = linkToNote(link, alias || (isAlias ? said : ''), heading && `#${heading}`);
        return one.closedBy === null ? [{ from: one.from + start, to: one.from + to, insert }] : [];
      }
      // In a row a pipe would part cells.
      const isShown = raw.charAt(name.from - 3) !== '!';
      const keepsWords = isAlias && isShown && !raw.includes('|') && raw.startsWith(']]', name.to);
      const named = keepsWords ? `${link}|${said}` : link;
      const insert = isMarkdown ? addressIn(raw.charAt(name.from - 1), path) : named;
      const style = one.closedBy === null ? 'plain' : (value?.style ?? styleBehind(raw.slice(0, name.from)));
      return [{ ...span, insert: style === 'single' || style === 'double' ? yamlInside(insert, style) : insert }];
    });
  });
}

/** The value that holds a span; values stand one behind the other. */
function valueAround(values: readonly YamlValue[], { from, to }: Span): YamlValue | undefined {
  const last = values[firstIndex(values, (value) => value.from > from) - 1];
  return last && last.to >= to ? last : undefined;
}

/** Between which quotes a line of YAML goes on that is not read. */
function styleBehind(line: string): 'single' | 'double' | 'plain' {
  return line.split('"').length % 2 === 0 ? 'double' : line.split("'").length % 2 === 0 ? 'single' : 'plain';
}

/** The text, blanks in place of its code, comments and formulas: no link leads from them. */
function withoutCode(text: string): string {
  let shown = '';
  let copied = 0;
  for (const { from, to } of codeIn(text)) {
    shown += text.slice(copied, from) + ' '.repeat(to - from);
    copied = to;
  }
  return shown + text.slice(copied);
}

/** Between pointed brackets an address may hold blanks and parentheses. */
function addressIn(before: string, path: string): string {
  const address = addressOf(path);
  return before === '<' ? address.replace(/%2[089]/g, decodeURIComponent) : address;
}
