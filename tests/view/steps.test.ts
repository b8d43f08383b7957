import { MarkdownView } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { COMPARE_VIEW_TYPE } from '../../src/view/compare/compare-view';
import { all, named, one, openSidebar, type OpenSidebar } from './open-sidebar';
import { eventually } from '../eventually';

const RUSSIAN = ['**Почему часы отстают**', 'Сначала я проверяю **масло**: оно **густеет**.', 'Потом слушаю ход.'];
const ENGLISH = [
  '**Why a clock loses time**',
  'First I check the **oil**: it **thickens**.',
  'Then I listen to the beat.',
];

const step = (number: 1 | 2 | 3, lines: readonly string[]): string =>
  [
    `### Step ${number} — ${['Russian correction', 'English translation', 'Vector-field expansion'][number - 1] ?? ''}`,
    '',
    ...lines.map((line) => `> ${line}`),
    '',
  ].join('\n');

const note = (first: readonly string[], second: readonly string[], third: readonly string[] = ['Words.']): string =>
  [step(1, first), step(2, second), step(3, third)].join('\n');

const FRONTMATTER = `---
title: Clocks
tags: []
description: "  "
Emergence: The novelty score is 8/10, feasibility 4.5 / 10. See 2025/10.
Receptor: |-
  In the workshop.

  At home.
---
`;

const FILES = {
  'Clocks.md': FRONTMATTER + note(RUSSIAN, ENGLISH, ['x'.repeat(1800 * 2)]),
  'Gaps.md': note([...RUSSIAN, 'Совсем другой длинный вывод, которого в переводе нет.'], ENGLISH),
  'Sets.md': `${note(RUSSIAN, ENGLISH)}\n${note(['Второй набор.'], ['The second set.'])}`,
  'Wrong.md': note(RUSSIAN, [
    'Перевод, который забыли перевести: двенадцать слов по-русски вместо английских, и ещё несколько для верности.',
  ]),
  'Long.md': note(
    Array.from({ length: 203 }, (_, at) => `Строка ${at}`),
    Array.from({ length: 203 }, (_, at) => `Line ${at}`),
  ),
  'Empty.md': note(RUSSIAN, []),
  'Plain.md': 'Nothing.\n',
};

beforeEach(() => window.localStorage.clear());

async function open(path: string, language = 'en'): Promise<OpenSidebar> {
  document.body.empty();
  const sidebar = await openSidebar({ files: FILES, language });
  await sidebar.openNote(path);
  return sidebar;
}

async function unfold({ el }: { readonly el: HTMLElement }, section: string): Promise<HTMLElement> {
  await eventually(() => one(el, `[data-section="${section}"]`));
  one(el, `[data-section="${section}"] > [role="button"]`).click();
  const contentEl = one(el, `[data-section="${section}"] > .idea-tiers-section-content`);
  // What is in it waits until the note is painted.
  await eventually(() => expect(contentEl.querySelector(':scope > :not(.is-empty)')).not.toBeNull());
  // And so does what takes longer than a frame.
  await eventually(() => expect(contentEl.querySelector('[aria-busy="true"]')).toBeNull());
  return contentEl;
}

/** `17 Текст = 28 text`, `19 Текст = (Nothing in step 2)`. */
function pairsIn(el: HTMLElement): string[] {
  return all(el, '.idea-tiers-pair').map((pairEl) =>
    all(pairEl, '.idea-tiers-pair-side')
      .map((sideEl) => {
        const lines = all(sideEl, '.idea-tiers-pair-line').map((lineEl) => lineEl.textContent);
        return lines.length > 0 ? lines.join(' + ') : `(${sideEl.textContent})`;
      })
      .join(' = '),
  );
}

async function openTab(sidebar: OpenSidebar): Promise<HTMLElement> {
  sidebar.host.app.commands.executeCommandById('idea-tiers:compare-steps');
  await sidebar.host.settle();
  const [leaf, ...more] = sidebar.host.app.workspace.getLeavesOfType(COMPARE_VIEW_TYPE);
  expect(more).toEqual([]);
  return one(leaf?.view.containerEl ?? document.body, '.idea-tiers-view');
}

function typeInNote({ host }: OpenSidebar, from: string, to: string): void {
  const view = host.app.workspace.getLeavesOfType('markdown')[0]?.view;
  if (!(view instanceof MarkdownView)) throw new Error('no note is open');
  const at = view.editor.getValue().indexOf(from);
  view.editor.replaceRange(to, view.editor.offsetToPos(at), view.editor.offsetToPos(at + from.length));
}

