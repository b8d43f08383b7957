import type * as obsidian from 'obsidian';
import { removeOverlays } from './overlays.ts';

const isMac = (): boolean => /Mac|iPhone|iPad/.test(activeWindow.navigator.platform);

/** The modifiers held during a key press, sorted and joined by commas, as `KeymapInfo.modifiers` has them. */
function heldModifiers(evt: KeyboardEvent): string {
  const held: string[] = [];
  if (evt.altKey) held.push('Alt');
  if (evt.ctrlKey) held.push('Ctrl');
  if (evt.metaKey) held.push('Meta');
  if (evt.shiftKey) held.push('Shift');
  return held.join(',');
}

/** Turns `['Mod', 'Shift']` into the platform's own modifiers in the form of {@link heldModifiers}. */
function compileModifiers(modifiers: readonly obsidian.Modifier[]): string {
  return modifiers
    .map((modifier) => (modifier === 'Mod' ? (isMac() ? 'Meta' : 'Ctrl') : modifier))
    .sort()
    .join(',');
}

interface Registration extends obsidian.KeymapEventHandler {
  func: obsidian.KeymapEventListener;
}

/** A set of key bindings. A key that no binding takes goes on to the parent scope. */
export class Scope implements obsidian.Scope {
  private registrations: Registration[] = [];
  private readonly parent: Scope | null;

  constructor(parent?: obsidian.Scope) {
    this.parent = parent instanceof Scope ? parent : null;
  }

  register(
    modifiers: obsidian.Modifier[] | null,
    key: string | null,
    func: obsidian.KeymapEventListener,
  ): obsidian.KeymapEventHandler {
    const registration: Registration = { modifiers: modifiers && compileModifiers(modifiers), key, func, scope: this };
    this.registrations.push(registration);
    return registration;
  }

  unregister(handler: obsidian.KeymapEventHandler): void {
    this.registrations = this.registrations.filter((registration) => registration !== handler);
  }

  /** Runs the bindings of a key press until one answers; returns that answer, `undefined` when none did. */
  handleKey(evt: KeyboardEvent): unknown {
    const held = heldModifiers(evt);
    for (const { key, modifiers, func } of [...this.registrations]) {
      if (key !== null && key.toLowerCase() !== evt.key.toLowerCase()) continue;
      if (modifiers !== null && modifiers !== held) continue;
      const answer: unknown = func(evt, { key: evt.key, modifiers: held, vkey: evt.key });
      if (answer !== undefined) return answer;
    }
    return this.parent?.handleKey(evt);
  }
}

/** The stack of scopes; the one pushed last gets the keys. */
export class Keymap implements obsidian.Keymap {
  private stack: obsidian.Scope[] = [];
  private detach: (() => void) | null = null;

  /** `root` gets the keys when nothing is pushed; without one, keys are left alone then. */
  constructor(private readonly root: obsidian.Scope | null = null) {
    if (root) this.listen();
  }

  pushScope(scope: obsidian.Scope): void {
    this.popScope(scope);
    this.stack.push(scope);
    this.listen();
  }

  popScope(scope: obsidian.Scope): void {
    this.stack = this.stack.filter((other) => other !== scope);
    if (this.stack.length === 0 && !this.root) this.unlisten();
  }

  /** Ends a host that is thrown away: it hears no more keys, and what took them is gone from the document. */
  close(): void {
    this.unlisten();
    this.stack = [];
    removeOverlays(activeDocument);
  }

  static isModifier(evt: MouseEvent | TouchEvent | KeyboardEvent, modifier: obsidian.Modifier): boolean {
    switch (modifier) {
      case 'Mod':
        return isMac() ? evt.metaKey : evt.ctrlKey;
      case 'Ctrl':
        return evt.ctrlKey;
      case 'Meta':
        return evt.metaKey;
      case 'Alt':
        return evt.altKey;
      case 'Shift':
        return evt.shiftKey;
    }
  }

  static isModEvent(evt?: obsidian.UserEvent | null): obsidian.PaneType | boolean {
    if (!evt) return false;
    if ('button' in evt && evt.button === 1) return 'tab';
    if (!Keymap.isModifier(evt, 'Mod')) return false;
    if (!evt.altKey) return 'tab';
    return evt.shiftKey ? 'window' : 'split';
  }

  private unlisten(): void {
    this.detach?.();
    this.detach = null;
  }

  /** Hears the keys of another window, too, until what it gives is called. */
  listenIn(doc: Document): () => void {
    const onKey = (evt: KeyboardEvent): void => {
      const scope = this.stack.at(-1) ?? this.root;
      if (!(scope instanceof Scope) || scope.handleKey(evt) !== false) return;
      evt.preventDefault();
      evt.stopPropagation();
    };
    // Captured, as in Obsidian: a modal's Escape comes before the field that has the focus.
    doc.addEventListener('keydown', onKey, true);
    return () => doc.removeEventListener('keydown', onKey, true);
  }

  private listen(): void {
    this.detach ??= this.listenIn(document);
  }
}
