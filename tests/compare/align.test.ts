import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, aligning, isGap, type Alignment } from '../../src/compare/align';

/** `0=0 1+2=1 3=∅`: which lines stand for which. */
function shown({ pairs }: Alignment): string {
  const lines = (from: number, to: number): string =>
    from === to ? '∅' : Array.from({ length: to - from }, (_, index) => from + index).join('+');
  return pairs.map(({ first, second }) => `${lines(first.from, first.to)}=${lines(second.from, second.to)}`).join(' ');
}

const RUSSIAN = [
  '**Почему часы отстают**',
  'Сначала я проверяю **масло**: за 30 лет оно густеет.',
  'Потом слушаю ход.',
  '- ровный стук — хорошо;',
  '- хромой стук — часы стоят криво.',
  'Можно ли обойтись без разборки?',
  'Иногда да, если прибор Timegrapher показывает **амплитуду** выше 220 градусов.',
];
const ENGLISH = [
  '**Why a clock loses time**',
  'First I check the **oil**: in 30 years it thickens.',
  'Then I listen to the beat.',
  '- an even tick is good;',
  '- a limping tick means a crooked clock.',
  'Can one do without taking it apart?',
  'Sometimes yes, if a Timegrapher shows an **amplitude** above 220 degrees.',
];

/** Lines made of a few words that a translation keeps, so that there is something to go by, and something to be misled by. */
const line = fc
  .array(fc.constantFrom('масло', 'oil', 'система', 'system', '30', '**жир**', '- ', '?', 'AI', ':', 'и так далее'), {
    maxLength: 6,
  })
  .map((words) => words.join(' '));
const text = fc.array(line, { maxLength: 30 });

