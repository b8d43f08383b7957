import { afterEach, expect, inject } from 'vitest';
import { forgetHosts, openHosts } from './boot.ts';
import { installDom } from './dom.ts';
import { installStandIns } from './jsdom-stand-ins.ts';

installStandIns();
installDom();

afterEach(() => {
  const undocumented = openHosts().flatMap((host) => host.undocumentedReads(inject('documentedNames')));
  forgetHosts();
  window.localStorage.clear();
  expect(undocumented, 'names that obsidian.d.ts does not have').toEqual([]);
});
