import { describe, expect, it } from 'vitest';
import type { Measure } from '../../src/rank/column-kind';
import { columnOf } from './tables';

/** A column, what it measures, and what each of its cells counts as. */
interface GoldenColumn {
  readonly header: string;
  readonly measure: Measure;
  readonly cells: readonly (readonly [text: string, value: number | null])[];
}

const FEBRUARY = 20_120;

const NUMBERS: readonly GoldenColumn[] = [
  {
    header: '人口',
    measure: 'number',
    cells: [
      ['9500', 9500],
      ['3万', 30_000],
      ['1.4亿', 1.4e8],
      ['2萬人', 20_000],
      ['１２', 12],
    ],
  },
  {
    header: 'Minus signs of many kinds',
    measure: 'number',
    cells: [
      ['-1', -1],
      ['−2', -2],
      ['–3', -3],
      ['﹣4', -4],
      ['－5', -5],
      ['‒6', -6],
      ['7', 7],
    ],
  },
  {
    header: 'Bars before percents',
    measure: 'percent',
    cells: [
      ['█░░░░ 20 %', 0.2],
      ['▰▰▱▱ 50%', 0.5],
      ['■■■□ 75 %', 0.75],
    ],
  },
  {
    header: 'Grouped in many ways',
    measure: 'number',
    cells: [
      ['1 000', 1000],
      ['1\u00A0000\u00A0000,5', 1_000_000.5],
      ['1\u2009000', 1000],
      ['1\u202F000', 1000],
      ["1'234,5", 1234.5],
      ['1’000’000', 1e6],
      ['1_000_000', 1e6],
      ['7', 7],
    ],
  },
  {
    header: 'Signs that group and divide in Arabic',
    measure: 'number',
    cells: [
      ['1٬234٬567', 1_234_567],
      ['1٬234٫5', 1234.5],
      ['12٫500', 12.5],
      ['900', 900],
    ],
  },
  {
    header: 'Длина: по-русски запятая не разделяет тысячи',
    measure: 'number',
    cells: [
      ['2,718', 2.718],
      ['3,142', 3.142],
      ['12', 12],
    ],
  },
  {
    header: 'Длина, хотя целые сотни',
    measure: 'number',
    cells: [
      ['1,200', 1200],
      ['12,500', 12_500],
    ],
  },
  {
    header: 'Units in Russian say it, too',
    measure: 'number',
    cells: [
      ['2,718 кг', 2.718],
      ['3,142 кг', 3.142],
    ],
  },
  {
    header: 'Bounds',
    measure: 'number',
    cells: [
      ['⩾ 6', 6],
      ['не больше 8', 8],
      ['не меньше 9', 9],
      ['не менее 10', 10],
      ['3 Mio', 3e6],
      ['12-A', null],
      ['2-й', 2],
    ],
  },
  {
    header: 'Lakhs',
    measure: 'number',
    cells: [
      ['12,34,567', 1_234_567],
      ['1,23,456.50', 123_456.5],
      ['5 lakh', 500_000],
      ['2 crore', 2e7],
      ['1,000', 1000],
    ],
  },
  {
    header: 'Commas are decimal where a cell says so',
    measure: 'number',
    cells: [
      ['1,5', 1.5],
      ['2,25', 2.25],
      ['1,000', 1],
      ['1.000', 1000],
    ],
  },
  {
    header: 'Commas group where a cell says so',
    measure: 'number',
    cells: [
      ['1,234.5', 1234.5],
      ['1,000', 1000],
      ['2.125', 2.125],
    ],
  },
  {
    header: 'Where none says anything a comma groups',
    measure: 'number',
    cells: [
      ['1,500', 1500],
      ['2,250', 2250],
      ['12', 12],
    ],
  },
  {
    header: 'Where none says anything a dot is decimal',
    measure: 'number',
    cells: [
      ['1.500', 1.5],
      ['2.125', 2.125],
      ['12', 12],
    ],
  },
  {
    header: 'Millions and thousands in one number',
    measure: 'number',
    cells: [
      ['2 млн 500 тыс.', 2_500_000],
      ['3 million 20 thousand', 3_020_000],
      ['−1 млн 200 тыс.', -1_200_000],
      ['2 тыс. 300', 2300],
      ['1 млрд 2 млн 3 тыс.', 1_002_003_000],
      ['1 тыс. 2 тыс. 3 тыс. 4 тыс.', null],
      ['2 млн 500', null],
      ['4 тыс.', 4000],
    ],
  },
  {
    header: 'Quotients, and what only looks so',
    measure: 'percent',
    cells: [
      ['7/10', 0.7],
      ['3/2', 1.5],
      ['11/10', 1.1],
      ['9.5 / 10', 0.95],
      ['1/4', 0.25],
      ['24/7', null],
      ['80/20', null],
      ['2024/25', null],
      ['120/80', null],
    ],
  },
  {
    header: 'One word with its number',
    measure: 'number',
    cells: [
      ['3D', null],
      ['5G', null],
      ['1O0', null],
      ['№ 4', 4],
      ['#12', 12],
      ['10X', 10],
      ['30fps', 30],
      ['7', 7],
      ['8', 8],
    ],
  },
  {
    header: 'Two numbers are neither',
    measure: 'number',
    cells: [
      ['5 apples, 3 pears', null],
      ['6 яблок; 3 груши', null],
      ['8 (800) 555-35-35', null],
      ['7 pears (of 12), ripe', null],
      ['7 pears (a dozen), ripe', 7],
      ['9 apples, some of them red', 9],
      ['10 sheets of A4', 10],
      ['11 A4 sheets', 11],
      ['No. 5', null],
      ['12', 12],
    ],
  },
  {
    header: 'A number is read whole or not at all',
    measure: 'number',
    cells: [
      ['3', 3],
      ['3, then 4', null],
      ['3, then more', null],
      ['1 of many', null],
      ['3 out of all', null],
      ['6 (was 8)', null],
      ['6 or seven', null],
      ['7 or more', 7],
      ['8 minus one', null],
      ['8 + tip', null],
      ['9 [2]', 9],
      ['10 (barely)', 10],
      ['11, as on GPT-4', 11],
      ['12 — in good light', 12],
      ['13 ✅', 13],
      ['14 in all', 14],
    ],
  },
  {
    header: 'Число читается целиком или никак',
    measure: 'number',
    cells: [
      ['3', 3],
      ['3, потом 4', null],
      ['3, потом больше', null],
      ['1 из многих', null],
      ['3 штуки из партии', null],
      ['6 (было 8)', null],
      ['5 или шесть', null],
      ['7 или больше', 7],
      ['8 минус один', null],
      ['8 + чаевые', null],
      ['9 [2]', 9],
      ['10 (с натяжкой)', 10],
      ['11, если повезёт', 11],
      ['12 — при хорошем свете', 12],
      ['по 13', 13],
      ['14 🔥', 14],
    ],
  },
  {
    header: 'A remark counts something else, or the number is none',
    measure: 'number',
    cells: [
      ['10 A4 sheets (~20K letters)', 10],
      ['6 pots (2 h)', 6],
      ['7 pears (≈ 300 g), ripe', 7],
      ['8 pots (90 %)', 8],
      ['9 pots (3–4 people) on a tray', 9],
      ['6 pots (of 12)', null],
      ['6 pots (12 of 20)', null],
      ['6 pots (12)', null],
      ['6 pots (12 pots at best)', null],
      ['6 pots (12 at most)', null],
      ['6 pots (8 or more)', null],
      ['6 pots (2 h, then 3 h)', null],
      ['6 (12 pots)', null],
      ['6 pots, 12 cups', null],
      ['5k (tea), 3k (milk)', null],
      ['12 pots', 12],
      ['13 pots', 13],
      ['14 pots', 14],
      ['15 pots', 15],
      ['16 pots', 16],
      ['17 pots', 17],
      ['18 pots', 18],
    ],
  },
  {
    header: 'Часы, а в скобках другое',
    measure: 'duration',
    cells: [
      ['8‑12 ч. (≈ 200 чашек)', 10],
      ['2 ч (500 ₽)', 2],
      ['3 ч (20 листов А4) с перерывом', 3],
      ['4 ч (из 12)', null],
      ['4 ч (5)', null],
      ['4 ч (5 часов)', null],
      ['4 ч (300 мин)', null],
      ['4 ч (5 максимум)', null],
      ['4 ч (5 в плохой день)', null],
      ['4 ч (было 2 дня)', null],
      ['1 ч', 1],
      ['5 ч', 5],
      ['6 ч', 6],
      ['7 ч', 7],
      ['8 ч', 8],
      ['9 ч', 9],
      ['10 ч', 10],
    ],
  },
  {
    header: 'Signs and words around numbers',
    measure: 'number',
    cells: [
      ['~5k', 5000],
      ['2 and a half', 2.5],
      ['−3', -3],
      ['10^3', 1000],
      ['1e3', 1000],
      ['3×', 3],
      ['x2', 2],
      ['2×–4×', 3],
    ],
  },
  {
    header: 'Знаки и слова вокруг чисел',
    measure: 'number',
    cells: [
      ['5 тыс.', 5000],
      ['2 с половиной', 2.5],
      ['−3', -3],
      ['10^3', 1000],
      ['1e3', 1000],
      ['3×', 3],
      ['х2', 2],
      ['полный', null],
      ['половина', null],
    ],
  },
  {
    header: 'Ends of a range in words',
    measure: 'number',
    cells: [
      ['between 5 and 6', 5.5],
      ['между 2 и 4 тыс.', 3000],
      ['5~6', 5.5],
      ['almost 7', 7],
      ['как минимум 8', 8],
    ],
  },
  {
    header: 'Whole hundreds are no thousandths',
    measure: 'number',
    cells: [
      ['1.500', 1500],
      ['12.000', 12_000],
      ['900', 900],
    ],
  },
  {
    header: 'A leading zero is a fraction',
    measure: 'number',
    cells: [
      ['0,750', 0.75],
      ['1,250', 1.25],
    ],
  },
  {
    header: 'Spaces group, so commas do not',
    measure: 'number',
    cells: [
      ['1 500', 1500],
      ['2,500', 2.5],
    ],
  },
  {
    header: 'Fractions',
    measure: 'number',
    cells: [
      ['1 1/2', 1.5],
      ['½', 0.5],
      ['2½', 2.5],
      ['3 ¾', 3.75],
      ['1-1/2', 1.5],
      ['1/2', 0.5],
      ['2 cups', 2],
    ],
  },
  {
    header: 'Powers',
    measure: 'number',
    cells: [
      ['2¹⁰', 1024],
      ['10^3', 1000],
      ['1e5', 100_000],
      ['1.5E+3', 1500],
      ['2·10⁵', 200_000],
      ['$2^{10}$', 1024],
      ['10⁻³', 0.001],
    ],
  },
  {
    header: 'More is written than is understood',
    measure: 'number',
    cells: [
      ['5', 5],
      ['7 apples', 7],
      ['3, 4, 5', null],
      ['2*300', null],
      ['3×4', null],
      ['32k or 64k', null],
      ['8', 8],
      ['80 %', null],
      ['9', 9],
      ['3 Feb 2025', null],
      ['6', 6],
      ['4 (four)', 4],
      ['1 or so', 1],
    ],
  },
  {
    header: 'Parts',
    measure: 'percent',
    cells: [
      ['10–20 %', 0.15],
      ['10%-20%', 0.15],
      ['от 5 до 10%', 0.075],
      ['99,9 %', 0.999],
      ['−5 %', -0.05],
      ['80+ %', 0.8],
      ['8 из 10', 0.8],
      ['3‰', 0.003],
      ['7 pct', 0.07],
      ['5 проц.', 0.05],
      ['60', null],
      ['0', 0],
    ],
  },
];

