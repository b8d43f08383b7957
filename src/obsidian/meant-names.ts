import type { VaultFacts } from '../index/vault-facts';
import { IdleSlices } from './idle-slices';

/** Names taken in at once, and named for one link. */
const NAMES_AT_ONCE = 100;
const MOST_NEAR = 3;
/** Answers that are remembered: more than the links of the notes that are open. */
const MEMORY = 5000;

/**
 * The notes that links without a note must have meant. They are looked for in idle moments, for a vault has many names: until then
 * what was found before holds, and of a link that is new nothing.
 */
export class MeantNames {
  readonly #facts: VaultFacts;
  readonly #onFound: () => void;
  readonly #slices = new IdleSlices();
  readonly #asked = new Set<string>();
  readonly #found = new Map<string, readonly string[]>();
  /** Nothing is looked for before all notes are known. */
  #isOn = false;
  #working: Promise<void> | null = null;

  constructor(facts: VaultFacts, onFound: () => void) {
    this.#facts = facts;
    this.#onFound = onFound;
  }

  start(): void {
    this.#isOn = true;
    this.#begin();
  }

  stop(): void {
    this.#isOn = false;
    this.#asked.clear();
  }

  /** Comes when all that was asked for is known; `null` where nothing is being looked for. */
  get looking(): Promise<void> | null {
    return this.#working;
  }

  /** The names, as far as they are known; `onFound` is called once there are others. */
  of(target: string): readonly string[] {
    if (!this.#facts.knowsNear(target)) {
      this.#asked.add(target);
      this.#begin();
      return this.#found.get(target) ?? [];
    }
    return this.#facts.names.meant(target, MOST_NEAR);
  }

  #begin(): void {
    if (this.#isOn && this.#asked.size > 0) this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    let isNew = false;
    try {
      while (this.#asked.size > 0) {
        await this.#slices.run(() => {
          if (!this.#facts.prepareNames(NAMES_AT_ONCE)) return;
          const [target] = this.#asked;
          if (target === undefined) return;
          this.#asked.delete(target);
          const names = this.#facts.names.meant(target, MOST_NEAR);
          isNew ||= names.join('\n') !== (this.#found.get(target) ?? []).join('\n');
          if (this.#found.size >= MEMORY) this.#found.clear();
          this.#found.set(target, names);
        });
      }
    } finally {
      this.#working = null;
    }
    if (isNew && this.#isOn) this.#onFound();
  }
}
