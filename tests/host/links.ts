import type * as O from 'obsidian';

/** `Note#Heading` → its path and its subpath with the `#`. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const text = linktext.replace(/\u00a0/g, ' ').normalize('NFC');
  const hash = text.indexOf('#');
  return hash === -1 ? { path: text, subpath: '' } : { path: text.slice(0, hash), subpath: text.slice(hash) };
}

export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}

/** A heading as it is compared with the words of a link: letters and digits, in one case. */
function plain(heading: string): string {
  return heading
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** Finds what `#Heading`, `#Heading#Below`, `#^block` or `#[^note]` means in a note. */
export function resolveSubpath(
  cache: O.CachedMetadata,
  subpath: string,
): O.HeadingSubpathResult | O.BlockSubpathResult | O.FootnoteSubpathResult | null {
  const parts = subpath.split('#').filter((part) => part !== '');
  const first = parts[0];
  if (first === undefined) return null;
  if (first.startsWith('^')) {
    const block = cache.blocks?.[first.slice(1).toLowerCase()];
    if (!block) return null;
    const list = (cache.listItems ?? []).find((item) => item.id === block.id);
    return { type: 'block', block, start: block.position.start, end: block.position.end, ...(list ? { list } : {}) };
  }
  if (first.startsWith('[^')) {
    const footnote = (cache.footnotes ?? []).find((each) => `[^${each.id}]` === first);
    return footnote ? { type: 'footnote', footnote, start: footnote.position.start, end: footnote.position.end } : null;
  }
  return resolveHeading(cache.headings ?? [], parts.map(plain));
}

/** Headings are looked for in order, each part below the one before it. */
function resolveHeading(headings: O.HeadingCache[], wanted: string[]): O.HeadingSubpathResult | null {
  let at = -1;
  for (const part of wanted) {
    const level = at === -1 ? 0 : (headings[at]?.level ?? 0);
    at = headings.findIndex((each, index) => index > at && each.level > level && plain(each.heading) === part);
    if (at === -1) return null;
  }
  const current = headings[at];
  if (!current) return null;
  const next = headings.slice(at + 1).find((each) => each.level <= current.level);
  const result = {
    type: 'heading' as const,
    current,
    start: current.position.start,
    end: next?.position.start ?? null,
  };
  // The typings promise `next`; the real one gives null after the last heading of a note.
  return { ...result, next: next ?? current };
}
