import type { Size } from '../map/map-zoom';

/** Less than these, in pixels, no entry takes in any theme: at worst a little is drawn that cannot be seen yet. */
const LEAST_LINE = 14;
const LEAST_CHARACTER = 4;
const LEAST_ENTRY = 20;
/** More lines of its description are shown only where they are asked for. */
const MOST_LINES = 2;

/**
 * What is drawn of a note in the frame that shows it first: as much as may be seen, for each entry more costs that frame its
 * building and its layout. Once that frame is painted, all is drawn.
 */
export class FirstDraw {
  #room: Size | null = null;
  #left = 0;
  #isCut = false;

  /** @param room `null` to draw all, from here on. */
  begin(room: Size | null): void {
    this.#room = room;
    this.#left = room?.height ?? 0;
    this.#isCut = false;
  }

  /** Whether something was left out. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Whether an entry with so long a description is drawn; those behind one that is not are none either. */
  takes(characters: number): boolean {
    if (this.#room === null) return true;
    if (this.#left <= 0) this.#isCut = true;
    const lines = Math.min(MOST_LINES, Math.ceil((characters * LEAST_CHARACTER) / this.#room.width));
    this.#left -= LEAST_ENTRY + lines * LEAST_LINE;
    return !this.#isCut;
  }
}
