import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../src/model/garbled';
import { splitLines } from '../../src/text/line-breaks';
import { repairNote } from '../../src/repair/repair-note';
import { garble } from './garble';

/** A few lines of each language that has letters of its own. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  Russian: [
    'Вечером мы пошли к реке, чтобы увидеть огни.',
    '## Список дел',
    '- Ещё хлеб и молоко — до пяти.',
    '«Объём растёт», — сказал он…',
    'Юра, Шура и Жанна уехали в Ялту.',
  ],
  Ukrainian: [
    'Увечері ми пішли до річки, щоб побачити вогні.',
    '## Перелік справ',
    '- Ще хліб і молоко — до п’ятої.',
    'Ґанок старий, але міцний; Європа далеко…',
    'Юрко, Щука й Жанна поїхали.',
  ],
  Bulgarian: [
    'Вечерта отидохме до реката, за да видим светлините.',
    '## Списък със задачи',
    '- Да купя хляб и мляко — до пет.',
    '„Обемът расте“, каза той; целта ѝ е ясна…',
  ],
  Polish: [
    'Wieczorem poszliśmy nad rzekę, żeby zobaczyć światła.',
    '- Jeszcze mleko — do piątej.',
    '„Rośnie objętość”, powiedział…',
    'Łódź, Śląsk, Żywiec i Ćmielów są stąd daleko.',
    'Źdźbło trawy schło w słońcu.',
  ],
  Czech: [
    'Večer jsme šli k řece, abychom viděli světla.',
    '## Seznam úkolů',
    '- Chléb a ještě mléko — do pěti.',
    'Žluťoučký kůň úpěl ďábelské ódy…',
    'Čáp, Řehoř a Šárka odjeli do Žďáru.',
  ],
  Hungarian: [
    'Este lementünk a folyóhoz, hogy lássuk a fényeket.',
    '## Teendők listája',
    '„Nő a térfogat”, mondta, és én elhittem…',
    'Árvíztűrő tükörfúrógép, őszi üdülő.',
    'Öreg Űrhajós Étterme, Út a Hűs Ősbe.',
  ],
  Romanian: [
    'Seara am mers la râu, ca să vedem luminile.',
    '- Pâine și încă lapte — până la cinci.',
    'Gândul acesta a venit dimineața; ținta lui e simplă…',
    'Țara, Șarpele și Împăratul au plecat în Învățătură.',
  ],
  Latvian: [
    'Vakarā mēs gājām pie upes, lai redzētu gaismas.',
    '- Nopirkt maizi un vēl pienu — līdz pieciem.',
    'Šī doma atnāca no rīta; tās mērķis ir vienkāršs…',
    'Ķīpsala, Ģertrūde, Ļaudona un Ņina ir tālu.',
    'Čakli žagari šķērsoja ēnu.',
  ],
  Lithuanian: [
    'Vakare ėjome prie upės, kad pamatytume šviesas.',
    '## Darbų sąrašas',
    '- Nupirkti duonos ir pieno — iki penkių.',
    'Ąžuolas, Ėglė, Šarūnas ir Žemyna išvyko į Ūlą…',
  ],
  Estonian: [
    'Õhtul läksime jõe äärde, et näha tulesid.',
    'Öö oli külm, šokk möödus, žanr jäi.',
    'Ülle, Õie ja Ärni sõitsid Võrru…',
  ],
  German: [
    'Am Abend gingen wir zum Fluß, um die Lichter zu sehen.',
    '## Übersicht der Aufgaben',
    '- Brot und noch größere Äpfel — bis fünf.',
    '„Das Volumen wächst“, sagte er.',
    'Öl, Möhren und Käse für die Gäste…',
  ],
  French: [
    'Le soir, nous sommes allés à la rivière.',
    '## Liste des tâches',
    '« Le volume croît », dit-il, et je l’ai cru.',
    'Ça et là, Émile, Ève et Âge furent gênés…',
    'Un cœur naïf, une sœur aînée, un œuf.',
  ],
  Turkish: [
    'Akşam ışıkları görmek için nehre gittik.',
    '## Yapılacaklar',
    '“Hacim büyüyor,” dedi, ben de inandım.',
    'İstanbul, Şile, Çorlu, Ümraniye ve Ağrı uzak…',
  ],
  Greek: [
    'Το βράδυ πήγαμε στο ποτάμι για να δούμε τα φώτα.',
    '## Κατάλογος εργασιών',
    '- Να πάρω ψωμί και γάλα — ως τις πέντε.',
    'Η σκέψη ήρθε το πρωί· ο σκοπός είναι απλός…',
  ],
  Portuguese: ['À noite fomos ao rio; não há ninguém.', 'O coração não mente — então põe.', 'Avô, avó, pêssego, irmã…'],
  Spanish: [
    'Por la noche fuimos al río.',
    '¿Qué pasó mañana? ¡El niño comió una piña!',
    'Ángel, Óscar y Íñigo no están…',
  ],
};
const LANGUAGES = Object.keys(TEXTS);

/** What is decoded with and not known. */
const UNKNOWN = ['iso-8859-3', 'iso-8859-6', 'iso-8859-8', 'windows-874'];

