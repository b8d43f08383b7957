/** Of a letter, in pixels, where nothing can be measured: a wide guess, so that names rather stand apart. */
const LETTER = 7;

/**
 * Measures texts as they are drawn in a picture, each once.
 *
 * @param textEl Stands in the picture, is styled as its texts are, and holds none.
 */
export function textMeasure(textEl: SVGTextElement): {
  /** How wide a text is, in pixels. */
  readonly widthOf: (text: string) => number;
  /** To be called when the letters may have changed. */
  readonly forget: () => void;
} {
  const widths = new Map<string, number>();
  return {
    widthOf: (text) => {
      const known = widths.get(text);
      if (known !== undefined) return known;
      textEl.textContent = text;
      // 0 for what is not laid out: out of the document, or folded.
      const width = 'getComputedTextLength' in textEl ? textEl.getComputedTextLength() : 0;
      textEl.textContent = '';
      if (width === 0) return text.length * LETTER;
      widths.set(text, width);
      return width;
    },
    forget: () => widths.clear(),
  };
}
