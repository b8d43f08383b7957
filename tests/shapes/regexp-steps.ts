import {
  AGAIN,
  AT_END,
  AT_START,
  END,
  JUMP,
  LAZY_LOOP,
  LOOK,
  LOOP,
  MOVED,
  NOT_ASKED,
  NOT_KNOWN,
  Program,
  RUN,
  SAVE,
  SIGN,
  SIGN_BEFORE,
  SPLIT,
  WIDTH,
  WORD_EDGE,
  ZERO,
} from './regexp-program.ts';

/** What an expression matched, and what it took to find that out. */
export interface Search {
  /** -1 when it matched nowhere. */
  readonly index: number;
  readonly end: number;
  readonly steps: number;
}

const known = new Map<string, Machine>();
const machines = new WeakMap<RegExp, Machine>();
/** Most searches are by the expression of the one before. */
let last: { readonly expression: RegExp; readonly machine: Machine } | null = null;

/**
 * How many steps a backtracking matcher as ECMAScript describes it takes for one search: a sign looked at, a place gone back to. That
 * is what engines do that know no better; the time one of them takes is another thing on each machine.
 */
export function searchSteps(expression: RegExp, text: string, from: number): Search {
  if (last?.expression === expression) return last.machine.search(text, from);
  let machine = machines.get(expression);
  if (machine === undefined) {
    const key = `${expression.flags}/${expression.source}`;
    machine = known.get(key) ?? new Machine(expression);
    known.set(key, machine);
    machines.set(expression, machine);
  }
  last = { expression, machine };
  return machine.search(text, from);
}

class Machine {
  readonly #program: Program;
  readonly #registers: Int32Array;
  readonly #multiline: boolean;
  readonly #sticky: boolean;
  /** What is gone back to; what looks ahead begins anew above `#top`. */
  #stack = new Int32Array(1024);
  #top = 0;
  #steps = 0;

  constructor(expression: RegExp) {
    this.#program = new Program(expression);
    this.#registers = new Int32Array(this.#program.registers);
    this.#multiline = expression.multiline;
    this.#sticky = expression.sticky;
  }

