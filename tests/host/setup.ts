import { afterEach, expect } from 'vitest';
import { forgetHosts, openHosts } from './boot.ts';
import { installDom } from './dom.ts';
import { installStandIns } from './jsdom-stand-ins.ts';
import { documentedNames } from './typings-names.ts';

installStandIns();
installDom();

afterEach(() => {
  const undocumented = openHosts().flatMap((host) => host.undocumentedReads(documentedNames()));
  forgetHosts();
  window.localStorage.clear();
  expect(undocumented, 'names that obsidian.d.ts does not have').toEqual([]);
});
