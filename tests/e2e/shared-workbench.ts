import { chromium, type Browser } from 'playwright-core';
import { inject } from 'vitest';
import { Workbench, launchBrowser } from './workbench.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the workbench over the sample vault. */
    workbench: string;
    /** The addresses of browsers, one for each worker: a browser has one clipboard for all of its pages. */
    browsers: readonly string[];
  }
}

/** The workbench that all files look at. What is done in a page stays in that page. To close it is only to let go of it. */
export function sharedWorkbench(): Workbench {
  return new Workbench(inject('workbench'), null, sharedBrowser);
}

/** This worker's browser, to be closed as if it were one's own. */
export function sharedBrowser(): Promise<Browser> {
  const browsers = inject('browsers');
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 0);
  const address = browsers[worker % browsers.length];
  // None was started where there is none: this says so.
  return address === undefined ? launchBrowser() : chromium.connect(address);
}
