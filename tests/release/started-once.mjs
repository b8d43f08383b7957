// Of the modules that the part of the bundle asks for which is loaded later, the bundler makes functions that run a module when it is
// first asked for. Each file that imports from one calls it: one call is enough, and a module in which nothing runs needs none.

/** As the bundler shortens the start of a module, up to what runs in it; and calls of such. */
const START = /\b([\w$]+)=[\w$]+\(\(\)=>\{"use strict"(;|\}\))/g;
const CALLS = /(?<=[;}])(?:[\w$]+\(\);)+/g;
const INSIDE = '{"use strict";';

/**
 * A bundle as the bundler shortens it: the names at its top are names of nothing else. Calls in modules that wait to be run stay: where
 * they stand does not say when that is.
 *
 * @param {string} bundle
 */
export function startedOnce(bundle) {
  const starts = new Map(Array.from(bundle.matchAll(START), ([, name, end]) => [name, end === ';']));
  const started = new Set();
  const without = bundle.replace(CALLS, (calls, at) => {
    const isInside = bundle.slice(at - INSIDE.length, at) === INSIDE;
    return calls.replace(/([\w$]+)\(\);/g, (call, name) => {
      const runs = starts.get(name);
      if (runs === false || (runs && !isInside && started.has(name))) return '';
      if (!isInside) started.add(name);
      return call;
    });
  });
  // Where one is still asked for in some other way, it is still there.
  return without.replace(START, (start, name, end) => {
    const isAsked = new RegExp(`(?<![.#\\w$])${name.replaceAll('$', '\\$')}\\(`).test(without);
    return end === ';' || isAsked ? start : `${name}=0`;
  });
}
