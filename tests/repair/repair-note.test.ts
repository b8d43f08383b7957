import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS, type Encoding, type RepairedNote } from '../../src/model/garbled';
import { putBack } from '../../src/repair/recovery';
import { repairNote } from '../../src/repair/repair-note';
import { ENGLISH, RUSSIAN, garble, withoutInvisible } from './garble';

/** Whether a byte of the text is no character in that encoding, so that decoding loses it. */
function loses(original: string, encoding: Encoding, times: number): boolean {
  return Array.from({ length: times }, (_, time) => garble(original, encoding, time + 1)).some((one) =>
    one.includes('\uFFFD'),
  );
}

function repaired(text: string): RepairedNote {
  const note = repairNote(text);
  if (note === null) throw new Error('the text is not found to be garbled');
  return note;
}

/** The note with its lost characters as they were. */
function completed(note: RepairedNote, original: string): string {
  const found = note.lost.map(({ at, candidates }) => {
    // Behind each lost character both texts go on at the same distance, for what is lost is one character.
    const character = candidates.find((one) => original.startsWith(one, at + shiftBefore(note, original, at)));
    return { at, character: character ?? 'not among the candidates', twin: null };
  });
  return putBack(note, found);
}

/** How many more UTF-16 units the original has before a place: a lost character is one unit, whatever it was. */
function shiftBefore({ lost }: RepairedNote, original: string, at: number): number {
  let shift = 0;
  for (const one of lost) if (one.at < at && (original.codePointAt(one.at + shift) ?? 0) > 0xffff) shift++;
  return shift;
}