const MONEY: readonly GoldenColumn[] = [
  {
    header: 'Price',
    measure: 'currency',
    cells: [
      ['$5', 5],
      ['5 $', 5],
      ['€ 1.2k', 1200],
      ['1,5 млн ₽', 1_500_000],
      ['USD 20', 20],
      ['20 руб.', 20],
      ['20 рублей 50 копеек', 20.5],
      ['1200р', 1200],
      ['R$ 20', 20],
      ['Rs. 1,20,000', 120_000],
      ['500 kr', 500],
      ['99¢', 0.99],
      ['-€56', -56],
      ['€-56', -56],
      ['($1.5)', -1.5],
      ['$5–10k', 7500],
      ['5 тыс. $', 5000],
      ['$5/month', 5],
      ['$3 / 1M tokens', 0.000_003],
      ['none', 0],
      ['ask', null],
      ['2 h', null],
    ],
  },
  {
    header: 'Currencies in letters',
    measure: 'currency',
    cells: [
      ['usd 6', 6],
      ['11 US dollars', 11],
      ['5 USD', 5],
      ['12,000円', 12_000],
      ['3,500 yen', 3500],
      ['5 eur, then 3', null],
    ],
  },
  {
    header: 'Валюты словами',
    measure: 'currency',
    cells: [
      ['1,2 млн ₽', 1.2e6],
      ['11 долларов США', 11],
      ['usd 6', 6],
      ['5 тыс. руб.', 5000],
      ['7 € (2024)', null],
    ],
  },
  {
    header: 'Millions beside a currency',
    measure: 'currency',
    cells: [
      ['€1.2m', 1.2e6],
      ['2m €', 2e6],
      ['3 m USD', 3e6],
      ['€1–2m', 1.5e6],
      ['£0.5bn', 5e8],
      ['€900k', 900_000],
      ['5 m', null],
    ],
  },
  {
    header: 'Цена: у денег нет тысячных',
    measure: 'currency',
    cells: [
      ['$1,234', 1234],
      ['$2,718', 2718],
    ],
  },
  {
    header: 'Preis',
    measure: 'currency',
    cells: [
      ['1.200 €', 1200],
      ['900 €', 900],
      ['12.000 €', 12_000],
    ],
  },
];

