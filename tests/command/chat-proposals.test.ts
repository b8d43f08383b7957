import { MarkdownView, type Editor } from 'obsidian';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { turnTexts } from '../../src/read/turn-texts';
import type { Host } from '../host/boot';
import { hostWithCommands, type CommandHost } from './commands-plugin';
import { NewNoteDialog } from './new-note-dialog';
import { eventually } from '../eventually';

const CHAT = 'Chats/Chat.md';
let clipboard = '';
beforeAll(() => {
  Object.defineProperty(window.navigator, 'clipboard', {
    configurable: true,
    value: { readText: () => Promise.resolve(clipboard) },
  });
});

/** What a message may say, a line each. */
const line = fc.constantFrom(
  ...[
    'Чайник шумит раньше, чем закипает, и это слышно.',
    'A kettle is loud before it boils.',
    'GPT-4o и 3,5 литра воды?',
  ],
  ...[
    '## Мысль о паре',
    '- первое',
    '> цитата',
    '> > глубже',
    '',
    '```js\nlet a = 1;\n\n```',
    '| a | b |',
    '|---|---|',
  ],
  ...[
    '### Шаг 1 — Корректура',
    '**Вопрос:** почему «так»…',
    'https://example.org/a?b=c',
    '#пар 12:30',
    '   отступ',
    'ё',
  ],
);
const message = fc.record({
  said: fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => lines.join('\n')),
  isKnown: fc.boolean(),
  isMade: fc.boolean(),
});
const chat = fc.record({
  messages: fc.array(message, { minLength: 1, maxLength: 4 }),
  isOld: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  folder: fc.constantFrom('', 'Ideas', 'Ideas/New'),
  textIsCorrected: fc.boolean(),
});
type Chat = typeof chat extends fc.Arbitrary<infer T> ? T : never;

function textOf({ messages, isOld, eol }: Chat): string {
  return messages
    .flatMap(({ said, isKnown }, index) => {
      // What is a quote throughout is taken for one by who selects it: here something is said beside it.
      const words = isOld ? `Мысль.\n${said}` : said;
      const uid = isKnown ? [`<!-- UID: u-${index} -->`] : [];
      if (isOld)
        return [
          `### User, on 07/12/2025 at 9:0${index} AM;`,
          '',
          words,
          ...uid,
          '',
          '### ChatGPT, on 07/12/2025 at 9:10 AM;',
          '',
          'Yes.',
          '',
        ];
      const quote = (one: string): string => one.replace(/^/gm, '> ').replace(/ +$/gm, '');
      return [
        `>[!nexus_user] **User** - 07/12/2025 at 9:0${index} AM`,
        quote(words),
        ...uid,
        '',
        '>[!nexus_agent] **Assistant** - 07/12/2025 at 9:10 AM',
        '> Yes.',
        '',
      ];
    })
    .join('\n')
    .replaceAll('\n', eol);
}

interface Proposal {
  readonly title: string;
  readonly folder: string;
  readonly text: string;
}

/** What the dialog for one note proposes, and closes it. */
async function proposed(host: Host): Promise<Proposal> {
  const dialog = new NewNoteDialog(host);
  const value = (name: string): string => dialog.field(name).value;
  const text = document.querySelector<HTMLTextAreaElement>('.idea-tiers-new-note textarea')?.value ?? '';
  const found = { title: value('Russian title') || value('English title'), folder: value('Folder'), text };
  await dialog.press('Escape');
  return found;
}

const rows = (): HTMLElement[] =>
  Array.from(document.querySelectorAll<HTMLElement>('.idea-tiers-turns .idea-tiers-field'));

async function edited(host: Host): Promise<Editor> {
  const file = host.app.vault.getFileByPath(CHAT);
  if (!file) throw new Error('no chat');
  await host.app.workspace.getLeaf().openFile(file, { state: { mode: 'source' } });
  await host.settle();
  const view = host.app.workspace.getActiveViewOfType(MarkdownView);
  if (!view) throw new Error('the chat is not open');
  return view.editor;
}

async function started(one: Chat): Promise<CommandHost> {
  const made = one.messages.flatMap(({ isKnown, isMade }, index): [string, string][] =>
    isKnown && isMade ? [[`Made/Note ${index}.md`, `# Note\n\n- [[Chat]]\n  <!-- UID: u-${index} -->\n`]] : [],
  );
  return hostWithCommands({
    files: { [CHAT]: textOf(one), ...Object.fromEntries(made) },
    settings: { newNoteFolder: one.folder, textIsCorrected: one.textIsCorrected },
  });
}

/** What the user says in a chat, where it says anything. */
const userTurns = (text: string): ReturnType<typeof turnTexts> =>
  turnTexts(text, readNote(text).turns).filter((turn) => turn.role === 'user' && turn.text !== '');

