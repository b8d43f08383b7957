import { MarkdownView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import type { Host } from '../host/boot';
import { ENGLISH, RUSSIAN, garble, withoutInvisible } from '../repair/garble';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { PreviewDialog } from './preview-dialog';

const PATH = 'Сад.md';
const LOST = withoutInvisible(garble(RUSSIAN, 'windows-1254'));

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

const remarks = (): readonly string[] =>
  Array.from(document.querySelectorAll('.idea-tiers-preview-remark'), (el) => el.textContent ?? '');

const losses = (): readonly HTMLElement[] =>
  Array.from(document.querySelectorAll<HTMLElement>('.idea-tiers-losses li'));

const searchDialog = (): HTMLElement | null => document.querySelector<HTMLElement>('.modal.idea-tiers-search');

/** Waits for what is done in idle moments. */
async function until(host: Host, isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 200) throw new Error('it does not happen');
    await new Promise((resolve) => window.setTimeout(resolve, 10));
    await host.settle();
  }
}

async function startWith(
  files: Readonly<Record<string, string>>,
  open = PATH,
): Promise<CommandHost & { readonly dialog: PreviewDialog; readonly view: MarkdownView }> {
  const commands = await hostWithCommands({ files });
  const { workspace, vault } = commands.host.app.forPlugins;
  const file = vault.getFileByPath(open);
  if (!file) throw new Error(`no ${open}`);
  const leaf = workspace.getLeaf();
  await leaf.openFile(file, { state: { mode: 'preview' } });
  await commands.host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error('the note is not open');
  return { ...commands, dialog: new PreviewDialog(commands.host), view: leaf.view };
}

async function textOf(host: Host, path = PATH): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return host.app.vault.read(file);
}