describe('The vault’s own measure of step 3', () => {
  const long = (words: number): string => note(RUSSIAN, ENGLISH, ['word '.repeat(words).trim()]);
  const VAULT = {
    'One.md': long(40),
    'Two.md': long(50),
    'Three.md': long(60),
    'Four.md': long(70),
    'Five.md': long(30),
  };

  it.each([
    ['en', '40 words; half of this vault’s notes have more than 50.'],
    ['ru', '40 слов; у половины заметок этого хранилища больше 50.'],
  ])('stands below that of the template: %s', async (language, words) => {
    document.body.empty();
    const { el, openNote } = await openSidebar({
      files: { ...VAULT, 'Bare.md': note(RUSSIAN, ENGLISH, []) },
      language,
    });
    await openNote('One.md');
    await eventually(() =>
      expect(all(el, '.idea-tiers-step-usual:not(.is-empty)').map((usual) => usual.textContent)).toEqual([words]),
    );
    await openNote('Bare.md');
    expect(all(el, '.idea-tiers-step-usual:not(.is-empty)')).toEqual([]);
  });
});

describe('Steps 1 and 2 compared, in the sidebar', () => {
  it('are built only when they are unfolded, and folded in every other note', async () => {
    const sidebar = await open('Clocks.md');
    const contentEl = await unfold(sidebar, 'steps:compare');
    expect(pairsIn(contentEl)).toEqual([
      '13Почему часы отстают = 19Why a clock loses time',
      '14Сначала я проверяю масло: оно густеет. = 20First I check the oil: it thickens.',
      '15Потом слушаю ход. = 21Then I listen to the beat.',
    ]);
    expect(one(contentEl, '[role="status"]').textContent).toMatch(/^Paired line by line: 3 pairs\. /);
    await sidebar.openNote('Gaps.md');
    await eventually(() => one(sidebar.el, '[data-section="steps:compare"]'));
    expect(one(sidebar.el, '[data-section="steps:compare"] > [role="button"]').getAttribute('aria-expanded')).toBe(
      'false',
    );
    expect(contentEl.textContent).not.toContain('вывод');
  });

  it('leave a gap that says in words what is missing, and count it', async () => {
    const contentEl = await unfold(await open('Gaps.md'), 'steps:compare');
    expect(pairsIn(contentEl).at(-1)).toBe(
      '6Совсем другой длинный вывод, которого в переводе нет. = (Nothing in step 2)',
    );
    const status = one(contentEl, '[role="status"]').textContent;
    expect(status).toContain('Paired by structure: 3 pairs.');
    expect(status).toContain('1 line of step 1 has no counterpart.');
  });

  it('lead to their lines by a button and by a click', async () => {
    const sidebar = await open('Clocks.md');
    const contentEl = await unfold(sidebar, 'steps:compare');
    const went = vi.spyOn(MarkdownView.prototype, 'setEphemeralState');
    named(contentEl, 'button', 'Step 2, go to line 21').click();
    await sidebar.host.settle();
    expect(went).toHaveBeenCalledWith(expect.objectContaining({ line: 20 }));
    all(contentEl, '.idea-tiers-pair-text')[0]?.click();
    await sidebar.host.settle();
    expect(went).toHaveBeenCalledWith(expect.objectContaining({ line: 12 }));
  });

  it('show a phrase in bold with the one that stands for it, in order', async () => {
    const contentEl = await unfold(await open('Clocks.md'), 'steps:compare');
    const phrases = all(all(contentEl, '.idea-tiers-pair')[1] ?? contentEl, 'strong');
    expect(phrases.map((el) => `${el.textContent} ${el.dataset.phrase ?? ''}`)).toEqual([
      'масло 1',
      'густеет 2',
      'oil 1',
      'thickens 2',
    ]);
    phrases[3]?.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    expect(phrases.map((el) => el.hasClass('is-matched'))).toEqual([false, true, false, true]);
    phrases[3]?.dispatchEvent(new MouseEvent('mouseout', { bubbles: true }));
    expect(phrases.some((el) => el.hasClass('is-matched'))).toBe(false);
  });

  it('can be those of any set', async () => {
    const contentEl = await unfold(await open('Sets.md'), 'steps:compare');
    const setEl = contentEl.querySelector('select');
    expect(Array.from(setEl?.options ?? [], ({ text }) => text)).toEqual(['Set 1', 'Set 2']);
    if (setEl) setEl.value = '2';
    setEl?.dispatchEvent(new Event('change'));
    await eventually(() =>
      expect(pairsIn(contentEl).map((pair) => pair.replace(/\d+/g, ''))).toEqual(['Второй набор. = The second set.']),
    );
  });

  it('follow what is written', async () => {
    const sidebar = await open('Clocks.md');
    const contentEl = await unfold(sidebar, 'steps:compare');
    typeInNote(sidebar, '> Then I listen to the beat.\n', '');
    await eventually(() => expect(pairsIn(contentEl).at(-1)).toBe('15Потом слушаю ход. = (Nothing in step 2)'));
  });

  it('show the first two hundred pairs, and all when asked', async () => {
    const contentEl = await unfold(await open('Long.md'), 'steps:compare');
    expect(pairsIn(contentEl)).toHaveLength(200);
    const allEl = all(contentEl, 'button').at(-1);
    expect(allEl?.textContent).toBe('Show all 203');
    allEl?.click();
    expect(pairsIn(contentEl)).toHaveLength(203);
    expect(document.activeElement?.textContent).toBe('203');
  }, 20_000);

  it('are not offered where one of them is not written', async () => {
    const sidebar = await open('Empty.md');
    await eventually(() => one(sidebar.el, '[data-section="steps:empty"]'));
    expect(all(sidebar.el, '[data-section="steps:compare"]')).toEqual([]);
    expect(one(sidebar.el, '.idea-tiers-in-tab').hasClass('is-empty')).toBe(true);
  });
});

