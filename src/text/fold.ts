import { composed } from './unicode-form';

/** Text as names are compared: case and the way an accent is stored do not matter. */
export function foldCase(text: string): string {
  return composed(text).toLowerCase();
}

/** Text as words are compared: `ё` is `е` besides. */
export function fold(text: string): string {
  return foldCase(text).replaceAll('ё', 'е');
}
