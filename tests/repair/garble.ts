import { ENCODINGS, type Encoding } from '../../src/model/garbled';

const UPPER_HALF = Uint8Array.from({ length: 128 }, (_, index) => 0x80 + index);

/** 0x80 to 0x9F of windows-1252 by the encoding standard; Node may have Latin-1 under that name. A dot is the byte itself. */
const WINDOWS_1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

/** For each encoding, the characters of the bytes from 0x80. */
const CHARACTERS = new Map(
  ENCODINGS.map((encoding) => [
    encoding,
    encoding === 'windows-1252'
      ? Array.from(UPPER_HALF, (byte, index) => (WINDOWS_1252[index] ?? '.').replace('.', String.fromCharCode(byte)))
      : [...new TextDecoder(encoding).decode(UPPER_HALF)],
  ]),
);

/** The text as it reads when its UTF-8 is decoded with that encoding, once or several times. */
export function garble(text: string, encoding: Encoding, times = 1): string {
  const characters = CHARACTERS.get(encoding) ?? [];
  let garbled = text;
  for (let time = 0; time < times; time++) {
    let decoded = '';
    for (const byte of new TextEncoder().encode(garbled))
      decoded += byte < 0x80 ? String.fromCharCode(byte) : (characters[byte - 0x80] ?? '');
    garbled = decoded;
  }
  return garbled;
}

/** As a tool leaves it that removes what cannot be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(/(?![\n\r\t])[\p{Cc}\p{Cf}]/gu, '');
}

/** Two healthy notes, in Russian and in English. */
export const RUSSIAN = `---
title: Сад во дворе
tags:
  - сад
---
### 🔹 **Шаг 1 — Корректура по-русски:**

> Яблоня стоит у забора, её посадил ещё дед; «антоновка», говорит он, — это не сорт, а характер.
> Объём урожая: ≈ 40 кг, цена — 150 ₽.

## Вышестоящие идеи

1. [[Двор и дом]] — сад продолжает дом, а не улицу.
2. [[Хозяйство]] — что растёт, то и ёмко.

| Тир | Дерево | Польза (🟢=есть, 🔴=нет) |
|---|---|---|
| 1 | Яблоня | 🟢 яблоки, 🟢 тень |
| 2 | Эхинацея | 🔴 не дерево |
`;

export const ENGLISH = `---
title: A garden’s ledger
---
# A garden’s ledger — “what grows”, what doesn’t

- The café’s façade faces south… → more light.
- Naïve plans fail: ½ the beds were dry by July – and it wasn’t the heat.
- Costs: 12 € for seed, 30 £ for tools; gain ≥ 100 € ✅
`;
