import { expect, test, vi } from 'vitest';

test('find() gives null where nothing fits', () => {
  expect(document.body.createDiv().find('.absent')).toBeNull();
});

test('on(type, selector) hears only of what fits the selector, and off() ends it', () => {
  const outer = document.body.createDiv();
  const wanted = outer.createDiv('wanted');
  const inner = wanted.createSpan();
  const other = outer.createSpan();
  const heard = vi.fn();
  outer.on('click', '.wanted', heard);
  other.click();
  inner.click();
  expect(heard).toHaveBeenCalledExactlyOnceWith(expect.any(Event), wanted);
  outer.off('click', '.wanted', heard);
  inner.click();
  expect(heard).toHaveBeenCalledOnce();
});

test('onNodeInserted() calls back each time the element comes into the document, or once', async () => {
  const element = createDiv();
  const [always, once] = [vi.fn(), vi.fn()];
  const stop = element.onNodeInserted(always);
  element.onNodeInserted(once, true);
  for (let time = 0; time < 2; time++) {
    document.body.append(element);
    await Promise.resolve();
    element.detach();
    await Promise.resolve();
  }
  stop();
  expect([always.mock.calls.length, once.mock.calls.length]).toEqual([2, 1]);
});

test('matchParent() begins with the element itself', () => {
  const outer = document.body.createDiv('fits');
  const inner = outer.createDiv('fits');
  expect(inner.matchParent('.fits')).toBe(inner);
  expect(inner.createSpan().matchParent('.fits')).toBe(inner);
  expect(inner.createSpan().matchParent('body', outer)).toBeNull();
});

test('isShown() asks whether an element is in the document and not hidden', () => {
  const outer = document.body.createDiv();
  const inner = outer.createDiv();
  expect(inner.isShown()).toBe(true);
  outer.hide();
  expect(inner.isShown()).toBe(false);
  expect(createDiv().isShown()).toBe(false);
});
