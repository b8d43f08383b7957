/** Of a letter, in pixels, where nothing can be measured: a wide guess, so that names rather stand apart. */
const LETTER = 7;

/** Measures texts as they are drawn in a picture, each once. */
export class TextMeasure {
  private readonly widths = new Map<string, number>();

  /** @param textEl Stands in the picture, is styled as its texts are, and holds none. */
  constructor(private readonly textEl: SVGTextElement) {}

  /** How wide a text is, in pixels. */
  readonly widthOf = (text: string): number => {
    const known = this.widths.get(text);
    if (known !== undefined) return known;
    const width = this.measure(text);
    if (width === 0) return text.length * LETTER;
    this.widths.set(text, width);
    return width;
  };

  /** To be called when the letters may have changed. */
  forget(): void {
    this.widths.clear();
  }

  /** 0 for what is not laid out: out of the document, or folded. */
  private measure(text: string): number {
    if (!('getComputedTextLength' in this.textEl)) return 0;
    this.textEl.textContent = text;
    const width = this.textEl.getComputedTextLength();
    this.textEl.textContent = '';
    return width;
  }
}
