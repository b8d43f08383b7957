import { describe, expect, it } from 'vitest';
import { linkTarget } from '../../src/markdown/wikilink';

describe('linkTarget(inside)', () => {
  it.each([
    ['Note', 'Note', '', ''],
    ['Folder/Note.md', 'Folder/Note.md', '', ''],
    ['Note|shown', 'Note', '', 'shown'],
    ['Note\\|shown', 'Note', '', 'shown'],
    ['Note#Part', 'Note', 'Part', ''],
    ['Note#Part#Deeper|shown', 'Note', 'Part#Deeper', 'shown'],
    ['Note#^block', 'Note', '^block', ''],
    ['#Part', '', 'Part', ''],
    ['Note|a|b', 'Note', '', 'a|b'],
    ['Note|C# tips', 'Note', '', 'C# tips'],
    [' Note | shown ', 'Note', '', 'shown'],
    ['Note|', 'Note', '', ''],
    ['', '', '', ''],
    ['|', '', '', ''],
  ])('splits %j', (inside, target, heading, alias) => {
    expect(linkTarget(inside)).toEqual({ target, heading, alias });
  });
});
