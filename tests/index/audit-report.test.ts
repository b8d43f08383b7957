import { expect, test } from 'vitest';
import { auditWords } from '../../src/i18n/audit.ts';
import { translator } from '../../src/i18n/index.ts';
import { auditReport } from '../../src/index/audit-report.ts';
import { auditLists, type AuditRow } from '../../src/index/audit-rows.ts';
import { list, TestVault, type Texts } from './vault.ts';

const words = auditWords(translator('en'));

const TEXTS: Texts = {
  'In/A.md': list('Upstream ideas', '[[B.md]]', '[[Wanted]]') + list('Downstream ideas', '[[b]]'),
  'B.md': '',
  'C.md': list('Direct ideas', '[[A]]', '[[C]]'),
  'D.md': '',
};

function rowsOf(kind: string): readonly AuditRow[] {
  const lists = auditLists(new TestVault(TEXTS).index.audit(), words);
  return lists.find((one) => one.kind === kind)?.first(Infinity) ?? [];
}

test('a contradiction names both notes, also where only one of them is at fault', () => {
  const [row, ...others] = rowsOf('contradictions');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ title: 'A · B', path: 'In/A.md', detail: 'Listed both above and below' });
  expect(row?.fixes.map(({ kind, place }) => [kind, place.line])).toEqual([
    ['remove', 3],
    ['remove', 8],
  ]);
});

test('what is wrong comes first, then what is missing, then what is only so', () => {
  const vault = new TestVault({ ...TEXTS, 'Wanter.md': list('Upstream ideas', '[[Bee]]', '[[Nobody]]') });
  const meant = (target: string): string[] => (target === 'Bee' ? ['B'] : []);
  const lists = auditLists(vault.index.audit(), words, { resolve: () => null, meant });
  expect(lists.map(({ kind }) => kind)).toEqual([
    'contradictions',
    'misnamed',
    'dangling',
    'oneSided',
    'unlinked',
    'hubs',
    'selfLinks',
  ]);
  const titles = (kind: string): unknown =>
    lists
      .find((one) => one.kind === kind)
      ?.first(Infinity)
      .map(({ title }) => title);
  expect(titles('misnamed')).toEqual(['Bee']);
  expect(titles('dangling')).toEqual(['Nobody', 'Wanted']);
  expect(lists.find((one) => one.kind === 'misnamed')?.first(1)[0]?.detail).toBe('Wanted once · B');
});

test('both notes of a pair can be opened, and what is encoded is shown decoded', () => {
  const { index } = new TestVault({ ...TEXTS, 'E.md': list('Upstream ideas', '[No such](No%20such.md)') });
  const resolve = (target: string, from: string): string | null => index.resolve(target, from);
  const lists = auditLists(index.audit(), words, { resolve, meant: () => [] });
  const rows = (kind: string): readonly AuditRow[] => lists.find((one) => one.kind === kind)?.first(Infinity) ?? [];
  expect(rows('contradictions')[0]).toMatchObject({ path: 'In/A.md', other: 'B.md' });
  expect(rows('oneSided').map(({ path, other, detail }) => [path, other, detail])).toContainEqual([
    'C.md',
    'In/A.md',
    'Direct',
  ]);
  expect(rows('dangling').map(({ title }) => title)).toContain('No such.md');
});

test('each finding has the fix that mends it', () => {
  const fixesOf = (kind: string): (readonly string[])[] =>
    rowsOf(kind).map(({ fixes }) => fixes.map((fix) => fix.kind));
  expect(fixesOf('selfLinks')).toEqual([['remove']]);
  expect(fixesOf('dangling')).toEqual([['relink', 'create']]);
  expect(fixesOf('oneSided')).toEqual([['answer'], ['answer'], ['answer']]);
  expect(fixesOf('unlinked')).toEqual([[]]);
});

test('the report has a section a kind and a bullet a finding, with links to where each is written', () => {
  const report = auditReport(new TestVault(TEXTS).index.audit(), words);
  expect(report).toContain('4 notes, 5 idea links.');
  expect(report).toContain('\n## Contradictions: 1\n');
  expect(report).toContain('\n- [[In/A|A · B]] — Listed both above and below — [[In/A]] line 3, [[In/A]] line 8\n');
  expect(report).toContain('\n- Wanted — Wanted once — [[In/A]] line 4\n');
  expect(report).toContain('\n- [[D|D]]\n');
  expect(report).not.toContain('## Knots');
});

test('a report on nothing says so', () => {
  expect(auditReport(new TestVault().index.audit(), words)).toBe(
    '# Audit of idea links\n\n0 notes, 0 idea links: nothing to fix.\n',
  );
});

test('the report leads to notes whose names hold what parts a wikilink', () => {
  const vault = new TestVault({
    'x/C#.md': list('Upstream ideas', '[[B]]'),
    'B.md': list('Upstream ideas', '[C#](C%23.md)'),
  });
  const report = auditReport(vault.index.audit(), words);
  expect(report).toContain('- [[B|B]] · [C#](x/C%23.md) — ');
  expect(report).not.toContain('[[x/C#');
});
