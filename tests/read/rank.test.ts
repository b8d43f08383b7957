import { describe, expect, it } from 'vitest';
import { LETTER_SCALE, MEDALS, scalesIn } from '../../src/model/vocabulary';
import { valueWords } from '../../src/model/words';
import { scaleTexts } from '../../src/model/ranks';
import { placesInScale, readRank } from '../../src/read/rank';

const value = (cell: string): number | null => readRank(cell)?.value ?? null;

describe('readRank(cell)', () => {
  it.each([
    ['1', 1],
    ['01', 1],
    ['2.', 2],
    ['3)', 3],
    ['(4)', 4],
    ['#5', 5],
    ['№6', 6],
    ['1.5', 1.5],
    ['2,5', 2.5],
    ['1st', 1],
    ['2-й', 2],
    ['3️⃣', 3],
    ['🧱 0', 0],
    ['**7**', 7],
    ['`8`', 8],
    ['[[9]]', 9],
    ['≈10', 10],
    ['≥ 11', 11],
  ])('reads the number in %j', (cell, rank) => {
    expect(value(cell)).toBe(rank);
  });

  it.each([
    ['T1', 1],
    ['t-2', 2],
    ['Т3', 3],
    ['L4', 4],
    ['Tier 5', 5],
    ['Tier: 6', 6],
    ['Tiers 16–18', 16],
    ['Тир 6.5', 6.5],
    ['Уровень IV', 4],
    ['Level 8 (rare)', 8],
    ['**Ранг 9**', 9],
  ])('takes %j for a rung by its own words', (cell, rank) => {
    expect(readRank(cell)).toMatchObject({ value: rank, telling: true });
  });

  it.each([
    ['I', 1],
    ['iv', 4],
    ['IX', 9],
    ['XIV', 14],
    ['XL', 40],
    ['III.', 3],
  ])('reads the Roman number %s', (cell, rank) => {
    expect(value(cell)).toBe(rank);
  });

  it.each(['IIII', 'IC', 'VX', 'mix', 'civic', 'vivid', 'Illinois'])('reads no Roman number in %s', (cell) => {
    expect(readRank(cell)).toBeNull();
  });

  it.each([
    ['1–3', 1],
    ['2-4', 2],
    ['IV–VI', 4],
    ['II-III', 2],
    ['Tier 1–2', 1],
    ['T3-T5', 3],
    ['8+', 8],
  ])('takes the first of the range %s', (cell, rank) => {
    expect(value(cell)).toBe(rank);
  });

  it.each(LETTER_SCALE.map((letter, place) => [letter.toUpperCase(), place + 1] as const))(
    'reads the letter %s as rung %i',
    (letter, rank) => {
      expect(readRank(letter)).toMatchObject({ value: rank, by: 'letter' });
      expect(value(`Tier ${letter}`)).toBe(rank);
      expect(value(`${letter}-tier`)).toBe(rank);
      expect(value(`${letter} (some words)`)).toBe(rank);
    },
  );

  it('puts SSS above SS above S', () => {
    const [most, more, some] = [value('SSS') ?? 9, value('SS Tier') ?? 9, value('S') ?? 9];
    expect(most).toBeLessThan(more);
    expect(more).toBeLessThan(some);
  });

  it.each(['T1003.001', 'S-01', 'T5-Small', 'T5-3B', '$S(t)$', 'S(t)', "S'(t)", 'A_1', 'T-101'])(
    'takes the name %s for no rung',
    (name) => {
      expect(readRank(name)).toBeNull();
    },
  );

  it('puts A+ above A, and A- between A and B', () => {
    const order = ['S', 'A+', 'A', 'A-', 'B+', 'B'].map((letter) => value(letter) ?? Number.NaN);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
  });

  it.each(MEDALS.map((medal, place) => [medal, place + 1] as const))(
    'reads the medal %s as place %i',
    (medal, rank) => {
      expect(readRank(medal)).toMatchObject({ value: rank, telling: true });
      expect(value(`**${medal}** winner`)).toBe(rank);
    },
  );

  it.each(scalesIn(valueWords().scales).map((scale) => [scale.join(' < '), scale] as const))(
    'keeps the order %s',
    (_, scale) => {
      const ranks = scale.map((word) => value(word) ?? Number.NaN);
      expect(ranks).not.toContain(Number.NaN);
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(new Set(ranks).size).toBe(ranks.length);
    },
  );

  it('reads words with a capital, behind emoji and with a remark', () => {
    const rank = value('высокий');
    expect(rank).not.toBeNull();
    expect(value('Высокий')).toBe(rank);
    expect(value('**🔴 Высокий**')).toBe(rank);
    expect(value('высокий (редко)')).toBe(rank);
    expect(value('Высокий — летом')).toBe(rank);
    expect(readRank('высоким')).toBeNull();
    expect(value('low-medium')).toBe(value('low'));
    expect(readRank('Meta-law')).toBeNull();
  });

  it.each(['', '—', '9/10', '8 / 10', '50%', 'Paris', 'A1', 'Goalkeeper', '🟢'])('reads no rung in %j', (cell) => {
    expect(readRank(cell)).toBeNull();
  });
});

describe('placesInScale(texts)', () => {
  it.each(scalesIn(scaleTexts()).map((scale) => [scale.join(' < '), scale] as const))(
    'keeps the order %s',
    (_, scale) => {
      const places = placesInScale(scale) ?? [];
      expect(places).toHaveLength(scale.length);
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(new Set(places).size).toBe(scale.length);
    },
  );

  it('allows for remarks, and for a word that all have', () => {
    expect(placesInScale(['low (0–3)', 'high: 4'])).toEqual([2, 4]);
    expect(placesInScale(['low risk', 'high risk'])).toEqual([2, 4]);
    expect(placesInScale(['low tide', 'high horse'])).toBeNull();
    expect(placesInScale(['low', 'gold'])).toBeNull();
  });
});
