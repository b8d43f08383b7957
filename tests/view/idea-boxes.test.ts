import { expect, it } from 'vitest';
import { translator } from '../../src/i18n';
import { IdeaBoxes } from '../../src/view/ideas/idea-boxes';
import { createHost } from '../host/boot.ts';

it('says that nothing seems to belong only once all notes were asked', async () => {
  createHost({ files: {} });
  let tell = (): void => undefined;
  const prepared = new Promise<void>((resolve) => {
    tell = resolve;
  });
  new IdeaBoxes(document.body, translator('en'), { find: () => [], prepare: () => prepared }, () => undefined);
  const detailsEl = document.querySelector('details');
  if (!detailsEl) throw new Error('no boxes');
  detailsEl.open = true;
  detailsEl.dispatchEvent(new Event('toggle'));
  expect(detailsEl.textContent).toContain('Looking…');
  expect(detailsEl.textContent).not.toContain('Nothing');
  tell();
  await expect.poll(() => detailsEl.textContent).toContain('Nothing in this vault seems to belong here.');
  expect(detailsEl.textContent).not.toContain('Looking…');
});
