import { MarkdownView } from 'obsidian';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../src/settings';
import type { SuggestedIdea } from '../../src/view/core/services';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';
import { PreviewDialog } from './preview-dialog';

const why = (text: string): SuggestedIdea['reasons'] => [{ text, notes: [] }];
const SUGGESTED: readonly SuggestedIdea[] = [
  { path: 'Weather/Wind.md', name: 'Wind', relation: 'upstream', reasons: why('Both speak of: air') },
  { path: 'Weather/Breeze.md', name: 'Breeze', relation: 'downstream', reasons: why('Both speak of: calm') },
];
const FILES = { 'Weather/Wind.md': '', 'Weather/Breeze.md': '', 'Other/Breeze.md': '' };

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

interface Started extends CommandHost {
  /** What was asked for suggestions, in order. */
  readonly about: readonly { readonly path: string; readonly text: string }[];
}

async function start(files: Readonly<Record<string, string>> = {}, settings: Partial<Settings> = {}): Promise<Started> {
  const about: { path: string; text: string }[] = [];
  const commands = await hostWithCommands({
    files: { ...FILES, ...files },
    settings,
    suggested: (path, text) => {
      about.push({ path, text });
      return SUGGESTED;
    },
  });
  const { host } = commands;
  const file = host.app.forPlugins.vault.getFileByPath('Note.md');
  if (file) await host.app.forPlugins.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
  await host.settle();
  return { ...commands, about };
}

async function unfold({ host }: CommandHost): Promise<void> {
  const el = document.querySelector<HTMLDetailsElement>('.modal .idea-tiers-boxes');
  if (!el) throw new Error('the dialog has no boxes');
  el.open = true;
  el.dispatchEvent(new Event('toggle'));
  await host.settle();
}

function box(name: string): HTMLInputElement {
  const labels = Array.from(document.querySelectorAll<HTMLLabelElement>('.idea-tiers-boxes label'));
  const el = labels.find((label) => label.querySelector('span')?.textContent === name)?.querySelector('input');
  if (!el) throw new Error(`no box ${name} among ${labels.map((label) => label.textContent).join(', ')}`);
  return el;
}

const summary = (): string => document.querySelector('.idea-tiers-boxes summary')?.textContent ?? '';
function textOf({ app }: CommandHost['host'], path: string): string {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  if (view?.file?.path !== path) throw new Error(`${path} is open in no editor`);
  return view.editor.getValue();
}

describe('Suggested ideas in a new note', () => {
  it('are looked for once somebody wants them, and written where they are ticked', async () => {
    const started = await start();
    await started.run('new-three-step-note');
    const dialog = new NewNoteDialog(started.host);
    dialog.type('English title', 'Still air');
    dialog.type('Folder', 'Weather');
    dialog.type('Raw text (Russian)', 'Штиль.');
    expect(started.about).toEqual([]);

    await unfold(started);
    expect(started.about.at(-1)?.path).toBe('Weather/Still air.md');
    expect(started.about.at(-1)?.text).toContain('Штиль.');
    expect(document.querySelector('.idea-tiers-boxes')?.textContent).toContain('Both speak of: air');
    const preview = (): string => dialog.preview.replace(/^updated: .*$/m, '');
    const plain = preview();
    box('Wind').click();
    box('Breeze').click();
    expect(summary()).toBe('May belong here (2)');
    expect(dialog.preview).toContain('### Вышестоящие идеи\n\n- [[Wind]]\n');
    box('Breeze').click();
    box('Wind').click();
    expect(preview()).toBe(plain);
    box('Breeze').click();

    await dialog.click('Create');
    const text = textOf(started.host, 'Weather/Still air.md');
    expect(text).toContain('### Нижестоящие идеи\n\n- [[Weather/Breeze]]\n');
    expect(text).not.toContain('Wind');
  });

  it('go into lists that the author’s template does not have', async () => {
    const template = '## Step 1 (Correction)\n\n{{step1}}\n\n## Step 2 (Translation)\n\n## Step 3 (Expansion)\n';
    const started = await start({ 'Mould.md': template }, { templateNote: 'Mould.md' });
    await started.run('new-three-step-note');
    const dialog = new NewNoteDialog(started.host);
    dialog.type('English title', 'Still air');
    await unfold(started);
    box('Wind').click();
    expect(dialog.preview).toContain('- [[Wind]]');
  });

  it('are not lost without a question', async () => {
    const started = await start();
    await started.run('new-three-step-note');
    const dialog = new NewNoteDialog(started.host);
    await unfold(started);
    box('Wind').click();
    await dialog.press('Escape');
    expect(dialog.isOpen).toBe(true);
    expect(dialog.button('Discard').textContent).toBe('Discard');
  });
});

