import type { View } from 'obsidian';
import { expect, onTestFinished, test, vi } from 'vitest';
import { VaultIndex } from '../../src/obsidian/vault-index';
import { AuditView, AUDIT_VIEW_TYPE } from '../../src/view/audit/audit-view';
import { createHost, type Host } from '../host/boot';
import { idleMoments } from '../idle-moments';
import { all, openSidebarIn } from './open-sidebar';
import { eventually } from '../eventually';

/** Opens the audit of a vault. */
async function open(
  files: Readonly<Record<string, string>>,
): Promise<{ host: Host; view: View; el: HTMLElement; sum: () => string }> {
  document.body.empty();
  const host = createHost({ files });
  await openSidebarIn(host);
  const leaf = host.app.forPlugins.workspace.getLeaf('tab');
  await leaf.setViewState({ type: AUDIT_VIEW_TYPE, active: true });
  await host.app.forPlugins.workspace.revealLeaf(leaf);
  const { view } = leaf;
  const el = view.containerEl;
  return { host, view, el, sum: () => el.querySelector('.idea-tiers-audit-sum')?.textContent ?? '' };
}

const above = (...names: readonly string[]): string =>
  `## Upstream ideas\n\n${names.map((name) => `- [[${name}]]\n`).join('')}`;

/** Audits that find nothing as long as they are held: three notes may be looked through before anybody asks what is said. */
function heldAudits() {
  const audits = { isHeld: true, spy: vi.spyOn(VaultIndex.prototype, 'auditSoon') };
  audits.spy.mockImplementation(async function (this: VaultIndex, scope) {
    await vi.waitUntil(() => !audits.isHeld, { timeout: 5000, interval: 5 });
    return this.audit(scope);
  });
  return audits;
}

test('the audit says that it is at work, then what it has found, and stops when it is closed', async () => {
  const audits = heldAudits();
  const { host, sum } = await open({ 'A.md': above('B'), 'B.md': '', 'C.md': above('Nobody') });
  expect(sum()).toBe('Checking idea links…');
  audits.isHeld = false;
  await eventually(() => expect(sum()).toBe('3 notes, 2 idea links.'));
  await host.app.vault.create('D.md', above('A'));
  await eventually(() => expect(sum()).toBe('4 notes, 3 idea links.'));
  expect(audits.spy.mock.calls.length).toBeGreaterThan(1);
  const isStopped = audits.spy.mock.calls.at(-1)?.[1];
  expect(isStopped?.()).toBe(false);
  host.app.forPlugins.workspace.detachLeavesOfType(AUDIT_VIEW_TYPE);
  await eventually(() => expect(isStopped?.()).toBe(true));
  audits.spy.mockRestore();
});

test('the audit shows as long as it is looking, also where what it has found before still stands', async () => {
  const audits = heldAudits();
  const { host, el, sum } = await open({ 'A.md': above('B', 'Nobody'), 'B.md': '' });
  const isBusy = (): readonly (string | boolean | null | undefined)[] => [
    el.querySelector('progress')?.hasClass('is-busy'),
    el.querySelector('.idea-tiers-sections')?.getAttribute('aria-busy'),
  ];
  expect(el.querySelector('progress')?.getAttribute('aria-label')).toBe('Checking idea links…');
  expect(isBusy()).toEqual([true, 'true']);
  audits.isHeld = false;
  await eventually(() => expect(sum()).toBe('2 notes, 2 idea links.'));
  expect(isBusy()).toEqual([false, 'false']);
  audits.isHeld = true;
  await host.app.vault.create('C.md', above('A'));
  await eventually(() => expect(isBusy()).toEqual([true, 'true']));
  expect(sum()).toBe('2 notes, 2 idea links.');
  audits.isHeld = false;
  await eventually(() => expect(isBusy()).toEqual([false, 'false']));
  audits.spy.mockRestore();
});

