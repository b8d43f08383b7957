import type * as O from 'obsidian';
import type { WorkspaceLeaf } from './leaf.ts';

interface Visit {
  readonly state: O.ViewState;
  readonly eState: unknown;
}

/** Where a leaf has been, for the two arrows in its header. */
export class LeafHistory {
  readonly #back: Visit[] = [];
  readonly #forward: Visit[] = [];
  #moving = false;

  constructor(readonly leaf: WorkspaceLeaf) {}

  /** Runs a change of state; what the leaf showed before becomes a step back when the change says it is one. */
  async record(change: () => Promise<boolean>): Promise<void> {
    const before = this.#visit();
    const isStep = await change();
    if (!isStep || this.#moving) return;
    this.#back.push(before);
    this.#forward.length = 0;
  }

  get canGoBack(): boolean {
    return this.#back.length > 0;
  }

  get canGoForward(): boolean {
    return this.#forward.length > 0;
  }

  back(): Promise<void> {
    return this.#go(this.#back, this.#forward);
  }

  forward(): Promise<void> {
    return this.#go(this.#forward, this.#back);
  }

  async #go(from: Visit[], to: Visit[]): Promise<void> {
    const visit = from.pop();
    if (!visit) return;
    to.push(this.#visit());
    this.#moving = true;
    try {
      await this.leaf.setViewState({ ...visit.state, active: true }, visit.eState);
    } finally {
      this.#moving = false;
    }
  }

  #visit(): Visit {
    return { state: this.leaf.getViewState(), eState: this.leaf.getEphemeralState() };
  }
}
