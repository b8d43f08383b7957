import { Component, MarkdownRenderer, sanitizeHTMLToDom } from 'obsidian';
import { describe, expect, it } from 'vitest';
import { createHost, type Host } from './boot.ts';
import { Plugin } from './plugin.ts';

const FILES = { 'Tea.md': '# Tea\n\nHot.', 'Cups/Pot.md': '![[Pot]]', 'a.md': '' };

async function render(markdown: string, host: Host = createHost({ files: FILES })): Promise<HTMLElement> {
  const el = document.body.createDiv();
  const component = new Component();
  await MarkdownRenderer.render(host.app.forPlugins, markdown, el, 'a.md', component);
  return el;
}

describe('MarkdownRenderer.render', () => {
  it('makes links of wikilinks and of Markdown links to notes, and marks those without a note', async () => {
    const el = await render(
      '[[Tea]] [[Tea#Hot|warm]] [[Cups/Pot#A#B]] [[Gone]] [pot](Cups/Pot.md) [web](https://example.org)',
    );
    const links = Array.from(el.querySelectorAll('a')).map((a) => [
      a.getAttribute('data-href') ?? a.getAttribute('href'),
      a.textContent,
      a.className,
    ]);
    expect(links).toEqual([
      ['Tea', 'Tea', 'internal-link'],
      ['Tea#Hot', 'warm', 'internal-link'],
      ['Cups/Pot#A#B', 'Cups/Pot > A > B', 'internal-link'],
      ['Gone', 'Gone', 'internal-link is-unresolved'],
      ['Cups/Pot.md', 'pot', 'internal-link'],
      ['https://example.org', 'web', 'external-link'],
    ]);
  });

  it('reads tables inside callouts, with escaped bars in links', async () => {
    const el = await render('> [!tip]- Best [[Tea]]\n> | Rank | What |\n> |---|---|\n> | 1 | [[Tea\\|green]] |\n');
    const callout = el.querySelector('.callout');
    expect(callout?.getAttribute('data-callout')).toBe('tip');
    expect(callout?.classList.contains('is-collapsed')).toBe(true);
    expect(callout?.querySelector('.callout-title-inner')?.textContent).toBe('Best Tea');
    expect(callout?.querySelector('.callout-content td a')?.textContent).toBe('green');
  });

  it('names a callout by its type where it has no title, and leaves plain quotes alone', async () => {
    const el = await render('> [!nexus_agent]\n> Text\n\n> plain');
    expect(el.querySelector('.callout-title-inner')?.textContent).toBe('Nexus agent');
    expect(el.querySelector('.callout-content p')?.textContent).toBe('Text');
    expect(el.querySelector('blockquote')?.textContent?.trim()).toBe('plain');
  });

  it('knows tags, marks, tasks, comments, formulas and footnotes', async () => {
    const el = await render(
      '#tag/под #1 a#b ==bright== $x^2$ costs $5 and $6 %%hidden%%[^1]\n\n- [x] done\n- [ ] open\n\n%%\nblock\n%%\n\n[^1]: Note',
    );
    expect(Array.from(el.querySelectorAll('a.tag')).map((a) => a.textContent)).toEqual(['#tag/под']);
    expect(el.querySelector('mark')?.textContent).toBe('bright');
    expect(Array.from(el.querySelectorAll('.math')).map((span) => span.textContent)).toEqual(['x^2']);
    expect(
      Array.from(el.querySelectorAll<HTMLInputElement>('.task-list-item-checkbox')).map((box) => box.checked),
    ).toEqual([true, false]);
    expect(el.textContent).not.toMatch(/hidden|block/);
    expect(el.querySelector('.footnotes li')?.textContent).toContain('Note');
  });

  it('shows no frontmatter, and says on which line of the note a block begins', async () => {
    const el = await render('---\ntags: [a]\n---\n\nFirst\n\n- item\n');
    expect(el.textContent).not.toContain('tags');
    expect(el.querySelector('p')?.getAttribute('data-line')).toBe('4');
    expect(el.querySelector('li')?.getAttribute('data-line')).toBe('6');
  });

  it('shows an embedded note in place, and ends where a note embeds itself', async () => {
    const el = await render('![[Tea]] ![[Pot]] ![[Gone]]');
    const [tea, , gone] = Array.from(el.querySelectorAll(':scope > p > .internal-embed'));
    expect(tea?.querySelector('h1')?.textContent).toBe('Tea');
    expect(gone?.textContent).toBe('Gone');
  });

  it('runs no script of a note', async () => {
    const el = await render(
      '<img src=x onerror="boom()"> <script>boom()</script> <a href="java&#10;script:boom()">x</a>',
    );
    expect(el.querySelector('script')).toBeNull();
    expect(el.querySelector('img')?.getAttribute('onerror')).toBeNull();
    expect(el.querySelector('a')?.getAttribute('href')).toBeNull();
  });

  it('hands code blocks of a language to the plugin that asked for it, and all of it to post processors', async () => {
    const host = createHost({ files: FILES });
    class Sample extends Plugin {
      override onload(): void {
        this.registerMarkdownCodeBlockProcessor('tiers', (source, el, ctx) =>
          el.setText(`${ctx.sourcePath}: ${source.trim()}`),
        );
        this.registerMarkdownPostProcessor((el) => el.findAll('strong').forEach((strong) => strong.addClass('seen')));
      }
    }
    const plugin = await host.loadPlugin(Sample);
    const source = '```tiers\nS A B\n```\n\n**bold**';
    const el = await render(source, host);
    expect(el.querySelector('.block-language-tiers')?.textContent).toBe('a.md: S A B');
    expect(el.querySelector('strong.seen')).not.toBeNull();
    plugin.unload();
    const after = await render(source, host);
    expect(after.querySelector('.block-language-tiers')).toBeNull();
    expect(after.querySelector('code')?.textContent?.trim()).toBe('S A B');
  });
});

describe('sanitizeHTMLToDom', () => {
  it('keeps what is harmless', () => {
    const fragment = sanitizeHTMLToDom('<b onclick="x()">bold</b><iframe></iframe><a href="https://example.org">l</a>');
    expect(Array.from(fragment.children).map((el) => el.outerHTML)).toEqual([
      '<b>bold</b>',
      '<a href="https://example.org">l</a>',
    ]);
  });
});
