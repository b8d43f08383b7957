import { beforeEach, describe, expect, it } from 'vitest';
import { findRawText, takeWordsBack, type RawTextContext } from '../../src/command/raw-text';
import { translator } from '../../src/i18n';
import type { FoundRawText } from '../../src/model/raw-text';
import { NoteWriter } from '../../src/obsidian/note-writer';
import { readNote } from '../../src/read/note';
import { BUILT_IN } from '../../src/read/vocabulary';
import { createHost, type Host } from '../host/boot.ts';

const RAW =
  'ну вот смотри часы отстают потому что густеет масло а мастер сначала проверяет пружину и потом слушает ровный стук маятника';
const STEPS = `### Step 1 — Correction

> Часы отстают, потому что **масло густеет**. Мастер сначала проверяет пружины, затем слушает ровный стук маятников.

### Step 2 — Translation

> Clocks lose time.

### Step 3 — Expansion

Far.
`;
const CHAT = `> [!nexus_user] **User** - 01.02.2025 at 9:00
> Совсем другое: каталог музея рассказывает о маятниках, и что за чем следует в нём.
<!-- UID: first -->

> [!nexus_user] **User** - 01.02.2025 at 9:05
> ${RAW}
<!-- UID: second -->

> [!nexus_agent] **Assistant** - 01.02.2025 at 9:06
> ${RAW}
<!-- UID: third -->
`;

let host: Host;
function context(files: Record<string, string>): RawTextContext {
  document.body.empty();
  host = createHost({ files });
  const app = host.app.forPlugins;
  return { app, t: translator('en'), writer: new NoteWriter(app), vocabulary: () => BUILT_IN };
}

async function find(files: Record<string, string>, leftOut = ''): Promise<FoundRawText | null> {
  const text = files['Note.md'] ?? '';
  const isLeftOut = (path: string): boolean => leftOut !== '' && path.startsWith(leftOut);
  const note = { path: 'Note.md', text, note: readNote(text) };
  return findRawText({ ...context(files), isLeftOut }, note, new AbortController().signal);
}

describe('findRawText(context, note, signal)', () => {
  it('takes the note’s own section, whatever the chats say', async () => {
    const note = `### Raw text\n\n> часы отстают\n\n${STEPS}`;
    expect(await find({ 'Note.md': note, 'Chat.md': CHAT })).toEqual({
      text: 'часы отстают',
      by: 'section',
      path: 'Note.md',
      line: 1,
    });
  });

  it('takes the message with the note’s UID, whatever it says, and no answer', async () => {
    const note = (uid: string): string => `${STEPS}\n#### Sources\n\n- [[Chat]]\n  <!-- UID: ${uid} -->\n`;
    expect(await find({ 'Note.md': note('first'), 'Chat.md': CHAT })).toMatchObject({
      by: 'uid',
      path: 'Chat.md',
      line: 1,
    });
    expect(await find({ 'Note.md': note('third'), 'Chat.md': CHAT })).toMatchObject({ by: 'words', line: 5 });
  });

  it('finds the message that says the same, in another note or in this one', async () => {
    const raw = { text: RAW, by: 'words', line: 5 };
    expect(await find({ 'Note.md': STEPS, 'Chats/Chat.md': CHAT })).toEqual({ ...raw, path: 'Chats/Chat.md' });
    expect(await find({ 'Note.md': `${CHAT}\n${STEPS}` })).toEqual({ ...raw, path: 'Note.md' });
    const old = `### User, on 01/02/2025 at 9:05 AM;\n\n${RAW}\n`;
    expect(await find({ 'Note.md': STEPS, 'Old.md': old })).toEqual({ ...raw, path: 'Old.md', line: 1 });
  });

  it('finds nothing in folders that are left out, nor where nobody says it', async () => {
    expect(await find({ 'Note.md': STEPS, 'Chats/Chat.md': CHAT }, 'Chats/')).toBeNull();
    expect(
      await find({ 'Note.md': STEPS, 'Chat.md': CHAT.split('> [!nexus_user]').slice(0, 2).join('> [!nexus_user]') }),
    ).toBeNull();
    expect(await find({ 'Note.md': '# Nothing\n', 'Chat.md': CHAT })).toBeNull();
  });
});

describe('takeWordsBack(context, path, text, change)', () => {
  let files: Record<string, string>;
  beforeEach(() => {
    files = { 'Note.md': STEPS };
  });
  const notices = (): readonly string[] =>
    Array.from(document.querySelectorAll('.notice-message'), (el) => el.textContent ?? '');
  const textOf = async (): Promise<string> => {
    const file = host.app.vault.getFileByPath('Note.md');
    return file ? host.app.vault.read(file) : '';
  };

  it('writes it as one change that the command takes back', async () => {
    const raw = context(files);
    const from = STEPS.indexOf('пружины');
    await takeWordsBack(raw, 'Note.md', STEPS, { from, to: from + 'пружины'.length, insert: 'пружину' });
    expect(await textOf()).toBe(STEPS.replace('пружины', 'пружину'));
    expect(notices()).toEqual(['“Note” was changed. To revert, run “Undo last change”.']);
    document.querySelector<HTMLButtonElement>('.notice button')?.click();
    await expect.poll(textOf).toBe(STEPS);
  });

  it('is refused where the steps would be read otherwise, and where the note was changed meanwhile', async () => {
    const raw = context(files);
    const from = STEPS.indexOf('> Часы');
    await takeWordsBack(raw, 'Note.md', STEPS, { from, to: from, insert: '### Step 2 — Translation\n\n' });
    expect(notices()).toEqual(['Step 1 would be read differently with these words. Nothing was written.']);
    const file = host.app.vault.getFileByPath('Note.md');
    if (file) await host.app.vault.modify(file, 'other\n');
    await takeWordsBack(raw, 'Note.md', STEPS, { from: from + 2, to: from + 6, insert: 'Ходики' });
    expect(notices()[1]).toBe('“Note” has changed in the meantime. Nothing was written.');
    expect(await textOf()).toBe('other\n');
  });
});
