import { lazily } from '../text/lazily';

/** Part of every platform that this runs on, though not of the language. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array | Uint16Array): string };

/** The text that `bytes` are in an encoding, by its WHATWG label; throws for a label that is none. */
export function decodeBytes(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label).decode(bytes);
}

/** Made once: to make one takes longer than to decode a word. */
const UTF_16 = lazily(() => new TextDecoder('utf-16le', { ignoreBOM: true }));

/** The text of UTF-16 units. A mark at its beginning is kept. */
export function decodeUtf16(units: Uint16Array): string {
  return UTF_16().decode(units);
}
