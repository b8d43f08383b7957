import { MarkdownView } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { addScoreColumn, insertRankedTable, tableActions, type TableContext } from '../../src/command/table-commands';
import { translator } from '../../src/i18n';
import type { ShownOrder } from '../../src/model/table-order';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { readNote } from '../../src/read/note';
import type { Host } from '../host/boot';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { PreviewDialog } from './preview-dialog';

const TABLE = ['| Tier | Tool |', '| --- | --- |', '| 1 | Hammer |', '| 2 | Saw |', '| 3 | **Plane** |'];
const note = (lines: readonly string[], end = '\n'): string =>
  ['# Tools', '', ...lines.map((line) => `> ${line}`), '', 'The end.', ''].join(end);
const NOTE = note(TABLE);
const TURNED = note([...TABLE.slice(0, 2), '| 3 | **Plane** |', '| 1 | Hammer |', '| 2 | Saw |']);
const RENUMBERED = note([...TABLE.slice(0, 2), '| 1 | **Plane** |', '| 2 | Hammer |', '| 3 | Saw |']);

const notices = (): readonly string[] =>
  Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');

function shownIn(text: string, path = 'Tools.md', order: readonly number[] = [2, 0, 1]): ShownOrder {
  const [table] = readNote(text).tables;
  if (!table) throw new Error('no table');
  return { path, table, order };
}

async function startWith(text: string, language: 'en' | 'ru' = 'en'): Promise<CommandHost & { dialog: PreviewDialog }> {
  const files = { 'Tools.md': text };
  const commands = await hostWithCommands({ files, language, orderShown: () => shownIn(text) });
  return { ...commands, dialog: new PreviewDialog(commands.host) };
}

async function openInEditor(host: Host): Promise<MarkdownView> {
  const leaf = host.app.forPlugins.workspace.getLeaf();
  const file = host.app.forPlugins.vault.getFileByPath('Tools.md');
  if (file) await leaf.openFile(file, { state: { mode: 'source' } });
  await host.settle();
  if (!(leaf.view instanceof MarkdownView)) throw new Error('the note is open in no editor');
  return leaf.view;
}

