import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { anyOf, signsOf, type Signs } from './regexp-signs.ts';

/**
 * What the machine does. Each instruction is a number of these and up to four more, so that a program is one array of numbers: a machine
 * that asks objects of many makes what they are takes three times as long. A place in a program is that of an instruction's first number.
 */
export const END = 0;
/** A set, which holds the next sign. */
export const SIGN = 1;
/** A set, which holds the sign before. */
export const SIGN_BEFORE = 2;
/** A set, a way (1 or -1), the least and the most signs that it may take. */
export const RUN = 3;
/** Where to go on, where else, and the set of signs with which the first can begin; see `opensAt`. */
export const SPLIT = 4;
export const JUMP = 5;
/** A register, which keeps the place in the text. */
export const SAVE = 6;
/** A register, which is set to zero. */
export const ZERO = 7;
/** A register that counts, the least and the most rounds, where to go on behind them; `LAZY_LOOP` goes on there first. */
export const LOOP = 8;
export const LAZY_LOOP = 9;
/** A register: the place in the text is another one than that. */
export const MOVED = 10;
export const AT_START = 11;
export const AT_END = 12;
/** Whether to negate it: 1 or 0. */
export const WORD_EDGE = 13;
/** Whether to negate it, and where to go on behind the program that is looked for, which begins at the next instruction. */
export const LOOK = 14;
/** The first of two registers: what stands between them comes again. */
export const AGAIN = 15;

export const WIDTH = 5;

/** In place of the number of a set: where that is not known, or to find it out is work that has to be counted. */
export const NOT_KNOWN = -1;
export const NOT_ASKED = -2;

type Part = Signs | number;

/** An expression as a program. */
export class Program {
  readonly sets: Signs[] = [];
  readonly isUnicode: boolean;
  /** The number of the set that holds each sign with which a match can begin, or `NOT_KNOWN`. */
  readonly opens: number;
  /** Whether it looks for one sign and nothing else. */
  readonly isOneSign: boolean;
  /** The instructions, one behind the other. */
  readonly code: Int32Array;
  registers = 0;
  readonly #flags: string;
  readonly #numbers: number[] = [];
  readonly #groups = new Map<AST.CapturingGroup, number>();

  constructor({ source, flags }: RegExp) {
    this.#flags = flags.replaceAll(/[gydm]/g, '');
    this.isUnicode = /[uv]/.test(flags);
    const parser = new RegExpParser({ ecmaVersion: 2025 });
    const pattern = parser.parsePattern(source, 0, source.length, {
      unicode: flags.includes('u'),
      unicodeSets: flags.includes('v'),
    });
    this.#addAlternatives(pattern.alternatives, false);
    this.#push(END);
    this.code = Int32Array.from(this.#numbers);
    this.opens = this.#opensOf(0);
    this.isOneSign = this.code[0] === SIGN && this.code[WIDTH] === END;
  }

  /** The number of the set with which the first way of a split can begin, or `NOT_KNOWN`: found out when it is first asked for. */
  opensAt(split: number): number {
    if (this.code[split + 3] === NOT_ASKED) this.code[split + 3] = this.#opensOf(this.#at(split + 1));
    return this.code[split + 3] ?? NOT_KNOWN;
  }

  #at(place: number): number {
    return this.code[place] ?? 0;
  }

  #push(kind: number, ...parts: readonly Part[]): void {
    const numbers = parts.map((part) => (typeof part === 'number' ? part : this.#numberOf(part)));
    while (numbers.length < WIDTH - 1) numbers.push(0);
    this.#numbers.push(kind, ...numbers);
  }

  #numberOf(set: Signs): number {
    const number = this.sets.indexOf(set);
    return number === -1 ? this.sets.push(set) - 1 : number;
  }

