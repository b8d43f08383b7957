import { describe, expect, it } from 'vitest';
import { columnRoles, columnsOf, roleOfHeader } from '../../src/rank/columns';
import { columnOf, FIFTEEN, tableOf } from './tables';

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

  it('lets the user choose', () => {
    expect(columnRoles(FIFTEEN, { 2: 'cost', 3: 'none' })).toEqual(['rank', 'subject', 'cost', 'none', 'cost']);
    expect(columnsOf(columnRoles(FIFTEEN, { 2: 'cost' }), 'cost')).toEqual([2, 4]);
  });
});
