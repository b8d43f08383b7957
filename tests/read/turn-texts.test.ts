import { describe, expect, it } from 'vitest';
import { readNote } from '../../src/read/note';
import { turnTexts, type TurnText } from '../../src/read/turn-texts';

const turnsIn = (text: string): readonly TurnText[] => turnTexts(text, readNote(text).turns);

const CHAT = [
  '# Title: Clocks',
  '',
  '>[!nexus_user] **User** - 08.03.2025 at 19:02',
  '> Почему часы отстают?',
  '>',
  '> > Так сказал мастер.',
  '<!-- UID: a1 -->',
  '',
  '',
  '>[!nexus_agent] **Assistant** - 08.03.2025 at 19:03',
  '> Потому что густеет масло.',
  '> ',
  '> <!-- a remark -->',
  '<!-- UID: a2 -->',
  '',
  '---',
  '',
].join('\n');

describe('turnTexts(text, turns)', () => {
  it('gives each turn without its quote marks and its UID, which is told apart, with its date', () => {
    const [first, second] = turnsIn(CHAT);
    expect(first).toMatchObject({
      line: 3,
      endLine: 7,
      role: 'user',
      text: 'Почему часы отстают?\n\n> Так сказал мастер.',
      when: '08.03.2025 at 19:02',
      uid: 'a1',
    });
    expect(second).toMatchObject({ role: 'agent', text: 'Потому что густеет масло.\n\n<!-- a remark -->', uid: 'a2' });
  });

  it('reads a chat with the line ends of Windows, in a quote, and without UIDs', () => {
    const quoted = CHAT.split('\n')
      .filter((line) => !line.includes('UID'))
      .map((line) => `> ${line}`)
      .join('\r\n');
    const [first] = turnsIn(quoted);
    expect(first).toMatchObject({ text: 'Почему часы отстают?\n\n> Так сказал мастер.', uid: '' });
  });

  it('gives the same where lines end in a lone carriage return', () => {
    expect(turnsIn(CHAT.replaceAll('\n', '\r'))).toEqual(turnsIn(CHAT));
  });

  it('gives no text for a turn that says nothing', () => {
    expect(turnsIn('> [!nexus_user] **User**\n<!-- UID: a -->\n')).toMatchObject([{ text: '', when: '', uid: 'a' }]);
    expect(turnsIn('> [!nexus_user] **User**')).toMatchObject([{ text: '', uid: '', endLine: 1 }]);
  });
});
