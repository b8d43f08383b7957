import { CODE } from '../markdown/lines';

/** Files that are no notes, as wikilinks name them: a note may be called _Node.js_. */
const ATTACHMENT =
  /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|ico|tiff?|psd|pdf|mp3|wav|m4a|ogg|opus|flac|aac|3gp|mp4|webm|mov|mkv|avi|ogv|base|canvas|docx?|xlsx?|pptx?|od[tsp]|rtf|csv|tsv|txt|epub|mobi|zip|rar|7z|gz|tar|json|ya?ml|xml|html?|css|ipynb|bib|drawio|key|numbers)$/i;
/** The longest of these, with its dot. */
const LONGEST_EXTENSION = 8;
/** `{{title}}`, `<% … %>`, `$id`, `<name>`, `YYYY-MM-DD`, `…`: what a template puts a name in the place of. */
const PLACEHOLDER =
  /\{\{|<%|<[^<>]+>|(?:^|[^\w$])\$(?:\{|[a-z_]|[A-Z][a-z])|^\{[^{}]*\}$|^%[^%]+%$|^[.…?_]+$|\bYYYY\b|\[/;
/** Most names hold none of the signs of these. */
const OTHER_SIGNS = new Uint8Array(128);
for (const sign of '.{<$%?_Y[') OTHER_SIGNS[sign.charCodeAt(0)] = 1;
const ELLIPSIS = 0x2026;
const DAY = /(?:^|\/)\d{4}-(?:\d\d(?:-\d\d)?|W\d\d|Q\d)$/;
const EXTENSION = /\.([a-z][a-z0-9]{0,9})$/i;
/** `example.org/page`, `www.example.org`. */
const DOMAIN = /^(?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/)/i;

/** Whether a wikilink's target is a note's name: no file of another kind, no placeholder. */
export function mayNameNote(target: string): boolean {
  if (!mayBeOther(target)) return true;
  const dot = target.lastIndexOf('.');
  if (dot !== -1 && target.length - dot <= LONGEST_EXTENSION && ATTACHMENT.test(target)) return false;
  return !PLACEHOLDER.test(target);
}

function mayBeOther(target: string): boolean {
  for (let at = 0; at < target.length; at++) {
    const code = target.charCodeAt(at);
    if (code < OTHER_SIGNS.length ? OTHER_SIGNS[code] === 1 : code === ELLIPSIS) return true;
  }
  return false;
}

/** Whether a Markdown link's address, without what stands behind `#`, is that of a note. */
export function mayAddressNote(address: string): boolean {
  if (PLACEHOLDER.test(address) || address.charCodeAt(0) === CODE.greater) return false;
  const name = address.slice(address.lastIndexOf('/') + 1);
  if (name === '') return false;
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase();
  if (extension === 'md') return true;
  return extension === undefined && !address.startsWith('/') && !address.includes('?') && !DOMAIN.test(address);
}

/** Whether a target is the note of a day, a week or a month. */
export const isDay = (target: string): boolean => DAY.test(target);
