import { MarkdownView } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../src/settings';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';
import { PreviewDialog } from './preview-dialog';

const NOTE = [
  '### Шаг 1 — Корректура',
  '',
  '> Мысль - это "поле".',
  '<!-- UID: 7 -->',
  '',
  '### Step 2 — Translation',
  '',
  'Mine - "already".',
  '',
].join('\n');
const OWN = [
  '---',
  'tags: {{tags}}',
  'title: "{{title_en}}"',
  'mood: {{weather}}',
  '---',
  '',
  '## Step 1 (Russian correction)',
  '',
  '{{step1}}',
  '',
  '## Upstream ideas',
  '',
  '{{upstream}}',
  '',
  '## Step 2 (English translation)',
  '',
  '## Step 3 (Vector-field expansion)',
  '',
].join('\n');

interface Started extends CommandHost {
  readonly dialog: PreviewDialog;
  readonly newNote: NewNoteDialog;
  readonly view: MarkdownView;
  readonly text: () => string;
}

/** A note in an editor, with the commands. */
async function start(
  text: string,
  settings: Partial<Settings> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Started> {
  const commands = await hostWithCommands({ files: { 'Note.md': text, ...files }, settings });
  const { host } = commands;
  const leaf = host.app.forPlugins.workspace.getLeaf();
  const file = host.app.forPlugins.vault.getFileByPath('Note.md');
  if (file) await leaf.openFile(file, { state: { mode: 'source' } });
  await host.settle();
  const { view } = leaf;
  if (!(view instanceof MarkdownView)) throw new Error('the note is open in no editor');
  const text_ = (): string => view.editor.getValue();
  return { ...commands, dialog: new PreviewDialog(host), newNote: new NewNoteDialog(host), view, text: text_ };
}

let clipboard = '';
beforeEach(() => {
  clipboard = '';
  vi.stubGlobal('navigator', {
    ...navigator,
    clipboard: {
      readText: () => Promise.resolve(clipboard),
      writeText: (text: string) => {
        clipboard = text;
        return Promise.resolve();
      },
    },
  });
});

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');
const remarks = (): readonly string[] =>
  Array.from(document.querySelectorAll('.idea-tiers-preview-remark'), (el) => el.textContent ?? '');

describe('A template of the author’s own', () => {
  it('gives a note what it lacks, with its own headings, fields and placeholders', async () => {
    const { run, dialog, text } = await start('', { templateNote: 'Templates/Mine.md' }, { 'Templates/Mine.md': OWN });
    await run('fill-in-missing-steps');
    expect(remarks()).toEqual([
      'In line 4 of the template, “{{weather}}” is not a known placeholder; it is kept as is.',
    ]);
    await dialog.click('Apply');
    expect(text()).toBe(
      '---\ntags: []\ntitle: Note\nmood: {{weather}}\n---\n\n## Step 1 (Russian correction)\n\n## Upstream ideas\n\n## Step 2 (English translation)\n\n## Step 3 (Vector-field expansion)\n',
    );
  });

  it('is said to be all there where nothing of it is missing', async () => {
    const { run, dialog, text } = await start('');
    await run('fill-in-missing-steps');
    await dialog.click('Apply');
    const whole = await start(text());
    await whole.run('fill-in-missing-steps');
    expect(whole.dialog.status).toBe('The note already has every part of the template.');
  });

  it.each([
    ['', 'The template “Mine.md” was not found: the built-in one is used.'],
    ['# Nothing\n', 'The template “Mine.md” has no heading for step 1: the built-in one is used.'],
    [
      OWN.replace('## Step 2 (English translation)', ''),
      'The template “Mine.md” has no heading for step 2: the built-in one is used.',
    ],
    [
      `${OWN}\n\`\`\`js\n`,
      'In the template “Mine.md”, the code block in line 19 is never closed: the built-in one is used.',
    ],
  ])('gives way to the built-in one where it is gone or broken: %j', async (template, remark) => {
    const files = template === '' ? {} : { 'Mine.md': template };
    const { run, dialog, text, newNote } = await start('', { templateNote: 'Mine.md' }, files);
    await run('new-three-step-note');
    newNote.type('English title', 'Idea');
    expect(newNote.messages).toContain(remark);
    await newNote.click('Create');
    document.body.empty();
    await run('fill-in-missing-steps');
    expect(remarks()).toEqual([remark]);
    await dialog.click('Cancel');
    expect(text()).toBe('');
  });
});

describe('The command “Copy prompt for the missing steps”', () => {
  it('copies the built-in prompt, with the steps that are missing and those that are there', async () => {
    const { run } = await start(NOTE);
    await run('copy-prompt');
    expect(notices()).toEqual(['The prompt was copied. It asks for: Step 3. Nothing was sent.']);
    expect(clipboard).toContain('Шаг 3');
    expect(clipboard).toContain('#### Objective');
    expect(clipboard).toContain('### Шаг 1 — Корректура\n\nМысль - это "поле".\n\n### Step 2 — Translation\n\nMine');
    expect(clipboard).not.toContain('UID');
  });

  it('copies the author’s own, in which unknown placeholders stay', async () => {
    const { run } = await start(NOTE, { prompt: '{{title}}: {{ step1 }} {{unknown}}' });
    await run('copy-prompt');
    expect(clipboard).toBe('Note: Мысль - это "поле". {{unknown}}');
  });

  it('says that there is nothing to ask for, or nothing to go on from', async () => {
    const whole = await start(`${NOTE}\n### Step 3 — Expansion\n\nFar.\n`);
    await whole.run('copy-prompt');
    expect(notices()).toEqual(['All steps of “Note” are written.']);
    const empty = await start('# Title\n');
    await empty.run('copy-prompt');
    expect(notices()).toEqual(['There is nothing to start from in “Note”: no step has text.']);
    expect(clipboard).toBe('');
  });
});

describe('The command “Paste answer into steps”', () => {
  const ANSWER = '**Шаг 2: перевод**\n\nTheirs.\n\n## 3. Step 3 — expansion\n\nFar.\n';

  it('fills what is empty or missing, and replaces what is there only when told to', async () => {
    const { run, dialog, text } = await start(NOTE);
    clipboard = ANSWER;
    await run('paste-answer');
    expect(remarks()).toEqual(['Step 3 will be added with its heading: 1 word.']);
    await dialog.click('Cancel');
    await run('paste-answer');
    await dialog.click('Apply');
    expect(text().startsWith(NOTE.trimEnd())).toBe(true);
    expect(text()).toContain('\n\nFar.\n');
    await run('paste-answer');
    await dialog.toggle('Replace step 2');
    await dialog.click('Apply');
    expect(text()).toContain('### Step 2 — Translation\n\nTheirs.\n');
    expect(text()).not.toContain('Mine');
  });

  it('keeps the UID of a turn that stands in a step', async () => {
    const { run, dialog, text } = await start(NOTE);
    clipboard = '### Step 1 — Correction\n\nМысль — это поле.\n\n### Step 3 — Expansion\n\nFar.\n';
    await run('paste-answer');
    await dialog.toggle('Replace step 1');
    await dialog.click('Apply');
    expect(text()).toContain('> Мысль — это поле.\n<!-- UID: 7 -->\n');
  });
});

describe('The command “Tidy typography”', () => {
  /** Its rules come a moment after it is given. */
  async function tidy({ run }: Started, answered: () => boolean): Promise<void> {
    await run('tidy-typography');
    await vi.waitUntil(answered);
  }

  it('tidies the step that the cursor stands in, and no other', async () => {
    const started = await start(NOTE);
    const { dialog, text, view } = started;
    view.editor.setCursor({ line: 2, ch: 0 });
    await tidy(started, () => dialog.isOpen);
    await dialog.toggle('Non-breaking spaces');
    await dialog.click('Apply');
    expect(text()).toBe(NOTE.replace('Мысль - это "поле".', 'Мысль — это «поле».'));
    document.body.empty();
    await tidy(started, () => dialog.isOpen);
    await dialog.toggle('Non-breaking spaces');
    expect(dialog.status).toBe('Nothing to change.');
  });

  it('tidies the lines of the selection', async () => {
    const started = await start(NOTE);
    const { dialog, text, view } = started;
    view.editor.setSelection({ line: 7, ch: 0 }, { line: 7, ch: 4 });
    await tidy(started, () => dialog.isOpen);
    await dialog.click('Apply');
    expect(text()).toBe(NOTE.replace('Mine - "already".', 'Mine\u00A0— “already”.'));
  });

  it('says that there is nothing selected, and nothing to tidy', async () => {
    const started = await start(`Слова - слова.\n\n${NOTE.replaceAll(' - ', ', ').replaceAll('"', '')}`);
    await tidy(started, () => notices().length > 0);
    expect(notices()).toEqual(['Select some text or go to a step first.']);
    started.view.editor.setCursor({ line: 9, ch: 0 });
    await tidy(started, () => notices().length > 1);
    expect(notices().at(-1)).toBe('The typography is already tidy.');
  });
});

describe('A new note', () => {
  it('takes the text of the clipboard, and says when there is none', async () => {
    const { run, newNote } = await start(NOTE);
    await run('new-three-step-note-from-clipboard');
    expect(notices()).toEqual(['There is no text on the clipboard.']);
    clipboard = 'Мысль. '.repeat(50_000);
    await run('new-three-step-note-from-clipboard');
    expect(newNote.field('Russian draft').value).toBe(clipboard);
    newNote.type('English title', 'Long');
    await newNote.click('Create');
    expect(newNote.isOpen).toBe(false);
  });

  it('cannot stand in a folder that is a file', async () => {
    const { run, newNote } = await start(NOTE, {}, { 'A/Drafts': 'no folder' });
    await run('new-three-step-note');
    newNote.type('English title', 'Idea');
    for (const folder of ['A/drafts', 'A/Drafts/Deep']) {
      newNote.type('Folder', folder);
      expect(newNote.messages).toEqual([`“${folder.replace(/\/Deep$/, '')}” is a file, so it cannot be a folder.`]);
      expect(newNote.button('Create').disabled).toBe(true);
    }
    newNote.type('Folder', 'A/Drafts 2');
    expect(newNote.button('Create').disabled).toBe(false);
  });
});