/** Those that only Latin-1 differs from, in what is left of bytes from 0x80 to 0x9F. */
const LATIN_1 = 'iso-8859-1';

const UPPER = Array.from({ length: 128 }, (_, index) => 0x80 + index);

/** What is written for the bytes from 0x80 where an encoding is not known to the platform either. */
const CHARACTERS = new Map<string, string>([
  [LATIN_1, String.fromCharCode(...UPPER)],
  [
    'DOS 437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  ],
  [
    'DOS 852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
  ],
  [
    'DOS 855',
    'ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀ЯрРсСтТуУжЖвВьЬ№\u00ADыЫзЗшШэЭщЩчЧ§■\u00A0',
  ],
  [
    'Kazakh',
    'ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\uFFFD™љ›њқһџ\u00A0ҰұӘ¤Ө¦§Ё©Ғ«¬\u00AD®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя',
  ],
]);

function decoded(text: string, label: string): string {
  const characters = CHARACTERS.get(label) ?? UPPER.map((byte) => new TextDecoder(label).decode(Uint8Array.of(byte)));
  return Array.from(new TextEncoder().encode(text), (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (characters[byte - 0x80] ?? ''),
  ).join('');
}

/** The lines, from 1, that a repair makes wrong or leaves garbled, and does not say so of: neither in doubt nor lost there. */
function silentLines(original: string, garbled: string): readonly string[] {
  const note = repairNote(garbled);
  if (note === null) return [];
  const lines = splitLines(note.text);
  const lost = new Set(note.lost.map(({ at }) => splitLines(note.text.slice(0, at)).length));
  return splitLines(original).flatMap((line, index) => {
    const isSaid = note.doubtful.includes(index + 1) || lost.has(index + 1);
    return line === lines[index] || isSaid ? [] : [`${line} → ${lines[index] ?? ''}`];
  });
}

describe('repairNote(text), of languages by encodings', { timeout: 60_000 }, () => {
  it.each([...ENCODINGS, LATIN_1] as const)(
    'restores every language that was decoded as %s, and doubts no line',
    (label) => {
      for (const language of LANGUAGES) {
        const original = TEXTS[language]?.join('\n') ?? '';
        const garbled = label === LATIN_1 ? decoded(original, label) : garble(original, label);
        const note = repairNote(garbled);
        if (garbled.includes('\uFFFD')) expect([language, silentLines(original, garbled)]).toEqual([language, []]);
        else expect([language, note?.text]).toEqual([language, original]);
        // All that Turkish has in one of these the other has, too, elsewhere.
        if (note?.lost.length === 0 && !(language === 'Turkish' && label === 'iso-8859-4'))
          expect([language, note.doubtful]).toEqual([language, []]);
      }
    },
  );

  it('restores no line wrongly without saying so, whatever it was decoded as (property)', () => {
    const lines = fc
      .constantFrom(...LANGUAGES)
      .chain((language) => fc.array(fc.constantFrom(...(TEXTS[language] ?? [])), { minLength: 2, maxLength: 9 }));
    const cases = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
    );
    const labels = fc.constantFrom<string>(...ENCODINGS, ...UNKNOWN, ...CHARACTERS.keys());
    fc.assert(
      fc.property(lines, labels, cases, (some, label, cased) => {
        const original = cased(some.join('\n'));
        expect(silentLines(original, decoded(original, label))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
