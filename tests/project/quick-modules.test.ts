import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, it } from 'vitest';
import * as lineBreaks from '../../src/text/line-breaks';

/** Whether V8 looks the properties of an object up at a known place, and does not search for them. */
function isQuick(object: unknown): unknown {
  // The function is compiled when it is called.
  setFlagsFromString('--allow-natives-syntax');
  const ask: unknown = runInThisContext('(object) => %HasFastProperties(object)');
  const answer: unknown = typeof ask === 'function' ? Reflect.apply(ask, undefined, [object]) : null;
  setFlagsFromString('--no-allow-natives-syntax');
  return answer;
}

it('names that a module imports are found without a search', () => {
  const searched: unknown = Object.defineProperty(Object.create(null), 'a', { get: () => 1 });
  expect(isQuick(searched)).toBe(false);
  expect(isQuick(lineBreaks)).toBe(true);
});
