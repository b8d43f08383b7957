import { describe, expect, it, vi } from 'vitest';
import { columnRoles, columnsOf, guessedColumns, roleOfHeader } from '../../src/rank/columns';
import { columnOf, FIFTEEN, reader, tableOf } from './tables';

describe('roleOfHeader(header)', () => {
  it.each([
    'Effect',
    'Effectiveness (🟢=clear gain)',
    'Value',
    'Business impact',
    '🎯 Benefits',
    'Utility (1–10)',
    'Эффект',
    'Эффективность',
    'Польза',
    'Ценность',
    'Влияние на рост',
    'Оценка пользы',
  ])('takes %j for value', (header) => {
    expect(roleOfHeader(header)).toBe('value');
  });

  it.each([
    'Cost',
    'Price, $',
    'Tradeoffs',
    'Trade-offs',
    'Trade off',
    'Main risk',
    'Effort',
    '💰 Стоимость',
    'Цена',
    'Затраты',
    'Риски и ограничения',
    'Уровень риска',
    'Трудоёмкость',
  ])('takes %j for cost', (header) => {
    expect(roleOfHeader(header)).toBe('cost');
  });

  it.each([
    'Real-World Use',
    'Class / Method',
    'Why',
    'Costa Rica',
    'Valuer',
    'Значение',
    'Снижение затрат',
    'Precost',
    'x2cost',
    'Недооценка',
    'éffect',
    '',
    '№',
  ])('takes %j for neither', (header) => {
    expect(roleOfHeader(header)).toBeNull();
  });

  it('reads a word wherever one begins', () => {
    expect(roleOfHeader('Low-cost')).toBe('cost');
    expect(roleOfHeader('max_cost')).toBe('cost');
    expect(roleOfHeader('Precost cost')).toBe('cost');
    expect(roleOfHeader('«Риск»')).toBe('cost');
    expect(roleOfHeader('👍🏽cost')).toBe('cost');
  });

  it('goes by the word that the others qualify', () => {
    expect(roleOfHeader('Cost effectiveness')).toBe('value');
    expect(roleOfHeader('Cost savings')).toBe('value');
    expect(roleOfHeader('Impact on cost')).toBe('value');
    expect(roleOfHeader('Эффективность затрат')).toBe('value');
    expect(roleOfHeader('Цена ошибки')).toBe('cost');
  });
});

describe('columnRoles(values, chosen)', () => {
  it('finds rank, subject, value and cost of a tier table', () => {
    expect(columnRoles(FIFTEEN)).toEqual(['rank', 'subject', 'none', 'value', 'cost']);
  });

  it('goes by the marks where the header says nothing', () => {
    const values = tableOf('Name|A|B|C|D', 'one|🟢|💰💰|🧠 mind|🟢 and', 'two|🔴|💸|🧩|words', 'three|||🔧|words');
    expect(columnRoles(values)).toEqual(['subject', 'value', 'cost', 'none', 'none']);
  });

  it('believes the header before the marks', () => {
    expect(columnRoles(columnOf('Risk', '🟢', '🔴'))).toEqual(['subject', 'cost']);
    expect(columnRoles(columnOf('Value', '💰💰', '💰'))).toEqual(['subject', 'value']);
  });

  it('never counts what is ranked, whatever its header says', () => {
    expect(columnRoles(tableOf('Risk|Impact', 'flood|high', 'fire|low'))).toEqual(['subject', 'value']);
  });

  it('takes the first column of text for the subject of an ordinary table', () => {
    expect(columnRoles(tableOf('№|Metric|Old|New', '1|speed|2|3', '2|size|5|8'))).toEqual([
      'none',
      'subject',
      'none',
      'none',
    ]);
  });

  it('takes nothing that only says in words what it is worth for value', () => {
    expect(columnRoles(tableOf('Tier|Way|Effect|Cost', '1|x|more of it|💰', '2|y|less of it|'))).toEqual([
      'rank',
      'subject',
      'none',
      'cost',
    ]);
  });

  it('lets the user choose', () => {
    expect(columnRoles(FIFTEEN, { 2: 'cost', 3: 'none' })).toEqual(['rank', 'subject', 'cost', 'none', 'cost']);
    expect(columnsOf(columnRoles(FIFTEEN, { 2: 'cost' }), 'cost')).toEqual([2, 4]);
  });
});

