const COPIED = ['font', 'letterSpacing', 'lineHeight', 'padding', 'tabSize', 'textIndent', 'wordSpacing'] as const;

/** How many pixels below the top of a textarea's text the line at `offset` stands, long lines wrapped. */
export function lineTop(textarea: HTMLTextAreaElement, offset: number): number {
  const { doc, win } = textarea;
  const style = win.getComputedStyle(textarea);
  const mirror = createDiv();
  mirror.setCssStyles({
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    boxSizing: 'border-box',
    width: `${textarea.clientWidth}px`,
  });
  for (const property of COPIED) mirror.setCssStyles({ [property]: style[property] });
  mirror.textContent = textarea.value.slice(0, offset);
  const mark = mirror.createSpan({ text: '\u200b' });
  doc.body.append(mirror);
  const top = mark.offsetTop;
  mirror.remove();
  return top;
}