describe('Steps 1 and 2 compared, in a tab', () => {
  it('open by the command and by the button, in one tab', async () => {
    const sidebar = await open('Clocks.md');
    const el = await openTab(sidebar);
    await eventually(() => expect(pairsIn(el)).toHaveLength(3));
    expect(one(el, '.idea-tiers-name').textContent).toBe('Clocks');
    one(sidebar.el, '.idea-tiers-in-tab').click();
    await sidebar.host.settle();
    expect(await openTab(sidebar)).toBe(el);
  });

  it('are those of the note that is opened next; a note without them says so', async () => {
    const sidebar = await open('Clocks.md');
    const el = await openTab(sidebar);
    await sidebar.openNote('Plain.md');
    await eventually(() =>
      expect(one(el, '[role="status"]').textContent).toBe('This note has no steps 1 and 2 to compare.'),
    );
    expect(pairsIn(el)).toEqual([]);
    await sidebar.openNote('Gaps.md');
    await eventually(() => expect(pairsIn(el)).toHaveLength(4));
  });
});

describe('The progress of a note', () => {
  const bar = (el: HTMLElement): HTMLProgressElement | null =>
    el.querySelector('progress[aria-label="A4 pages of step 3"]');

  it('tells pages beside words, and how far step 3 is on its way to five', async () => {
    const { el } = await open('Clocks.md');
    await eventually(() => expect(bar(el)?.value).toBe(2));
    expect(bar(el)?.max).toBe(5);
    expect(bar(el)?.getAttribute('aria-valuetext')).toBe(
      'Step 3: 2 of about 5 A4 pages. A page is 1,800 characters, spaces included.',
    );
    named(el, 'button', 'Step 3, Vector-field expansion: 1 word, 2 pages');
  });

  it('names the fields that are empty, each with what it is for', async () => {
    const contentEl = await unfold(await open('Clocks.md'), 'steps:empty');
    const fields = all(contentEl, 'dt').map((dt) => dt.textContent);
    expect(fields).toEqual([
      'tags',
      'category',
      'description',
      'Acceptor',
      'SignalTransduction',
      'Activation',
      'FeedbackLoop',
      'SignalAmplification',
      'updated',
      'created',
    ]);
    expect(all(contentEl, 'dd')[0]?.textContent).toBe('Words to find the note by.');
  });

  it('lets the signal fields be read, with their scores at the head and drawn in the text', async () => {
    const contentEl = await unfold(await open('Clocks.md'), 'steps:signals');
    const emergence = one(contentEl, '[data-section="signals:Emergence"]');
    expect(one(emergence, '[role="button"]').textContent).toBe('Emergence8/10 4.5/10');
    expect(emergence.textContent).not.toContain('novelty');
    one(emergence, '[role="button"]').click();
    expect(all(emergence, '.idea-tiers-score-of-ten').map((el) => el.textContent)).toEqual(['8/10', '4.5 / 10']);
    expect(Array.from(emergence.querySelectorAll('progress'), ({ value, max }) => [value, max])).toEqual([
      [8, 10],
      [4.5, 10],
    ]);
    expect(emergence.textContent).toContain('See 2025/10.');
  });

  it('reminds, once step 1 was changed after step 2, until it is dismissed', async () => {
    const sidebar = await open('Clocks.md');
    await eventually(() => expect(bar(sidebar.el)?.value).toBe(2));
    expect(all(sidebar.el, '.idea-tiers-reminder')).toEqual([]);
    typeInNote(sidebar, 'Потом слушаю ход.', 'Потом слушаю маятник.');
    await eventually(() =>
      expect(one(sidebar.el, '.idea-tiers-reminder').textContent).toBe(
        'Step 1 has changed, step 2 has not. Is the translation still right?',
      ),
    );
    named(sidebar.el, '.idea-tiers-reminder button', 'Dismiss').click();
    expect(all(sidebar.el, '.idea-tiers-reminder')).toEqual([]);
  });

  it('reminds of a step in the wrong language, until it is dismissed', async () => {
    const sidebar = await open('Wrong.md', 'ru');
    await eventually(() =>
      expect(one(sidebar.el, '.idea-tiers-reminder').textContent).toContain('по-русски, а не по-английски'),
    );
    named(sidebar.el, '.idea-tiers-reminder button', 'Скрыть').click();
    expect(all(sidebar.el, '.idea-tiers-reminder')).toEqual([]);
    await sidebar.openNote('Plain.md');
    await sidebar.openNote('Wrong.md');
    await eventually(() => expect(bar(sidebar.el) ?? sidebar.el.querySelector('progress')?.value).toBe(0.1));
    expect(all(sidebar.el, '.idea-tiers-reminder')).toEqual([]);
  });
});