const DURATIONS: readonly GoldenColumn[] = [
  {
    header: 'Time',
    measure: 'duration',
    cells: [
      ['60 s', 60],
      ['1 h 50 min', 6600],
      ['1 ч 50 мин', 6600],
      ['1 h. 50', 6600],
      ['1h50m', 6600],
      ['1 h 49 min 30', 6570],
      ['1 h 1 h', null],
      ['1 h 5 min 5 min', null],
      ['1ч50', 6600],
      ['2 дня 3 часа', 183_600],
      ['90s', 90],
      ['5 ms', 0.005],
      ['2 hours, 5 minutes and 3 seconds', 7503],
      ['1,5 ч', 5400],
      ['½ h', 1800],
      ['10 min – 2 h', 3900],
      ['5-10 мин', 450],
      ['1 h 10 min – 1 h 50 min', 5400],
      ['1:30', 90],
      ['1:02:03', 3723],
      ['1:50 h', 6600],
      ['5′30″', 330],
      ['9 am', 32_400],
      ['2:30 PM', 52_200],
      ['15', null],
      ['soon', null],
    ],
  },
  {
    header: 'Halves in words',
    measure: 'duration',
    cells: [
      ['1 h', 1],
      ['half an hour', 0.5],
      ['about half an hour', 0.5],
      ['an hour and a half', 1.5],
      ['2 and a half hours', 2.5],
      ['2 hours and a half', 2.5],
      ['1½ h', 1.5],
      ['9 hours of sleep', 9],
      ['an hour', 1],
      ['about an hour', 1],
      ['a second thought', null],
      ['a couple of hours', null],
      ['half the time', null],
    ],
  },
  {
    header: 'Половины словами',
    measure: 'duration',
    cells: [
      ['1 ч', 1],
      ['полчаса', 0.5],
      ['около полутора часов', 1.5],
      ['примерно полчаса', 0.5],
      ['полтора часа', 1.5],
      ['2 с половиной часа', 2.5],
      ['2 часа с половиной', 2.5],
      ['час с половиной', 1.5],
      ['1½ ч', 1.5],
      ['полдня', 12],
      ['9 часов сна', 9],
      ['пара часов', null],
      ['полдень', null],
    ],
  },
  {
    header: 'Years and weeks',
    measure: 'duration',
    cells: [
      ['2 weeks', 2],
      ['2-3 weeks', 2.5],
      ['полторы недели', 1.5],
    ],
  },
  {
    header: 'A number without a unit has the only one there is',
    measure: 'duration',
    cells: [
      ['5 h', 5],
      ['6', 6],
      ['7 h', 7],
    ],
  },
  {
    header: 'Metres',
    measure: 'number',
    cells: [
      ['5 m', 5],
      ['3 km', 3000],
      ['20 cm', 0.2],
    ],
  },
  {
    header: 'Degrees',
    measure: 'number',
    cells: [
      ['20 °C', 20],
      ['−5°C', -5],
      ['18–22 °C', 20],
      ['98.6 °F', null],
    ],
  },
  {
    header: 'Bits in a second',
    measure: 'number',
    cells: [
      ['100 Mbps', 100],
      ['2 Gbps', 2000],
      ['300 Мбит/с', 300],
      ['5 MB/s', null],
    ],
  },
  {
    header: 'A time of day among numbers',
    measure: 'number',
    cells: [
      ['5', 5],
      ['6', 6],
      ['12:30', null],
    ],
  },
  {
    header: 'A number among times',
    measure: 'duration',
    cells: [
      ['1:30', 90],
      ['12:05', 725],
      ['5', null],
      ['90 s', 90],
    ],
  },
  {
    header: 'Minutes',
    measure: 'duration',
    cells: [
      ['5 m', 5],
      ['3 h', 180],
    ],
  },
  {
    header: 'Bytes',
    measure: 'number',
    cells: [
      ['512 B', 512],
      ['20 kB', 20_000],
      ['1.5 MB', 1_500_000],
      ['2 GiB', 2 ** 31],
      ['3 ГБ', 3e9],
    ],
  },
  {
    header: 'Speed',
    measure: 'number',
    cells: [
      ['36 km/h', 36],
      ['10 m/s', 36],
      ['5 м/с', 18],
      ['5 km', null],
    ],
  },
  {
    header: 'Work',
    measure: 'number',
    cells: [
      ['12 kWh', 12],
      ['5 кВт·ч', 5],
      ['300 W·h', 0.3],
    ],
  },
  {
    header: 'Вес',
    measure: 'number',
    cells: [
      ['200 г', 200],
      ['1 кг', 1000],
      ['5 мг', 0.005],
    ],
  },
];

