let segmenter: Intl.Segmenter | undefined;

/** What a reader sees as one character each, however many codes it takes, with where it stands. */
export function graphemesIn(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** The same as a list. */
export function graphemes(text: string): string[] {
  return Array.from(graphemesIn(text), ({ segment }) => segment);
}