describe('align(first, second)', () => {
  it('pairs line by line where the numbers of lines agree', () => {
    const alignment = align(RUSSIAN, ENGLISH);
    expect(alignment.by).toBe('lines');
    expect(shown(alignment)).toBe('0=0 1=1 2=2 3=3 4=4 5=5 6=6');
    expect(alignment.sureness).toBeGreaterThan(0.8);
  });

  it('leaves a gap where a line was not translated, whichever it is', () => {
    for (const [left] of ENGLISH.entries()) {
      const { by, pairs } = align(RUSSIAN, ENGLISH.toSpliced(left, 1));
      expect(by).toBe('structure');
      expect(pairs.filter(isGap).map(({ first }) => first)).toEqual([{ from: left, to: left + 1 }]);
    }
  });

  it('leaves gaps rather than to pair what has nothing to do with each other', () => {
    const remark = ['Ошибок нет, структура выдержана; внесены две мелкие правки: «не» → «ни», пробел перед тире.'];
    const rooms = ['hall', 'yard', 'shed', 'loft', 'barn', 'mill', 'forge', 'store', 'stair', 'attic'];
    const { pairs, sureness } = align(
      remark,
      rooms.map(
        (room) => `In the ${room} there stands a clock that nobody has wound up for many years, and it is dusty.`,
      ),
    );
    expect(pairs.every(isGap)).toBe(true);
    expect(sureness).toBe(0);
  });

  it('leaves a gap where the translation says more', () => {
    expect(
      shown(align(RUSSIAN, ENGLISH.toSpliced(3, 0, 'But what is a good beat? Let us see what there can be.'))),
    ).toBe('0=0 1=1 2=2 ∅=3 3=4 4=5 5=6 6=7');
  });

  it('finds lines that were joined, or divided', () => {
    const joined = [...ENGLISH.slice(0, 3), `${ENGLISH[3] ?? ''} ${ENGLISH[4] ?? ''}`, ...ENGLISH.slice(5)];
    expect(shown(align(RUSSIAN, joined))).toBe('0=0 1=1 2=2 3+4=3 5=4 6=5');
    expect(shown(align(joined, RUSSIAN))).toBe('0=0 1=1 2=2 3=3+4 4=5 5=6');
    const three = [...ENGLISH.slice(0, 2), ENGLISH.slice(2, 5).join(' '), ...ENGLISH.slice(5)];
    expect(shown(align(RUSSIAN, three))).toBe('0=0 1=1 2+3+4=2 5=3 6=4');
    expect(shown(align(three, RUSSIAN))).toBe('0=0 1=1 2=2+3+4 3=5 4=6');
  });

  it('does not take a title for a part of the line below it', () => {
    const russian = ['**Баланс и масло**', 'Часы живут долго, если раз в три года менять масло и не трогать баланс.'];
    const english = ['A clock lives long if its oil is changed every three years and its balance is left alone.'];
    expect(shown(align(russian, english))).toBe('0=∅ 1=0');
  });

  it('does not go line by line where the same number of lines is something else', () => {
    const moved = [
      '**Why a clock loses time**',
      ...ENGLISH.slice(2),
      'Notes for who builds such a thing: see the list of parts.',
    ];
    const alignment = align(RUSSIAN, moved);
    expect(alignment.by).toBe('structure');
    expect(shown(alignment)).toBe('0=0 1=∅ 2=1 3=2 4=3 5=4 6=5 ∅=6');
  });

  it('is less sure of texts that have nothing to do with each other', () => {
    const remark = ['Ошибок нет, текст оставлен без изменений.', 'Правки не нужны.'];
    expect(align(remark, ENGLISH).sureness).toBeLessThan(0.5);
  });

  it('copes with no lines', () => {
    expect(align([], []).pairs).toEqual([]);
    expect(shown(align(['a'], []))).toBe('0=∅');
    expect(shown(align([], ['a', 'b']))).toBe('∅=0 ∅=1');
  });

  it('has every line of both texts once and in order, and says how sure each pair is', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const { pairs, sureness } = align(first, second);
        const at = { first: 0, second: 0 };
        for (const pair of pairs) {
          expect(pair.first.from).toBe(at.first);
          expect(pair.second.from).toBe(at.second);
          at.first = pair.first.to;
          at.second = pair.second.to;
          expect(pair.sureness).toBeGreaterThanOrEqual(0);
          expect(pair.sureness).toBeLessThanOrEqual(1);
        }
        expect(at).toEqual({ first: first.length, second: second.length });
        expect(sureness).toBeGreaterThanOrEqual(0);
        expect(sureness).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('pairs a text with itself, line by line', () => {
    fc.assert(
      fc.property(text, (lines) => {
        const { by, pairs } = align(lines, lines);
        expect(by).toBe('lines');
        expect(pairs.some(isGap)).toBe(false);
      }),
    );
  });

  it('finds the one line that a copy of a text lacks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { minLength: 1, maxLength: 30 }), fc.nat(), (lines, seed) => {
        const left = seed % lines.length;
        const { pairs } = align(lines, lines.toSpliced(left, 1));
        expect(pairs.filter(isGap).map(({ first }) => first)).toEqual([{ from: left, to: left + 1 }]);
      }),
    );
  });

  it('pairs texts of thousands of lines from anchor to anchor, past a long piece that is missing', () => {
    const first = Array.from({ length: 3000 }, (_, index) => `Опыт ${index}: прибор показал ${index * 7 + 1} вольт`);
    const second = Array.from({ length: 3000 }, (_, index) => `Run ${index}: the meter showed ${index * 7 + 1} volts`);
    const { pairs } = align(first, second.toSpliced(1000, 400));
    const right = pairs.filter((pair) => {
      const moved = pair.first.from < 1000 ? 0 : 400;
      return isGap(pair)
        ? pair.first.from >= 1000 && pair.first.from < 1400
        : pair.first.from === pair.second.from + moved;
    });
    expect(right.length).toBeGreaterThan(2950);
  });

  it('is done in many steps where the texts are long', () => {
    const lines = Array.from({ length: 240 }, (_, index) => `Run ${index}: the meter showed ${index * 7 + 1} volts`);
    const work = aligning(lines, lines.toSpliced(7, 1));
    let steps = 1;
    for (; work.next().done !== true; steps++);
    expect(steps).toBeGreaterThan(20);
  });
});
