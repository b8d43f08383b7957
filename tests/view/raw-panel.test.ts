import { expect, it, vi } from 'vitest';
import { translator } from '../../src/i18n';
import { rawPanel } from '../../src/view/compare/raw-panel';
import { createHost } from '../host/boot.ts';
import { all } from './open-sidebar';
import { shownNote } from './shown-note';
import { eventually } from '../eventually';

/** What the panel shows of a raw text and a note: all that it says, and what is left once words that are gone are left out. */
async function drawn(raw: string, step: string): Promise<readonly [whole: string, left: string]> {
  createHost({ files: {} });
  document.body.empty();
  const panel = rawPanel({
    t: translator('en'),
    goToLine: vi.fn(),
    attempt: (work) => void work(),
    raw: {
      find: () => Promise.resolve({ text: raw, by: 'words', path: 'Raw.md', line: 1 }),
      takeBack: () => Promise.resolve(),
    },
  });
  document.body.append(panel.el);
  panel.update(shownNote('Count.md', `### Step 1 — Correction\n\n${step}\n`));
  const textEl = (): HTMLElement | undefined => all(panel.el, '.idea-tiers-raw')[0];
  await eventually(() => expect(textEl()?.textContent).not.toBe(''));
  const whole = textEl()?.textContent ?? '';
  textEl()
    ?.querySelectorAll('del')
    .forEach((el) => el.remove());
  return [whole, textEl()?.textContent ?? ''];
}

it.each([
  ['one two - three', 'One two: three'],
  ['one two so to say: three', 'One two: three'],
  ['one two um, three', 'One two, three'],
  ['one two um', 'One two.'],
  ['one um two', 'One two'],
  ['one two (or) three', 'One two three'],
])('leaves no gap before a sign where what is gone is left out: %j, %j', async (raw, step) => {
  const [, left] = await drawn(raw, step);
  expect(left).not.toMatch(/ [.,:;!?]/);
  expect(left.replace(/ +/g, ' ').trim()).toBe(step);
});

it('takes idea links below step 1, each behind its label, for none of its words', async () => {
  const [whole] = await drawn('One two.', 'One two.\n\n1. **Upstream:** [[House]]');
  expect(whole.trim()).toBe('One two.');
});

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