describe('The command “Repair garbled note”', { timeout: 30_000 }, () => {
  it('leaves a doubtful line as it is where the user clears its box', async () => {
    const odd = garble('Это сло\u0412о', 'macintosh');
    const { host, run, dialog } = await startWith({ [PATH]: `${garble(RUSSIAN, 'macintosh')}${odd}\nend\n` });
    await run('repair-garbled-note');
    expect(remarks()).toContain('1 doubtful line: clear the checkbox to leave it unchanged.');
    const [box] = losses().flatMap((el) => Array.from(el.querySelectorAll('input')));
    box?.click();
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(`${RUSSIAN}${odd}\nend\n`);
  });

  it('shows before and after, writes it on “Apply”, and “Undo last change” brings back every byte', async () => {
    const garbled = garble(RUSSIAN, 'macintosh').replaceAll('\n', '\r\n');
    const { host, run, dialog } = await startWith({ [PATH]: garbled });
    await run('repair-garbled-note');
    expect(dialog.title).toBe('Repair garbled note: “Сад”');
    const characters = [...RUSSIAN].filter((one) => one > '\u007F').length;
    expect(remarks()).toEqual([
      `This note was read with the wrong encoding (Mac Roman). ${characters} characters can be restored, none lost.`,
    ]);
    expect(dialog.lines).toContain(
      `Changed line 8:  Removed: ${garble('> Яблоня стоит у забора, её посадил ещё дед; «антоновка», говорит он, — это не сорт, а характер.', 'macintosh')} Added: > Яблоня стоит у забора, её посадил ещё дед; «антоновка», говорит он, — это не сорт, а характер.`,
    );
    expect(losses()).toEqual([]);
    expect(await textOf(host)).toBe(garbled);
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(RUSSIAN.replaceAll('\n', '\r\n'));
    await run('undo-last-change');
    expect(await textOf(host)).toBe(garbled);
    expect(notices()).toEqual([
      '“Сад” was changed. To revert, run “Undo last change”.',
      '“Repair garbled note” was undone in “Сад”.',
    ]);
  });

  it('is one step of undo in an open editor', async () => {
    const garbled = garble(RUSSIAN, 'koi8-r', 2);
    const { run, dialog, view } = await startWith({ [PATH]: garbled });
    await view.setState({ file: PATH, mode: 'source' }, { history: false });
    await run('repair-garbled-note');
    expect(remarks()[0]).toMatch('This note was read with the wrong encoding (KOI8-R, twice).');
    await dialog.click('Apply');
    expect(view.editor.getValue()).toBe(RUSSIAN);
    view.editor.undo();
    expect(view.editor.getValue()).toBe(garbled);
  });

  it('says so of a healthy note, and is not offered where no note is open', async () => {
    const { host, run, dialog } = await startWith({ [PATH]: RUSSIAN });
    await run('repair-garbled-note');
    expect(dialog.isOpen).toBe(false);
    expect(notices()).toEqual(['“Сад” is not garbled.']);
    await host.app.forPlugins.workspace.getLeaf().setViewState({ type: 'empty' });
    const empty = await hostWithCommands();
    expect(empty.host.app.commands.listCommands().map(({ id }) => id)).not.toContain('idea-tiers:repair-garbled-note');
  });

  it('is refused when the note changes meanwhile', async () => {
    const { host, run, dialog } = await startWith({ [PATH]: garble(RUSSIAN, 'macintosh') });
    await run('repair-garbled-note');
    const file = host.app.vault.getFileByPath(PATH);
    if (file) await host.app.vault.modify(file, 'Other text');
    await dialog.click('Apply');
    expect(await textOf(host)).toBe('Other text');
    expect(notices()).toEqual(['“Сад” has changed in the meantime. Nothing was written.']);
  });

  it('takes what is lost from a healthy twin, and names it', async () => {
    const { host, run, dialog } = await startWith({ [PATH]: LOST, 'a/Other.md': ENGLISH, 'z/Twin.md': RUSSIAN });
    await run('repair-garbled-note');
    await until(host, () => dialog.isOpen);
    expect(searchDialog()).toBeNull();
    expect(remarks()[1]).toMatch(
      /^\d+ lost characters were found in notes with the same text, so they are certain: Twin\.$/,
    );
    expect(losses()).toEqual([]);
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(RUSSIAN);
  });

  it('marks guesses, each of which can be refused, and leaves a sign for what is not known', async () => {
    const words = 'Яблоня и ещё яблоня, эхинацея.';
    const { host, run, dialog } = await startWith({ [PATH]: LOST, 'Words.md': words });
    await run('repair-garbled-note');
    await until(host, () => dialog.isOpen);
    const guesses = losses().filter((el) => el.querySelector('input'));
    const told = guesses.map((el) => el.querySelector('.idea-tiers-loss-text')?.textContent);
    expect(told[0]).toBe('> Яблоня \uFFFDтоит у забора, её по\uFFFDа');
    expect(guesses[0]?.textContent).toMatch(/^Line 8.*or с э ю ѐ ѝ ў /);
    expect(guesses[0]?.querySelector('mark')?.textContent).toBe('я');
    const unknown = losses().filter((el) => !el.querySelector('input'));
    expect(unknown[0]?.textContent).toMatch(/one of с э ю я ѐ ѝ ў /);
    expect(remarks().slice(1)).toEqual([
      `${guesses.length} lost characters are guessed from the words of other notes. Clear a checkbox to reject the guess.`,
      `${unknown.length} lost characters remain unknown and will be written as \uFFFD.`,
    ]);
    const [first, second] = guesses.map((el) => el.querySelector('input'));
    first?.click();
    await host.settle();
    expect(dialog.lines.find((line) => line.startsWith('Changed line 8'))).toMatch('Added: > Яблон\uFFFD ');
    first?.click();
    second?.click();
    await dialog.click('Apply');
    const text = await textOf(host);
    expect(text).toContain('> Яблоня \uFFFDтоит');
    expect(text).toContain('| 1 | Яблон\uFFFD |');
    expect(text).toContain('| 2 | Эхинацея |');
    expect(text.split('\n')).toHaveLength(RUSSIAN.split('\n').length);
  });

  it('goes on with what was found when the search is ended early, and does nothing when it is closed', async () => {
    const { host, run, dialog } = await startWith({ [PATH]: LOST, 'z/Twin.md': RUSSIAN });
    await run('repair-garbled-note');
    const button = Array.from(searchDialog()?.querySelectorAll('button') ?? []).find(
      (one) => one.textContent === 'Continue with what was found',
    );
    expect(button).toBeDefined();
    button?.click();
    await until(host, () => dialog.isOpen);
    await dialog.click('Cancel');
    await run('repair-garbled-note');
    expect(searchDialog()).not.toBeNull();
    await dialog.press('Escape');
    await new Promise((resolve) => window.setTimeout(resolve, 100));
    await host.settle();
    expect([searchDialog(), dialog.isOpen]).toEqual([null, false]);
    expect(await textOf(host)).toBe(LOST);
  });
});