  search(text: string, from: number): Search {
    this.#steps = 0;
    this.#registers.fill(-1);
    this.#top = 0;
    const { opens, sets, isUnicode, isOneSign } = this.#program;
    const first = sets[opens];
    const { length } = text;
    for (let index = from; index <= length; index++) {
      // Most places do not even begin.
      if (first !== undefined && !isUnicode && !this.#sticky) {
        const begin = first.firstHeld(text, index);
        this.#steps += begin - index;
        index = begin;
        // The sign, and that nothing more is looked for.
        if (isOneSign && index < length) return { index, end: index + 1, steps: this.#steps + 2 };
      }
      if (first === undefined || (index < length && first.holds(codeAt(text, index, isUnicode)))) {
        const end = this.#run(0, text, index);
        if (end !== -1) return { index, end, steps: this.#steps };
      } else this.#steps++;
      if (this.#sticky) break;
      if (isUnicode && codeAt(text, index, true) > 0xffff) index++;
    }
    return { index: -1, end: -1, steps: this.#steps };
  }

  /** Where a match of the program from `start` on ends that begins at `from` in the text; -1 where none does. */
  #run(start: number, text: string, from: number): number {
    const { code, sets, isUnicode } = this.#program;
    const registers = this.#registers;
    const { length } = text;
    // What is gone back to: a place in the program and the text, or (negative) a register with its value before.
    const base = this.#top;
    let stack = this.#stack;
    let top = base;
    let pc = start;
    let at = from;
    let steps = 0;
    for (;;) {
      steps++;
      // No step puts down more than these.
      if (top + 5 > stack.length) {
        this.#stack = new Int32Array(2 * stack.length);
        this.#stack.set(stack);
        stack = this.#stack;
      }
      const first = code[pc + 1] ?? 0;
      const second = code[pc + 2] ?? 0;
      let goesOn = true;
      switch (code[pc] ?? -1) {
        case END:
          this.#top = base;
          this.#steps += steps;
          return at;
        case SIGN: {
          const sign = at < length ? codeAt(text, at, isUnicode) : -1;
          goesOn = sign !== -1 && sets[first]?.holds(sign) === true;
          at += sign > 0xffff ? 2 : 1;
          break;
        }
        case SIGN_BEFORE: {
          const sign = at > 0 ? codeBefore(text, at, isUnicode) : -1;
          goesOn = sign !== -1 && sets[first]?.holds(sign) === true;
          at -= sign > 0xffff ? 2 : 1;
          break;
        }
        case RUN: {
          const least = code[pc + 3] ?? 0;
          const most = code[pc + 4] ?? 0;
          const set = sets[first];
          let here = at;
          if (second === 1) {
            const last = Math.min(length, at + most);
            while (here < last && set?.holds(text.charCodeAt(here)) === true) here++;
          } else {
            const last = Math.max(0, at - most);
            while (here > last && set?.holds(text.charCodeAt(here - 1)) === true) here--;
          }
          const count = second * (here - at);
          steps += count;
          goesOn = count >= least;
          // Given back sign by sign, the last first: the machine goes on at any of these places.
          if (count > least) {
            stack[top++] = at + second * least;
            stack[top++] = here;
            stack[top++] = second;
            stack[top++] = pc + WIDTH;
            stack[top++] = OF_RUN;
          }
          at = here;
          break;
        }
        case SPLIT: {
          let opens = code[pc + 3] ?? NOT_ASKED;
          if (opens === NOT_ASKED) opens = this.#program.opensAt(pc);
          // Most alternatives do not even begin.
          if (opens !== NOT_KNOWN && !(at < length && sets[opens]?.holds(codeAt(text, at, isUnicode)) === true)) {
            steps++;
            pc = second;
            continue;
          }
          stack[top++] = second;
          stack[top++] = at;
          break;
        }
        case JUMP:
          pc = first;
          continue;
        case SAVE:
        case ZERO:
          stack[top++] = -1 - first;
          stack[top++] = registers[first] ?? -1;
          registers[first] = code[pc] === ZERO ? 0 : at;
          break;
        case LOOP:
        case LAZY_LOOP: {
          const count = registers[first] ?? 0;
          const end = code[pc + 4] ?? 0;
          if (count >= second && count >= (code[pc + 3] ?? 0)) {
            pc = end;
            continue;
          }
          if (count >= second && code[pc] === LAZY_LOOP) {
            stack[top++] = count + 1;
            stack[top++] = first;
            stack[top++] = pc + WIDTH;
            stack[top++] = at;
            stack[top++] = OF_LAZY_LOOP;
            pc = end;
            continue;
          }
          if (count >= second) {
            stack[top++] = end;
            stack[top++] = at;
          }
          stack[top++] = -1 - first;
          stack[top++] = count;
          registers[first] = count + 1;
          break;
        }
        case MOVED:
          goesOn = registers[first] !== at;
          break;
        case AT_START:
          goesOn = at === 0 || (this.#multiline && isBreak(text.charCodeAt(at - 1)));
          break;
        case AT_END:
          goesOn = at === length || (this.#multiline && isBreak(text.charCodeAt(at)));
          break;
        case WORD_EDGE:
          goesOn = (isWord(text, at - 1) !== isWord(text, at)) !== (first === 1);
          break;
        case LOOK:
          this.#top = top;
          goesOn = (this.#run(pc + WIDTH, text, at) !== -1) !== (first === 1);
          stack = this.#stack;
          // What is looked for lies between.
          pc = second - WIDTH;
          break;
        case AGAIN: {
          const begin = registers[first] ?? -1;
          const word = begin === -1 ? '' : text.slice(begin, registers[first + 1]);
          goesOn = text.startsWith(word, at);
          steps += word.length;
          at += word.length;
          break;
        }
        default:
          throw new Error('the program has no end');
      }
      pc += WIDTH;
      if (goesOn) continue;
      for (;;) {
        if (top === base) {
          this.#top = base;
          this.#steps += steps;
          return -1;
        }
        const last = stack[--top] ?? 0;
        if (last === OF_RUN) {
          const next = stack[--top] ?? 0;
          const way = stack[--top] ?? 1;
          const here = (stack[--top] ?? 0) - way;
          const least = stack[top - 1] ?? 0;
          if (here === least) top--;
          else {
            stack[top] = here;
            top += 4;
          }
          at = here;
          pc = next;
          break;
        }
        if (last === OF_LAZY_LOOP) {
          at = stack[--top] ?? 0;
          pc = stack[--top] ?? 0;
          const register = stack[--top] ?? 0;
          const value = stack[--top] ?? 0;
          stack[top++] = -1 - register;
          stack[top++] = registers[register] ?? -1;
          registers[register] = value;
          break;
        }
        const below = stack[--top] ?? 0;
        if (below >= 0) {
          at = last;
          pc = below;
          break;
        }
        registers[-1 - below] = last;
      }
    }
  }
}

/** Marks of what is gone back to, below all registers. */
const OF_RUN = -1_000_000;
const OF_LAZY_LOOP = -1_000_001;

/** The sign at a place within a text. */
function codeAt(text: string, at: number, isUnicode: boolean): number {
  const code = text.charCodeAt(at);
  return isUnicode && code >= 0xd800 && code <= 0xdbff ? (text.codePointAt(at) ?? code) : code;
}

/** The sign before a place behind the first. */
function codeBefore(text: string, at: number, isUnicode: boolean): number {
  const pair = isUnicode && at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
  return pair > 0xffff ? pair : text.charCodeAt(at - 1);
}

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function isWord(text: string, at: number): boolean {
  const code = at < 0 || at >= text.length ? 0 : text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
  );
}
