import { describe, expect, it } from 'vitest';
import type { LinkEdit } from '../../src/write/idea-link-edit';
import { edited, entryOf } from './idea-link-reading';

const ADDED: LinkEdit = { kind: 'add', relation: 'upstream', link: 'Bell', sentence: 'It rings.', footnote: null };

describe('A list whose bullets are signs of no Markdown', () => {
  it.each([
    ['• [[Oil]] — one.\n• [[Steel]] — two.', '• [[Bell]] — It rings.'],
    ['🔹 **[[Oil]]**: one.\n🔹 **[[Steel]]**: two,\nwhich runs on.', '🔹 **[[Bell]]**: It rings.'],
    ['> ▪ [[Oil]] – one.\n> ▪ [[Steel]] – two.\n> ▪ [[Brass]] – three.', '> ▪ [[Bell]] – It rings.'],
    ['☐ [[Oil]] — one.\n✅ **[[Steel]]**: two.\n🔟 [[Brass]]', '☐ [[Bell]] — It rings.'],
    ['a) [[Oil]] — one.\nb) [[Steel]] — two.', 'c) [[Bell]] — It rings.'],
    ['A. **[[Oil]]**: one.\nB. **[[Steel]]**: two.', 'C. **[[Bell]]**: It rings.'],
    ['So it is:\n→ [[Oil]]\n→ [[Steel]] — two.', '→ [[Bell]] — It rings.'],
  ])('goes on below %j', (list, entry) => {
    const note = `${list.startsWith('>') ? '> ' : ''}## Upstream ideas\n${list.startsWith('>') ? '>' : ''}\n${list}\n`;
    expect(edited(note, ADDED)).toBe(`${note}${entry}\n`);
  });

  it('loses a line with all that belongs to it, and no other', () => {
    const note = '## Upstream ideas\n\n• [[Oil]] — one,\nmore.\n• Words alone.\n• [[Steel]] — two.\n';
    expect(edited(note, { kind: 'remove', entry: entryOf(note, 'Oil') })).toBe(
      '## Upstream ideas\n\n• Words alone.\n• [[Steel]] — two.\n',
    );
    expect(edited(note, { kind: 'remove', entry: entryOf(note, 'Steel') })).toBe(
      '## Upstream ideas\n\n• [[Oil]] — one,\nmore.\n• Words alone.\n',
    );
  });

  it('loses a line between others that have bullets of their own', () => {
    const note = '## Upstream ideas\n\n✅ [[Oil]] — one.\n☐ [[Steel]] — two,\nmore.\n🌱 [[Brass]] — three.\n';
    expect(edited(note, { kind: 'remove', entry: entryOf(note, 'Steel') })).toBe(
      '## Upstream ideas\n\n✅ [[Oil]] — one.\n🌱 [[Brass]] — three.\n',
    );
  });

  it('gives a line to a list of another relation', () => {
    const note =
      '## Upstream ideas\n\n• [[Oil]] — one.\n• [[Steel]] — two.\n\n## Downstream ideas\n\n- [[Brass]] — three.\n';
    const moved = edited(note, { kind: 'move', entry: entryOf(note, 'Oil'), relation: 'downstream' });
    expect(moved).toContain('## Upstream ideas\n\n• [[Steel]] — two.\n\n## Downstream ideas\n\n- [[Brass]] — three.\n');
    expect(moved).toContain('[[Oil]] — one.\n');
    if (typeof moved === 'string') expect(entryOf(moved, 'Oil').relation).toBe('downstream');
  });
});

describe('A list that letters count', () => {
  const list = '## Upstream ideas\n\na) [[Oil]] — one.\nb) **[[Steel]]** — two,\nmore.\n';

  it('gives a line to another one, which counts on', () => {
    const note = `${list}\n## Downstream ideas\n\nA. [[Brass]] — three.\nB. [[Tin]] — four.\n`;
    expect(edited(note, { kind: 'move', entry: entryOf(note, 'Steel'), relation: 'downstream' })).toBe(
      '## Upstream ideas\n\na) [[Oil]] — one.\n\n## Downstream ideas\n\nA. [[Brass]] — three.\nB. [[Tin]] — four.\n' +
        'C. **[[Steel]]** — two,\nmore.\n',
    );
  });

  it('gives a line to a list with bullets, without the letter', () => {
    const note = `${list}\n## Downstream ideas\n\n- [[Brass]] — three.\n`;
    const moved = edited(note, { kind: 'move', entry: entryOf(note, 'Oil'), relation: 'downstream' });
    expect(moved).toSatisfy((text: unknown) => typeof text === 'string' && text.endsWith('\n- [[Oil]] — one.\n'));
  });
});

describe('A list under an underlined heading', () => {
  it.each(['---', '===', '------------'])('goes on below its last entry: %s', (line) => {
    const head = `Title\n=====\n\nUpstream ideas\n${line}\n\n- [[Oil]] — one.\n`;
    const rest = `\nDownstream ideas\n${line}\n\n- [[Steel]] — two.\n`;
    expect(edited(head + rest, ADDED)).toBe(`${head}- [[Bell]] — It rings.\n${rest}`);
  });

  it('begins below a heading that has none', () => {
    const head = 'Upstream ideas\n---\n';
    const rest = '\nDownstream ideas\n---\n\n- [[Steel]] — two.\n';
    expect(edited(head + rest, ADDED)).toBe(`${head}\n- [[Bell]] — It rings.\n${rest}`);
  });
});
