/** What a language is called in the one named `inLanguage`; `''` for a code of none. */
export function languageName(code: string, inLanguage: string): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' }).of(code) ?? '';
  } catch {
    return '';
  }
}
