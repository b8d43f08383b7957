import { RegExpParser, type AST } from '@eslint-community/regexpp';

/** Whether a sign (a code unit, or a code point where the expression knows them) is one of a set. */
type Holds = (code: number) => boolean;

/** One instruction of the machine; `next` and `other` are places in its program. */
type Step =
  | { readonly kind: 'sign'; readonly holds: Holds; readonly back: boolean }
  | { readonly kind: 'run'; readonly holds: Holds; readonly back: boolean; readonly min: number; readonly max: number }
  | { kind: 'split'; next: number; other: number; opens?: Holds }
  | { kind: 'jump'; next: number }
  | { readonly kind: 'save'; readonly register: number }
  | { readonly kind: 'set'; readonly register: number; readonly value: number }
  | {
      kind: 'loop';
      readonly register: number;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
      end: number;
    }
  | { readonly kind: 'moved'; readonly register: number }
  | { readonly kind: 'edge'; readonly edge: AST.EdgeAssertion['kind'] }
  | { readonly kind: 'word'; readonly negate: boolean }
  | { readonly kind: 'look'; readonly program: Program; readonly negate: boolean }
  | { readonly kind: 'again'; readonly group: number }
  | { readonly kind: 'end' };

type Program = Step[];

/** What an expression matched, and what it took to find that out. */
export interface Search {
  /** -1 when it matched nowhere. */
  readonly index: number;
  readonly end: number;
  readonly steps: number;
}

const known = new Map<string, Machine>();
const machines = new WeakMap<RegExp, Machine>();

/**
 * How many steps a backtracking matcher as ECMAScript describes it takes for one search: a sign looked at, a place gone back to. That
 * is what engines do that know no better; the time one of them takes is another thing on each machine.
 */
export function searchSteps(expression: RegExp, text: string, from: number): Search {
  let machine = machines.get(expression);
  if (machine === undefined) {
    const key = `${expression.flags}/${expression.source}`;
    machine = known.get(key) ?? new Machine(expression);
    known.set(key, machine);
    machines.set(expression, machine);
  }
  return machine.search(text, from);
}

class Machine {
  readonly #program: Program = [];
  readonly #registers: Int32Array;
  readonly #flags: RegExp['flags'];
  readonly #unicode: boolean;
  readonly #sets = new Map<string, Holds>();
  readonly #groups = new Map<AST.CapturingGroup, number>();
  /** Whether a match may begin with a sign. */
  readonly #opens: Holds;
  /** What is gone back to; what looks ahead begins anew above `#top`. */
  #stack = new Int32Array(1024);
  #top = 0;
  #next = 0;
  #steps = 0;

  constructor({ source, flags }: RegExp) {
    this.#flags = flags.replaceAll(/[gydm]/g, '');
    this.#unicode = /[uv]/.test(flags);
    const parser = new RegExpParser({ ecmaVersion: 2025 });
    const pattern = parser.parsePattern(source, 0, source.length, {
      unicode: flags.includes('u'),
      unicodeSets: flags.includes('v'),
    });
    this.multiline = flags.includes('m');
    this.sticky = flags.includes('y');
    this.#addAlternatives(this.#program, pattern.alternatives, false);
    this.#program.push({ kind: 'end' });
    this.#registers = new Int32Array(this.#next);
    this.#opens = opensOf(this.#program, 0);
  }

  readonly multiline: boolean;
  readonly sticky: boolean;

