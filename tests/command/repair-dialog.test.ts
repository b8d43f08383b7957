import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { repairNote } from '../../src/repair/repair-note';
import { splitLines } from '../../src/text/line-breaks';
import { RUSSIAN, garble, withoutInvisible } from '../repair/garble';
import { hostWithCommands } from './commands-plugin';
import { PreviewDialog } from './preview-dialog';

const PATH = 'Oven.md';
const ENCODING = fc.constantFrom('macintosh', 'windows-1251', 'koi8-r', 'windows-1254');
/** Words that are restored, and those that nobody writes, so that their line is in doubt. */
const RESTORED = fc.constantFrom(
  'Печь остывает к утру, зола — серая.',
  '- «Угли» вынимают совком; объём — два ведра.',
  '## Вышестоящие идеи',
  '1. [[Двор и дом]] — печь стоит в нём.',
  'Это сло\u0412о стоит в \u043Fe\u0447ке.',
  'Дым идёт \u0432Верх, а зола — вниз.',
);
const HEALTHY = fc.constantFrom('', 'The kiln is cold.', 'Простая строка.', '| Tier | Tool |', '`code`', '✅ 20 °C');

/** A note with garbled lines, of which some have lost characters, and healthy ones. */
const garbledNote = fc
  .record({
    encoding: ENCODING,
    lines: fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.record({ text: RESTORED, kind: fc.constantFrom('garbled', 'garbled', 'lossy') }) },
        { weight: 1, arbitrary: fc.record({ text: HEALTHY, kind: fc.constant('healthy') }) },
      ),
      { minLength: 3, maxLength: 12 },
    ),
    eol: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n'),
  })
  .map(({ encoding, lines, eol, end }) => {
    const written = lines.map(({ text, kind }) => {
      const garbled = garble(text, encoding);
      return kind === 'healthy' ? text : kind === 'garbled' ? garbled : withoutInvisible(garbled);
    });
    return (written.join('\n') + end).replaceAll('\n', eol);
  })
  .filter((text) => repairNote(text) !== null);

interface Box {
  readonly el: HTMLInputElement;
  readonly line: number;
}
/** The boxes of the dialog's list, the last one or the first. */
function boxesOf(which: 0 | -1): readonly Box[] {
  const listEl = Array.from(document.querySelectorAll('.idea-tiers-losses')).at(which);
  return Array.from(listEl?.querySelectorAll<HTMLElement>('li') ?? []).flatMap((el) => {
    const boxEl = el.querySelector('input');
    const line = Number(/\d+/.exec(el.querySelector('.idea-tiers-loss-line')?.textContent ?? '')?.[0]);
    return boxEl ? [{ el: boxEl, line }] : [];
  });
}

beforeEach(() => document.body.empty());

describe('The dialog that repairs a note', { timeout: 60_000 }, () => {
  it('repairs the rest where a refused line leaves the note garbled, and undoes that', async () => {
    // Were half of the lines in doubt, all would be.
    const [sound, odd] = [
      '## Вышестоящие идеи\n\nОдна строка.\nИ ещё одна.',
      'Это сло\u0412о стоит в \u043Fe\u0447ке.',
    ];
    const text = `${garble(sound, 'macintosh')}\n${garble(odd, 'macintosh')}\n`;
    const { host, run } = await hostWithCommands({ files: { [PATH]: text } });
    const file = host.app.forPlugins.vault.getFileByPath(PATH);
    if (!file) throw new Error('no note');
    await host.app.forPlugins.workspace.getLeaf().openFile(file, { state: { mode: 'preview' } });
    await host.settle();
    await run('repair-garbled-note');
    for (const { el } of boxesOf(-1)) el.click();
    await host.settle();
    await new PreviewDialog(host).click('Apply');
    expect(await host.app.vault.read(file)).toBe(`${sound}\n${garble(odd, 'macintosh')}\n`);
    await run('undo-last-change');
    expect(await host.app.vault.read(file)).toBe(text);
  });

  it('writes what it shows, leaves refused lines byte for byte, and one undo brings back all', async () => {
    await fc.assert(
      fc.asyncProperty(
        garbledNote,
        fc.infiniteStream(fc.boolean()),
        fc.constantFrom({}, { 'Words.md': RUSSIAN }),
        async (text, choices, others) => {
          document.body.empty();
          const refuses = (): boolean => choices.next().value === true;
          const { host, run } = await hostWithCommands({ files: { [PATH]: text, ...others } });
          const { vault, workspace } = host.app.forPlugins;
          const file = vault.getFileByPath(PATH);
          if (!file) throw new Error('no note');
          await workspace.getLeaf().openFile(file, { state: { mode: 'preview' } });
          await host.settle();
          const dialog = new PreviewDialog(host);
          await run('repair-garbled-note');
          for (let tries = 0; !dialog.isOpen && tries < 200; tries++) {
            await new Promise((resolve) => window.setTimeout(resolve, 10));
            await host.settle();
          }

          const { doubtful = [] } = repairNote(text) ?? {};
          const doubtfulBoxes = doubtful.length > 0 ? boxesOf(-1) : [];
          expect(doubtfulBoxes.map(({ line }) => line)).toEqual(doubtful);
          const refused = doubtfulBoxes.filter(refuses);
          const guesses = boxesOf(0).filter(({ el }) => !doubtfulBoxes.some((one) => one.el === el) && refuses());
          for (const { el } of [...refused, ...guesses]) el.click();
          await host.settle();

          const shown = dialog.lines.filter((line) => line.startsWith('Changed line'));
          const before = splitLines(text);
          if (!dialog.button('Apply').disabled) await dialog.click('Apply');
          const written = await vault.read(file);
          const after = splitLines(written);
          const changed = before.flatMap((line, index) =>
            after[index] === line ? [] : [`Changed line ${index + 1}:  Removed: ${line} Added: ${after[index] ?? ''}`],
          );
          expect(shown).toEqual(changed);
          expect(after).toHaveLength(before.length);
          expect(written.split('\r\n')).toHaveLength(text.split('\r\n').length);
          for (const { line } of refused) expect(after[line - 1]).toBe(before[line - 1]);
          for (const { line } of guesses) {
            if (refused.every((one) => one.line !== line)) expect(after[line - 1]).toContain('\uFFFD');
          }
          if (changed.length === 0) return;
          await run('undo-last-change');
          expect(await vault.read(file)).toBe(text);
        },
      ),
      { numRuns: 25 },
    );
  });
});
