import { getLinkpath, parseLinktext, type App, type Menu, type TFile } from 'obsidian';
import { fitsWikilink, linkToNote } from '../text/note-link';
import { foldPath } from '../text/note-name';
import { decodePercent } from '../text/percent';

/** Where the links of notes lead, as Obsidian resolves them. */
export class LinkResolver {
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /**
   * The note that a link leads to when it stands in the note at path `from`; `null` when there is none. Takes what stands between
   * the brackets of a wikilink (`Note#Heading`) as well as the target of a Markdown link (`../Note%20name.md`, `file:///…`).
   */
  resolve(link: string, from: string): TFile | null {
    return this.#resolve(link, (linkpath) => this.#app.metadataCache.getFirstLinkpathDest(linkpath, from));
  }

  /**
   * As `resolve`, for a note whose links are asked for again and again: each is looked up once, until `revision` gives another
   * number. What Obsidian still leads to and is gone from the vault is no note.
   */
  remembering(from: string, revision: () => number): (link: string) => TFile | null {
    const byLink = new Map<string, TFile | null>();
    // A link may say a heading, or be written in several ways.
    const byPath = new Map<string, TFile | null>();
    let known = revision();
    const lookUp = (linkpath: string): TFile | null => this.#app.metadataCache.getFirstLinkpathDest(linkpath, from);
    return (link) => {
      if (known !== revision()) {
        byLink.clear();
        byPath.clear();
        known = revision();
      }
      return remembered(byLink, link, () => {
        const file = this.#resolve(link, (linkpath) => remembered(byPath, linkpath, () => lookUp(linkpath)));
        return file && this.#app.vault.getFileByPath(file.path) ? file : null;
      });
    };
  }

  /** Whether the note at `path` holds a link to no note with this target, which is compared without regard to case. */
  wants(path: string, target: string): boolean {
    const wanted = foldPath(decodePercent(target));
    const links = Object.keys(this.#app.metadataCache.unresolvedLinks[path] ?? {});
    return links.some((link) => foldPath(decodePercent(link)) === wanted);
  }

  /** Adds what Obsidian and other plugins offer for the note that a link leads to. */
  addFileItems(menu: Menu, link: string, from: string): void {
    const file = this.resolve(link, from);
    if (!file) return;
    const { subpath } = parseLinktext(decodePercent(link));
    this.#app.workspace.handleLinkContextMenu(menu, file.path + subpath, from);
  }

  /** What stands in a link's place when it is dragged into the note at path `to`: a link as the user's settings want it. */
  linkText(link: string, from: string, to: string): string {
    const file = this.resolve(link, from);
    const { path, subpath } = linkParts(link);
    if (!file) return linkToNote(path.replace(/\.md$/i, ''), '', subpath);
    // Obsidian would write what it reads as a part of another note.
    if (!fitsWikilink(file.path))
      return linkToNote(this.#app.metadataCache.fileToLinktext(file, to, true), '', subpath);
    return this.#app.fileManager.generateMarkdownLink(file, to, subpath);
  }

  #resolve(link: string, lookUp: (linkpath: string) => TFile | null): TFile | null {
    const linkpath = getLinkpath(link);
    const asWritten = lookUp(linkpath);
    if (asWritten) return asWritten;
    const decoded = decodePercent(linkpath);
    if (/^file:/i.test(decoded)) return this.#resolveFileUrl(decoded);
    if (decoded === linkpath) return null;
    // `%23` is a part of a name, unless there is none of that name: some write it before a heading, too.
    return lookUp(decoded) ?? lookUp(getLinkpath(decoded));
  }

  /** A file URL holds a path on somebody's disk. The longest end of it that is a path in this vault is what was meant. */
  #resolveFileUrl(url: string): TFile | null {
    const parts = url
      .replace(/^file:\/*/i, '')
      .replaceAll('\\', '/')
      .split('/');
    for (let start = 0; start < parts.length; start++) {
      const path = parts.slice(start).join('/');
      const file = this.#app.vault.getFileByPath(path) ?? this.#app.vault.getFileByPath(`${path}.md`);
      if (file) return file;
    }
    const name = parts.at(-1);
    return name ? this.#app.metadataCache.getFirstLinkpathDest(name, '') : null;
  }
}

/** The name and the `#Heading` of a link, not encoded. */
export function linkParts(link: string): { readonly path: string; readonly subpath: string } {
  const { path, subpath } = parseLinktext(link);
  return { path: decodePercent(path), subpath: decodePercent(subpath) };
}

/** What `answers` holds for `question`; asked once. */
function remembered<Answer>(answers: Map<string, Answer>, question: string, ask: () => Answer): Answer {
  const known = answers.get(question);
  if (known !== undefined) return known;
  const answer = ask();
  answers.set(question, answer);
  return answer;
}
