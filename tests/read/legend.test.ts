import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LegendReader } from '../../src/read/legend';
import { readNote } from '../../src/read/note';

type Legend = Readonly<Record<string, string>>;

const legendsOf = (text: string): Legend[] => readNote(text).tables.map(({ legend }) => legend);

const HEADER = '| Тир | Вещь | Отзыв |\n|---|---|---|\n';
const TABLE = `${HEADER}| 1 | Лейка | 🟢 легко |\n| 2 | Шланг | 🔴 путается, 💰💰 |\n`;

describe('the legend of a table', () => {
  it.each(['=', ' = ', ' — ', ': ', ' - '])('is read from a header where %j joins mark and meaning', (joint) => {
    const note = `| Tier | Tool | Worth (🟢${joint}clear gain, 🔴${joint}fragile) |\n|--|--|--|\n| 1 | Saw | 🟢 |\n| 2 | Awl | 🔴 |`;
    expect(legendsOf(note)).toEqual([{ '🟢': 'clear gain', '🔴': 'fragile' }]);
  });

  it('is read from the header of a table that ranks nothing, too', () => {
    expect(legendsOf('| Вещь | Цена (💰=дорого) |\n|--|--|\n| Лейка | 💰 |')).toEqual([{ '💰': 'дорого' }]);
  });

  it.each([
    ['above', `- 🟢 — помогает\n- 🔴: мешает\n- 💰 = стоит денег\n\n${TABLE}`],
    ['below', `${TABLE}\n- 🟢 — помогает\n- 🔴: мешает\n- 💰 = стоит денег\n`],
    ['with bold marks', `* **🟢** — помогает\n* **🔴** — мешает\n* **💰** — стоит денег\n\n${TABLE}`],
    ['in a quote', `> - 🟢 — помогает\n> - 🔴 — мешает\n> - 💰 — стоит денег\n\n${TABLE}`],
    ['one a line', `🟢 — помогает\n🔴 — мешает\n💰 — стоит денег\n\n${TABLE}`],
  ])('is read from a list %s', (_, note) => {
    expect(legendsOf(note)).toEqual([{ '🟢': 'помогает', '🔴': 'мешает', '💰': 'стоит денег' }]);
  });

  it.each(['\r', '\r\n'])('is read from a list above or below where lines end in %j', (end) => {
    for (const note of [`- 🟢 — помогает\n- 🔴: мешает\n\n${TABLE}`, `${TABLE}\n- 🟢 — помогает\n- 🔴: мешает`]) {
      expect(legendsOf(note.replaceAll('\n', end))).toEqual([{ '🟢': 'помогает', '🔴': 'мешает' }]);
    }
  });

  it('names only marks that the table uses', () => {
    expect(legendsOf(`- 🟢 — помогает\n- 🟡 — так себе\n\n${TABLE}`)).toEqual([{ '🟢': 'помогает' }]);
  });

  it('keeps the header where header and list disagree', () => {
    const note = `- 🟢 — из списка\n\n| Tier | A | B (🟢=из шапки) |\n|--|--|--|\n| 1 | x | 🟢 |\n| 2 | y | 🟢 |`;
    expect(legendsOf(note)).toEqual([{ '🟢': 'из шапки' }]);
  });

  it('keeps the first of two meanings in the header, and tells the author', () => {
    const note = `| Tier | A | B (🟢=good, 🔴=bad) | C (🟢=Good, 🔴=stop) |\n|--|--|--|--|\n| 1 | x | 🟢 | 🔴 |`;
    expect(legendsOf(note)).toEqual([{ '🟢': 'good', '🔴': 'bad' }]);
    expect(readNote(note).problems).toEqual([
      { code: 'legend-twice', line: 1, mark: '🔴', first: 'bad', second: 'stop' },
    ]);
  });

  it('takes no sentence for a meaning', () => {
    expect(legendsOf(`- 🟢 я вчера долго поливал грядки из этой самой лейки\n\n${TABLE}`)).toEqual([{}]);
  });

  it('takes no list far away for a legend', () => {
    expect(legendsOf(`- 🟢 — помогает\n${'\nслова\n'.repeat(40)}\n${TABLE}`)).toEqual([{}]);
  });

  it('is read across other tables', () => {
    const other = `| Кто | Что |\n|---|---|\n${'| я | грядки |\n'.repeat(40)}`;
    const found = [{ '🟢': 'помогает' }];
    expect(legendsOf(`${TABLE}\n${other}\n${other}\n- 🟢 — помогает\n`).slice(0, 1)).toEqual(found);
    expect(legendsOf(`- 🟢 — помогает\n\n${other}\n${other}\n${TABLE}`).slice(-1)).toEqual(found);
    const near = '\nслова\n'.repeat(11);
    for (const between of ['', `${TABLE}\n`]) {
      expect(legendsOf(`${TABLE}\n${between}${near}- 🟢 — помогает\n`)[0]).toEqual(found[0]);
    }
  });

  it('is read across other tables however long they are, one below the other', () => {
    const others = `| Кто | Что |\n|---|---|\n${'| я | грядки |\n'.repeat(400)}\n`.repeat(3);
    const tables = `${TABLE}\n${others}${TABLE}\n${others}${TABLE}`;
    for (const note of [`${tables}\n- 🟢 — помогает\n`, `- 🟢 — помогает\n\n${tables}`]) {
      expect(legendsOf(note).filter((legend) => legend['🟢'] === 'помогает')).toHaveLength(3);
    }
  });

  it('is the same for each of many tables as for each of them alone with what stands around it', () => {
    const pieces = fc.constantFrom(
      TABLE,
      `| Тир | Вещь |\n|---|---|\n| 1 | 🟢 а |\n| 2 | 💰 б |\n`,
      '| Кто | Что |\n|---|---|\n| я | грядки |\n',
      '- 🟢 — помогает\n',
      '- 🟢 — мешает | нет\n',
      '- 🔴 — портит\n',
      '💰: дорого\n',
      'слова\n\nслова\n'.repeat(4),
      '\n',
      '>\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (all, end) => {
        const text = all.join('\n').replaceAll('\n', end);
        const { tables } = readNote(text);
        for (const table of tables) {
          const reader = new LegendReader(text);
          const open = { header: table.header, body: table.body, from: table.span.from, end: table.span.to };
          expect(reader.read(open, table.tier, () => undefined)).toEqual(table.legend);
        }
      }),
    );
  });

  it('is empty without one', () => {
    expect(legendsOf(TABLE)).toEqual([{}]);
  });
});
