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

  it('takes no text for value that happens to begin with an ordered word', () => {
    expect(columnRoles(tableOf('Name|Effect', 'x|Strong taste', 'y|more of it', 'z|less of it'))[1]).toBe('none');
    expect(columnRoles(tableOf('Name|Effect', 'x|strong', 'y|weak', 'z|less of it'))[1]).toBe('value');
    expect(columnRoles(tableOf('Name|Price', 'x|$5', 'y|by agreement', 'z|who knows'))[1]).toBe('cost');
  });

  it('knows what is bad by whatever follows it', () => {
    expect(columnRoles(columnOf('Side effects', 'low', 'high'))).toEqual(['subject', 'cost']);
    expect(columnRoles(columnOf('Побочные эффекты', 'слабые', 'сильные'))).toEqual(['subject', 'cost']);
    expect(columnRoles(columnOf('Level of risk', 'low', 'high'))).toEqual(['subject', 'cost']);
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
    // What something is worth, though it is money, time or a share of a whole.
    ['Revenue', '$5k', '$20k', '0 value'],
    ['Зарплата', '50 000 ₽', '90 000 ₽', '0 value'],
    ['Time saved', '3 h', '5 h', '0 value'],
    ['Экономия времени', '3 ч', '5 ч', '0 value'],
    ['Срок службы', '3 года', '5 лет', '0 value'],
    ['Durability', '70', '90', '0 value'],
    ['Надёжность', '70', '90', '0 value'],
    ['Throughput', '70 MB', '90 MB', '0 value'],
    // What it costs, though it is a share, or 0 to 10.
    ['Failure rate', '5%', '7%', '0 cost'],
    ['Процент отказов', '5%', '7%', '0 cost'],
    ['Number of errors', '3', '5', '0 cost'],
    ['Число ошибок', '3', '5', '0 cost'],
    ['Toxicity', 'low', 'high', '0 cost'],
    ['Опасность', 'низкая', 'высокая', '0 cost'],
    ['Налог', '5%', '7%', '0 cost'],
    ['Hours per week', '3', '5', '0 cost'],
    // Neither: how many there are, how often it is met, which one it is.
    ['Share of users', '70%', '20%', ''],
    ['% пользователей', '70%', '20%', ''],
    ['Редкость (%)', '70%', '20%', ''],
    ['Number of steps', '3', '5', ''],
    ['Кол-во шагов', '3', '5', ''],
    ['Weight', '8 kg', '4 kg', ''],
    // Marks that tell nothing by themselves.
    ['Depth', '🔥🔥', '🔥', '0 value'],
    ['Danger', '🔥🔥', '🔥', '0 cost'],
    ['Mood', '🔥🔥', '🔥', ''],
  ])('%s of %s and %s: %j', (header, first, second, expected) => {
    expect(guessed(header, first, second)).toEqual(expected === '' ? [] : [expected]);
  });

  it('guesses nothing of a kind of which a column is sure, and by numbers alone only where no word says more', () => {
    expect(guessed('Gain|Share|Time', '🟢|80%|3 h', '⚪|20%|4 h')).toEqual(['2 cost']);
    expect(guessed('Depth|Share|Cost', '7|80%|3', '8|20%|4')).toEqual(['0 value']);
    expect(guessed('Use|Share', '7|80%', '8|20%')).toEqual(['0 value', '1 value']);
  });

  it('takes running numbers for nothing else', () => {
    expect(guessed('Turn', '1', '2', '3')).toEqual([]);
    expect(guessed('Turn', '1', '3', '2')).toEqual(['0 value']);
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
