import { describe, expect, it } from 'vitest';
import { readTags } from '../../src/write/tags';

describe('readTags(typed)', () => {
  it('reads tags between blanks, commas and semicolons, with or without #', () => {
    expect(readTags('#agi, внимание;field-theory  a/b\n##x').tags).toEqual([
      'agi',
      'внимание',
      'field-theory',
      'a/b',
      'x',
    ]);
  });

  it('keeps each tag once, as it was typed first', () => {
    expect(readTags('AGI agi #Agi').tags).toEqual(['AGI']);
  });

  it('names what cannot be a tag', () => {
    expect(readTags('ok 1984 50% a.b #C++ 2025/08 y1984')).toEqual({
      tags: ['ok', 'y1984'],
      wrong: ['1984', '50%', 'a.b', '#C++', '2025/08'],
    });
  });

  it('drops slashes at the ends, and takes emoji', () => {
    expect(readTags('/a/ 🔹 #').tags).toEqual(['a', '🔹']);
  });
});
