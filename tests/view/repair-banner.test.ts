import { expect, test } from 'vitest';
import { translator } from '../../src/i18n';
import { wordGarbling } from '../../src/view/garbled/repair-banner';
import { garble } from '../repair/garble';
import { FILES } from './notes';
import { all, listNamed, one, openSidebar } from './open-sidebar';

const TEA = 'Drinks/Ways to make tea.md';
const text = FILES[TEA] ?? '';

test(
  'A garbled note shows what stands in its repaired text, under a banner that says so',
  { timeout: 30_000 },
  async () => {
    const garbled = garble(text, 'macintosh');
    const { el, openNote } = await openSidebar({ files: { ...FILES, 'Garbled.md': garbled } });
    await openNote('Garbled.md');
    const banner = one(el, '.idea-tiers-banner');
    const count = [...text].filter((character) => character > '\u007F').length;
    expect(banner.getAttribute('role')).toBe('status');
    expect(banner.textContent).toBe(
      `This note was read with the wrong encoding (Mac Roman). ${count} characters can be restored, none lost.Repair…`,
    );
    expect(all(listNamed(el, 'Upstream ideas'), 'a').map((link) => link.textContent)).toContain('Hot drinks');
    expect(el.textContent).toContain('🟢');
    one(banner, 'button').click();
    await new Promise((resolve) => window.setTimeout(resolve, 0));
    expect(document.querySelector('.modal.idea-tiers-preview .modal-title')?.textContent).toBe(
      'Repair garbled note: “Garbled”',
    );
  },
);

test('The banner goes with the note, and with what was wrong', { timeout: 30_000 }, async () => {
  const { el, host, file, openNote } = await openSidebar({ files: { ...FILES, 'Garbled.md': garble(text, 'ibm866') } });
  const banner = one(el, '.idea-tiers-banner');
  await openNote('Garbled.md');
  expect(banner.classList.contains('is-empty')).toBe(false);
  await openNote(TEA);
  expect([banner.classList.contains('is-empty'), banner.textContent]).toEqual([true, '']);
  await openNote('Garbled.md');
  expect(banner.textContent).toMatch('IBM 866');
  await host.app.vault.modify(file('Garbled.md'), text);
  await host.settle();
  expect(banner.classList.contains('is-empty')).toBe(true);
});

test('It is worded in both languages, one and many, once and twice', () => {
  const lost = { at: 0, candidates: ['с'] };
  const [en, ru] = [translator('en'), translator('ru')];
  const mac = { encodings: ['macintosh'], restored: 1, lost: [lost], doubtful: [] } as const;
  const twice = { encodings: ['macintosh', 'macintosh'], restored: 22, lost: [], doubtful: [] } as const;
  const mixed = { encodings: ['koi8-r', 'windows-1251'], restored: 105, lost: [lost, lost], doubtful: [3] } as const;
  const doubtful = { ...mixed, lost: [] };
  expect([mac, twice, mixed, doubtful].map((one) => wordGarbling(one, en))).toEqual([
    'This note was read with the wrong encoding (Mac Roman). 1 character can be restored, 1 lost.',
    'This note was read with the wrong encoding (Mac Roman, twice). 22 characters can be restored, none lost.',
    'This note was read with the wrong encoding (Windows-1251 + KOI8-R). 105 characters can be restored, 2 lost. 1 line may be restored wrongly or in part.',
    'This note was read with the wrong encoding (Windows-1251 + KOI8-R). 105 characters can be restored. 1 line may be restored wrongly or in part.',
  ]);
  expect([mac, twice, mixed].map((one) => wordGarbling(one, ru))).toEqual([
    'Эта заметка прочитана не в той кодировке (Mac Roman). Можно восстановить 1 символ, потеряно: 1.',
    'Эта заметка прочитана не в той кодировке (Mac Roman дважды). Можно восстановить 22 символа, ничего не потеряно.',
    'Эта заметка прочитана не в той кодировке (Windows-1251 + KOI8-R). Можно восстановить 105 символов, потеряно: 2. 1 строка, возможно, восстановлена неверно или не до конца.',
  ]);
});
