/** Letters and digits, roughly: it is enough to be the same for all texts. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  return (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code < 0xd800);
}

/** Whether the text has a letter or digit there; a lost character is none. */
export function isLetterAt(text: string, at: number): boolean {
  return isWordCode(text.charCodeAt(at));
}

/** Calls `meet` with each word of a text, from the first to the last. */
export function eachWord(text: string, meet: (word: string, isAscii: boolean) => void): void {
  for (let at = 0; at < text.length; at++) {
    const start = at;
    let codes = 0;
    for (let code = text.charCodeAt(at); isWordCode(code); code = text.charCodeAt(++at)) codes |= code;
    if (at > start) meet(text.slice(start, at), codes < 0x80);
  }
}