describe('A message of a chat', () => {
  it('is listed under what the template would give several fields as their name', async () => {
    const template =
      '---\nstate:\n  mood: 1\n  mood: 2\n---\n\n## Step 1 (Russian correction)\n\n## Step 2 (English translation)\n\n## Step 3 (Vector-field expansion)\n';
    const messages = [{ said: 'Чайник шумит.', isKnown: false, isMade: false }];
    const files = {
      [CHAT]: textOf({ messages, isOld: true, eol: '\n', folder: '', textIsCorrected: false }),
      'Mine.md': template,
    };
    const { host, run } = await hostWithCommands({ files, settings: { templateNote: 'Mine.md' } });
    await edited(host);
    await run('new-three-step-notes-from-turns');
    const said = Array.from(
      document.querySelectorAll('.idea-tiers-turns .idea-tiers-preview-remark'),
      (el) => el.textContent,
    );
    expect(said).toEqual(['Two properties would be called “mood”.']);
    document.querySelector<HTMLElement>('.modal-close-button')?.click();
    await host.settle();
  });

  it(
    'is proposed as the same note by the chat’s dialog, by itself, as a selection and from the clipboard',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(chat, async (one) => {
          const { host, run } = await started(one);
          const text = textOf(one);
          const editor = await edited(host);
          const turns = userTurns(text);
          if (turns.length === 0) return;

          await run('new-three-step-notes-from-turns');
          const folder = document.querySelector<HTMLInputElement>('[aria-label="Folder"]')?.value ?? '-';
          const titles = rows().map((row) => row.querySelector('input')?.value ?? '');
          expect(titles).toHaveLength(turns.length);
          document.querySelector<HTMLElement>('.modal-close-button')?.click();
          await host.settle();

          for (const [index, turn] of turns.entries()) {
            const expected = { title: titles[index] ?? '', folder, text: turn.text };
            editor.setCursor({ line: turn.line - 1, ch: 0 });
            await run('new-three-step-note-from-turn');
            expect(await proposed(host)).toEqual(expected);

            // Its lines without the head and what the importer knows it by.
            const below = text.split(/\r?\n/).slice(turn.line, turn.endLine);
            const from = below.findIndex((written) => /[^\s>]/.test(written));
            const to = below.findLastIndex((written) => /[^\s>]/.test(written) && !written.startsWith('<!--'));
            const last = turn.line + to;
            const lastLength = (below[to] ?? '').trimEnd().length;
            editor.setSelection({ line: turn.line + from, ch: 0 }, { line: last, ch: lastLength });
            await run('new-three-step-note');
            expect(await proposed(host)).toEqual(expected);

            clipboard = turn.text;
            await run('new-three-step-note-from-clipboard');
            expect(await proposed(host)).toEqual(expected);
          }
        }),
        { numRuns: 25 },
      );
    },
  );

  it(
    'makes the note that the chat’s dialog showed, and is linked to the one that it has',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(chat, async (one) => {
          const { host, run } = await started(one);
          const text = textOf(one);
          await edited(host);
          const turns = userTurns(text);
          if (turns.length === 0) return;
          const before = new Set(host.app.vault.getMarkdownFiles().map(({ path }) => path));
          const isMade = ({ uid }: { uid: string }): boolean =>
            before.has(`Made/Note ${uid.slice(2)}.md`) && uid !== '';

          await run('new-three-step-notes-from-turns');
          await eventually(() => {
            const linked = rows().map((row) => row.querySelector('button')?.textContent ?? '');
            expect(linked).toEqual(
              turns.map((turn) => (isMade(turn) ? `Has its note: “Note ${turn.uid.slice(2)}”` : '')),
            );
          });
          const all = Array.from(document.querySelectorAll<HTMLElement>('.idea-tiers-turns-choice button'));
          all.find((el) => el.textContent === 'All')?.click();
          await host.settle();
          // A message without a word for a title is not made before it has one.
          for (const [index, row] of rows().entries()) {
            const field = row.querySelector('input');
            if (!field || field.value !== '') continue;
            field.value = `Untitled ${index}`;
            field.dispatchEvent(new Event('input', { bubbles: true }));
          }
          const create = document.querySelector<HTMLButtonElement>('.idea-tiers-turns button.mod-cta');
          const free = turns.filter((turn) => !isMade(turn));
          expect(create?.disabled).toBe(free.length === 0);
          create?.click();
          if (free.length > 0) await eventually(() => expect(document.querySelector('.idea-tiers-turns')).toBeNull());

          const notes = host.app.vault.getMarkdownFiles().filter(({ path }) => !before.has(path));
          expect(notes).toHaveLength(free.length);
          const said = await Promise.all(
            notes.map(async (file) => {
              const note = await host.app.vault.read(file);
              const { steps, rawText } = readNote(note);
              const body = one.textIsCorrected ? steps[0]?.body : rawText?.body;
              return body ? note.slice(body.from, body.to).replace(/^> ?/gm, '').trim() : '';
            }),
          );
          expect(said.sort()).toEqual(free.map((turn) => turn.text.trim()).sort());
          expect(notes.every(({ path }) => path.startsWith(one.folder === '' ? '' : `${one.folder}/`))).toBe(true);
        }),
        { numRuns: 20 },
      );
    },
  );
});
