import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { keptText } from '../release/kept-text.mjs';
import type * as Kinds from './kinds.ts';
import { searchSteps } from './regexp-steps.ts';

/** What is counted beside each call and each round of a loop: what the built-in functions look at, copy and search. */
const builtIn = { work: 0, isCounting: false };

/** The code under test as it would be built, and what it counts while it is at work. */
export interface Counted {
  readonly kinds: typeof Kinds;
  /** The work that one call does. */
  readonly workOf: (call: () => unknown) => number;
  /** Lets go of what texts that were read before said: a text that shares lines with them would cost less than it does alone. */
  readonly forget: () => void;
}

/**
 * Loads the code with a counter in each function and each loop. While something is counted, the built-in functions whose work grows
 * with what they are given count it, too, and so does every step of an expression that a plain matcher would take. So the same call
 * counts the same on every machine.
 */
export async function loadCounted(): Promise<Counted> {
  const built = await build({
    entryPoints: [path.join(import.meta.dirname, 'kinds.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  });
  const bundle = built.outputFiles[0]?.text ?? '';
  // It takes two seconds, and several files ask for it.
  const keptIn = path.join(import.meta.dirname, '../output/counted.js');
  const forgetful = bundle.replace(
    REMEMBERED,
    (_, before: string, made: string) => `${before}${COUNTER}.memory(${made});`,
  );
  if (forgetful === bundle) throw new Error('what is remembered is not found in the bundle');
  const script = await keptText(keptIn, [ts.version, withCounters.toString(), forgetful], () =>
    withCounters(forgetful),
  );
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code is the project's own, with counters in it
  const run: unknown = new Function('require', 'module', 'exports', COUNTER, script);
  if (typeof run !== 'function') throw new Error('no script');
  run.call(undefined, createRequire(import.meta.url), module, module.exports, counter);
  const { exports } = module;
  if (!isKinds(exports)) throw new Error('kinds.ts exports no kinds');
  return { kinds: exports, workOf, forget };
}

function isKinds(exports: unknown): exports is typeof Kinds {
  return typeof exports === 'object' && exports !== null && 'READINGS' in exports && 'EDITS' in exports;
}

const COUNTER = '$work';
/** Where the bundle makes the memory of text/remembered.ts. */
const REMEMBERED = /(function remembered\(\w+\) \{\s*const known = )([^;]*);/;
/** Memories that hold something. Many more are made than that: one for each note whose lists are edited. */
const filled = new Set<Map<unknown, unknown>>();

class Memory extends Map<unknown, unknown> {
  override set(key: unknown, value: unknown): this {
    filled.add(this);
    return super.set(key, value);
  }
}

function forget(): void {
  for (const memory of filled) memory.clear();
  filled.clear();
}

const counter = {
  n: 0,
  /** A memory of what texts say. */
  memory(made: Map<unknown, unknown>): Map<unknown, unknown> {
    return new Memory(made);
  },
  /** Of what is spread, copied into or made with so many places. */
  of<T>(value: T): T {
    builtIn.work += sizeOf(value);
    return value;
  },
  /** Of what is spread into the arguments of a call: an engine takes no more than some ten thousands. */
  args<T>(value: T): T {
    if (sizeOf(value) > MOST_ARGUMENTS) throw new RangeError(`${sizeOf(value)} arguments in one call`);
    return value;
  },
};

/** As many as are the same for every text. */
const MOST_ARGUMENTS = 500;

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  if ('length' in value && typeof value.length === 'number') return value.length;
  if ('size' in value && typeof value.size === 'number') return value.size;
  return Object.keys(value).length;
}

function withCounters(script: string): string {
  const source = ts.createSourceFile('script.js', script, ts.ScriptTarget.ES2022, false, ts.ScriptKind.JS);
  const { factory } = ts;
  const count = (): ts.Expression =>
    factory.createPostfixIncrement(factory.createPropertyAccessExpression(factory.createIdentifier(COUNTER), 'n'));
  const told = (to: keyof typeof counter, value: ts.Expression): ts.Expression =>
    factory.createCallExpression(
      factory.createPropertyAccessExpression(factory.createIdentifier(COUNTER), to),
      undefined,
      [value],
    );
  const of = (value: ts.Expression): ts.Expression => told('of', value);
  const counted = (body: ts.Statement): ts.Block =>
    factory.createBlock([factory.createExpressionStatement(count()), ...(ts.isBlock(body) ? body.statements : [body])]);
  const countedBody = (body: ts.Block): ts.Block => {
    const directives = body.statements.filter(
      (one) => ts.isExpressionStatement(one) && ts.isStringLiteral(one.expression),
    );
    return factory.createBlock([
      ...directives,
      factory.createExpressionStatement(count()),
      ...body.statements.slice(directives.length),
    ]);
  };
  const { transformed } = ts.transform(source, [
    (context) => (file) => {
      const visit = (node: ts.Node): ts.Node => {
        const inner = ts.visitEachChild(node, visit, context);
        if (ts.isForStatement(inner))
          return factory.updateForStatement(
            inner,
            inner.initializer,
            inner.condition,
            inner.incrementor,
            counted(inner.statement),
          );
        if (ts.isForOfStatement(inner))
          return factory.updateForOfStatement(
            inner,
            inner.awaitModifier,
            inner.initializer,
            inner.expression,
            counted(inner.statement),
          );
        if (ts.isForInStatement(inner))
          return factory.updateForInStatement(inner, inner.initializer, inner.expression, counted(inner.statement));
        if (ts.isWhileStatement(inner))
          return factory.updateWhileStatement(inner, inner.expression, counted(inner.statement));
        if (ts.isDoStatement(inner))
          return factory.updateDoStatement(inner, counted(inner.statement), inner.expression);
        if (ts.isFunctionDeclaration(inner) && inner.body)
          return factory.updateFunctionDeclaration(
            inner,
            inner.modifiers,
            inner.asteriskToken,
            inner.name,
            undefined,
            inner.parameters,
            undefined,
            countedBody(inner.body),
          );
        if (ts.isFunctionExpression(inner))
          return factory.updateFunctionExpression(
            inner,
            inner.modifiers,
            inner.asteriskToken,
            inner.name,
            undefined,
            inner.parameters,
            undefined,
            countedBody(inner.body),
          );
        if (ts.isMethodDeclaration(inner) && inner.body)
          return factory.updateMethodDeclaration(
            inner,
            inner.modifiers,
            inner.asteriskToken,
            inner.name,
            undefined,
            undefined,
            inner.parameters,
            undefined,
            countedBody(inner.body),
          );
        if (ts.isArrowFunction(inner)) {
          const body = ts.isBlock(inner.body)
            ? countedBody(inner.body)
            : factory.createParenthesizedExpression(factory.createComma(count(), inner.body));
          return factory.updateArrowFunction(
            inner,
            inner.modifiers,
            undefined,
            inner.parameters,
            undefined,
            inner.equalsGreaterThanToken,
            body,
          );
        }
        if (ts.isCallExpression(inner)) {
          const given = inner.arguments.map((one) =>
            ts.isSpreadElement(one) ? factory.updateSpreadElement(one, told('args', one.expression)) : one,
          );
          return factory.updateCallExpression(inner, inner.expression, undefined, given);
        }
        if (ts.isSpreadElement(inner)) return factory.updateSpreadElement(inner, of(inner.expression));
        if (ts.isSpreadAssignment(inner)) return factory.updateSpreadAssignment(inner, of(inner.expression));
        if (
          ts.isNewExpression(inner) &&
          ts.isIdentifier(inner.expression) &&
          /^(?:Map|Set|\w*Array)$/.test(inner.expression.text)
        )
          return of(inner);
        return inner;
      };
      return ts.visitEachChild(file, visit, context);
    },
  ]);
  const [file] = transformed;
  if (!file) throw new Error('nothing was transformed');
  return ts.createPrinter().printFile(file);
}

/** What a call of a built-in function looks at, copies or searches. */
type Cost = (self: unknown, first: unknown, second: unknown, result: unknown) => number;

const ofSelf: Cost = (self) => sizeOf(self);
const ofResult: Cost = (_, __, ___, result) => sizeOf(result);
const ofFound: Cost = (self, _, from, result) => {
  const start = typeof from === 'number' ? from : 0;
  return Math.max(0, typeof result === 'number' && result >= 0 ? result - start : sizeOf(self) - start);
};
/** From where it begins back to what it finds, or to the beginning. */
const ofFoundBefore: Cost = (self, _, from, result) => {
  const start = typeof from === 'number' ? Math.max(0, Math.min(from, sizeOf(self))) : sizeOf(self);
  return Math.max(0, typeof result === 'number' && result >= 0 ? start - result : start);
};
const ofTrimmed: Cost = (self, _, __, result) => sizeOf(self) - sizeOf(result);
const ofGiven: Cost = (_, given) => sizeOf(given);

const BUILT_IN: readonly (readonly [owner: object, names: string, cost: Cost])[] = [
  [String.prototype, 'indexOf', ofFound],
  [String.prototype, 'lastIndexOf', ofFoundBefore],
  [String.prototype, 'includes toLowerCase toUpperCase normalize localeCompare', ofSelf],
  [String.prototype, 'repeat padStart padEnd concat', ofResult],
  [String.prototype, 'startsWith endsWith', ofGiven],
  [String.prototype, 'trim trimStart trimEnd', ofTrimmed],
  [String.prototype, 'split replace replaceAll', (self, by) => (typeof by === 'string' ? sizeOf(self) : 0)],
  [Array.prototype, 'indexOf', ofFound],
  [Array.prototype, 'lastIndexOf', ofFoundBefore],
  [Array.prototype, 'includes splice shift unshift reverse fill', ofSelf],
  [Array.prototype, 'slice concat flat toReversed toSorted', ofResult],
  [Array.prototype, 'join', (self, _, __, result) => sizeOf(self) + sizeOf(result)],
  [Array.prototype, 'sort', ofSelf],
  [Array, 'from', ofResult],
  [Object, 'keys values entries fromEntries', ofResult],
  [JSON, 'stringify', ofResult],
  [JSON, 'parse', ofGiven],
  [TextEncoder.prototype, 'encode', ofResult],
  [TextDecoder.prototype, 'decode', ofResult],
];

type Callable = (this: unknown, ...given: readonly unknown[]) => unknown;
const isCallable = (value: unknown): value is Callable => typeof value === 'function';

/** Shorter texts are not worth a count of steps. */
const SHORT = 200;

/**
 * A function in place of the engine's own. Each is compiled from the source anew: made by one function, all would share what the engine
 * learns of their calls, and none would be made quick. The same goes for arguments in a list, which none of these need.
 */
function instead(own: Callable, cost: Cost): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- see above
  const make: unknown = new Function(
    'own',
    'cost',
    'builtIn',
    `'use strict';
    return function (first, second) {
      let result;
      switch (arguments.length) {
        case 0: result = own.call(this); break;
        case 1: result = own.call(this, first); break;
        case 2: result = own.call(this, first, second); break;
        default: result = own.apply(this, arguments);
      }
      if (builtIn.isCounting) builtIn.work += cost(this, first, second, result);
      return result;
    };`,
  );
  return isCallable(make) ? make(own, cost, builtIn) : own;
}

/** Puts built-in functions in place that count while something is counted; what is returned puts the engine's own back. */
function replaceBuiltIns(): () => void {
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string | symbol, make: (own: Callable) => unknown): void => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    const own: unknown = before?.value;
    if (!before || !isCallable(own)) throw new Error(`no ${String(name)}`);
    Object.defineProperty(owner, name, { ...before, value: make(own) });
    undo.push(() => Object.defineProperty(owner, name, before));
  };
  for (const [owner, names, cost] of BUILT_IN) {
    for (const name of names.split(' ')) replace(owner, name, (own) => instead(own, cost));
  }
  replace(Object, 'assign', (own) => {
    return function (this: unknown, ...given: readonly unknown[]): unknown {
      const result: unknown = Reflect.apply(own, this, given);
      if (builtIn.isCounting) for (let from = 1; from < given.length; from++) builtIn.work += sizeOf(given[from]);
      return result;
    };
  });
  replace(RegExp.prototype, 'exec', (own) => {
    return function (this: unknown, text: unknown): unknown {
      if (!builtIn.isCounting || !(this instanceof RegExp)) return own.call(this, text);
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const found: unknown = own.call(this, text);
      if (typeof text !== 'string') return found;
      // What is short is soon looked at, whatever the expression; most lines are.
      if (text.length - from < SHORT) {
        builtIn.work += text.length - from + 1;
        return found;
      }
      // The matcher itself is built by expressions.
      builtIn.isCounting = false;
      const { steps } = searchSteps(this, text, from);
      builtIn.isCounting = true;
      builtIn.work += steps;
      return found;
    };
  });
  replace(RegExp.prototype, Symbol.split, () => splitBySearch);
  return () => {
    for (const put of undo) put();
  };
}

/** How a text was split, and the work of that. */
interface Split {
  readonly text: string;
  readonly parts: readonly (string | undefined)[];
  readonly work: number;
}

/** By expression, the latest at the end: one text is split at its lines by whoever reads it. */
const splits = new Map<string, Split[]>();
const MOST_SPLITS = 8;

/**
 * As the engine splits, but by searching. Where `exec` is another than its own, it asks it for each place of the text anew, which takes
 * long and finds the same. What a text comes apart into, and what that costs, is the same each time: it is looked for once, and counted
 * each time.
 */
function splitBySearch(this: unknown, ...[given, limit]: readonly unknown[]): unknown {
  if (!(this instanceof RegExp)) throw new TypeError('no expression');
  const most = limit === undefined ? Infinity : Number(limit);
  const text = String(given);
  if (!builtIn.isCounting || text.length < SHORT) return splitAnew(this, text, most);
  // To look it up is no work of the code.
  builtIn.isCounting = false;
  const key = `${this.flags}/${this.source}`;
  const latest = splits.get(key) ?? [];
  splits.set(key, latest);
  const place = latest.findIndex((one) => one.text === text);
  const split = latest.splice(place, place === -1 ? 0 : 1)[0] ?? countedSplit(this, text);
  latest.push(split);
  if (latest.length > MOST_SPLITS) latest.shift();
  builtIn.isCounting = true;
  builtIn.work += split.work;
  return split.parts.slice(0, most);
}

function countedSplit(expression: RegExp, text: string): Split {
  const before = builtIn.work;
  builtIn.isCounting = true;
  const parts = splitAnew(expression, text, Infinity);
  builtIn.isCounting = false;
  const work = builtIn.work - before;
  builtIn.work = before;
  return { text, parts, work };
}

function splitAnew({ source, flags }: RegExp, text: string, most: number): (string | undefined)[] {
  const search = new RegExp(source, `${flags.replaceAll(/[gy]/g, '')}g`);
  const parts: (string | undefined)[] = [];
  if (text === '') return search.exec(text) || most === 0 ? [] : [text];
  let end = 0;
  for (let from = 0; from < text.length;) {
    search.lastIndex = from;
    const found = search.exec(text);
    if (!found || found.index >= text.length) break;
    const after = found.index + found[0].length;
    from = after;
    if (after === end) {
      from += search.unicode && (text.codePointAt(after) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    parts.push(text.slice(end, found.index), ...found.slice(1));
    end = after;
  }
  parts.push(text.slice(end));
  return most === Infinity && text.length >= SHORT ? parts : parts.slice(0, most);
}

/**
 * Puts them in place for many counts. By itself each count would do so, and what the engine had made quick it would have to make quick
 * anew, for it relied on these functions.
 */
export function keepCounting(): void {
  arePlaced ??= replaceBuiltIns();
}

/** The engine's own again. */
export function endCounting(): void {
  arePlaced?.();
  arePlaced = null;
}

let arePlaced: (() => void) | null = null;

/** The work that one call does. */
function workOf(call: () => unknown): number {
  const putBack = arePlaced ? null : replaceBuiltIns();
  builtIn.work = 0;
  counter.n = 0;
  builtIn.isCounting = true;
  try {
    call();
  } finally {
    builtIn.isCounting = false;
    putBack?.();
  }
  return builtIn.work + counter.n;
}
