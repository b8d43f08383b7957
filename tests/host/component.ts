import type * as O from 'obsidian';
import { Subscription } from './events.ts';

/** Something with a life: what is registered on it while it is loaded goes when it is unloaded, last first. */
export class Component implements O.Component {
  #loaded = false;
  readonly #children: O.Component[] = [];
  readonly #cleanups: (() => unknown)[] = [];
  /** What `onload` gave back: a plugin's is a promise, and its loader waits for it. */
  #loading: unknown = undefined;

  load(): void {
    if (this.#loaded) return;
    this.#loaded = true;
    this.#loading = this.onload();
    for (const child of [...this.#children]) child.load();
  }

  /** Settles when an asynchronous `onload` has; rejects with what it threw. */
  static async loaded(component: Component): Promise<void> {
    await component.#loading;
  }

  onload(): unknown {
    return undefined;
  }

  unload(): void {
    if (!this.#loaded) return;
    this.#loaded = false;
    for (let child = this.#children.pop(); child; child = this.#children.pop()) child.unload();
    for (let cleanup = this.#cleanups.pop(); cleanup; cleanup = this.#cleanups.pop()) cleanup();
    this.onunload();
  }

  onunload(): void {
    // For subclasses.
  }

  addChild<T extends O.Component>(component: T): T {
    this.#children.push(component);
    if (this.#loaded) component.load();
    return component;
  }

  removeChild<T extends O.Component>(component: T): T {
    const at = this.#children.indexOf(component);
    if (at === -1) return component;
    this.#children.splice(at, 1);
    component.unload();
    return component;
  }

  register(cleanup: () => unknown): void {
    this.#cleanups.push(cleanup);
  }

  registerEvent(ref: O.EventRef): void {
    this.register(() => {
      if (ref instanceof Subscription) ref.source.offref(ref);
    });
  }

  registerDomEvent<K extends keyof WindowEventMap>(
    target: Window,
    type: K,
    callback: (this: HTMLElement, event: WindowEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof DocumentEventMap>(
    target: Document,
    type: K,
    callback: (this: HTMLElement, event: DocumentEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent<K extends keyof HTMLElementEventMap>(
    target: HTMLElement,
    type: K,
    callback: (this: HTMLElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  registerDomEvent(
    target: EventTarget,
    type: string,
    callback: (this: HTMLElement, event: never) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void {
    const listener = (event: Event): unknown => Reflect.apply(callback, target, [event]);
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
