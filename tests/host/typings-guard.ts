import type * as O from 'obsidian';
import type { App } from './app.ts';

/** The classes whose instances are watched. */
export const WATCHED = ['App', 'Vault', 'Workspace', 'MetadataCache', 'FileManager'] as const;

export type WatchedClass = (typeof WATCHED)[number];

/** The members that `obsidian.d.ts` gives each watched class, inherited ones too. */
export type DocumentedNames = Record<WatchedClass, readonly string[]>;

/** Names every object has, and names that a promise or a printer looks for. */
const COMMON = new Set<PropertyKey>([
  'constructor',
  'then',
  'toJSON',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '$$typeof',
  'nodeType',
  'asymmetricMatch',
]);

const appBehindProxy = new WeakMap<object, App>();

/** The host's app behind what a plugin was given: that app itself, or the watched one. */
export function appBehind(app: O.App): App {
  const own = appBehindProxy.get(app);
  if (!own) throw new Error('This app was not made by createHost.');
  return own;
}

/** The app as plugins see it. Nothing is kept from them: reads of undocumented names are noted, never refused. */
export class GuardedApp {
  readonly #reads: Record<WatchedClass, Set<string>> = {
    App: new Set(),
    Vault: new Set(),
    Workspace: new Set(),
    MetadataCache: new Set(),
    FileManager: new Set(),
  };
  readonly app: O.App;

  constructor(app: App) {
    const cached = new Map<PropertyKey, object>();
    const part = (name: PropertyKey): object | null => {
      const known = cached.get(name);
      if (known) return known;
      const made = this.#part(app, name);
      if (made) cached.set(name, made);
      return made;
    };
    this.app = this.#watch<O.App>('App', app, part);
    appBehindProxy.set(this.app, app);
    appBehindProxy.set(app, app);
  }

  /** `Class.name` of every read that is not in the typings, sorted. */
  undocumentedReads(documented: DocumentedNames): string[] {
    return WATCHED.flatMap((name) => {
      const known = new Set(documented[name]);
      return [...this.#reads[name]].filter((read) => !known.has(read)).map((read) => `${name}.${read}`);
    }).sort();
  }

  /** Starts anew, for a test that reads undocumented names on purpose. */
  forgetReads(): void {
    for (const name of WATCHED) this.#reads[name].clear();
  }

  #part(app: App, name: PropertyKey): object | null {
    switch (name) {
      case 'vault':
        return this.#watch('Vault', app.vault);
      case 'workspace':
        return this.#watch('Workspace', app.workspace);
      case 'metadataCache':
        return this.#watch('MetadataCache', app.metadataCache);
      case 'fileManager':
        return this.#watch('FileManager', app.fileManager);
      default:
        return null;
    }
  }

  #watch<T extends object>(name: WatchedClass, target: T, part?: (name: PropertyKey) => object | null): T {
    const reads = this.#reads[name];
    const bound = new Map<unknown, unknown>();
    const bind = (method: (...args: unknown[]) => unknown): unknown => {
      const known = bound.get(method);
      if (known) return known;
      const made = method.bind(target);
      bound.set(method, made);
      return made;
    };
    return new Proxy(target, {
      get(_target, property) {
        if (typeof property === 'string' && !COMMON.has(property)) reads.add(property);
        const watched = part?.(property);
        if (watched) return watched;
        const value: unknown = Reflect.get(target, property, target);
        // Methods run on the real object: what the host itself reads is its own business.
        return isMethod(value) && property !== 'constructor' ? bind(value) : value;
      },
      has(_target, property) {
        if (typeof property === 'string') reads.add(property);
        return Reflect.has(target, property);
      },
      set(_target, property, value) {
        return Reflect.set(target, property, value, target);
      },
    });
  }
}

function isMethod(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === 'function';
}
