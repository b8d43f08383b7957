import type * as O from 'obsidian';

/** A listener, which may name the types that its event is documented with. */
type Callback = (...data: never[]) => unknown;

/** What `Events.on` hands back: one subscription, which `offref` removes and no other. */
export class Subscription implements O.EventRef {
  constructor(
    readonly source: Events,
    readonly name: string,
    readonly callback: Callback,
    readonly context: unknown,
  ) {}
}

/** Named events. A listener that throws does not keep the others from being called; its error is rethrown later, uncaught. */
export class Events implements O.Events {
  readonly #subscriptions = new Map<string, Subscription[]>();

  on(name: string, callback: (...data: unknown[]) => unknown, context?: unknown): O.EventRef;
  on(name: string, callback: Callback, context?: unknown): O.EventRef;
  on(name: string, callback: Callback, context?: unknown): O.EventRef {
    const subscription = new Subscription(this, name, callback, context);
    this.#subscriptions.set(name, [...(this.#subscriptions.get(name) ?? []), subscription]);
    return subscription;
  }

  off(name: string, callback: Callback): void {
    this.#keep(name, (subscription) => subscription.callback !== callback);
  }

  offref(ref: O.EventRef): void {
    if (ref instanceof Subscription) this.#keep(ref.name, (subscription) => subscription !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const subscription of this.#subscriptions.get(name) ?? []) this.tryTrigger(subscription, data);
  }

  tryTrigger(ref: O.EventRef, data: unknown[]): void {
    if (!(ref instanceof Subscription)) return;
    try {
      Reflect.apply(ref.callback, ref.context, data);
    } catch (error) {
      window.setTimeout(() => {
        throw error;
      });
    }
  }

  #keep(name: string, test: (subscription: Subscription) => boolean): void {
    this.#subscriptions.set(name, (this.#subscriptions.get(name) ?? []).filter(test));
  }
}