  #addAlternatives(alternatives: readonly AST.Alternative[], back: boolean): void {
    const code = this.#numbers;
    const jumps: number[] = [];
    for (const [index, { elements }] of alternatives.entries()) {
      const split = code.length;
      const isLast = index === alternatives.length - 1;
      if (!isLast) this.#push(SPLIT, split + WIDTH, 0, NOT_ASKED);
      for (const element of back ? elements.toReversed() : elements) this.#add(element, back);
      if (isLast) continue;
      jumps.push(code.length);
      this.#push(JUMP, 0);
      code[split + 2] = code.length;
    }
    for (const jump of jumps) code[jump + 1] = code.length;
  }

  #add(element: AST.Element, back: boolean): void {
    switch (element.type) {
      case 'Character':
      case 'CharacterClass':
      case 'CharacterSet':
      case 'ExpressionCharacterClass':
        this.#push(back ? SIGN_BEFORE : SIGN, signsOf(element.raw, this.#flags));
        return;
      case 'Group':
        this.#addAlternatives(element.alternatives, back);
        return;
      case 'CapturingGroup': {
        const register = this.#groupOf(element);
        this.#push(SAVE, back ? register + 1 : register);
        this.#addAlternatives(element.alternatives, back);
        this.#push(SAVE, back ? register : register + 1);
        return;
      }
      case 'Quantifier':
        this.#addQuantifier(element, back);
        return;
      case 'Assertion':
        this.#addAssertion(element);
        return;
      case 'Backreference': {
        const group = Array.isArray(element.resolved) ? element.resolved[0] : element.resolved;
        if (group) this.#push(AGAIN, this.#groupOf(group));
      }
    }
  }

  #addQuantifier({ element, min, max, greedy }: AST.Quantifier, back: boolean): void {
    const most = Math.min(max, 0x7fff_ffff);
    const isSign = element.type === 'Character' || element.type === 'CharacterClass' || element.type === 'CharacterSet';
    if (isSign && greedy && !this.isUnicode) {
      this.#push(RUN, signsOf(element.raw, this.#flags), back ? -1 : 1, min, most);
      return;
    }
    const code = this.#numbers;
    const count = this.registers++;
    const place = this.registers++;
    this.#push(ZERO, count);
    const start = code.length;
    this.#push(greedy ? LOOP : LAZY_LOOP, count, min, most, 0);
    this.#push(SAVE, place);
    this.#add(element, back);
    this.#push(MOVED, place);
    this.#push(JUMP, start);
    code[start + 4] = code.length;
  }

  #addAssertion(assertion: AST.Assertion): void {
    switch (assertion.kind) {
      case 'start':
        this.#push(AT_START);
        return;
      case 'end':
        this.#push(AT_END);
        return;
      case 'word':
        this.#push(WORD_EDGE, assertion.negate ? 1 : 0);
        return;
      case 'lookahead':
      case 'lookbehind': {
        const look = this.#numbers.length;
        this.#push(LOOK, assertion.negate ? 1 : 0, 0);
        this.#addAlternatives(assertion.alternatives, assertion.kind === 'lookbehind');
        this.#push(END);
        this.#numbers[look + 2] = this.#numbers.length;
      }
    }
  }

  #groupOf(group: AST.CapturingGroup): number {
    const register = this.#groups.get(group) ?? this.registers;
    if (register === this.registers) this.registers += 2;
    this.#groups.set(group, register);
    return register;
  }

  /** The set of all signs with which what begins at a place may match. */
  #opensOf(from: number): number {
    const first = this.#firstOf(from);
    return first ? this.#numberOf(anyOf(first)) : NOT_KNOWN;
  }

  /**
   * The sets of which a sign has to be in one for a match to begin there. `null` where a match may be empty, or where something is looked
   * at first that may be long. Anywhere else a matcher sees after a few steps, always the same, that nothing begins there.
   */
  #firstOf(from: number): Signs[] | null {
    const { code } = this;
    const sets: Signs[] = [];
    const seen = new Set<number>();
    const places = [from];
    for (let pc = places.pop(); pc !== undefined; pc = places.pop()) {
      if (seen.has(pc)) continue;
      seen.add(pc);
      const next = pc + WIDTH;
      switch (code[pc] ?? -1) {
        case SIGN:
        case RUN: {
          const set = this.sets[this.#at(pc + 1)];
          if (set === undefined || (code[pc] === RUN && code[pc + 2] === -1)) return null;
          sets.push(set);
          if (code[pc] === RUN && code[pc + 3] === 0) places.push(next);
          break;
        }
        case SPLIT:
          places.push(this.#at(pc + 1), this.#at(pc + 2));
          break;
        case JUMP:
          places.push(this.#at(pc + 1));
          break;
        case LOOP:
        case LAZY_LOOP:
          places.push(next);
          if (code[pc + 2] === 0) places.push(this.#at(pc + 4));
          break;
        case LOOK:
          if (!this.#isShort(next, this.#at(pc + 2))) return null;
          places.push(this.#at(pc + 2));
          break;
        case SAVE:
        case ZERO:
        case MOVED:
        case AT_START:
        case AT_END:
        case WORD_EDGE:
          places.push(next);
          break;
        default:
          return null;
      }
    }
    return sets;
  }

  /** Whether a part of the program looks at as many signs as it has instructions, whatever the text. */
  #isShort(from: number, to: number): boolean {
    for (let pc = from; pc < to; pc += WIDTH) {
      if (![SIGN, SIGN_BEFORE, AT_START, AT_END, END].includes(this.#at(pc))) return false;
    }
    return true;
  }
}
