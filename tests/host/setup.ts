import { afterEach, expect, inject } from 'vitest';
import { forgetHosts, openHosts } from './boot.ts';
import { installDom } from './dom.ts';
import { installStandIns } from './jsdom-stand-ins.ts';

// All files of a worker share one page, and each begins with an empty one.
for (const el of [document.head, document.body]) el.replaceChildren();
for (const el of [document.documentElement, document.body])
  for (const name of el.getAttributeNames()) el.removeAttribute(name);
installStandIns();
installDom();

afterEach(() => {
  const undocumented = openHosts().flatMap((host) => host.undocumentedReads(inject('documentedNames')));
  forgetHosts();
  window.localStorage.clear();
  expect(undocumented, 'names that obsidian.d.ts does not have').toEqual([]);
});
