export type Theme = 'light' | 'dark';

/** What the page's address asks for. */
export interface Query {
  /** A note: its path, its path without `.md`, or its base name; null for the first of the folder. */
  note: string | null;
  language: 'en' | 'ru';
  theme: Theme;
  /** The right sidebar's width in pixels; null for the usual one. */
  width: number | null;
  /** How the host behaves: as is convenient, as the app does where that is less so, or so on a phone. */
  app: 'kind' | 'unkind' | 'phone';
}

export function parseQuery(search: string): Query {
  const query = new URLSearchParams(search);
  const width = Number(query.get('width') ?? '');
  return {
    note: query.get('note'),
    language: query.get('lang') === 'ru' ? 'ru' : 'en',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    width: Number.isFinite(width) && width > 0 ? width : null,
    app: query.get('app') === 'phone' ? 'phone' : query.get('app') === 'unkind' ? 'unkind' : 'kind',
  };
}

/** The address of the same page with one thing changed; null takes it out. */
export function withQuery(search: string, key: 'note' | 'lang' | 'theme' | 'width', value: string | null): string {
  const query = new URLSearchParams(search);
  if (value === null) query.delete(key);
  else query.set(key, value);
  return `?${query.toString()}`;
}

/** The path that `?note=` means, null when there is none: an exact path first, then one without `.md`, then a base name. */
export function findNote(note: string, paths: readonly string[]): string | null {
  const wanted = note.replace(/^\/+/, '').normalize('NFC');
  const same = (path: string, other: string): boolean => path.normalize('NFC') === other;
  return (
    paths.find((path) => same(path, wanted)) ??
    paths.find((path) => same(path, `${wanted}.md`)) ??
    paths.find((path) => same(path.slice(path.lastIndexOf('/') + 1), `${wanted}.md`)) ??
    null
  );
}