describe('Suggested ideas where a note is filled in', () => {
  const NOTE = '## Upstream ideas\n\n- [[Sky]] — above all\n\n## Step 1 (Correction)\n\nCalm.\n';

  it('are written with the rest, as one change that one undo takes back', async () => {
    const started = await start({ 'Note.md': NOTE });
    await started.run('fill-in-missing-steps');
    const dialog = new PreviewDialog(started.host);
    await unfold(started);
    box('Wind').click();
    await started.host.settle();
    expect(dialog.lines.filter((line) => line.includes('[[Wind]]'))).toHaveLength(1);
    await dialog.click('Apply');
    const text = textOf(started.host, 'Note.md');
    expect(text).toContain('- [[Sky]] — above all\n- [[Wind]]\n');
    expect(text).toContain('Шаг 3');
    started.host.app.workspace.getActiveViewOfType(MarkdownView)?.editor.undo();
    expect(textOf(started.host, 'Note.md')).toBe(NOTE);
  });

  it('are written alone where the note lacks nothing', async () => {
    const started = await start();
    await started.run('new-three-step-note');
    const dialog = new NewNoteDialog(started.host);
    dialog.type('English title', 'Note');
    await dialog.click('Create');
    const before = textOf(started.host, 'Note.md');
    await started.run('fill-in-missing-steps');
    const preview = new PreviewDialog(started.host);
    expect(preview.button('Apply').disabled).toBe(true);
    await unfold(started);
    box('Wind').click();
    await started.host.settle();
    await preview.click('Apply');
    expect(textOf(started.host, 'Note.md').replace('- [[Wind]]\n\n', '')).toBe(before);
  });

  it('say what has no place', async () => {
    const started = await start({ 'Note.md': '## Upstream ideas\n\n- [[Wind]] — above all\n' });
    await started.run('fill-in-missing-steps');
    await unfold(started);
    const before = new PreviewDialog(started.host).lines;
    box('Wind').click();
    await started.host.settle();
    expect(document.querySelector('.idea-tiers-boxes')?.textContent).toContain('No place in this note for: Wind');
    expect(new PreviewDialog(started.host).lines).toEqual(before);
  });
});

describe('Suggested ideas in a prompt', () => {
  const NOTE = '## Step 1 (Correction)\n\nТихо.\n\n## Step 2 (Translation)\n\n';
  const COPY = 'copy-prompt';

  it('are candidates for the model where the setting asks for it, above the steps', async () => {
    const started = await start({ 'Note.md': NOTE }, { promptNamesIdeas: true });
    await started.run(COPY);
    expect(started.asked).toContain('find out what notes speak of');
    expect(clipboard).toContain('### Вышестоящие идеи\n\n- [[Wind]]\n\n### Нижестоящие идеи\n\n- [[Weather/Breeze]]');
    expect(clipboard.indexOf('[[Wind]]')).toBeLessThan(clipboard.indexOf('## Step 2'));
  });

  it('are left alone otherwise', async () => {
    const started = await start({ 'Note.md': NOTE });
    await started.run(COPY);
    expect(clipboard).toContain('## Step 2');
    expect(clipboard).not.toContain('Wind');
    expect(started.about).toEqual([]);
  });

  it('come back with the answer, into the lists', async () => {
    const started = await start({ 'Note.md': NOTE }, { promptNamesIdeas: true });
    await started.run(COPY);
    clipboard = '### Вышестоящие идеи\n\n- [[Wind]] — what is lacking here\n\n## Step 2 (Translation)\n\nCalm.\n';
    await started.run('paste-answer');
    await new PreviewDialog(started.host).click('Apply');
    expect(textOf(started.host, 'Note.md')).toContain('- [[Wind]] — what is lacking here');
  });
});