describe('repairNote(text)', { timeout: 120_000 }, () => {
  it.each(ENCODINGS)('restores what was decoded as %s, once and twice', (encoding) => {
    for (const original of [RUSSIAN, ENGLISH]) {
      for (const times of [1, 2]) {
        const note = repaired(garble(original, encoding, times));
        if (loses(original, encoding, times)) expect(completed(note, original)).toBe(original);
        else expect([note.text, note.lost]).toEqual([original, []]);
        expect(note.encodings).toHaveLength(times);
        // For the few signs of the other, several encodings of a family say the same.
        if (original === RUSSIAN) expect(new Set(note.encodings)).toEqual(new Set([encoding]));
      }
    }
  });

  it('counts what it restores', () => {
    const characters = [...RUSSIAN].filter((one) => one > '\u007F').length;
    expect(repaired(garble(RUSSIAN, 'macintosh')).restored).toBe(characters);
    expect(repaired(garble(RUSSIAN, 'koi8-r', 2)).restored).toBe(characters);
  });

  it('knows two encodings, one over the other', () => {
    const garbled = garble(garble(RUSSIAN, 'windows-1251'), 'macintosh');
    expect(repaired(garbled)).toMatchObject({ encodings: ['macintosh', 'windows-1251'], text: RUSSIAN, lost: [] });
  });

  it('takes Latin-1 for a careless windows-1252', () => {
    const garbled = Array.from(new TextEncoder().encode(RUSSIAN), (byte) => String.fromCharCode(byte)).join('');
    expect(repaired(garbled)).toMatchObject({ encodings: ['windows-1252'], text: RUSSIAN, lost: [] });
  });

  it('takes what older versions of Mac Roman have for the euro sign and the omega', () => {
    const garbled = garble(`${RUSSIAN}۞ но`, 'macintosh').replaceAll('€', '¤').replaceAll('\u03A9', '\u2126');
    expect(garbled).toMatch(/[¤\u2126]/);
    expect(repaired(garbled).text).toBe(`${RUSSIAN}۞ но`);
  });

  it('leaves a marker of lost bytes with all characters that it can have been', () => {
    const original = RUSSIAN.replaceAll('Р', 'З');
    const note = repaired(withoutInvisible(garble(original, 'windows-1254')));
    expect(note.encodings).toEqual(['windows-1254']);
    const lostLetters = original.match(/[сэюяАНОЭЁ]/g) ?? [];
    expect(note.lost).toHaveLength(lostLetters.length);
    for (const { at, candidates } of note.lost) {
      expect(note.text.charAt(at)).toBe('\uFFFD');
      expect(candidates).toContain(original.charAt(at + shiftBefore(note, original, at)));
    }
    expect(completed(note, original)).toBe(original);
    const [first] = note.lost;
    expect(first?.candidates.join('')).toMatch(/^[сэюяѐѝўѭ]+$/);
  });

  it('asks for no byte that is still there: then nothing of its kind was dropped', () => {
    const garbled = garble(RUSSIAN, 'windows-1254');
    expect(garbled).toContain('Ñ\u0081');
    expect(repaired(`${garbled}\nÑandú, Ğe`)).toMatchObject({ lost: [], text: `${RUSSIAN}\nÑandú, Ğe` });
  });

  it('leaves what was written later as it stands', () => {
    const added = '\nНаписано позже — и ясно: ∞, é, “да”. \uFFFD\n';
    const note = repaired(garble(RUSSIAN.repeat(3), 'macintosh') + added);
    expect(note.text).toBe(RUSSIAN.repeat(3) + added);
    expect(note.lost).toEqual([]);
  });

  it.each(ENCODINGS)('leaves healthy lines of the same letters as they stand in a note decoded as %s', (encoding) => {
    // Each letter of theirs is a leading byte somewhere, and «В», «»» or «…» right behind one goes on with it.
    const healthy = 'Вечером вместе выверили вал. Уровень воды вырос.\n«СССР» и «США»… Ёж — «ёж».\n';
    const garbled = garble(RUSSIAN, encoding);
    const note = repaired(`${garbled}${healthy}${garbled}${healthy}`);
    expect(
      note.text
        .split('\n')
        .filter((line) => healthy.includes(line) && line !== '')
        .join('\n'),
    ).toBe(`${healthy}${healthy}`.trimEnd());
    expect(note.doubtful).toEqual([]);
  });

  it.each(ENCODINGS)('doubts no healthy line for its abbreviations and names in a note decoded as %s', (encoding) => {
    const names = 'БелАЗ и КамАЗ, АэС, микроЭВМ, ЖКХ|SMSки, iPhone, рН и pH|McDonald’s GmbH, éA';
    for (const healthy of names.split('|')) {
      const note = repaired(`${garble(RUSSIAN, encoding)}\n${healthy}\n`);
      expect([note.text.endsWith(`\n${healthy}\n`), note.doubtful]).toEqual([true, []]);
    }
  });

  it('leaves a healthy word of a garbled line as it stands, and restores garbled words of a healthy line', () => {
    const part = garble('Яблоня стоит у забора', 'windows-1251');
    const note = repaired(`${garble(RUSSIAN, 'windows-1251')}${part} вечером.\nВечером выверили вал: ${part}.\n`);
    expect(note.text).toBe(`${RUSSIAN}Яблоня стоит у забора вечером.\nВечером выверили вал: Яблоня стоит у забора.\n`);
  });

  it('finds what Latin-1 was in a line of English', () => {
    const original = 'It’s “quiet” work — don’t hurry. A café on the corner – “open”… ½ done.\n';
    const garbled = Array.from(new TextEncoder().encode(original), (byte) => String.fromCharCode(byte)).join('');
    expect(repaired(garbled)).toMatchObject({ encodings: ['windows-1252'], text: original, lost: [], doubtful: [] });
  });

  it.each([
    ['DOS 437', 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐'],
    ['DOS 850', 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐'],
    ['DOS 855', 'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐'],
  ])('takes %s, which is not known, for no other', (_, continuations) => {
    const leads = new Map([
      [0xc2, '┬'],
      [0xd0, '╨'],
      [0xd1, '╤'],
      [0xe2, 'т'],
    ]);
    const garbled = Array.from(new TextEncoder().encode(RUSSIAN), (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : (leads.get(byte) ?? continuations[byte - 0x80] ?? '█'),
    ).join('');
    expect(repairNote(garbled)).toBeNull();
  });

  it.each(['iso-8859-3', 'iso-8859-6', 'iso-8859-8', 'windows-874'])(
    'says which lines are in doubt where %s, which is not known, is taken for a neighbour',
    (label) => {
      const decoder = new TextDecoder(label);
      const original =
        'À Noël — où étaient les élèves ? « Déjà » fêtés…\nIt’s “late”: the café’s façade is naïve.\nBed: 12 € for seed.\n';
      const garbled = Array.from(new TextEncoder().encode(original), (byte) =>
        byte < 0x80 ? String.fromCharCode(byte) : decoder.decode(Uint8Array.of(byte)),
      ).join('');
      const note = repairNote(garbled);
      const lines = (note?.text ?? garbled).split('\n');
      const wrong = lines.flatMap((line, index) =>
        line === original.split('\n')[index] || line === garbled.split('\n')[index] ? [] : [index + 1],
      );
      expect(note?.doubtful ?? []).toEqual(expect.arrayContaining(wrong));
    },
  );

  it.each([
    // The thorn of one is the sharp s of the other.
    ['iso-8859-15', 'það er gott að búa\nþú ferð þangað\nþeir fóru út í garð\n'],
    ['iso-8859-2', 'það er gott að búa\nþú ferð þangað\nþeir fóru út í garð\n'],
  ] as const)(
    'doubts the lines of which %s and its neighbours make other words, where nothing tells',
    (encoding, original) => {
      const note = repaired(garble(original, encoding));
      expect(note.text).not.toBe(original);
      expect(note.doubtful).toEqual([1, 2, 3]);
      // A letter that only one of them has tells for the whole note.
      const told = `${original}Þór og Ási, “hér”\n`;
      expect(repaired(garble(told, encoding))).toMatchObject({ text: told, doubtful: [] });
    },
  );

  it('takes of encodings that fit alike the one that makes no words with a capital inside', () => {
    const original = 'El niño comió una piña.\n¿Qué pasó mañana?\n';
    expect(repaired(garble(original, 'iso-8859-2'))).toMatchObject({ encodings: ['iso-8859-2'], text: original });
  });

  it('doubts a line left as it stands that a neighbour of the encoding may have made', () => {
    const decoder = new TextDecoder('iso-8859-10');
    const original =
      'Die Straße ist groß und schön.\nÜber den Fluß führt eine Brücke.\nMöchten Sie größere Häuser?\nÄpfel und Öl.\n';
    const garbled = Array.from(new TextEncoder().encode(original), (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : decoder.decode(Uint8Array.of(byte)),
    ).join('');
    const note = repairNote(garbled);
    const wrong = original.split('\n').flatMap((line, at) => (line === note?.text.split('\n')[at] ? [] : [at + 1]));
    expect(note?.doubtful).toEqual(expect.arrayContaining(wrong));
  });

  it('names the lines whose words nobody writes', () => {
    const odd = garble('сло\u0412о, подъезд, \u0441лoв\u043E', 'macintosh');
    const text = `${garble(RUSSIAN, 'macintosh')}${odd}\n`;
    const { doubtful } = repaired(text);
    expect(doubtful).toEqual([RUSSIAN.split('\n').length]);
    expect(repaired(garble(RUSSIAN, 'macintosh')).doubtful).toEqual([]);
  });

  it('keeps Windows line ends, a byte order mark, and characters that hardly anybody writes', () => {
    const original = `\uFEFF${RUSSIAN.replaceAll('\n', '\r\n')}ᎣᏏᏲ \u0085 \u2028 ℵ`;
    expect(repaired(garble(original, 'macintosh')).text).toBe(original);
    expect(repaired(garble(original, 'windows-1252', 2)).text).toBe(original);
  });

  it.each([
    ['Russian', RUSSIAN],
    ['English', ENGLISH],
    ['nothing', ''],
    ['ASCII', 'Plain text, and nothing else.\n'.repeat(50)],
    ['Greek', 'Ο κήπος είναι μεγάλος, και ωραίος· τα δέντρα ψηλά. '.repeat(5)],
    ['French', 'À Noël, où étaient les élèves ? Çà et là, « déjà » fêtés… '.repeat(5)],
    ['Polish', 'Zażółć gęślą jaźń – „łódź” płynie. '.repeat(5)],
    ['Turkish', 'Ağaç gölgesi, ığdır üzümü; şöyle ‘güzel’ bir bahçe. '.repeat(5)],
    ['Ukrainian', 'Їжак ґречний, єдиний у саду — «щирий» друг. '.repeat(5)],
    ['Chinese', '花园里有一棵苹果树，祖父种的。'.repeat(5)],
    ['emoji', '🟢🔴💰 '.repeat(20)],
    ['a drawing of lines', '┌──┬──┐\n│ a│ б│\n├──┼──┤\n└──┴──┘\n╔══╗░▒▓█\n'.repeat(8)],
    ['formulas', '√π ≈ 1.77, ∑∞ ≤ Ω, ∂f/∂x ≠ 0 — ∫¬µ±²'.repeat(5)],
    [
      'code',
      `In code:\n\n\`\`\`\n${garble(RUSSIAN, 'macintosh').repeat(3)}\`\`\`\n\nand \`${garble('слово', 'koi8-r')}\`.`,
    ],
    [
      'what is shown in prose',
      `When a note says "${garble('слово', 'windows-1252')}" or '${garble('в начале', 'windows-1252')}', somebody read it wrongly; once more. The dash becomes "${garble('—', 'windows-1252')}", the e with an accent '${garble('é', 'windows-1252')}'.`,
    ],
    [
      'what is shown beside what it was meant to be',
      `# Signs\n\nRead as Latin-1, é becomes ${garble('é', 'windows-1252')}, — becomes ${garble('—', 'windows-1252')}, ’ becomes ${garble('’', 'windows-1252')}, ü becomes ${garble('ü', 'windows-1252')} and ñ becomes ${garble('ñ', 'windows-1252')}.\n`,
    ],
    [
      'a table of garbled words and what they were',
      ['сад', 'é', '—', '’', 'ü', 'яблоня'].map((one) => `| ${garble(one, 'windows-1252')} | ${one} |\n`).join(''),
    ],
    [
      'code between tags',
      `<pre>\n${garble('Яблоня стоит у забора', 'windows-1252')}\n</pre>\nand <code>${garble('начало', 'koi8-r')}</code>.\n`,
    ],
    ['a few words of garbled text quoted', `${RUSSIAN}Написано «${garble('что-то', 'macintosh')}», не читается.`],
  ])('leaves a healthy note alone: %s', (_, text) => {
    expect(repairNote(text)).toBeNull();
  });

  it('is decided on the whole note: some garbled lines in a healthy note are not enough', () => {
    const line = garble('Яблоня стоит у забора — её посадил дед.', 'macintosh');
    expect(repairNote(`${RUSSIAN}${line}`)).toBeNull();
    expect(repairNote(`${'ж'.repeat(20)} ${garble('ж'.repeat(100), 'macintosh')}`)).toBeNull();
    expect(repairNote(garble('abc', 'macintosh'))).toBeNull();
  });

  const words = fc.constantFrom(
    ...'сад яблоня Эхо щётка объём ЁЛКА шаг цель юность вопрос Хорошо Ритм'.split(' '),
    ...'garden naïve café it’s “quoted” — – … → ≥ € £ 🟢 💰💰 ✅ ❌ 👩‍🌾 ① ﬁ [[Дом]] | > # \n'.split(' '),
    '\n',
    '\u00A0',
    '\u00AD',
  );
  const notes = fc
    .array(words, { minLength: 12, maxLength: 120 })
    .map((list) => `${list.join(' ')}\nмысль, «форма» — 🔹`);

  it('restores 200 notes of both languages, whatever they were decoded as, once and twice (property)', () => {
    fc.assert(
      fc.property(notes, (original) => {
        for (const encoding of ENCODINGS) {
          for (const times of [1, 2]) {
            const garbled = garble(original, encoding, times);
            const note = repaired(garbled);
            if (loses(original, encoding, times)) {
              expect(completed(note, original)).toBe(original);
            } else {
              expect(note.text).toBe(original);
              expect(note.encodings.reduceRight((text, one) => garble(text, one), note.text)).toBe(garbled);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the lines, the ASCII of each, and never throws, whatever the text (property)', () => {
    const asciiOf = (text: string): string => text.replace(/[^\n\r\t -~]/g, '');
    const anything = fc.array(fc.oneof(words, fc.string({ unit: 'binary' })), { maxLength: 60 });
    fc.assert(
      fc.property(anything, fc.constantFrom(...ENCODINGS), fc.boolean(), (list, encoding, drops) => {
        const text = garble(list.join(' '), encoding);
        const damaged = drops ? withoutInvisible(text) : text;
        expect(asciiOf(repairNote(damaged)?.text ?? damaged)).toBe(asciiOf(damaged));
      }),
      { numRuns: 300 },
    );
  });
});