test.each([
  ['Soldering Irn', '1No note has this name, but one has a similar name.', 'misnamed'],
  ['Quite another thing', null, 'dangling'],
])(
  'the audit says in the place of broken names that it is still looking for them: %s',
  async (link, found, focused) => {
    const audits = heldAudits();
    onTestFinished(() => audits.spy.mockRestore());
    const { host, el, sum } = await open({ 'A.md': above(link), 'Soldering Iron.md': above('A') });
    const headOf = (kind: string): HTMLElement | null => el.querySelector(`[data-section="${kind}"] > [role="button"]`);
    const broken = (): string => headOf('misnamed')?.parentElement?.textContent.replace(/^.*?Broken names/, '') ?? '';
    const moments = idleMoments();
    onTestFinished(() => moments.restore());
    audits.isHeld = false;
    await eventually(() => expect(sum()).toBe('2 notes, 2 idea links.'));
    expect(broken()).toContain('…Checking idea links…');
    headOf('misnamed')?.focus();
    while (moments.isWaiting()) await moments.next(host);
    await eventually(() => expect(broken()).not.toContain('Checking'));
    if (found === null) expect(headOf('misnamed')).toBeNull();
    else expect(broken()).toContain(found);
    // Who stood in a list that has gone is not left nowhere.
    expect(document.activeElement).toBe(headOf(focused));
    host.app.forPlugins.workspace.detachLeavesOfType(AUDIT_VIEW_TYPE);
  },
);

test('the focus waits for what is found, unless it goes elsewhere meanwhile', async () => {
  const audits = heldAudits();
  const focusOnceFound = async (leave: boolean): Promise<string> => {
    audits.isHeld = true;
    const { view, el, sum } = await open({ 'A.md': above('B', 'Nobody'), 'B.md': '' });
    if (!(view instanceof AuditView)) throw new Error('no audit');
    view.focusFirst();
    expect(document.activeElement?.tagName).toBe('SELECT');
    if (leave) el.querySelector('button')?.focus();
    audits.isHeld = false;
    await eventually(() => expect(sum()).toBe('2 notes, 2 idea links.'));
    return document.activeElement?.className ?? '';
  };
  expect(await focusOnceFound(false)).toContain('idea-tiers-section-head');
  expect(await focusOnceFound(true)).not.toContain('idea-tiers-section-head');
  audits.spy.mockRestore();
});

test('what stands at thousands of places, and thousands of findings, are shown in part', async () => {
  const { host, el, sum } = await open({
    'A.md': above(...Array.from({ length: 5000 }, () => 'B')),
    'B.md': above(...Array.from({ length: 5000 }, () => 'A')),
    'C.md': above(...Array.from({ length: 600 }, (_, at) => `Wanted ${at}`)),
  });
  await eventually(() => expect(sum()).toBe('3 notes, 10,600 idea links.'));
  const list = (name: string): HTMLElement => {
    const head = all(el, '.idea-tiers-section-head').find(({ textContent }) => textContent.includes(name));
    if (head?.getAttribute('aria-expanded') === 'false') head.click();
    const section = head?.closest<HTMLElement>('.idea-tiers-section');
    if (!section) throw new Error(`no ${name}`);
    return section;
  };
  expect(all(list('Contradictions'), '.idea-tiers-audit-place')).toHaveLength(20);
  expect(list('Contradictions').textContent).toContain('+9,980 more');
  const rows = (): number => all(list('Links without a note'), '.idea-tiers-audit-row').length;
  const more = (): HTMLElement | null => list('Links without a note').querySelector('.idea-tiers-show-all');
  expect([rows(), more()?.textContent]).toEqual([20, '+500 more']);
  more()?.click();
  expect([rows(), more()?.textContent]).toEqual([520, 'Show all 600']);
  more()?.click();
  expect([rows(), more()?.hasClass('is-empty')]).toEqual([600, true]);
  host.app.forPlugins.workspace.detachLeavesOfType(AUDIT_VIEW_TYPE);
});
