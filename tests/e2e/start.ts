import type { TestProject } from 'vitest/node';
import { findBrowser } from './browser.ts';
import { Workbench, launchBrowserServer } from './workbench.ts';

/** Starts once, for all end-to-end files, what they look at and look with. Without a browser nothing is started: they are skipped, or say so. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const hasBrowser = findBrowser() !== null;
  const browsers = hasBrowser
    ? await Promise.all(Array.from({ length: project.config.maxWorkers }, launchBrowserServer))
    : [];
  const workbench = hasBrowser ? await Workbench.start() : null;
  project.provide('workbench', workbench?.url ?? '');
  project.provide(
    'browsers',
    browsers.map((browser) => browser.wsEndpoint()),
  );
  return async () => {
    await Promise.all(browsers.map((browser) => browser.close()));
    await workbench?.close();
  };
}
