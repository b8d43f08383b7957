import type { Locator, Page } from 'playwright-core';

/** Where a mouse or a finger meets an element. */
export async function center(el: Locator): Promise<{ x: number; y: number }> {
  const box = await el.boundingBox();
  if (!box) throw new Error('it has no box');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A finger that rests on an element, goes to another, and is lifted there. `hold` is in milliseconds. */
export async function touchDrag(page: Page, from: Locator, to: Locator, hold: number): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: { x: number; y: number } | null) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const [start, end] = [await center(from), await center(to)];
  await touch('touchStart', start);
  await page.waitForTimeout(hold);
  for (const part of [0.3, 0.6, 1]) {
    await touch('touchMove', { x: start.x, y: start.y + (end.y - start.y) * part });
    await page.waitForTimeout(30);
  }
  await touch('touchEnd', null);
}
