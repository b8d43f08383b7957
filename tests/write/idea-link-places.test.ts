import { describe, expect, it } from 'vitest';
import type { Relation } from '../../src/model/vocabulary';
import { readNote } from '../../src/read/note';
import { stepText } from '../../src/markdown/step-text';
import type { LinkEdit } from '../../src/write/idea-link-edit';
import { edited, entryOf } from './idea-link-reading';

const lines = (...all: readonly string[]): string => all.join('\n');
const add = (relation: Relation, footnote: string | null = null): LinkEdit => ({
  kind: 'add',
  relation,
  link: 'Bell',
  sentence: 'It rings longer.',
  footnote,
});
/** The note after an edit that is made. */
function made(text: string, edit: LinkEdit): string {
  const after = edited(text, edit);
  if (typeof after !== 'string') throw new Error(`refused: ${after.refused}`);
  return after;
}
const ENTRY = '- [[Bell]] — It rings longer.';

describe('A list that begins', () => {
  it('stands behind messages and callouts, not in them, whatever headings they have', () => {
    for (const head of ['> [!nexus_user] **User**', '>[!nexus_agent] **Agent**', '> [!note] Notes']) {
      const waiting = lines(head, '>', '> ## Upstream ideas', '>', '> #### Sources', '>', '> ### Шаг 2. Перевод', '');
      expect(edited(waiting, add('upstream')), head).toBe(`${waiting}\n## Upstream ideas\n\n${ENTRY}\n`);
      expect(edited(waiting, add('upstream', '')), head).toBe(
        `${waiting}\n## Upstream ideas\n\n${ENTRY} [^1]\n\n#### Sources\n\n[^1]: [[Bell]]\n`,
      );
      const listed = lines(head, '>', '> ## Upstream ideas', '>', '> - [[Brass]] — one', '');
      expect(edited(listed, add('downstream')), head).toBe(`${listed}\n## Downstream ideas\n\n${ENTRY}\n`);
    }
  });

  it('goes on in a message only where nothing else lists ideas of its relation', () => {
    const message = lines(
      '> [!nexus_agent] **Agent**',
      '> ## Upstream ideas',
      '> - [[Tin]] — a',
      '> - [[Zinc]] — b',
      '',
    );
    const own = lines('## Upstream ideas', '', '- [[Brass]] — one', '');
    expect(edited(message, add('upstream'))).toBe(`${message}> ${ENTRY}\n`);
    expect(edited(`${message}\n${own}`, add('upstream'))).toBe(`${message}\n${own}${ENTRY}\n`);
  });

  it('stands before messages of the older form', () => {
    const chat = lines('# Chat', '', '### User, on 07/12/2025 at 9:05 AM;', '', 'A question.', '');
    expect(edited(chat, add('upstream'))).toBe(chat.replace('### User', `## Upstream ideas\n\n${ENTRY}\n\n### User`));
  });

  it('stands before a code block that is never closed', () => {
    const text = lines('Prose.', '', '```', 'code', '');
    expect(edited(text, add('upstream'))).toBe(`Prose.\n\n## Upstream ideas\n\n${ENTRY}\n\n\`\`\`\ncode\n`);
  });

  it('leaves a heading with its table', () => {
    const table = lines('| Tier | Metal |', '| --- | --- |', '| 1 | brass |', '');
    const container = `## Related ideas\n\n${table}`;
    expect(edited(container, add('upstream'))).toBe(`${container}\n### Upstream ideas\n\n${ENTRY}\n`);
    const listed = `## Upstream ideas\n\n- [[Brass]] — one\n\n${table}`;
    expect(edited(listed, add('downstream'))).toBe(`${listed}\n## Downstream ideas\n\n${ENTRY}\n`);
    const waiting = `## Upstream ideas\n\n${table}`;
    expect(edited(waiting, add('upstream'))).toBe(`${waiting}\n${ENTRY}\n`);
    const after = made(`## Upstream ideas\n\n- [[Brass]] — one\n\n## Metals\n${table}`, add('downstream'));
    expect(readNote(after).tables.map(({ caption }) => caption)).toEqual(['Metals']);
  });

  it('leaves the text of a step as it is', () => {
    const step = lines(
      '### Step 3 — Vector-field expansion',
      '',
      'Words.',
      '',
      '## Upstream ideas',
      '',
      '## Limits',
      '',
      'More words.',
      '',
    );
    const after = made(step, add('upstream'));
    expect(after).toBe(`## Upstream ideas\n\n${ENTRY}\n\n${step}`);
    expect(readNote(after).steps.map((one) => stepText(after, one))).toEqual(
      readNote(step).steps.map((one) => stepText(step, one)),
    );
    const quoted = lines(
      '### Step 3 — Vector-field expansion',
      '',
      '> [!nexus_user] **User**',
      '> - Upstream: [[Tin]]',
      '',
    );
    expect(edited(`${quoted}\n## Upstream ideas\n\n- [[Brass]]\n`, add('upstream'))).toContain(
      `- [[Brass]]\n${ENTRY}\n`,
    );
  });
});

describe('Removing the only idea of a list', () => {
  it('takes a label along where the step above would run into it; a heading stays and waits', () => {
    const step = lines('### Step 3 — Vector-field expansion', '', 'Words.', '');
    const labelled = `${step}\n**Upstream ideas**\n\n- [[Brass]] — one\n`;
    expect(edited(labelled, { kind: 'remove', entry: entryOf(labelled, 'Brass') })).toBe(step);
    const text = `${step}\n## Upstream ideas\n\n- [[Brass]] — one\n`;
    expect(edited(text, { kind: 'remove', entry: entryOf(text, 'Brass') })).toBe(`${step}\n## Upstream ideas\n`);
    const moved = made(text, { kind: 'move', entry: entryOf(text, 'Brass'), relation: 'direct' });
    expect(moved).toContain('## Directly related to this note\n\n- [[Brass]] — one\n');
    expect(readNote(moved).steps.map((one) => stepText(moved, one))).toEqual(['Words.']);
    const more = `${text}\n## Notes\n\nOther words.\n`;
    expect(edited(more, { kind: 'remove', entry: entryOf(more, 'Brass') })).toEqual({ refused: 'unclear' });
  });
});
