/**
 * A value that is made when it is first asked for, and kept. What takes a while to make goes through this wherever it would else be made
 * as its module is loaded: patterns with classes like `\p{L}`, large patterns, tables, and whatever `Intl` has. The app waits at
 * each of its starts while `main.js` is evaluated, and most of what is in there is not needed then.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** A pattern that is compiled when it is first asked for; its classes are Unicode's, unless `flags` say otherwise. */
export function lazyPattern(source: string, flags = 'u'): () => RegExp {
  return lazily(() => new RegExp(source, flags));
}