  search(text: string, from: number): Search {
    this.#steps = 0;
    const registers = this.#registers.fill(-1);
    this.#top = 0;
    const opens = this.#opens;
    for (let index = from; index <= text.length; index++) {
      const code = this.#codeAt(text, index);
      // Most places do not even begin.
      if (opens !== NOT_KNOWN && (code === -1 || !opens(code))) this.#steps++;
      else {
        const end = this.#run(this.#program, text, index, registers);
        if (end !== -1) return { index, end, steps: this.#steps };
      }
      if (this.sticky) break;
      if (code > 0xffff) index++;
    }
    return { index: -1, end: -1, steps: this.#steps };
  }

  #addAlternatives(program: Program, alternatives: readonly AST.Alternative[], back: boolean): void {
    const ends: { kind: 'jump'; next: number }[] = [];
    for (const [index, { elements }] of alternatives.entries()) {
      const split: Extract<Step, { kind: 'split' }> = { kind: 'split', next: program.length + 1, other: 0 };
      const isLast = index === alternatives.length - 1;
      if (!isLast) program.push(split);
      for (const element of back ? elements.toReversed() : elements) this.#add(program, element, back);
      if (isLast) continue;
      const jump = { kind: 'jump' as const, next: 0 };
      ends.push(jump);
      program.push(jump);
      split.other = program.length;
    }
    for (const end of ends) end.next = program.length;
  }

  #add(program: Program, element: AST.Element, back: boolean): void {
    switch (element.type) {
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        program.push({ kind: 'sign', holds: this.#setOf(element.raw), back });
        return;
      case 'Group':
        this.#addAlternatives(program, element.alternatives, back);
        return;
      case 'CapturingGroup': {
        const register = this.#groupOf(element);
        program.push({ kind: 'save', register: back ? register + 1 : register });
        this.#addAlternatives(program, element.alternatives, back);
        program.push({ kind: 'save', register: back ? register : register + 1 });
        return;
      }
      case 'Quantifier':
        this.#addQuantifier(program, element, back);
        return;
      case 'Assertion':
        this.#addAssertion(program, element);
        return;
      case 'Backreference': {
        const group = Array.isArray(element.resolved) ? element.resolved[0] : element.resolved;
        if (group) program.push({ kind: 'again', group: this.#groupOf(group) });
      }
    }
  }

  #addQuantifier(program: Program, { element, min, max, greedy }: AST.Quantifier, back: boolean): void {
    const isSign = element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet';
    if (isSign && greedy && !this.#unicode) {
      program.push({ kind: 'run', holds: this.#setOf(element.raw), back, min, max });
      return;
    }
    const count = this.#next++;
    const place = this.#next++;
    program.push({ kind: 'set', register: count, value: 0 });
    const start = program.length;
    const loop: Extract<Step, { kind: 'loop' }> = { kind: 'loop', register: count, min, max, greedy, end: 0 };
    program.push(loop, { kind: 'save', register: place });
    this.#add(program, element, back);
    program.push({ kind: 'moved', register: place }, { kind: 'jump', next: start });
    loop.end = program.length;
  }

  #addAssertion(program: Program, assertion: AST.Assertion): void {
    switch (assertion.kind) {
      case 'start':
      case 'end':
        program.push({ kind: 'edge', edge: assertion.kind });
        return;
      case 'word':
        program.push({ kind: 'word', negate: assertion.negate });
        return;
      case 'lookahead':
      case 'lookbehind': {
        const inner: Program = [];
        this.#addAlternatives(inner, assertion.alternatives, assertion.kind === 'lookbehind');
        inner.push({ kind: 'end' });
        program.push({ kind: 'look', program: inner, negate: assertion.negate });
      }
    }
  }

  #groupOf(group: AST.CapturingGroup): number {
    const register = this.#groups.get(group) ?? this.#next;
    if (register === this.#next) this.#next += 2;
    this.#groups.set(group, register);
    return register;
  }

  /** The engine says itself what a set holds; it is asked once a sign. */
  #setOf(raw: string): Holds {
    const known = this.#sets.get(raw);
    if (known) return known;
    const single = new RegExp(`^(?:${raw})$`, this.#flags);
    const holds = remembered((code) => String.fromCodePoint(code).search(single) === 0);
    this.#sets.set(raw, holds);
    return holds;
  }

  /** Where a match that begins at `from` ends; -1 where none does. */
  #run(program: Program, text: string, from: number, registers: Int32Array): number {
    // What is gone back to: a place in the program and the text, or (negative) a register with its value before.
    const base = this.#top;
    let stack = this.#stack;
    let top = base;
    let pc = 0;
    let at = from;
    for (;;) {
      this.#steps++;
      // No step puts down more than these.
      if (top + 5 > stack.length) {
        this.#stack = new Int32Array(2 * stack.length);
        this.#stack.set(stack);
        stack = this.#stack;
      }
      const step = program[pc];
      if (step === undefined) throw new Error('the program has no end');
      let goesOn = true;
      switch (step.kind) {
        case 'end':
          this.#top = base;
          return at;
        case 'sign': {
          const code = step.back ? this.#codeBefore(text, at) : this.#codeAt(text, at);
          goesOn = code !== -1 && step.holds(code);
          const width = code > 0xffff ? 2 : 1;
          at += step.back ? -width : width;
          pc++;
          break;
        }
        case 'run': {
          let count = 0;
          let here = at;
          while (count < step.max) {
            const code = step.back
              ? here > 0
                ? text.charCodeAt(here - 1)
                : -1
              : here < text.length
                ? text.charCodeAt(here)
                : -1;
            if (code === -1 || !step.holds(code)) break;
            here += step.back ? -1 : 1;
            count++;
          }
          this.#steps += count;
          goesOn = count >= step.min;
          pc++;
          if (!goesOn) break;
          // Given back sign by sign, the last first: the machine goes on at any of these places.
          if (count > step.min) {
            stack[top++] = at + (step.back ? -step.min : step.min);
            stack[top++] = here;
            stack[top++] = step.back ? -1 : 1;
            stack[top++] = pc;
            stack[top++] = RUN;
          }
          at = here;
          break;
        }
        case 'split': {
          step.opens ??= opensOf(program, step.next);
          const code = step.opens === NOT_KNOWN ? 0 : this.#codeAt(text, at);
          // Most alternatives do not even begin.
          if (code === -1 || !step.opens(code)) {
            this.#steps++;
            pc = step.other;
            break;
          }
          stack[top++] = step.other;
          stack[top++] = at;
          pc = step.next;
          break;
        }
        case 'jump':
          pc = step.next;
          break;
        case 'save':
          stack[top++] = -1 - step.register;
          stack[top++] = registers[step.register] ?? -1;
          registers[step.register] = at;
          pc++;
          break;
        case 'set':
          stack[top++] = -1 - step.register;
          stack[top++] = registers[step.register] ?? -1;
          registers[step.register] = step.value;
          pc++;
          break;
        case 'loop': {
          const count = registers[step.register] ?? 0;
          if (count < step.min) {
            stack[top++] = -1 - step.register;
            stack[top++] = count;
            registers[step.register] = count + 1;
            pc++;
          } else if (count >= step.max) pc = step.end;
          else if (step.greedy) {
            stack[top++] = step.end;
            stack[top++] = at;
            {
              stack[top++] = -1 - step.register;
              stack[top++] = count;
            }
            registers[step.register] = count + 1;
            pc++;
          } else {
            stack[top++] = count + 1;
            stack[top++] = step.register;
            stack[top++] = pc + 1;
            stack[top++] = at;
            stack[top++] = LAZY;
            pc = step.end;
          }
          break;
        }
        case 'moved':
          goesOn = registers[step.register] !== at;
          pc++;
          break;
        case 'edge':
          goesOn = this.#isEdge(text, at, step.edge);
          pc++;
          break;
        case 'word':
          goesOn = (isWord(text, at - 1) !== isWord(text, at)) !== step.negate;
          pc++;
          break;
        case 'look':
          this.#top = top;
          goesOn = (this.#run(step.program, text, at, registers) !== -1) !== step.negate;
          stack = this.#stack;
          pc++;
          break;
        case 'again': {
          const start = registers[step.group] ?? -1;
          const word = start === -1 ? '' : text.slice(start, registers[step.group + 1]);
          goesOn = text.startsWith(word, at);
          this.#steps += word.length;
          at += word.length;
          pc++;
        }
      }
      if (goesOn) continue;
      for (;;) {
        if (top === base) {
          this.#top = base;
          return -1;
        }
        const last = stack[--top] ?? 0;
        if (last === RUN) {
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
        if (last === LAZY) {
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

  #codeAt(text: string, at: number): number {
    if (at >= text.length) return -1;
    return this.#unicode ? (text.codePointAt(at) ?? -1) : text.charCodeAt(at);
  }

  #codeBefore(text: string, at: number): number {
    if (at <= 0) return -1;
    const pair = this.#unicode && at > 1 ? (text.codePointAt(at - 2) ?? 0) : 0;
    return pair > 0xffff ? pair : text.charCodeAt(at - 1);
  }

  #isEdge(text: string, at: number, edge: 'start' | 'end'): boolean {
    if (edge === 'start') return at === 0 || (this.multiline && isBreak(text.charCodeAt(at - 1)));
    return at === text.length || (this.multiline && isBreak(text.charCodeAt(at)));
  }
}

/** Each sign is asked about once. */
function remembered(ask: Holds): Holds {
  const answers = new Map<number, boolean>();
  const few = new Uint8Array(0x3000);
  return (code) => {
    if (code < few.length) {
      if (few[code] === 0) few[code] = ask(code) ? 2 : 1;
      return few[code] === 2;
    }
    let answer = answers.get(code);
    if (answer === undefined) {
      answer = ask(code);
      answers.set(code, answer);
    }
    return answer;
  };
}

/** Where that is not known, or to find it out is work that has to be counted. */
const NOT_KNOWN: Holds = () => true;

/** Whether what begins at a place of a program may match where a sign stands. */
function opensOf(program: Program, from: number): Holds {
  const first = firstOf(program, from);
  return first ? remembered((code) => first.some((holds) => holds(code))) : NOT_KNOWN;
}

/**
 * The sets of which a sign has to be in one for a match to begin there. `null` where a match may be empty, or where something is looked
 * at first that may be long. Anywhere else a matcher sees after a few steps, always the same, that nothing begins there.
 */
function firstOf(program: Program, from: number): Holds[] | null {
  const sets: Holds[] = [];
  const seen = new Set<number>();
  const places = [from];
  for (let pc = places.pop(); pc !== undefined; pc = places.pop()) {
    if (seen.has(pc)) continue;
    seen.add(pc);
    const step = program[pc];
    switch (step?.kind) {
      case 'sign':
        if (step.back) return null;
        sets.push(step.holds);
        break;
      case 'run':
        if (step.back) return null;
        sets.push(step.holds);
        if (step.min === 0) places.push(pc + 1);
        break;
      case 'split':
        places.push(step.next, step.other);
        break;
      case 'jump':
        places.push(step.next);
        break;
      case 'loop':
        places.push(pc + 1);
        if (step.min === 0) places.push(step.end);
        break;
      case 'save':
      case 'set':
      case 'moved':
      case 'edge':
      case 'word':
        places.push(pc + 1);
        break;
      case 'look':
        if (step.program.some(({ kind }) => kind !== 'sign' && kind !== 'edge' && kind !== 'end')) return null;
        places.push(pc + 1);
        break;
      case 'again':
      case 'end':
      case undefined:
        return null;
    }
  }
  return sets;
}

/** Marks of what is gone back to, below all registers. */
const RUN = -1_000_000;
const LAZY = -1_000_001;

function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029;
}

function isWord(text: string, at: number): boolean {
  const code = at < 0 || at >= text.length ? 0 : text.charCodeAt(at);
  return (
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || (code >= 0x61 && code <= 0x7a)
  );
}
