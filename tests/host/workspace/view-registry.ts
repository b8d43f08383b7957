import type * as O from 'obsidian';
import { DeferredView, EmptyView } from './plain-views.ts';
import { View, apiView } from './view.ts';

/** Which view shows which type, and which type shows which file. */
export class ViewRegistry {
  readonly #creators = new Map<string, O.ViewCreator>();
  readonly #typeByExtension = new Map<string, string>();

  register(type: string, creator: O.ViewCreator): void {
    if (this.#creators.has(type)) throw new Error(`Attempting to register an existing view type "${type}"`);
    this.#creators.set(type, creator);
  }

  unregister(type: string): void {
    this.#creators.delete(type);
  }

  registerExtensions(extensions: readonly string[], type: string): void {
    for (const extension of extensions) {
      if (this.#typeByExtension.has(extension)) {
        throw new Error(`Attempting to register an existing file extension "${extension}"`);
      }
    }
    for (const extension of extensions) this.#typeByExtension.set(extension, type);
  }

  unregisterExtensions(extensions: readonly string[]): void {
    for (const extension of extensions) this.#typeByExtension.delete(extension);
  }

  has(type: string): boolean {
    return this.#creators.has(type);
  }

  typeFor(extension: string): string | null {
    return this.#typeByExtension.get(extension) ?? null;
  }

  create(type: string, leaf: O.WorkspaceLeaf): O.View {
    const creator = this.#creators.get(type);
    if (!creator) throw new Error(`No view of the type "${type}" is registered.`);
    return creator(leaf);
  }

  empty(leaf: O.WorkspaceLeaf): O.View {
    return apiView(new EmptyView(leaf));
  }

  deferred(leaf: O.WorkspaceLeaf, state: O.ViewState): O.View {
    return apiView(new DeferredView(leaf, state));
  }

  open(view: O.View): Promise<void> {
    return View.open(view);
  }

  close(view: O.View): Promise<void> {
    return View.close(view);
  }
}
