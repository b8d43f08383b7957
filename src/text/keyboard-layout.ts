/** The keys that hold letters in the Russian layout, as each of the two layouts writes them. */
const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** What the same keys would have written in the other layout, Latin or Russian, in small letters. */
export function inOtherLayout(typed: string): string {
  const text = typed.toLowerCase();
  const [from, to] = /[а-яё]/.test(text) ? [RUSSIAN, LATIN] : [LATIN, RUSSIAN];
  return Array.from(text, (sign) => to[from.indexOf(sign)] ?? sign).join('');
}
