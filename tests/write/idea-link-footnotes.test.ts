import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/model/vocabulary';
import { edited, entryOf } from './idea-link-reading';
import type { LinkEdit } from '../../src/write/idea-link-edit';

const lines = (...all: readonly string[]): string => all.join('\n');
const add = (
  relation: Relation,
  footnote: string | null = null,
  sentence = 'It rings longer.',
): Extract<LinkEdit, { kind: 'add' }> => ({ kind: 'add', relation, link: 'Bell', sentence, footnote });
const remove = (text: string, target: string): LinkEdit => ({ kind: 'remove', entry: entryOf(text, target) });
const move = (text: string, target: string, relation: Relation): LinkEdit => ({
  kind: 'move',
  entry: entryOf(text, target),
  relation,
});

describe('Adding to a list of footnotes', () => {
  it('takes a number that no other footnote of the note has', () => {
    const text = lines('## Upstream ideas', '', '[^1]: [[Brass]] — one', '[^2]: [[Steel]] — two', '', 'Prose.', '');
    const below = `${text}\n[^3]: A book\n`;
    expect(edited(text, add('upstream'))).toContain('two\n[^3]: [[Bell]] — It rings longer.\n\nProse.');
    expect(edited(below, add('upstream'))).toContain('two\n[^4]: [[Bell]] — It rings longer.\n\nProse.');
    expect(edited(`[^3]: A book\n\n${text}`, add('upstream'))).toContain('\n[^4]: [[Bell]]');
    expect(edited(`${text}\n> [!note] Aside\n> [^3]: A book\n`, add('upstream'))).toContain('\n[^4]: [[Bell]]');
    expect(edited(`${text}\n> [!nexus_agent] **Agent**\n> > [^3]: A book\n`, add('upstream'))).toContain(
      '\n[^4]: [[Bell]]',
    );
    expect(edited(`${text}\n- Item\n    [^3]: A book\n`, add('upstream'))).toContain('\n[^4]: [[Bell]]');
    expect(edited(`${text}\n[^5]: A book\n\n    More of it, see [^3].\n`, add('upstream'))).toContain(
      '\n[^4]: [[Bell]]',
    );
  });

  it('takes no number that is cited, though nothing defines it', () => {
    const text = lines('In prose [^2].', '', '## Upstream ideas', '', '[^1]: [[Brass]] — one', '');
    expect(edited(text, add('upstream'))).toContain('one\n[^3]: [[Bell]] — It rings longer.\n');
    expect(edited(text, add('upstream', null, 'As in [^3].'))).toContain('one\n[^4]: [[Bell]] — As in [^3].\n');
  });

  it('counts names with numbers, and gives a number where a name has none', () => {
    const list = (...ids: readonly string[]): string =>
      lines('## Upstream ideas', '', ...ids.map((id) => `[^${id}]: [[Brass ${id}]] — one`), '');
    expect(edited(list('a1', 'a2'), add('upstream'))).toContain('\n[^a3]: [[Bell]]');
    expect(edited(`${list('a1', 'a2')}\nProse [^A3].\n`, add('upstream'))).toContain('\n[^a4]: [[Bell]]');
    expect(edited(list('brass', 'steel'), add('upstream'))).toContain('\n[^1]: [[Bell]]');
    expect(edited(`${list('brass')}\n[^1]: A book\n`, add('upstream'))).toContain('\n[^2]: [[Bell]]');
  });

  it('counts no number in code, and no inline footnote', () => {
    const text = lines(
      '## Upstream ideas',
      '',
      '[^1]: [[Brass]] — one',
      '',
      'Prose.^[An inline footnote] And `[^2]` in code, \\[^2].',
      '',
      '```',
      '[^2]: code',
      '```',
      '',
      '## More',
      '',
      '    [^2]: code, too',
      '',
    );
    expect(edited(text, add('upstream'))).toContain('one\n[^2]: [[Bell]]');
  });

  it('gives the new footnote and the new entry numbers of their own', () => {
    const text = lines('## Upstream ideas', '', '[^1]: [[Brass]] — one', '');
    expect(edited(text, add('upstream', 'A book'))).toBe(
      lines(
        '## Upstream ideas',
        '',
        '[^1]: [[Brass]] — one',
        '[^2]: [[Bell]] — It rings longer. [^3]',
        '[^3]: A book',
        '',
      ),
    );
  });

  it('adds a source to the sources as they are written', () => {
    const text = lines('#### Sources', '', '[^1]: [[Brass]]', '', 'Prose [^2].', '');
    expect(edited(text, add('source'))).toContain('[[Brass]]\n[^3]: [[Bell]] — It rings longer.\n\nProse');
  });
});