describe('The command “Find garbled notes”', { timeout: 30_000 }, () => {
  const rows = (): readonly string[] =>
    Array.from(
      searchDialog()?.querySelectorAll('.idea-tiers-search-list .setting-item') ?? [],
      (el) => el.textContent ?? '',
    );
  const status = (): string => searchDialog()?.querySelector('[role=status]')?.textContent ?? '';

  it('lists them with encoding, share and losses; each opens its repair, and leaves the list repaired', async () => {
    const files = {
      [PATH]: garble(RUSSIAN, 'macintosh'),
      'b/Lost.md': LOST,
      'Healthy.md': RUSSIAN,
      'c/Plain.md': 'text',
    };
    const { host, run, dialog } = await startWith(files, 'c/Plain.md');
    await run('find-garbled-notes');
    await until(host, () => status() === '2 garbled notes found.');
    expect([...rows()].sort()).toEqual([
      expect.stringMatching(/^LostWindows-1254 · \d+% of the text · \d+ lostRepair…$/),
      expect.stringMatching(/^СадMac Roman · \d+% of the text · 0 lostRepair…$/),
    ]);
    const row = Array.from(searchDialog()?.querySelectorAll('.setting-item') ?? []).find((el) =>
      el.textContent.startsWith('Сад'),
    );
    row?.querySelector('button')?.click();
    await until(host, () => dialog.isOpen);
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(RUSSIAN);
    expect(rows()).toHaveLength(1);
  });

  it('says of a note how many lines are in doubt', async () => {
    const other = garble('Вечером пили чай и говорили о погоде.', 'windows-1251');
    const { host, run } = await startWith({ [PATH]: `${garble(RUSSIAN, 'macintosh')}${other}\n` }, PATH);
    await run('find-garbled-notes');
    await until(host, () => status() === '1 garbled note found.');
    expect(rows()).toEqual([
      expect.stringMatching(/^СадMac Roman · \d+% of the text · 1 line may be restored [^·]+Repair…$/),
    ]);
  });

  it('reads no note in a folder that is left out, and says when there is nothing', async () => {
    const files = { 'Archive/Old.md': garble(RUSSIAN, 'macintosh'), 'New.md': RUSSIAN };
    const { host, run } = await hostWithCommands({ files, settings: { excludedFolders: ['Archive'] } });
    await run('find-garbled-notes');
    await until(host, () => status() === '0 garbled notes found.');
    expect(rows()).toEqual([]);
  });

  it('can be stopped: what was found until then stays', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${index}.md`, garble(RUSSIAN, 'macintosh')]),
    );
    const { host, run } = await hostWithCommands({ files });
    await run('find-garbled-notes');
    await until(host, () => rows().length > 0);
    const stop = Array.from(searchDialog()?.querySelectorAll('button') ?? []).find((one) => one.textContent === 'Stop');
    if (rows().length < 40) {
      stop?.focus();
      stop?.click();
      await until(host, () => /found\.$/.test(status()));
      expect(document.activeElement?.textContent).toBe(status());
      expect(rows().length).toBeLessThanOrEqual(40);
    }
    expect(rows().length).toBeGreaterThan(0);
  });
});

describe('Nothing else is written into a garbled note', () => {
  const TABLE = '\n| Tier | Tool |\n|---|---|\n| 1 | Saw |\n| 2 | Hammer |\n';

  it('so its table keeps its order', async () => {
    const text = garble(RUSSIAN, 'macintosh') + TABLE;
    const { readNote } = await import('../../src/read/note');
    const [, table] = readNote(text).tables;
    if (!table) throw new Error('no table');
    const { host, run } = await hostWithCommands({
      files: { [PATH]: text },
      orderShown: () => ({ path: PATH, table, order: [1, 0] }),
    });
    await run('apply-order');
    expect(document.querySelector('.idea-tiers-preview')).toBeNull();
    expect(notices()).toEqual(['“Сад” is garbled. Repair it before changing anything else.']);
    expect(await textOf(host)).toBe(text);
  });
});