async function textOf(host: Host, path = 'Tools.md'): Promise<string> {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no ${path}`);
  return host.app.vault.read(file);
}

function contextOf(host: Host): TableContext {
  const app = host.app.forPlugins;
  return {
    app,
    t: translator('en'),
    writer: new NoteWriter(app),
    tablesIn: (text) => readNote(text).tables,
    tierListsIn: (text) => readNote(text).tierLists,
  };
}

describe('The command “Apply order to note”', () => {
  it('is offered only while the sidebar shows a table in another order', async () => {
    let shown: ShownOrder | null = null;
    const { host } = await hostWithCommands({ files: { 'Tools.md': NOTE }, orderShown: () => shown });
    const names = (): readonly string[] => host.app.commands.listCommands().map(({ name }) => name);
    expect(names()).not.toContain('Idea Tiers: Apply order to note');
    shown = shownIn(NOTE);
    expect(names()).toContain('Idea Tiers: Apply order to note');
  });

  it('shows what it will write, and writes nothing before', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    await run('apply-order');
    expect(dialog.title).toBe('Apply order to note: “Tools”');
    expect(dialog.status).toBe('1 line will change:');
    expect(dialog.lines).toEqual([
      '2 unchanged lines',
      'Line 3: > | Tier | Tool |',
      'Line 4: > | --- | --- |',
      'Moved from line 7 to 5: > | 3 | **Plane** |',
      'Line 6: > | 1 | Hammer |',
      'Line 7: > | 2 | Saw |',
      '3 unchanged lines',
    ]);
    expect(document.activeElement).toBe(dialog.regionEl);
    expect(document.getElementById(dialog.regionEl.getAttribute('aria-labelledby') ?? '')?.textContent).toBe('Changes');
    expect(await textOf(host)).toBe(NOTE);
    await dialog.press('Escape');
    expect(dialog.isOpen).toBe(false);
    expect(await textOf(host)).toBe(NOTE);
    expect(notices()).toEqual([]);
  });

  it('moves the rows as they are written, and “Undo last change” restores every byte', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    await run('apply-order');
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(TURNED);
    expect(dialog.isOpen).toBe(false);
    await run('undo-last-change');
    expect(await textOf(host)).toBe(NOTE);
    expect(notices()).toEqual([
      '“Tools” was changed. To revert, run “Undo last change”.',
      '“Apply order to note” was undone in “Tools”.',
    ]);
    await run('undo-last-change');
    expect(notices().at(-1)).toMatch('Nothing to undo.');
  });

  it('keeps Windows line ends, and restores them', async () => {
    const windows = note(TABLE, '\r\n');
    const { host, run, dialog } = await startWith(windows);
    await run('apply-order');
    await dialog.click('Apply');
    expect(await textOf(host)).toBe(TURNED.replaceAll('\n', '\r\n'));
    await run('undo-last-change');
    expect(await textOf(host)).toBe(windows);
  });

  it('is one step of undo in an open editor', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    const { editor } = await openInEditor(host);
    await run('apply-order');
    await dialog.click('Apply');
    expect(editor.getValue()).toBe(TURNED);
    expect(notices()).toEqual(['“Tools” was changed. To revert, use Undo in its editor.']);
    editor.undo();
    expect(editor.getValue()).toBe(NOTE);
  });

  it('renumbers the rank column where that is chosen, and shows so', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    await run('apply-order');
    await dialog.toggle('Renumber the rank column');
    expect(dialog.status).toBe('3 lines will change:');
    expect(dialog.lines.slice(3, 6)).toEqual([
      'Moved from line 7 to 5: > |  Removed: 3 Added: 1 | **Plane** |',
      'Changed line 6: > |  Removed: 1 Added: 2 | Hammer |',
      'Changed line 7: > |  Removed: 2 Added: 3 | Saw |',
    ]);
    await dialog.press('Enter', { ctrlKey: true });
    expect(await textOf(host)).toBe(RENUMBERED);
    await run('undo-last-change');
    expect(await textOf(host)).toBe(NOTE);
  });

  it('is refused when the table has changed since it was read', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    const { editor } = await openInEditor(host);
    editor.replaceRange('x', { line: 4, ch: 8 });
    await run('apply-order');
    expect(dialog.isOpen).toBe(false);
    expect(notices()).toEqual(['The table or list in “Tools” is no longer the one shown. Nothing was written.']);
  });

  it('is refused when the note has changed while the preview was open', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    await run('apply-order');
    const file = host.app.vault.getFileByPath('Tools.md');
    if (file) await host.app.vault.modify(file, `${NOTE}More.\n`);
    await dialog.click('Apply');
    expect(notices()).toEqual(['“Tools” has changed in the meantime. Nothing was written.']);
    expect(await textOf(host)).toBe(`${NOTE}More.\n`);
  });

  it('says so in Russian when the note is gone', async () => {
    const { host, run } = await startWith(NOTE, 'ru');
    const file = host.app.vault.getFileByPath('Tools.md');
    if (file) await host.app.fileManager.trashFile(file);
    await run('apply-order');
    expect(notices()).toEqual(['Заметки «Tools» больше нет. Ничего не записано.']);
  });

  it('has nothing to apply where the note already says so', async () => {
    const { host } = await startWith(NOTE);
    tableActions(contextOf(host)).applyOrder(shownIn(NOTE, 'Tools.md', [0, 1, 2]));
    await host.settle();
    const dialog = new PreviewDialog(host);
    expect(dialog.status).toBe('Nothing to change.');
    expect(dialog.button('Apply').disabled).toBe(true);
    await dialog.click('Cancel');
    expect(dialog.isOpen).toBe(false);
  });
});

describe('The command “Undo last change”', () => {
  it('is refused, naming the note as it is called now, when the note has changed since', async () => {
    const { host, run, dialog } = await startWith(NOTE);
    await run('apply-order');
    await dialog.click('Apply');
    const file = host.app.vault.getFileByPath('Tools.md');
    if (file) {
      await host.app.vault.rename(file, 'Renamed.md');
      await host.app.vault.modify(file, 'Other.\n');
    }
    await run('undo-last-change');
    expect(notices().at(-1)).toBe(
      '“Apply order to note” cannot be undone. “Renamed” has changed in the meantime. Nothing was written.',
    );
    expect(await textOf(host, 'Renamed.md')).toBe('Other.\n');
  });
});

describe('insertRankedTable(context, shown, score)', () => {
  it('writes a copy in the order shown below the table, with the score if it is wanted', async () => {
    const { host } = await startWith(NOTE);
    await insertRankedTable(contextOf(host), shownIn(NOTE), { header: 'Score', cells: ['1', '0.5', '2'] });
    const dialog = new PreviewDialog(host);
    expect(dialog.title).toBe('Insert ranked table below: “Tools”');
    await dialog.click('Apply');
    const [table, copy] = readNote(await textOf(host)).tables;
    expect(table?.body.map(({ cells }) => cells[1])).toEqual(['Hammer', 'Saw', '**Plane**']);
    expect(copy?.header).toEqual(['Tier', 'Tool', 'Score']);
    expect(copy?.body.map(({ cells }) => cells)).toEqual([
      ['3', '**Plane**', '2'],
      ['1', 'Hammer', '1'],
      ['2', 'Saw', '0.5'],
    ]);
  });

  it('leaves the score out where the toggle is off', async () => {
    const { host } = await startWith(NOTE);
    await insertRankedTable(contextOf(host), shownIn(NOTE), { header: 'Score', cells: ['1', '0.5', '2'] });
    const dialog = new PreviewDialog(host);
    await dialog.toggle('Add a column with the score');
    await dialog.click('Apply');
    expect(readNote(await textOf(host)).tables[1]?.header).toEqual(['Tier', 'Tool']);
  });
});

describe('addScoreColumn(context, shown, score)', () => {
  it('shows each row with what is added to it, and adds it', async () => {
    const { host } = await startWith(NOTE);
    await addScoreColumn(contextOf(host), shownIn(NOTE), { header: 'Score', cells: ['1', '0.5', '2'] });
    const dialog = new PreviewDialog(host);
    expect(dialog.lines).toContain('Changed line 5: > | 1 | Hammer | Added:  1 |');
    await dialog.click('Apply');
    expect(readNote(await textOf(host)).tables[0]?.body.map(({ cells }) => cells[2])).toEqual(['1', '0.5', '2']);
  });
});

describe('A long change', () => {
  it('is shown in its first lines, and whole on demand', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `| ${row + 1} | Tool ${row + 1} |`);
    const long = note([...TABLE.slice(0, 2), ...rows]);
    const { host } = await startWith(long);
    const order = [...rows.keys()].reverse();
    tableActions(contextOf(host)).applyOrder(shownIn(long, 'Tools.md', order));
    await host.settle();
    const dialog = new PreviewDialog(host);
    expect(dialog.lines).toHaveLength(300);
    await dialog.click('Show all 405');
    expect(dialog.lines).toHaveLength(405);
    expect(dialog.lines.at(-5)).toMatch('Moved');
  });
});

describe('Copying a table', () => {
  const table = { header: ['A', 'B'], align: [null, 'right'], rows: [['x, "y"', 'a|b']] } as const;

  function clipboard(writeText: (text: string) => Promise<void>): void {
    Object.defineProperty(window.navigator, 'clipboard', { configurable: true, value: { writeText } });
  }

  it('puts Markdown or CSV on the clipboard, and says how many rows', async () => {
    const { host } = await startWith(NOTE);
    const copied: string[] = [];
    clipboard((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    const actions = tableActions(contextOf(host));
    for (const format of actions.formats) actions.copy(format, { ...table, rows: [['x, "y"', '+a|b']] });
    await host.settle();
    expect(copied).toEqual([
      '| A | B |\n| --- | ---: |\n| x, "y" | +a\\|b |\n',
      'A,B\r\n"x, ""y""",+a|b\r\n',
      `A\tB\r\n"x, ""y"""\t'+a|b\r\n`,
    ]);
    expect(notices()).toEqual(['1 row copied.', '1 row copied.', '1 row copied.']);
  });

  it('shows the text, selected, when the clipboard cannot be written, and tries again when asked', async () => {
    const { host } = await startWith(NOTE);
    clipboard(() => Promise.reject(new Error('not allowed')));
    const { formats, copy } = tableActions(contextOf(host));
    for (const format of formats.filter(({ title }) => title === 'table.copyCsv')) copy(format, table);
    await host.settle();
    expect(notices()).toEqual([]);
    const area = document.querySelector<HTMLTextAreaElement>('.modal textarea');
    expect(area?.value).toBe('A,B\n"x, ""y""",a|b\n');
    expect([area?.selectionStart, area?.selectionEnd, area?.readOnly]).toEqual([0, area?.value.length, true]);
    const copied: string[] = [];
    clipboard((text) => Promise.resolve(void copied.push(text)));
    document.querySelector<HTMLElement>('.modal .mod-cta')?.click();
    await host.settle();
    expect(copied).toEqual(['A,B\r\n"x, ""y""",a|b\r\n']);
    expect(notices()).toEqual(['1 row copied.']);
    expect(document.querySelector('.modal')).toBeNull();
  });
});
