import { expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import { rawPanel } from '../../src/view/compare/raw-panel';
import { createHost } from '../host/boot.ts';
import { all } from './open-sidebar';
import { shownNote } from './shown-note';
import { eventually } from '../eventually';

it('leads from words that step 1 left out to where they stood', async () => {
  createHost({ files: {} });
  document.body.empty();
  const text = '### Step 1 — Correction\n\nOne two.\nThree five.\nSix seven.\n';
  const goToLine = vi.fn();
  const panel = rawPanel({
    t: translator('en'),
    goToLine,
    attempt: (work) => void work(),
    raw: {
      find: () =>
        Promise.resolve({ text: 'One two. Three four five. Six seven.', by: 'words', path: 'Raw.md', line: 1 }),
      takeBack: () => Promise.resolve(),
    },
  });
  document.body.append(panel.el);
  panel.update(shownNote('Count.md', text));
  await eventually(() => expect(all(panel.el, '.idea-tiers-raw-change').map((el) => el.textContent)).toEqual(['four']));
  all(panel.el, '.idea-tiers-raw-change')[0]?.click();
  all(document.body, '.menu-item').at(-1)?.click();
  expect(goToLine).toHaveBeenCalledWith(4);
});
