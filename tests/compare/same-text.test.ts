import { describe, expect, it } from 'vitest';
import { SameText } from '../../src/compare/same-text';

const SAID =
  'ну вот смотри часы отстают потому что густеет масло а мастер сначала проверяет пружину и потом слушает ровный стук маятника';
const CORRECTED =
  'Часы отстают, потому что **масло густеет**. Мастер сначала проверяет пружины, затем слушает ровный стук маятников.';

describe('SameText', () => {
  it('knows a text again that was corrected since', () => {
    const same = new SameText(CORRECTED);
    expect(same.isNear(`Другое.\n> ${SAID}`)).toBe(true);
    expect(same.likeness(SAID)).toBeGreaterThan(0.6);
  });

  it('knows no other text on the same things, and none too short to be known by', () => {
    const same = new SameText(CORRECTED);
    expect(same.likeness('Пружина часов, масло и маятник: что за чем следует, рассказывает каталог музея.')).toBe(0);
    expect(new SameText('Часы отстают.').likeness('Часы отстают.')).toBe(0);
    expect(new SameText('Часы отстают.').isNear('Часы отстают.')).toBe(false);
  });

  it('takes a text within a much longer one for less', () => {
    const same = new SameText(CORRECTED);
    const longer = `${SAID} ${Array.from({ length: 60 }, (_, index) => `слово${index}ещё`).join(' ')}`;
    expect(same.likeness(longer)).toBeLessThan(same.likeness(SAID));
  });
});