const DATES: readonly GoldenColumn[] = [
  {
    header: 'When',
    measure: 'date',
    cells: [
      ['2025-02-03', FEBRUARY + 2],
      ['3 февраля 2025', FEBRUARY + 2],
      ['3 фев. 2025 г.', FEBRUARY + 2],
      ['Feb 3, 2025', FEBRUARY + 2],
      ['3 Feb 2025', FEBRUARY + 2],
      ['03.02.2025', FEBRUARY + 2],
      ['03.02.25', FEBRUARY + 2],
      ['2/3/2025', FEBRUARY + 2],
      ['Mon, 3 Feb 2025', FEBRUARY + 2],
      ['2025-02-03 12:00', FEBRUARY + 2.5],
      ['3–5 февраля 2025', FEBRUARY + 3],
      ['с 3 по 5 февраля 2025', FEBRUARY + 3],
      ['February 2025', FEBRUARY],
      ['февраль 2025', FEBRUARY],
      ['2025-02', FEBRUARY],
      ['02/2025', FEBRUARY],
      ['2025', FEBRUARY - 31],
      ['с 2025 г.', FEBRUARY - 31],
      ['2024–2025', FEBRUARY - 214],
      ['Q1 2025', FEBRUARY - 31],
      ['1 кв. 2025', FEBRUARY - 31],
      ['2025-W06', FEBRUARY + 2],
      ['1H 2025', FEBRUARY - 31],
      ['the 3rd of February 2025', FEBRUARY + 2],
      ['с января по март 2025', FEBRUARY - 1.5],
      ['3 Feb', null],
      ['soon', null],
      ['12', null],
    ],
  },
  {
    header: 'A slash as the column says',
    measure: 'date',
    cells: [
      ['3/2/2025', FEBRUARY + 2],
      ['28/2/2025', FEBRUARY + 27],
    ],
  },
  {
    header: 'As in America where it says nothing',
    measure: 'date',
    cells: [
      ['2/3/2025', FEBRUARY + 2],
      ['2/4/2025', FEBRUARY + 3],
    ],
  },
  {
    header: 'Под русским заголовком день впереди',
    measure: 'date',
    cells: [
      ['3/2/2025', FEBRUARY + 2],
      ['4/2/2025', FEBRUARY + 3],
    ],
  },
  {
    header: 'Quarters and halves of years in words',
    measure: 'date',
    cells: [
      ['Q1 2025', FEBRUARY - 31],
      ['first quarter of 2025', FEBRUARY - 31],
      ['First quarter 2025', FEBRUARY - 31],
      ['first half of 2025', FEBRUARY - 31],
      ['third half of 2025', null],
      ['second thoughts in 2025', null],
    ],
  },
  {
    header: 'Кварталы и полугодия словами',
    measure: 'date',
    cells: [
      ['Q1 2025', FEBRUARY - 31],
      ['первый квартал 2025', FEBRUARY - 31],
      ['1-й квартал 2025', FEBRUARY - 31],
      ['первое полугодие 2025 г.', FEBRUARY - 31],
      ['четвёртый квартал 2024', FEBRUARY - 123],
    ],
  },
  {
    header: 'Months with short years',
    measure: 'date',
    cells: [
      ['Feb-25', FEBRUARY],
      ['фев-25', FEBRUARY],
      ['Jan/25', FEBRUARY - 31],
      ['February 2025', FEBRUARY],
    ],
  },
  {
    header: 'One digit beside dates in full, and a slash beside dots',
    measure: 'date',
    cells: [
      ['03.02.2025', FEBRUARY + 2],
      ['5.2.25', FEBRUARY + 4],
      ['6/2/25', FEBRUARY + 5],
    ],
  },
  {
    header: 'Due',
    measure: 'date',
    cells: [
      ['5.2.25', FEBRUARY + 4],
      ['17.2.25', FEBRUARY + 16],
    ],
  },
  {
    header: 'Срок',
    measure: 'date',
    cells: [
      ['5.2.25', FEBRUARY + 4],
      ['17.2.25', FEBRUARY + 16],
    ],
  },
  {
    header: 'Days of any year',
    measure: 'date',
    cells: [
      ['3 мая', 11_080],
      ['5 June', 11_113],
      ['1 янв', 10_957],
    ],
  },
  {
    header: 'Months by name alone',
    measure: 'date',
    cells: [
      ['январь', 10_957],
      ['Mar', 11_017],
      ['май', 11_078],
      ['Sept.', 11_201],
      ['soon', null],
    ],
  },
  {
    header: 'Days and months in digits',
    measure: 'date',
    cells: [
      ['12.01', 10_968],
      ['03.02', 10_990],
      ['28.12', 11_319],
    ],
  },
  {
    header: 'Hundredths',
    measure: 'number',
    cells: [
      ['12.01', 12.01],
      ['3.02', 3.02],
      ['28.12', 28.12],
    ],
  },
  {
    header: 'Years alone are numbers',
    measure: 'number',
    cells: [
      ['2023', 2023],
      ['2024 г.', 2024],
      ['2020–2022', 2021],
    ],
  },
];

