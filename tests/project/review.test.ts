import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

/** The files of the plugin itself: what runs in Node alone is no part of it. */
const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll(path.sep, '/')}`)
  .filter((file) => file.endsWith('.ts') && !file.startsWith('src/node/'));

/** Code without comments, in which such words may be spoken of. */
const codeOf = (file: string): string => read(file).replace(/\/\*.*?\*\/|(?<!['":\\])\/\/[^\n]*/gs, '');

/** What the review of Obsidian's directory refuses or warns of, and can be seen in the sources. */
const REFUSED: Readonly<Record<string, RegExp>> = {
  'HTML out of text': /\.(?:innerHTML|outerHTML)\b|insertAdjacentHTML|document\.write\b|DOMParser/,
  'a call to the network':
    /\b(?:fetch|requestUrl|XMLHttpRequest|WebSocket|EventSource|sendBeacon|ajax)\s*\(|\bnew (?:XMLHttpRequest|WebSocket|EventSource)\b/,
  'a message in the console that is no error': /\bconsole\.(?:log|debug|info|warn|table|dir)\b/,
  'code out of text': /\beval\s*\(|\bnew Function\b/,
  'a hotkey of its own': /\bhotkeys\s*:/,
  'a module of Node or Electron': /\bfrom '(?:node:|electron|fs|path|child_process)|\brequire\s*\(/,
  'what nobody documents':
    /\bapp\.(?:commands|plugins|internalPlugins|setting|viewRegistry|hotkeyManager)\b|vault\.(?:getConfig|setConfig)\b|\beditor\.cm\b/,
  'a style or a script put into the page': /createEl\(\s*'(?:style|script|link)'/,
  'the closing of tabs at the end': /detachLeavesOfType/,
  'a cast that silences the compiler': /\bas any\b|@ts-ignore|@ts-expect-error|@ts-nocheck/,
};

describe('the sources of the plugin', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(150);
  });

  it.each(Object.entries(REFUSED))('hold nothing that the review refuses: %s', (_what, pattern) => {
    expect(sources.filter((file) => pattern.test(codeOf(file)))).toEqual([]);
  });

  it.each([
    ['HTML out of text', 'el.innerHTML = text'],
    ['a call to the network', "await fetch('x')"],
    ['a call to the network', "requestUrl('x')"],
    ['a message in the console that is no error', 'console.log(a)'],
    ['a hotkey of its own', "{ id: 'a', hotkeys: [] }"],
    ['what nobody documents', 'this.app.commands.executeCommandById'],
  ])('would be refused for %s: %s', (what, code) => {
    expect(REFUSED[what]?.test(code)).toBe(true);
  });
});

/** The selectors of rules, those within conditions included; what a movement goes from and to is none. */
const selectorsOf = (css: string): readonly string[] =>
  [...css.replace(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((selector) => !selector.startsWith('@') && !/^(?:from|to|\d+%)$/.test(selector))
    .flatMap((selector) => selector.split(/,(?![^(]*\))/));

describe('the styles of the plugin', () => {
  it('reach nothing else of the app, and look into nothing for what it holds', () => {
    const selectors = selectorsOf(read('styles.css'));
    expect(selectors.length).toBeGreaterThan(300);
    expect(selectors.filter((selector) => !selector.includes('idea-tiers'))).toEqual([]);
    expect(read('styles.css')).not.toContain(':has(');
  });

  it('would be seen to', () => {
    const css = '/* a */ .idea-tiers-a, .b:is(.c, .d) { color: red; } @media (x) { .e { top: 0; } }';
    expect(selectorsOf(css).map((selector) => selector.trim())).toEqual(['.idea-tiers-a', '.b:is(.c, .d)', '.e']);
  });
});

describe('what the directory asks of a plugin', () => {
  const manifest = z.record(z.string(), z.unknown()).parse(JSON.parse(read('manifest.json')));

  it('is an id, a name and a description that it takes', () => {
    expect(manifest['id']).toMatch(/^(?!.*obsidian)(?!.*plugin$)[a-z]+(?:-[a-z]+)*$/);
    expect(manifest['name']).toMatch(/^(?!.*(?:obsidian|plugin))[\x20-\x7e]+$/i);
    expect(manifest['description']).toMatch(/^[A-Z][a-z]+s? .{10,240}\.$/);
    expect(manifest['description']).not.toMatch(/\bplugin\b|\p{Extended_Pictographic}/iu);
  });

  it('is that the README tells of what it reads and keeps besides the note that is open', () => {
    const [, privacy = ''] = read('README.md').split('## Privacy\n');
    const [said = ''] = privacy.split('\n## ');
    for (const word of ['clipboard', 'every note', 'IndexedDB', 'local storage', 'Frontmatter', 'never goes online']) {
      expect(said).toContain(word);
    }
  });

  it('is a licence, a guide for who contributes, forms, and dependencies that are looked after', () => {
    expect(read('LICENSE')).toMatch(/^MIT License/);
    expect(read('CONTRIBUTING.md')).toContain('npm ci && npm test');
    expect(read('README.md')).toContain('[CONTRIBUTING.md](CONTRIBUTING.md)');
    for (const file of [
      'dependabot.yml',
      'ISSUE_TEMPLATE/read-wrongly.yml',
      'ISSUE_TEMPLATE/wish.yml',
      'ISSUE_TEMPLATE/config.yml',
    ])
      expect(parse(read(`.github/${file}`))).toBeTypeOf('object');
    expect(read('.github/pull_request_template.md')).toContain('npm test');
  });

  it('is a list of what to look at in the app, each with what is to be seen', () => {
    const [, list = ''] = read('README.md').split('## Not run there yet\n');
    const items = (list.split('\n## ')[0] ?? '').match(/^- \[ \] .*$/gm) ?? [];
    expect(items.length).toBeGreaterThan(20);
    expect(items.filter((item) => !/: |\. /.test(item))).toEqual([]);
    const subjects = [
      'iOS',
      'five minutes',
      'opy',
      'rag',
      'pop-out',
      'network folder',
      'two devices',
      'over',
      'ribbon',
      'title bar',
      'drawing program',
      'ndo',
      'settings window',
      '`C#`',
      'map',
      'theme',
      'right-to-left',
    ];
    expect(subjects.filter((subject) => !list.includes(subject))).toEqual([]);
  });
});
