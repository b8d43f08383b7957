import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/i18n/en';
import { ru } from '../../src/i18n/ru';
import { readNote } from '../../src/read/note';
import { PLACEHOLDER_NAMES } from '../../src/write/placeholders';

const README = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
const RUSSIAN = readFileSync(path.resolve(import.meta.dirname, '../../README.ru.md'), 'utf8');
const COMMANDS_SOURCE = readFileSync(path.resolve(import.meta.dirname, '../../src/command/commands.ts'), 'utf8');

/** What is said in the section below a heading. */
function section(heading: string): string {
  const [, text = ''] = README.split(`## ${heading}\n`);
  return text.split(/\n#+ /)[0] ?? '';
}

describe('the README', () => {
  it('names every command of the palette', () => {
    const names = Object.entries(en.commands).filter(([key]) => COMMANDS_SOURCE.includes(`name: 'commands.${key}'`));
    expect(names.length).toBeGreaterThan(20);
    // Those that differ in their last word share a row.
    const said = section('Commands').replace(
      / idea, downstream idea, direct idea/,
      ' idea, Go to downstream idea, Go to direct idea',
    );
    expect(names.map(([, name]) => name).filter((name) => typeof name !== 'string' || !said.includes(name))).toEqual(
      [],
    );
  });

  it('names every placeholder of a template, and no other', () => {
    const said = [...section('Your own template').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(new Set(said)).toEqual(new Set(PLACEHOLDER_NAMES));
  });

  it('tells how to install the files of a release by hand, before any way that needs Node', () => {
    const { id, name } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../manifest.json'), 'utf8')) as {
      readonly id: string;
      readonly name: string;
    };
    const [byHand = ''] = section('Put it into a vault').split('npm ');
    for (const file of ['main.js', 'manifest.json', 'styles.css']) expect(byHand).toContain(`\`${file}\``);
    expect(byHand).toContain(`.obsidian/plugins/${id}/main.js`);
    expect(byHand).toContain(`switch on **${name}**`);
    expect(byHand).toContain('**To update**');
    expect(README.indexOf(byHand)).toBeLessThan(README.indexOf('npm '));
  });

  it('has a note to paste that is a tier table with its legend, and ideas above and below; the Russian one has it, too', () => {
    for (const text of [README, RUSSIAN]) {
      const [, note = ''] =
        /```markdown\n(.*?Gongfu.*?|.*?Гунфу.*?)```/s.exec(text.replace(/^[\s\S]*\n## (Try it|Попробовать)\n/, '')) ??
        [];
      const { tables, ideaLinks, problems } = readNote(note);
      expect(tables.map(({ tier, legend }) => [tier?.rungs.length, Object.keys(legend).length])).toEqual([[3, 3]]);
      expect(ideaLinks.map(({ relation }) => relation)).toEqual(['upstream', 'downstream']);
      expect(problems).toEqual([]);
    }
  });

  it('calls things in Russian as the interface does', () => {
    const messages = JSON.stringify(ru);
    const said = [...RUSSIAN.matchAll(/\*\*([^*.]+)\*\*/g)].flatMap(([, words = '']) => words.split(' → '));
    const obsidians = new Set(['Настройки', 'Сторонние плагины', 'Установленные плагины', 'Idea Tiers']);
    const ours = said.filter((words) => !obsidians.has(words));
    expect(ours.length).toBeGreaterThan(8);
    expect(ours.filter((words) => !messages.includes(`:"${words}"`))).toEqual([]);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const said = [...README.matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(([, name = '']) => name);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((name) => !(name in scripts))).toEqual([]);
  });
});
