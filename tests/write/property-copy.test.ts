import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { applyChanges } from '../../src/model/apply-changes';
import { readNote } from '../../src/read/note';
import { copyToProperties } from '../../src/write/property-copy';
import { anyText } from '../read/nasty-text';
import { linksOf, READING } from './idea-link-reading';

type Copied = string | { readonly refused: string };

function copied(text: string, reading = READING): Copied {
  const result = copyToProperties(text, reading);
  return result.kind === 'refused' ? { refused: result.reason } : applyChanges(text, result.changes);
}

const BODY = [
  '# Lens',
  '',
  '## Upstream ideas',
  '',
  '1. [[Optics]] — what it is of',
  '2. [[Light|rays]], again [[Optics#Rays]]',
  '',
  '## Downstream ideas',
  '',
  "- [[Don't: look]]",
  '',
  'source:: [[A book]]',
  '',
  '## Words',
  '',
  '- [[Elsewhere]]',
  '',
].join('\n');

describe('copying idea links to properties', () => {
  it('makes lists of them, by relation, in a note without properties', () => {
    const front =
      '---\nup:\n  - "[[Optics]]"\n  - "[[Light]]"\ndown:\n  - "[[Don\'t: look]]"\nsource:\n  - "[[A book]]"\n---\n';
    expect(copied(BODY)).toBe(front + BODY);
  });

  it('keeps what stands there, repeats nothing, and follows what the note has', () => {
    const front = (lines: readonly string[]): string => `---\r\n${lines.join('\r\n')}\r\n---\r\n`;
    const body = BODY.replaceAll('\n', '\r\n');
    const before = front(['title: x', "parent: ['[[optics]]']", 'source: https://example.com', '# end']);
    const after = front([
      'title: x',
      "parent: ['[[optics]]', '[[Light]]']",
      "down: ['[[Don''t: look]]']",
      "source: [https://example.com, '[[A book]]']",
      '# end',
    ]);
    expect(copied(before + body)).toBe(after + body);
    expect(copied(after + body)).toBe(after + body);
  });

  it('calls properties as the user does', () => {
    const names = { upstream: ['grows from', 'up'], downstream: ['down'], direct: [], related: [], source: [] };
    const text = '## Upstream ideas\n\n- [[A]]\n';
    // Built-in words alone do not know such a name: the copy would be read as something else.
    expect(copied(text, { ...READING, properties: { isFirst: false, names } })).toEqual({ refused: 'unclear' });
    const known = { ...names, upstream: ['parent', 'up'] };
    expect(copied(text, { ...READING, properties: { isFirst: false, names: known } })).toBe(
      `---\nparent:\n  - "[[A]]"\n---\n${text}`,
    );
  });

  it.each([
    ['an anchor', '---\nup: &a [x]\n---\n'],
    ['fields of its own', '---\nup:\n  x: 1\n---\n'],
    ['no end of the frontmatter', '---\n'],
  ])('is refused where there is %s', (_, front) => {
    expect(copied(`${front}## Upstream ideas\n\n- [[A]]\n`)).toEqual({ refused: 'property' });
  });

  it('says once more in properties what any note says, and changes nothing below them', { timeout: 60_000 }, () => {
    let made = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const after = copied(text);
        if (typeof after !== 'string' || after === text) return;
        made++;
        const listed = (one: string): readonly string[] =>
          linksOf(readNote(one))
            .filter(({ origin }) => origin !== 'property')
            .map(({ relation, target, description }) => JSON.stringify([relation, target, description]));
        expect(listed(after)).toEqual(listed(text));
        expect(copied(after)).toBe(after);
        if (!text.startsWith('---') && !text.startsWith('\ufeff')) {
          expect(after.endsWith(text)).toBe(true);
          const front = after.slice(0, after.length - text.length).replace(/^---\r?\n|---\r?\n$/g, '');
          expect(() => parse(front) as unknown).not.toThrow();
        }
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(20);
  });
});
