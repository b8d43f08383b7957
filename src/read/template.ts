import { BlockCursor } from '../markdown/block-cursor';
import { TEMPLATE_FOLDERS } from '../model/vocabulary';
import { fold } from '../text/fold';
import { lazily, lazyPattern } from '../text/lazily';
import { wholeWords } from '../text/phrases';

/** A folder may have a number or a sign before its name: `99_Templates`. */
const FOLDER = lazily(() => new RegExp(String.raw`(?:^|/)[^\p{L}/]*${wholeWords(TEMPLATE_FOLDERS)}[^\p{L}/]*/`, 'u'));

/** Whether a note stands in a folder of templates, by the folder's name. */
export function isTemplatePath(path: string): boolean {
  return path.includes('/') && FOLDER().test(fold(path));
}

/** Where the app and Templater keep the folder of their templates, below the vault's folder of settings. */
export const TEMPLATE_SETTINGS: readonly { readonly path: string; readonly key: string }[] = [
  { path: 'templates.json', key: 'folder' },
  { path: 'plugins/templater-obsidian/data.json', key: 'templates_folder' },
];

/** The folder in such a file, with a slash at its end; `null` where there is none. */
export function templateFolder(json: string, key: string): string | null {
  try {
    const data: unknown = JSON.parse(json.replace(/^\uFEFF/, ''));
    const folder =
      typeof data === 'object' && data !== null ? new Map<string, unknown>(Object.entries(data)).get(key) : null;
    const name = typeof folder === 'string' ? folder.replace(/^[/\s]+|[/\s]+$/g, '') : '';
    return name === '' ? null : `${name}/`;
  } catch {
    return null;
  }
}

/** What a template leaves to be filled in: `{{date}}`, `<% … %>`. */
const IN_FIELD = /\{\{[^{}\n]*\}\}|<%[^\n]*?%>/;
/** In text a formula may have two braces around a letter. */
const IN_TEXT = lazyPattern(String.raw`\{\{\s*\p{L}{2}[^{}\n]*\}\}|<%[^\n]*?%>`);
/** Code and formulas in a line. */
const UNREAD = /`+[^`\n]*`+|\$[^$\n]*\$/g;

/** Whether frontmatter holds what is to be filled in. */
export function hasPlaceholder(frontmatter: string): boolean {
  return (frontmatter.includes('{{') || frontmatter.includes('<%')) && IN_FIELD.test(frontmatter);
}

/** Whether the body of a note does, outside code and formulas. */
export function bodyHasPlaceholder(text: string): boolean {
  if (!text.includes('{{') && !text.includes('<%')) return false;
  const block = new BlockCursor(text);
  while (block.next()) {
    if (block.kind === 'code' || block.kind === 'formula' || block.kind === 'comment') continue;
    const { start, end } = block.at;
    if (IN_TEXT().test(text.slice(start, end).replace(UNREAD, ''))) return true;
  }
  return false;
}
