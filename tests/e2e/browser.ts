import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
  const root = process.env[name];
  return root === undefined ? [] : [path.join(root, 'Google/Chrome/Application/chrome.exe')];
});

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine: `CHROMIUM_PATH`, else where systems keep it; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return isExecutable(named) ? named : null;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).concat('/usr/bin', '/snap/bin').filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...MAC, ...WINDOWS].find(isExecutable) ?? null;
}

/**
 * Describes tests that need a browser. Without one they are skipped by name; in CI they run all the same, and so fail: there a
 * missing browser must not look like success.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const skip = findBrowser() === null && process.env['CI'] === undefined;
  describe.skipIf(skip)(skip ? `${name} (no Chromium found; set CHROMIUM_PATH)` : name, tests);
}
