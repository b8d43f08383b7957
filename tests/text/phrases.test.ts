import { describe, expect, it } from 'vitest';
import * as vocabulary from '../../src/model/vocabulary';
import { languages } from '../../src/model/words';
import { fold } from '../../src/text/fold';
import { alternatives, beginnings, phrasePattern, phrasesIn, wholeWords } from '../../src/text/phrases';

const isWhole = (phrase: string, text: string): boolean => new RegExp(`^${wholeWords([phrase])}$`).test(fold(text));

describe('a phrase', () => {
  it.each([
    ['вышестоящ*', 'Вышестоящие', 'вышестоящ'],
    ['trade-offs?', 'trade-offs', 'Trade off', 'trade\u00A0off'],
    ['очень низк*', 'очень\u00A0низкий', 'очень  низкая', 'Очень: низко'],
    ['top-?#', 'top10', 'Top 10', 'top-7'],
    ['(internal )?links', 'links', 'internal links'],
    ['иде(я|и)', 'Идея', 'идеи'],
    ['см. также', 'См. также'],
    ['c++ [a] $1^', 'C++ [a] $1^'],
  ])('%s stands for each of its texts', (phrase, ...texts) => {
    expect(texts.filter((text) => !isWhole(phrase, text))).toEqual([]);
  });

  it.each([
    ['вышестоящ*', 'вышестоящ1', 'вышестоящие идеи'],
    ['top-?#', 'top', 'topten'],
    ['иде(я|и)', 'идеал', 'иде'],
    ['см. также', 'сми также'],
  ])('%s stands for nothing else', (phrase, ...texts) => {
    expect(texts.filter((text) => isWhole(phrase, text))).toEqual([]);
  });

  it('is found as a whole word', () => {
    const pattern = phrasePattern(['cost', 'затраты']);
    const found = (text: string): boolean => pattern.test(text);
    expect(['cost', 'low cost, high gain', '(затраты)', '成本cost', 'cost成本'].filter((text) => !found(text))).toEqual(
      [],
    );
    expect(['costs', 'accost', 'cost2', 'costé', 'їзатраты', 'затратыї'].filter(found)).toEqual([]);
  });

  it('gives way to a longer one that stands there', () => {
    expect(new RegExp(`^${alternatives(['tier', 'tiers'])}`).exec('tiers 16')?.[0]).toBe('tiers');
  });
});

describe('phrasesIn(list)', () => {
  it.each([
    ['up|down', ['up', 'down']],
    ['(a|b) c|d', ['(a|b) c', 'd']],
    ['a(b|(c|d)e|f)?|(g|h)', ['a(b|(c|d)e|f)?', '(g|h)']],
    ['x', ['x']],
  ])('parts %s outside its groups', (list, phrases) => {
    expect(phrasesIn(list)).toEqual(phrases);
    expect(new RegExp(`^${alternatives(list)}$`)).toEqual(new RegExp(`^${alternatives(phrases)}$`));
  });
});

describe('beginnings(phrase, letters)', () => {
  it.each([
    ['up(wards?|-?stream)?', ['upwa', 'up ', 'upst']],
    ['(is |this is )?(a )?(part|kind) of', ['is ', 'this', 'a ', 'part', 'kind']],
    ['см.? также', ['см. ', 'см ']],
    ['тем*', ['тем*']],
    ['x', ['x ']],
  ])('gives what the texts of %s begin with', (phrase, texts) => {
    expect(new Set(beginnings(phrase, 4))).toEqual(new Set(texts));
  });
});

describe('the vocabulary', () => {
  it('is of one dialect: no phrase holds a sign that only expressions know', () => {
    const textsIn = (value: unknown): string[] => {
      if (typeof value === 'string') return [...phrasesIn(value)];
      return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
    };
    const { MARK_SIGNS, ...phrases } = vocabulary;
    expect(MARK_SIGNS).toContain('+');
    const texts = [...textsIn(phrases), ...textsIn(languages())];
    expect(texts.length).toBeGreaterThan(1400);
    expect(texts.filter((text) => /[[\]{}\\^$+]|\(\?/.test(text))).toEqual([]);
  });
});