describe('guessedColumns(values, chosen)', () => {
  /** Of a tier table with these columns. */
  const guessed = (header: string, ...rows: readonly string[]): string[] => {
    const values = tableOf(`Tier|Way|${header}`, ...rows.map((cells, row) => `${row + 1}|way ${row}|${cells}`));
    const roles = columnRoles(values);
    expect(columnsOf(roles, 'rank')).toEqual([0]);
    return guessedColumns(values).map((column) => `${column - 2} ${roles[column]}`);
  };

  it.each([
    ['Глубина', '70', '90', '0 value'],
    ['Original reach, depth', '70', '90', ''],
    ['Strength of it', '30', '45', '0 value'],
    ['Срок обучения', '70', '90', '0 cost'],
    ['⏱ Load', '70', '90', '0 cost'],
    ['Use (0–10)', '3', '10', '0 value'],
    ['Use', '8/10', '9/10', '0 value'],
    ['Стиль (1-100)', '30', '45', '0 value'],
    ['2023–2025', '30', '45', ''],
    ['Share', '~80 %', '15–20%', '0 value'],
    ['Scope', 'low', 'very high', '0 value'],
    ['Охват', 'низкий', 'средний', '0 value'],
    ['To reach', '2 weeks', '3 hours', '0 cost'],
    ['Paid', '$300', '1200 ₽', '0 cost'],
    ['Year', '1999', '2014', ''],
    ['Depth', 'to the core', 'not so deep at all', ''],
  ])('%s of %s and %s: %j', (header, first, second, expected) => {
    expect(guessed(header, first, second)).toEqual(expected === '' ? [] : [expected]);
  });

  it('guesses nothing of a kind of which a column is sure, and by numbers alone only where no word says more', () => {
    expect(guessed('Gain|Share|Time', '🟢|80%|3 h', '⚪|20%|4 h')).toEqual(['2 cost']);
    expect(guessed('Depth|Share|Cost', '7|80%|3', '8|20%|4')).toEqual(['0 value']);
    expect(guessed('Use|Share', '7|80%', '8|20%')).toEqual(['0 value', '1 value']);
  });

  it('guesses nothing of other tables', () => {
    expect(guessedColumns(tableOf('Thing|Depth', 'a|7', 'b|8'))).toEqual([]);
  });

  it('reads no more than the first rows, however long the table', () => {
    const values = tableOf(
      'Tier|Way|Use|Words',
      ...Array.from({ length: 900 }, (_, row) => `${row}|w|${row % 9}|so so`),
    );
    const plain = vi.spyOn(reader, 'plain');
    expect(guessedColumns(values)).toEqual([2]);
    expect(plain.mock.calls.length).toBeLessThan(400);
    plain.mockRestore();
  });

  it('asks a table once', () => {
    const values = tableOf('Tier|Way|Use', '1|x|7', '2|y|8');
    columnRoles(values);
    const written = vi.spyOn(values, 'written');
    expect(columnRoles(values, { 2: 'cost' })).toEqual(['rank', 'subject', 'cost']);
    expect(guessedColumns(values)).toEqual([2]);
    expect(written).not.toHaveBeenCalled();
  });

  it('has no guess left where the user has chosen; the others stay', () => {
    const values = tableOf('Tier|Way|Depth|Clarity|Time', '1|x|7|8|3', '2|y|9|9|4');
    expect(guessedColumns(values)).toEqual([2, 3, 4]);
    expect(guessedColumns(values, { 2: 'value' })).toEqual([3, 4]);
    expect(columnRoles(values, { 2: 'cost' })).toEqual(['rank', 'subject', 'cost', 'value', 'cost']);
    expect(columnRoles(values, { 2: 'none', 3: 'none' })).toEqual(['rank', 'subject', 'none', 'none', 'cost']);
  });
});
