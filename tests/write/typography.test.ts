import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tidyTypography } from '../../src/write/typography';
import { typographyChanges } from '../../src/write/typography-changes';

/** With `~` for each space that does not break. */
const tidy = (text: string, yo = false): string =>
  tidyTypography(text, { nbsp: true, yo }).replaceAll('\u00A0', '~').replaceAll('\u202F', '_');
const tidied = (text: string): string => tidyTypography(text, { nbsp: true, yo: true });

describe('tidyTypography(text)', () => {
  it('takes a byte order mark for no part of the first line', () => {
    expect(tidied('\uFEFF- слово\n')).toBe('\uFEFF- слово\n');
    expect(tidied('\uFEFF# "Слово"')).toBe('\uFEFF# «Слово»');
  });

  it.each([
    ['Он сказал: "да".', 'Он~сказал: «да».'],
    ['"Он сказал: "да" и ушёл"', '«Он~сказал: „да“ и~ушёл»'],
    ['Он сказал: “да”.', 'Он~сказал: «да».'],
    ['**"Слово"** и "**слово**"', '**«Слово»** и~«**слово**»'],
    ['Мысль - это поле', 'Мысль~— это поле'],
    ['Мысль -- это поле – и сила', 'Мысль~— это поле~— и~сила'],
    ['с 10-20 лет, 2020-2024', 'с~10–20 лет, 2020–2024'],
    ['Я и ты в доме', 'Я~и~ты~в~доме'],
    ['сделал бы ли ты это же', 'сделал~бы ли~ты~это же'],
    ['№ 5 и §7, 10 кг', '№_5~и~§_7, 10~кг'],
    ['и т.д., т.е. А.С. Пушкин', 'и~т.~д., т.~е. А.~С.~Пушкин'],
    ['слово ,слово и  слово...', 'слово, слово и~слово…'],
    ['( в скобках ) слово .', '(в~скобках) слово.'],
    ['из за дождя, из под снега', 'из-за дождя, из-под снега'],
    ['Это было в XIX-XX вв., 5-7 мая', 'Это было в~XIX–XX~вв., 5–7~мая'],
    ['см. стр. 5, 3 млн руб.', 'см.~стр.~5, 3~млн руб.'],
  ])('sets Russian by Russian rules: %s', (text, result) => {
    expect(tidy(text)).toBe(result);
  });

  it.each([
    ['He said "yes".', 'He said “yes”.'],
    ['"He said "yes" twice"', '“He said ‘yes’ twice”'],
    ["don't - I can't", 'don’t~— I can’t'],
    ['The clock – an old one - ticks.', 'The clock – an old one – ticks.'],
    ['The clock -- an old one - ticks — now.', 'The clock~— an old one~— ticks~— now.'],
    ['pages 3-5, then... nothing', 'pages 3–5, then… nothing'],
    ['in 1914-1918, chapters 2-4, a discount of 10-15 %', 'in 1914–1918, chapters 2–4, a discount of 10–15 %'],
    ['«цитата» in an English line of many words', '«цитата» in an English line of many words'],
  ])('sets English by English rules: %s', (text, result) => {
    expect(tidy(text)).toBe(result);
  });

  it.each([
    ...[
      'Прошу позвонить по 12-34 днём',
      'звонить мне на 45-67',
      'Call me at 12-34 today',
      'lost by 1-4',
      'won 2-3 on penalties',
    ],
    ...['сыграли 1-2 дома', 'со счётом 2-5', 'заказ 100-250 отправлен', 'order 100-250 shipped'],
    ...[
      'Ну вот :-) и ещё ;-) :( :D',
      'да :-( нет :-/',
      'Хорошо ) и ладно ))',
      ":'( ну и :-( вот",
      '( ) да ( ) нет',
      '( да :-)',
    ],
  ])('leaves telephones, scores, orders and faces alone: %s', (text) => {
    expect(tidyTypography(text, { nbsp: false, yo: true })).toBe(text);
  });

  it.each([
    ['Позвоню через 5-10 минут', 'Позвоню через 5–10 минут'],
    ['call me in 2-3 days', 'call me in 2–3 days'],
    ['( один )( два ) и ( три ( четыре ) )', '(один)(два) и (три (четыре))'],
    ['so :( and ( so )', 'so :( and (so)'],
    ['a well-known "word" of it', 'a well-known “word” of it'],
    ['Разум = "зеркало"', 'Разум = «зеркало»'],
  ])('still sets what is around them: %s', (text, result) => {
    expect(tidyTypography(text, { nbsp: false, yo: true })).toBe(result);
  });

  it.each([
    'код `а - "б"`, ``в ` - "г" ``',
    '```\nкод - "код"\n```',
    '> ~~~js\n> слово - "слово"\n> ~~~',
    '```\nкод - "код"\n```js\nкод - "код"\n```',
    '~~~ а`б\nкод - "код"\n~~~',
    '````\n```\nкод - "код"\n````',
    '> ```\n> код - "код"',
    '- слово\n\n      код - "код"',
    '`````````` а - "б" ``````````',
    `\`${'а - "б" '.repeat(500)}\``,
    '`код\nа - "б"` слово',
    '<pre>\nкод - "код"\n\nкод - "код"\n</pre>',
    '<script>\nлет а = "б" - 1;\n\nв ...\n</script>',
    '<style>\nа - "б"\n</style>',
    'слово <code>а - "б"</code> слово',
    'слово <pre>а - "б"</pre> слово',
    `$$\n${'а - "б"\n\n'.repeat(800)}$$`,
    `слово $$${'а - "б" '.repeat(800)}$$ слово`,
    `<!-- ${'а - "б"\n'.repeat(800)}-->`,
    '- ```\n  а - "б"\n  ```',
    '```\nне закрыто - "код"',
    '    код - "код"',
    '[[Заметка "а" - б|в - г]]',
    '[слово - "слово"](https://a.b/c-d "е - ж")',
    '[слово](Слово_(и_дело).md "е - ж")',
    '[слово](слово.md "е (ж - з) - и")',
    '[слово](слово_(и_дело.md)',
    '![[а - б.png]]',
    '$а - "б"$',
    '$$\nа - б ...\n$$',
    '\\(а - б\\)',
    '\\[\nа - "б"\n\\]',
    '[^а - б]',
    'https://a.b/"в"-г',
    '#тег-тег',
    '<!-- а - "б" -->',
    '%% а - "б" %%',
    '<span title="а - б">',
    '---',
    '| --- | :-: |',
    '> [!nexus_user] **User** - "а"',
    '> [!note] а - "б"',
    '[ссылка]: https://a.b "а - б"',
    '\\"а',
    '{{title - "а"}}',
    '- слово',
    '- [ ] ',
    '2025-08-24',
    '5 - 3 = 2',
    'размер 5"',
    '"незакрыто',
    'слово ;) слово',
    'слово - - слово',
    'понял, что то, чего нет, верно',
    'слово :smile: слово .env',
    'a &mdash; b&nbsp;c',
    'версия 1.2-3.4, +7 495 123-45-67',
    'Звоните 321-4567, квартира 12-34; Туполев 154-204, ГОСТ 105-220, 2024-11.',
    'тел. 20-30, рейс 15-18, (10-20)',
    'Номер телефона 12-34, рейсом 15-18, артикул 100-200, приказ 12-34, ГОСТ 1984-2005.',
    'Dial 20-30, extension 100-200, RFC 2119-2120, the standard ISO 1996-2015, a windows 95-98.',
    'Run npm start -- X and wait, or git checkout -- file.txt.',
    'Напиши npm start -- это, потом ./run.sh -- слово, потом test --watch -- слово.',
    'привет :-) слово ;-) тут ;-D вот',
    'hello :-) and word ;-) here',
    '{"слово": "дело", "число": -1.5, "список": ["а", "б"], "поле": {"в": null}}',
    '  "name": "a - b",',
    'Вызови print("слово - дело", 1) тут.',
    'The clock – an old one – ticks.',
    'слово --- слово --- слово',
  ])('leaves alone %j', (text) => {
    expect(tidied(text)).toBe(text);
    expect(tidied(`Слова вокруг.\n\n${text}`)).toBe(`Слова вокруг.\n\n${text}`);
  });

  it.each([
    'Звоните 555-1212 или 8-800-555-35-35.',
    'Рейс SU-1234 вылетает в 12:30.',
    'Boeing 737-800 и Airbus A320-200.',
    'ГОСТ Р 7.0.5-2008 действует.',
    'ISO/IEC 27001:2022 says so.',
    'кв. 12-34, дом 5-7.',
    'Модель X-5, COVID-19 и F-16.',
    '5-HT2A and 5-HT1A, H-1B, UTF-8',
    'ЕГРН 77:01:0004012:1234, № 12-34/56',
    'Т-34-85 и Ил-76, ул. Ленина, 10-12',
    'git commit -m "x" -- file',
    'npm run test -- --watch',
    'docker run --rm -it x -- sh',
    'cmd --flag value, key="value"',
    '{"a": "b", "c": [1, 2]}',
    '{ "key": "value" }',
    '["a", "b"]',
    'console.log("hi"), f("x"), print(f"a - b", 1), f({a: "b"}, "c - d")',
    '{a: "b"} and { "a": "b - c", d: 1 } and {\'a\': "b"}',
    'Поле {имя: "дом - два"} верно, и const x = "а - б"; тоже.',
    '{a: {b: "c"}, d: ["e - f", {"g": "h"}]}',
    'if (a === "b" && c.d["e"] != "f - g") name="x"',
    'curl -H "X: y - z" --data="a - b"',
    '["a", 1, "b - c"]',
    's/a/b/g, [a-z0-9]{2}',
    'SELECT a FROM b;',
    'Он сказал :-) и ушёл ;-)',
    'Hello :) and :D and :-P',
    'Смайл :( и ( :',
    '<3 and >_<',
    'A --- B',
    '2025-10-05 and 2025-10',
    'Он проиграл 2-3.',
    'IP 10.0.0.1-10.0.0.5',
    'v1.2-3.4, 1-2-3-4',
    'RFC 8174-8175',
    'from 5 - 3 = 2',
    '<a href="x">y</a>',
    'https://example.org/c-d?e=f',
    '3-in-1, 0-day, 24/7',
  ])('leaves designations, commands, code, JSON and faces as they are: %s', (text) => {
    for (const yo of [false, true]) expect(tidyTypography(text, { nbsp: false, yo })).toBe(text);
  });

  it.each([
    ['слово `а - "б"` - "слово"', 'слово `а - "б"`~— «слово»'],
    ['слово [[а - "б"]] - "[в - г](д-е)" ...', 'слово [[а - "б"]]~— «[в - г](д-е)» …'],
    ['"$x$" - слово[^1] - слово', '«$x$»~— слово[^1]~— слово'],
  ])('tidies around what it leaves alone: %s', (text, result) => {
    expect(tidy(text)).toBe(result);
  });

  it('leaves frontmatter alone, and what only looks like it further down', () => {
    expect(tidy('---\ntitle: "а - б"\n---\nа - б')).toBe('---\ntitle: "а - б"\n---\nа~— б');
  });

  it('keeps quote marks, headings, markers, borders of cells and hard breaks', () => {
    expect(tidy('> ## "А" - б  \n> - [ ] "в"\n| "а"  |  б - в |')).toBe(
      '> ## «А»~— б  \n> - [ ] «в»\n| «а»  |  б~— в |',
    );
  });

  it('restores ё only when told, and only where nothing else is meant', () => {
    expect(tidy('Еще ее свое, все узнает ЕЩЕ')).toBe('Еще ее~свое, все узнает ЕЩЕ');
    expect(tidy('Еще ее свое, все узнает ЕЩЕ', true)).toBe('Ещё её~своё, все узнает ЕЩЁ');
    expect(tidy('Берет серьезный самолет: все-таки четырех ведет, небо, идете.', true)).toBe(
      'Берёт серьёзный самолёт: всё-таки четырёх ведёт, небо, идете.',
    );
  });

  it.each([
    ['10-15% скидки, 5-7 ₽, 20-30°', '10–15% скидки, 5–7 ₽, 20–30°'],
    ['a cut of 10-15%, $5-7 each', 'a cut of 10–15%, $5–7 each'],
    ['1,5-2 часа, 0.5-1.5 km, 3,5-2 раза', '1,5–2 часа, 0.5–1.5 km, 3,5-2 раза'],
    ['open 9:00-17:30, (10:00-12:00)', 'open 9:00–17:30, (10:00–12:00)'],
    ['с 9:00-17:30 и 10:00-12:00.', 'с 9:00–17:30 и 10:00–12:00.'],
    ['Экран 27" и "слово", a 5\'10" man', 'Экран 27" и «слово», a 5\'10" man'],
    ['A 27" screen and "no" here', 'A 27" screen and “no” here'],
    ['ГОСТ 7.32-2017, версия 1.2-3.4, $5-7', 'ГОСТ 7.32-2017, версия 1.2-3.4, $5-7'],
    ['300-500 A4-листов, 10-12 PDF-файлов', '300–500 A4-листов, 10–12 PDF-файлов'],
    ['Он проживает в 10-12 по улице Садовой.', 'Он проживает в 10-12 по улице Садовой.'],
    ['Он живёт в 10-12 км отсюда.', 'Он живёт в 10–12 км отсюда.'],
    ['Он сказал: "да", "нет" - и всё.', 'Он сказал: «да», «нет» — и всё.'],
    ['Anna: "Hi." {the "end"} - so', 'Anna: “Hi.” {the “end”} — so'],
    ['{{title}} - это: "слово" {{name}}', '{{title}} — это: «слово» {{name}}'],
    ["'tis so, and 'Twas so.", '’tis so, and ’Twas so.'],
  ])('sets %j as %j', (text, set) => {
    expect(tidyTypography(text, { nbsp: false, yo: false })).toBe(set);
    expect(tidyTypography(set, { nbsp: false, yo: false })).toBe(set);
  });

  it('keeps the `--` of a command line however many blanks stand before it, and whatever it is told of spaces', () => {
    for (const nbsp of [false, true]) {
      const set = tidyTypography('run -20>  -- - #> x', { nbsp, yo: false });
      expect(set).toMatch(/^run -20> {2}--\s—/);
      expect(tidyTypography(set, { nbsp, yo: false })).toBe(set);
    }
  });

  it('uses plain spaces when told', () => {
    expect(tidyTypography('в доме - "я"', { nbsp: false, yo: false })).toBe('в доме — «я»');
  });

  const piece = fc.constantFrom(
    ...[
      'слово',
      'word',
      'в',
      'и',
      'же',
      'бы',
      ' ',
      '  ',
      '-',
      ' - ',
      '--',
      '"',
      '«',
      '»',
      '„',
      '“',
      '”',
      "'",
      '...',
      ',',
      '.',
    ],
    ...[
      '5',
      '10-20',
      '№',
      '(',
      ')',
      '\n',
      '\r\n',
      '\r',
      '\u2028',
      '\f',
      '\v',
      '\u0085',
      '<code>',
      '</code>',
      '<pre>',
      '    ',
      '> ',
      '- ',
      '`',
      '```',
      '$',
      '[[',
      ']]',
      '[',
      '](',
      '*',
      '**',
      '|',
      '#',
      '%%',
    ],
    ...['т.д.', 'А.', '\uFFFC', '\uFFFB', '<', '>', '---', 'еще', '\\', 'http://a'],
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  it('changes nothing the second time, and no line break ever', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(text, fc.boolean(), fc.boolean(), (before, nbsp, yo) => {
        const once = tidyTypography(before, { nbsp, yo });
        expect(tidyTypography(once, { nbsp, yo })).toBe(once);
        const breaks = /\r?\n|\r|\u2028|\u2029/g;
        expect(once.match(breaks)).toEqual(before.match(breaks));
      }),
      { numRuns: 3000 },
    );
  });

  it('takes a carriage return for the end of a line, and joins nothing', () => {
    expect(tidied('Он сказал: "да"\rЯ - "нет"\r')).toBe('Он\u00A0сказал: «да»\rЯ\u00A0— «нет»\r');
    expect(tidied('а -\r"б"\n')).toBe('а\u00A0—\r«б»\n');
  });

  it('takes a text of 300 kB', () => {
    const long = 'Он сказал: "да" - и `ушёл` в [[дом]]... '.repeat(8000);
    expect(tidyTypography(long, { nbsp: false, yo: false }).slice(0, 41)).toBe(
      'Он сказал: «да» — и `ушёл` в [[дом]]… Он ',
    );
    expect(tidyTypography('`'.repeat(300_000), { nbsp: true, yo: true })).toHaveLength(300_000);
    expect(tidyTypography('<!-- '.repeat(20_000), { nbsp: true, yo: true })).toHaveLength(100_000);
  });
});

describe('typographyChanges(text, lines)', () => {
  it('counts a lone carriage return as a line end, as the reader does', () => {
    const options = { nbsp: false, yo: false };
    expect(typographyChanges('а - б\rа - б\rа - б\n', { first: 2, last: 2 }, options)).toEqual([
      { from: 6, to: 11, insert: 'а — б' },
    ]);
  });

  it('changes the given lines only, but knows of code that begins above them', () => {
    const note = 'а - б\r\n```\r\nа - б\r\n```\r\nа - б\r\n';
    const options = { nbsp: false, yo: false };
    expect(typographyChanges(note, { first: 3, last: 5 }, options)).toEqual([{ from: 24, to: 30, insert: 'а — б\r' }]);
    expect(typographyChanges(note, { first: 3, last: 3 }, options)).toEqual([]);
  });
});
