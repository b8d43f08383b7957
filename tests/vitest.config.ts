import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { quickModules } from './quick-modules.ts';
import { SlowFirst } from './slow-first.ts';
import { SlowestFiles } from './slowest-files.ts';

const root = path.resolve(import.meta.dirname, '..');

/**
 * Three projects. `core` runs the pure rooms in plain Node, where an import of `obsidian` cannot resolve: the purity test for
 * free. `host` runs views and commands in jsdom over the host that stands in for Obsidian. `e2e` drives the built plugin in a
 * real Chromium.
 */
export default defineConfig({
  root,
  plugins: [quickModules()],
  test: {
    env: { TZ: 'UTC' },
    reporters: ['default', ...(process.env['GITHUB_ACTIONS'] === 'true' ? ['github-actions'] : []), new SlowestFiles()],
    // No test asserts a time: a busy machine may take its own.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
    // By itself one core would be left to Vitest, which has little to do: of two cores half would stand idle.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          // Pure rooms keep nothing between two calls: loading and warming them anew for each file would take half as long again.
          isolate: false,
          include: [
            'tests/{model,text,markdown,read,repair,index,rank,compare,write,node,i18n,settings,project,shapes}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        resolve: { alias: { obsidian: path.join(root, 'tests/host/obsidian.ts') } },
        test: {
          name: 'host',
          environment: 'jsdom',
          // To load jsdom, the host and the plugin for each file took longer than its tests; see `setup.ts` for what they share.
          isolate: false,
          include: ['tests/{host,view,command,obsidian}/**/*.test.ts'],
          globalSetup: ['tests/host/typings-setup.ts'],
          setupFiles: ['tests/host/setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          // The pages are what is looked at; what drives them keeps nothing, and takes a second to load.
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          globalSetup: ['tests/host/typings-setup.ts', 'tests/e2e/start.ts'],
          maxWorkers: 2,
          // After the others: a page that waits for its turn on a busy machine is slow for no fault of its own.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
