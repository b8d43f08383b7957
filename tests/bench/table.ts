import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Workbench } from '../e2e/workbench.ts';
import { seededRandom } from './generate.ts';
import { percentile } from './measure.ts';

/**
 * What `bench` prints of tables of 1,000 rows, in milliseconds from a click or a letter to the frame that shows its answer: 95th
 * percentiles over a tier table and another one in both looks, first turns included, with as many rows as are drawn at first and
 * with all of them, the table's head in sight.
 */
export interface TableFigures {
  readonly sortRowsMs: number;
  readonly filterRowsMs: number;
}

const ROWS = 1000;
const NARROW = 340;
const WIDE = 560;
const SORTS = 5;
const SEARCHES = ['5', '51', '', 'nowhere', ''];
/** What is drawn behind the frame is no part of the next turn. */
const PAUSE_MS = 700;

export async function benchTable(): Promise<TableFigures> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'idea-tiers-bench-table-'));
  for (const [name, text] of tables()) await writeFile(path.join(folder, name), text);
  const workbench = await Workbench.start(folder);
  try {
    const sorts: number[] = [];
    const searches: number[] = [];
    for (const note of tables().keys()) {
      for (const width of [NARROW, WIDE]) {
        const { page } = await workbench.open({ note, width });
        await unfold(page);
        sorts.push(...(await timeTurns(page, 'sort')));
        searches.push(...(await timeTurns(page, 'search')));
        await page.locator('.idea-tiers-show-all').first().click();
        await page.waitForFunction((count) => document.querySelectorAll('.idea-tiers-row').length === count, ROWS);
        sorts.push(...(await timeTurns(page, 'sort')));
        searches.push(...(await timeTurns(page, 'search')));
        await page.context().close();
      }
    }
    return { sortRowsMs: percentile(sorts, 0.95), filterRowsMs: percentile(searches, 0.95) };
  } finally {
    await workbench.close();
    await rm(folder, { recursive: true });
  }
}

/** Notes by name, each with one table. */
function tables(): ReadonlyMap<string, string> {
  const random = seededRandom(1);
  const upTo = (most: number): number => 1 + Math.floor(random() * most);
  const table = (header: readonly string[], row: (index: number) => readonly string[]): string =>
    [header, header.map(() => '---'), ...Array.from({ length: ROWS }, (_, index) => row(index))]
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n');
  const tier = table(['Tier', 'Name', 'Effect', 'Cost'], (index) => [
    String(index + 1),
    `**Thing ${upTo(ROWS)}** of words`,
    '🟢'.repeat(upTo(3)),
    '💰'.repeat(upTo(4)),
  ]);
  const other = table(['Metric', 'Before', 'After', 'Remark'], () => [
    `Thing ${upTo(ROWS)}`,
    `${upTo(ROWS) * 31} ms`,
    `${upTo(100)}%`,
    `some **words** about ${upTo(ROWS)}`,
  ]);
  return new Map([
    ['Tiers.md', tier],
    ['Metrics.md', other],
  ]);
}

/** Shows the table where it stands folded, and its search. */
async function unfold(page: Page): Promise<void> {
  const folded = page.locator('[data-section="tables"] > [role="button"][aria-expanded="false"]');
  if ((await folded.count()) > 0) await folded.first().click();
  await page.locator('.idea-tiers-table-box').getByRole('button', { name: 'Filter', exact: true }).first().click();
  await page.locator('.idea-tiers-table-box input[type="search"]').waitFor();
}

function timeTurns(page: Page, kind: 'sort' | 'search'): Promise<number[]> {
  return page.evaluate(
    async ({ kind, sorts, searches, pause }) => {
      const search = document.querySelector<HTMLInputElement>('.idea-tiers-table-box input[type="search"]');
      const headers = document.querySelectorAll<HTMLElement>('.idea-tiers-header-sort');
      if (search === null || headers.length === 0) throw new Error('no table');
      const times: number[] = [];
      for (let turn = 0; turn < (kind === 'sort' ? sorts : searches.length); turn++) {
        search.scrollIntoView();
        do await new Promise((resolve) => window.setTimeout(resolve, pause));
        while (document.querySelector('.is-growing') !== null);
        const start = performance.now();
        if (kind === 'sort') headers[turn % headers.length]?.click();
        else {
          search.value = searches[turn] ?? '';
          search.dispatchEvent(new Event('input', { bubbles: true }));
        }
        // A message that the frame posts comes after its painting.
        await new Promise((resolve) =>
          window.requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
          }),
        );
        times.push(performance.now() - start);
      }
      return times;
    },
    { kind, sorts: SORTS, searches: SEARCHES, pause: PAUSE_MS },
  );
}