const WORDS: readonly GoldenColumn[] = [
  {
    header: 'Ordered words',
    measure: 'words',
    cells: [
      ['low', 1],
      ['high', 3],
      ['средний', 2],
      ['3', null],
    ],
  },
];

const SCALES: readonly GoldenColumn[] = [
  {
    header: 'Sizes',
    measure: 'number',
    cells: [
      ['L', 1],
      ['XS', -2],
      ['m', 0],
      ['—', null],
      ['XXL', 3],
      ['2XL', 3],
      ['S', -1],
    ],
  },
  {
    header: 'Ratios',
    measure: 'number',
    cells: [
      ['3:1', 3],
      ['1 : 2', 0.5],
      ['16:10', 1.6],
      ['', null],
    ],
  },
  {
    header: 'Times are no ratios',
    measure: 'duration',
    cells: [
      ['3:10', 190],
      ['1:20', 80],
    ],
  },
  {
    header: 'Roman numerals',
    measure: 'number',
    cells: [
      ['IX', 9],
      ['XL', 40],
      ['v', 5],
      ['I', 1],
    ],
  },
  {
    header: 'Days of the week',
    measure: 'number',
    cells: [
      ['Sun', 6],
      ['Monday', 0],
      ['Tue', 1],
      ['пт', 4],
      ['Суббота', 5],
      ['чт.', 3],
      ['среда', 2],
      ['вс', 6],
      ['пн', 0],
    ],
  },
  {
    header: 'Seconds are no sizes',
    measure: 'duration',
    cells: [
      ['1s', 1],
      ['2s', 2],
    ],
  },
];

describe('a column of letters or signs that are on no scale', () => {
  it.each([
    [['M', 'F', 'M']],
    [['X', '', 'X']],
    [['C', 'D', 'C']],
    [['S', 'A', 'B']],
    [['XL', 'wide', 'S']],
    [['Mon', 'Money', 'Tue']],
    [['3:1', '3:1:2']],
  ])('%j is text', (cells) => {
    const column = columnOf('What', ...cells).column(1);
    expect([...new Set(column.numbers)]).toEqual([null]);
  });
});

describe.each([
  { name: 'scales that only a whole column tells', columns: SCALES },
  { name: 'numbers', columns: NUMBERS },
  { name: 'money', columns: MONEY },
  { name: 'durations and other units', columns: DURATIONS },
  { name: 'dates', columns: DATES },
  { name: 'words', columns: WORDS },
])('a column of $name', ({ columns }) => {
  it.each(columns)('$header', ({ header, measure, cells }) => {
    const column = columnOf(header, ...cells.map(([text]) => text)).column(1);
    expect(cells.map(([text], row) => [text, column.numbers[row]])).toEqual(cells);
    expect([column.content, column.measure]).toEqual(['numbers', measure]);
  });
});
