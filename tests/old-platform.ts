/**
 * What the oldest platforms lack that the plugin is for, though Chromium has it today. They are WebKit of iOS 15.4 (Obsidian's phone
 * app runs on devices that stop at iOS 15.8; those below 15.4 can be updated to it) and Chromium 106, which an old desktop
 * installer keeps, whatever version the app in it has. A name is here when one of the two lacks it.
 */
export const MISSING: readonly string[] = [
  'Array.fromAsync',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'ArrayBuffer.prototype.resize',
  'ArrayBuffer.prototype.transfer',
  'Atomics.waitAsync',
  'Error.isError',
  'Intl.DurationFormat',
  'Intl.NumberFormat.prototype.formatRangeToParts',
  'Iterator',
  'Iterator.prototype.drop',
  'Iterator.prototype.every',
  'Iterator.prototype.filter',
  'Iterator.prototype.find',
  'Iterator.prototype.flatMap',
  'Iterator.prototype.forEach',
  'Iterator.prototype.map',
  'Iterator.prototype.reduce',
  'Iterator.prototype.some',
  'Iterator.prototype.take',
  'Iterator.prototype.toArray',
  'JSON.isRawJSON',
  'JSON.rawJSON',
  'Map.groupBy',
  'Map.prototype.getOrInsert',
  'Map.prototype.getOrInsertComputed',
  'Math.f16round',
  'Math.sumPrecise',
  'Object.groupBy',
  'Promise.try',
  'Promise.withResolvers',
  'RegExp.escape',
  'Set.prototype.difference',
  'Set.prototype.intersection',
  'Set.prototype.isDisjointFrom',
  'Set.prototype.isSubsetOf',
  'Set.prototype.isSupersetOf',
  'Set.prototype.symmetricDifference',
  'Set.prototype.union',
  'String.prototype.isWellFormed',
  'String.prototype.toWellFormed',
  'Uint8Array.fromBase64',
  'Uint8Array.fromHex',
  'Uint8Array.prototype.setFromBase64',
  'Uint8Array.prototype.toBase64',
  'Uint8Array.prototype.toHex',
  'AsyncDisposableStack',
  'DisposableStack',
  'Float16Array',
  'SuppressedError',
  'Temporal',
  // Of the page.
  'AbortSignal.any',
  'AbortSignal.timeout',
  'CanvasRenderingContext2D.prototype.reset',
  'CanvasRenderingContext2D.prototype.roundRect',
  'CloseWatcher',
  'CompressionStream',
  'DecompressionStream',
  'Document.parseHTMLUnsafe',
  'Document.prototype.startViewTransition',
  'EditContext',
  'Element.prototype.checkVisibility',
  'Element.prototype.computedStyleMap',
  'Element.prototype.getHTML',
  'Element.prototype.moveBefore',
  'Element.prototype.setHTMLUnsafe',
  'HTMLElement.prototype.hidePopover',
  'HTMLElement.prototype.showPopover',
  'HTMLElement.prototype.togglePopover',
  'HTMLElement.prototype.inert',
  'Highlight',
  'IdleDeadline',
  'OffscreenCanvas',
  'Response.json',
  'Sanitizer',
  'Scheduler',
  'URL.canParse',
  'URL.parse',
  'URLPattern',
  'navigation',
  'requestIdleCallback',
  'scheduler',
];

/**
 * What a regular expression says that the oldest platforms do not understand, in words; `null` when they do. A literal of that kind
 * stops all of `main.js` from being parsed, a pattern made at run time throws where it is made.
 */
export function newerSyntax(source: string, flags: string): string | null {
  const [newFlag] = /[^dgimsuy]/.exec(flags) ?? [];
  if (newFlag !== undefined) return `the flag ${newFlag}`;
  const bare = source.replace(/\\[^]/g, '\\.').replace(/\[[^\]]*\]/g, '[]');
  // Safari 16.4.
  if (/\(\?<[=!]/.test(bare)) return 'a lookbehind';
  // Safari 26, Chromium 125.
  if (/\(\?[a-z-]+:/.test(bare)) return 'flags in a group';
  const names = [...bare.matchAll(/\(\?<([^>]+)>/g)].map(([, name]) => name);
  return new Set(names).size < names.length ? 'two groups of one name' : null;
}
