import { languages } from '../model/words';
import { fold } from '../text/fold';
import { lazily } from '../text/lazily';
import { wholeWords } from '../text/phrases';
import { readNextLabel, readWordedOpening } from './label-lines';
import type { LinkContext } from './link-context';
import { readLabelledOpening, type Opening } from './subject';

/** Labels that announce a link and say nothing of its relation. */
const LINK_LABEL = lazily(
  () =>
    new RegExp(
      `^${wholeWords(
        languages()
          .flatMap(({ announcements = [] }) => announcements)
          .join('|'),
      )}$`,
    ),
);

/** Finds links behind words of their own line which say that links follow: `Parent: [[Idea]]`, `See [[Idea]]`. */
export class AnnouncedLinks {
  readonly #seen: string;
  readonly #context: LinkContext;

  /** @param seen The text, blanks in place of what is not shown. */
  constructor(seen: string, context: LinkContext) {
    this.#seen = seen;
    this.#context = context;
  }

  /** Whether a label says that links follow. */
  readonly announces = (label: string): boolean =>
    this.#context.relationOf(label) !== null || LINK_LABEL().test(fold(label).replace(/[.:]/g, ''));

  /** An opening behind a label, where the label or, unless `onlyAnnounced`, what introduces the list says that links follow. */
  labelled(from: number, end: number, onlyAnnounced: boolean): Opening | null {
    const opening = readLabelledOpening(this.#seen, from, end);
    if (opening === null) return null;
    // In a map a label may name a part of what is below it.
    const isPart = this.#context.isMap() && (!onlyAnnounced || opening.subjects.length > 1);
    return isPart || this.announces(opening.label) || (!onlyAnnounced && this.#context.listContext().relation !== null)
      ? opening
      : null;
  }

  /** The same, or one behind a few words without a sign. */
  find(from: number, end: number, onlyAnnounced: boolean): Opening | null {
    return this.labelled(from, end, onlyAnnounced) ?? readWordedOpening(this.#seen, from, end, this.announces);
  }

  /** The next label with links, behind an opening that has one. */
  next(opening: Opening, end: number): Opening | null {
    const next = opening.label === '' ? null : readNextLabel(this.#seen, opening.end, end);
    return next !== null && this.announces(next.label) ? next : null;
  }
}
