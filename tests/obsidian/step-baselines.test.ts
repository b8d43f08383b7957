import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StepReminder } from '../../src/model/note-progress';
import { StepBaselines, type StepPair } from '../../src/obsidian/step-baselines';
import { createHost, type Host } from '../host/boot.ts';

const pair = (first: string, second: string): StepPair => ({ first, second, line: 7 });
const AGREED = pair('Часы отстают.', 'The clock loses time.');
const CHANGED = pair('Часы спешат.', 'The clock loses time.');
const DRIFTED: StepReminder = { kind: 'drifted', step: 2, line: 7, key: 'drifted 0' };

let host: Host;
let seen: StepBaselines;
beforeEach(() => {
  window.localStorage.clear();
  host = createHost();
  seen = new StepBaselines(host.app.forPlugins);
});

describe('StepBaselines', () => {
  it('takes steps to agree when it sees them first', () => {
    expect(seen.look('A.md', [CHANGED])).toEqual([]);
  });

  it('tells that step 1 was changed after step 2, until it is as it was', () => {
    seen.look('A.md', [AGREED]);
    expect(seen.look('A.md', [CHANGED])).toEqual([DRIFTED]);
    expect(seen.look('A.md', [CHANGED])).toEqual([DRIFTED]);
    expect(seen.look('A.md', [AGREED])).toEqual([]);
  });

  it('takes a change of step 2 for an answer to that of step 1', () => {
    seen.look('A.md', [AGREED]);
    seen.look('A.md', [CHANGED]);
    const answered = pair('Часы спешат.', 'The clock gains time.');
    expect(seen.look('A.md', [answered])).toEqual([]);
    expect(seen.look('A.md', [pair('Часы отстают.', 'The clock gains time.')])).toEqual([DRIFTED]);
  });

  it('does not mind case, punctuation and markup', () => {
    seen.look('A.md', [AGREED]);
    expect(seen.look('A.md', [pair('**Часы** отстают!', 'The clock loses time.')])).toEqual([]);
  });

  it('says nothing of a step that is not written yet', () => {
    seen.look('A.md', [pair('Часы отстают.', '')]);
    expect(seen.look('A.md', [pair('Часы спешат.', '')])).toEqual([]);
    expect(seen.look('A.md', [CHANGED])).toEqual([]);
  });

  it('knows the sets of a note apart', () => {
    seen.look('A.md', [AGREED, AGREED]);
    expect(seen.look('A.md', [AGREED, { ...CHANGED, line: 20 }])).toEqual([
      { kind: 'drifted', step: 2, line: 20, key: 'drifted 1' },
    ]);
  });

  it('is quiet once the user has said so, until step 1 changes again', () => {
    seen.look('A.md', [AGREED]);
    seen.look('A.md', [CHANGED]);
    seen.dismiss('A.md', DRIFTED);
    expect(seen.look('A.md', [CHANGED])).toEqual([]);
    expect(seen.look('A.md', [AGREED])).toEqual([DRIFTED]);
  });

  it('remembers what else was dismissed by the text', () => {
    seen.look('A.md', [AGREED]);
    const key = seen.keyOf('language', 'Часы');
    seen.dismiss('A.md', { kind: 'language', step: 2, line: 7, key });
    expect(seen.isDismissed('A.md', key)).toBe(true);
    expect(seen.isDismissed('A.md', seen.keyOf('language', 'Маятник'))).toBe(false);
    expect(seen.isDismissed('B.md', key)).toBe(false);
  });

  it('follows notes and folders that are renamed', () => {
    seen.look('Old/A.md', [AGREED]);
    seen.rename('Old', 'New');
    expect(seen.look('New/A.md', [CHANGED])).toEqual([DRIFTED]);
    expect(seen.look('Old/A.md', [CHANGED])).toEqual([]);
  });

  it('keeps what it knows for the next start, of the notes looked at last', () => {
    vi.useFakeTimers();
    try {
      for (let index = 0; index < 501; index++) seen.look(`${index}.md`, [AGREED]);
      vi.runAllTimers();
    } finally {
      vi.useRealTimers();
    }
    const next = new StepBaselines(host.app.forPlugins);
    expect(next.look('500.md', [CHANGED])).toHaveLength(1);
    expect(next.look('0.md', [CHANGED])).toEqual([]);
  });

  it('writes at once what is not written when it has to, and copes with what it cannot read', () => {
    seen.look('A.md', [AGREED]);
    seen.save();
    expect(new StepBaselines(host.app.forPlugins).look('A.md', [CHANGED])).toHaveLength(1);
    for (const damaged of ['text', 4, null, { 'A.md': { sets: 1 } }, { 'A.md': { sets: [[1]], quiet: [] } }]) {
      host.app.saveLocalStorage('idea-tiers-steps', damaged);
      expect(new StepBaselines(host.app.forPlugins).look('A.md', [CHANGED])).toEqual([]);
    }
  });
});
