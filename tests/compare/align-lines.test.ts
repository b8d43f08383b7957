import { describe, expect, it } from 'vitest';
import { linesToCompare } from '../../src/compare/align-lines';

const compared = (...lines: readonly string[]): string =>
  linesToCompare(['### Шаг 1', ...lines], { headEnd: 1, textEnd: lines.length + 1 })
    .map(({ line, text }) => `${line} ${text}`)
    .join(' | ');

describe('linesToCompare(lines, step)', () => {
  it('takes the lines below the heading, without quote marks, with their numbers in the note', () => {
    expect(compared('', '> Первая.', '>', '> > Вторая.  ', 'Третья.')).toBe('3 Первая. | 5 Вторая. | 6 Третья.');
  });

  it('takes list entries, table rows and code as they are', () => {
    expect(compared('> - раз', '> 2. два', '| а | б |', '`x > y`')).toBe(
      '2 - раз | 3 2. два | 4 | а | б | | 5 `x > y`',
    );
  });

  it('leaves out what says nothing: rules, fences, delimiter rows, labels of the template', () => {
    expect(compared('---', '***', '```yaml', '|---|:--|', '> **Исправленный текст:**', '_Название_', '👉')).toBe('');
    expect(compared('**Название: часы**')).toBe('2 **Название: часы**');
  });

  it('leaves out headings at the end, which are those of what follows', () => {
    expect(compared('## Раз', 'Два.', '', '## Ссылки', '# Блок ссылок')).toBe('2 ## Раз | 3 Два.');
  });

  it('ends where the step does', () => {
    expect(linesToCompare(['# 1', 'a', 'b'], { headEnd: 1, textEnd: 2 })).toEqual([{ line: 2, text: 'a' }]);
  });
});
