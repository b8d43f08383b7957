import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingSentence, titleOfText } from '../../src/write/title-of-text';

describe('titleOfText(text)', () => {
  it.each([
    ['7 ways to oil a lock', '7 ways to oil a lock'],
    ['2021.11 how it began', '2021.11 how it began'],
    ['2019. What was new', '2019. What was new'],
    ['2.5 is enough, and more is not', '2.5 is enough, and more is not'],
    ['-5 degrees. Cold.', '-5 degrees'],
    ['12. The twelfth item', 'The twelfth item'],
    ['> - [ ] 3) A task in a quote', 'A task in a quote'],
    ['> [!nexus_user] **Сначала** масло. Потом замок.', 'Сначала масло'],
    ['### *What* `opens_it`?', 'What opens_it'],
    ['snake_case and 2 * 3 * 4 stay in lock.md. More.', 'snake_case and 2 * 3 * 4 stay in lock.md'],
    ['See [[Locks#Old|old locks]] and [oil](Oil.md). Then wait.', 'See old locks and oil'],
    ['И т. д. и т. п. Дальше.', 'И т. д. и т. п. Дальше'],
    ['Цена 5 тыс. Руб. не дорожает! Ура.', 'Цена 5 тыс. Руб. не дорожает'],
    ['Prof. J. R. Miller was late. We began.', 'Prof. J. R. Miller was late'],
    ['Ask vs. answer, i.e. both. More.', 'Ask vs. answer, i.e. both'],
    ['See fig. 3 and no. 5. He said no. Then left.', 'See fig. 3 and no. 5'],
    ['He said no. Then left.', 'He said no'],
    ['См. п. 3 и ст. 5 закона. Дальше.', 'См. п. 3 и ст. 5 закона'],
    ['Mt. Rigi was cold on Jan. 5. Snow.', 'Mt. Rigi was cold on Jan. 5'],
    ['На скамье у окна лежат часы, которые никто не заводил с прошлой зимы, и ждут.', 'На скамье у окна лежат часы'],
    [
      'Well, the lock was never oiled and so it stuck fast in the very first frost of the year.',
      'Well, the lock was never oiled and so it stuck fast',
    ],
    [
      'Дверь сама собой открывается и закрывается по ночам из под неё.',
      'Дверь сама собой открывается и закрывается по ночам',
    ],
    ['Что делать? Ждать.', 'Что делать'],
    ['— Тише! — сказал он. И ушёл.', 'Тише! — сказал он'],
    ['"Stay!" she said. And left.', '"Stay!" she said'],
    ['Hm… what now? Nothing.', 'Hm… what now'],
    ['«Сядь. Подожди» — так он сказал. Дважды.', '«Сядь. Подожди» — так он сказал'],
    ['It sticks (at times. Not today) in frost. Oil it.', 'It sticks (at times. Not today) in frost'],
    ['Это умею и я. Он нет.', 'Это умею и я'],
    [
      'A Ph.D. Student of Lock Co. Ltd. and Lee et al. Wrote it. Well.',
      'A Ph.D. Student of Lock Co. Ltd. and Lee et al. Wrote it',
    ],
    ['Св. Пётр, пл. Труда и просп. Науки. Рядом.', 'Св. Пётр, пл. Труда и просп. Науки'],
    ['Ок. 40 лет назад. Давно. ', 'Ок. 40 лет назад'],
    ['Всё ок. Дальше.', 'Всё ок'],
    ['> [!note]-\n> Масло густеет. Зимой.', 'Масло густеет'],
    ['![[Запись 12.m4a]]\n![a lock](lock.png) Масло густеет. Зимой.', 'Масло густеет'],
    ['#идея #замок\n\n#мысль Масло густеет. Зимой.', 'Масло густеет'],
    ['#oil is a tag. Yes.', '#oil is a tag'],
    ['- [/] а) Масло густеет. Зимой.', 'Масло густеет'],
    ['▪ (2) Oil thickens. In frost.', 'Oil thickens'],
    ['[[Shop/Old/Locks]] and [[Shop/Oil|oil]] stick. Yes.', 'Locks and oil stick'],
    ['А. С. Пушкин родился в Москве. Он поэт.', 'А. С. Пушкин родился в Москве'],
    ['Пушкин А. С. писал быстро. Потом правил.', 'Пушкин А. С. писал быстро'],
    ['Л.Н. Толстой и Ф. М. Достоевский спорили. Долго.', 'Л.Н. Толстой и Ф. М. Достоевский спорили'],
    ['J. R. R. Tolkien wrote it. He was slow.', 'J. R. R. Tolkien wrote it'],
    ['George W. Bush spoke. All listened.', 'George W. Bush spoke'],
    ['C. elegans is a worm. It lives.', 'C. elegans is a worm'],
    ['I. Newton saw it. He fell.', 'I. Newton saw it'],
    ['Рост 180 см. Вес 80 кг. Ест мало.', 'Рост 180 см'],
    ['Вес 5 кг. А. С. Пушкин весил больше. Да.', 'Вес 5 кг'],
    ['Прошло 10 мин. Потом всё стихло.', 'Прошло 10 мин'],
    ['Прошло 10 мин. ходьбы. Потом всё стихло.', 'Прошло 10 мин. ходьбы'],
    ['Стоит 500 руб. Берите два.', 'Стоит 500 руб'],
    ['3,5 л. Воды хватит.', '3,5 л'],
    ['Длина 3 м. Ширина 2 м. Хватит.', 'Длина 3 м'],
    ['Скорость 60 км/ч. Быстро.', 'Скорость 60 км/ч'],
    ['При 20 °C. Тепло.', 'При 20 °C'],
    ['Take 5 kg. Then wait.', 'Take 5 kg'],
    ['The rope is 3 m. It holds.', 'The rope is 3 m'],
    ['It is 6 ft. tall. Big.', 'It is 6 ft. tall'],
    ['It is 20 °C. Warm.', 'It is 20 °C'],
    ['1990-е. Как это было', '1990-е'],
    ['В 2020 г. Москва закрылась. Потом открылась.', 'В 2020 г. Москва закрылась'],
    ['Витамин C. Польза и вред.', 'Витамин C'],
    ['Пётр I. Как он правил', 'Пётр I'],
    ['План Б. Потом уходим.', 'План Б'],
    ['Plan B. Then we leave.', 'Plan B'],
    ['World War I. How it began', 'World War I'],
    ['He and I. Then they left.', 'He and I'],
    ['He and J. Smith left. Then we did.', 'He and J. Smith left'],
    ['We left at 5 p.m. sharp. It rained.', 'We left at 5 p.m. sharp'],
    ['— — —\n\n', ''],
    ['> [!note]\n', ''],
    ['', ''],
  ])('%j is %j', (text, title) => {
    expect(titleOfText(text)).toBe(title);
  });

  it('is one line of at most sixty characters that begins and ends with its words (property)', () => {
    const texts = fc.array(
      fc.constantFrom(
        ...'слово Word e.g. 12. 3) 5 см. 3м. А. С. План Б. 20 °C. км/ч. 90-х. I. - > # [[a|b]] **x** . ! ? … \n'.split(
          ' ',
        ),
      ),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          texts.map((list) => list.join(' ')),
        ),
        (text) => {
          const title = titleOfText(text);
          expect(title.length).toBeLessThanOrEqual(60);
          expect(title).toBe(title.trim());
          expect(title).not.toMatch(/[\n.,:;!?…]$/);
        },
      ),
    );
  });
});

describe('openingSentence(paragraph)', () => {
  it.each([
    ['A flat *thing*. And more.', 'A flat thing.'],
    ['> Что делать? Ждать.', 'Что делать?'],
    ['**Up:**\nSee [[Locks|old locks]] and oil', 'See old locks and oil'],
    ['**Upstream ideas**\n[[Bowl]]', ''],
    ['up:: [[Bowl]]\nIt holds.', 'It holds.'],
    ['↑ [[Bowl]]', ''],
    ['[[Bowl]] — вода. Ещё.', 'Bowl — вода.'],
    ['— — —', ''],
    ['', ''],
  ])('of %j is %j', (paragraph, sentence) => {
    expect(openingSentence(paragraph)).toBe(sentence);
  });
});