describe('The footnote of a new idea link', () => {
  it('has a number that neither the note nor the sentence has', () => {
    const text = '## Upstream ideas\n\n- [[Brass]] — one [^1]\n\n[^1]: A book\n';
    expect(edited(text, add('upstream', '', 'As in [^2].'))).toBe(
      '## Upstream ideas\n\n- [[Brass]] — one [^1]\n- [[Bell]] — As in [^2]. [^3]\n\n[^1]: A book\n[^3]: [[Bell]]\n',
    );
    const named = text.replaceAll('^1', '^a long name');
    expect(edited(named, add('upstream', ''))).toContain('\n[^a long name]: A book\n[^1]: [[Bell]]\n');
  });

  it('is on one line, whatever is said', () => {
    const text = '## Upstream ideas\n\n- [[Brass]]\n\n[^1]: A book\n';
    expect(edited(text, add('upstream', 'A\n\nbook, p. 2'))).toContain('[^1]: A book\n[^2]: A book, p. 2\n');
  });

  it('stands outside of messages, callouts and steps that have footnotes of their own', () => {
    const list = lines('## Upstream ideas', '', '- [[Brass]] — one [^1]', '', '[^1]: A book', '');
    const message = lines('> [!nexus_agent] **Agent**', '> Prose [^2].', '>', '> [^2]: Another book', '');
    expect(edited(`${list}\n${message}`, add('upstream', ''))).toBe(
      `${list}[^3]: [[Bell]]\n\n${message}`.replace('one [^1]', 'one [^1]\n- [[Bell]] — It rings longer. [^3]'),
    );
    const bare = lines('## Upstream ideas', '', '- [[Brass]] — one', '');
    expect(edited(`${bare}\n${message}`, add('upstream', ''))).toBe(
      `${bare}- [[Bell]] — It rings longer. [^3]\n\n#### Sources\n\n[^3]: [[Bell]]\n\n${message}`,
    );
    const step = lines('### Шаг 1. Корректура', '', 'Текст [^1].', '', '[^1]: Книга', '', list.replaceAll('^1', '^2'));
    expect(edited(step, add('upstream', ''))).toContain('[^2]: A book\n[^3]: [[Bell]]\n');
  });

  it('stands in the callout that lists the ideas with their footnotes', () => {
    const text = lines(
      '> [!note] Bells',
      '> ## Upstream ideas',
      '>',
      '> - [[Brass]] — one [^1]',
      '>',
      '> [^1]: A book',
      '',
    );
    expect(edited(text, add('upstream', ''))).toBe(
      lines(
        '> [!note] Bells',
        '> ## Upstream ideas',
        '>',
        '> - [[Brass]] — one [^1]',
        '> - [[Bell]] — It rings longer. [^2]',
        '>',
        '> [^1]: A book',
        '> [^2]: [[Bell]]',
        '',
      ),
    );
  });
});

describe('Removing and moving among footnotes', () => {
  it('keeps what is cited elsewhere, though it is defined in the entry', () => {
    const text = lines(
      'In prose [^1].',
      '',
      '## Upstream ideas',
      '',
      '- [[Brass]] — one [^1]',
      '  [^1]: A book',
      '- [[Tin]]',
      '',
    );
    expect(edited(text, remove(text, 'Brass'))).toEqual({ refused: 'cited' });
    expect(edited(text, move(text, 'Brass', 'direct'))).toContain('- [[Brass]] — one [^1]\n  [^1]: A book\n');
  });

  it('leaves what a message or a comment defines', () => {
    const list = lines('## Upstream ideas', '', '- [[Brass]] — one [^1]', '- [[Tin]]', '', '');
    const message = lines('> [!nexus_agent] **Agent**', '> [^1]: A book', '');
    const comment = lines('%%', '[^1]: A book', '%%', '');
    for (const text of [list + message, list + comment]) {
      expect(edited(text, remove(text, 'Brass'))).toBe(text.replace('- [[Brass]] — one [^1]\n', ''));
    }
  });

  it('parts quotes that stood around a footnote', () => {
    const text = lines('> [!nexus_user] **User**', '> One', '[^1]: [[Brass]]', '> [!note] Other', '> Two', '');
    expect(edited(text, remove(text, 'Brass'))).toBe(text.replace('[^1]: [[Brass]]', ''));
    const prose = text.replace('> [!note]', '- [!note]');
    expect(edited(prose, remove(prose, 'Brass'))).toBe(prose.replace('[^1]: [[Brass]]\n', ''));
  });

  it('leaves a footnote that holds another one', () => {
    const text = lines(
      'In prose [^2].',
      '',
      '## Upstream ideas',
      '',
      '- [[Brass]] — one [^1]',
      '- [[Tin]]',
      '',
      '[^1]: A book',
      '    [^2]: Another book',
      '',
    );
    expect(edited(text, remove(text, 'Brass'))).toBe(text.replace('- [[Brass]] — one [^1]\n', ''));
  });

  it('numbers what is text anew, not what is code, and no name', () => {
    const text = lines(
      'Prose [^2], [^3], [^07].',
      '',
      '## Upstream ideas',
      '',
      '- [[Brass]] — one [^1]',
      '- [[Tin]]',
      '',
      '## More',
      '',
      '    code [^2]',
      '',
      '~~~',
      'code [^2]',
      '~~~ not the end',
      'code [^2]',
      '~~~',
      '',
      '> [^1]: One',
      '> [^2]: Two',
      '',
      '[^07]: Seven',
      '',
    );
    expect(edited(text, remove(text, 'Brass'))).toBe(
      text
        .replace('- [[Brass]] — one [^1]\n', '')
        .replace('Prose [^2], [^3]', 'Prose [^1], [^2]')
        .replace('> [^1]: One\n> [^2]: Two', '> [^1]: Two'),
    );
  });

  it('keeps the number of a footnote that is moved to a list of footnotes, and refuses to lose it elsewhere', () => {
    const text = lines(
      'Prose [^2].',
      '',
      '## Upstream ideas',
      '',
      '[^1]: [[Brass]] — one',
      '[^2]: [[Steel]] — two',
      '',
      '## Downstream ideas',
      '',
      '[^3]: [[Tin]] — three',
      '',
    );
    expect(edited(text, move(text, 'Steel', 'downstream'))).toContain('[^3]: [[Tin]] — three\n[^2]: [[Steel]] — two\n');
    expect(edited(text, move(text, 'Steel', 'direct'))).toEqual({ refused: 'cited' });
    expect(edited(text, move(text, 'Brass', 'direct'))).toContain('[[Brass]] — one');
  });
});
