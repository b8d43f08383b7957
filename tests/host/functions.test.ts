import { debounce, getLanguage, requireApiVersion, resolveSubpath } from 'obsidian';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHost } from './boot.ts';
import { parseMetadata } from './metadata/parse.ts';

test.each([
  ['1.13.0', true],
  ['1.13.1', true],
  ['1.13.2', false],
  ['1.9.9', true],
  ['2.0.0', false],
])('requireApiVersion("%s") is %s', (version, has) => {
  expect(requireApiVersion(version)).toBe(has);
});

test('getLanguage() is the language of the interface', () => {
  createHost({ language: 'ru' });
  expect(getLanguage()).toBe('ru');
});

describe('resolveSubpath(cache, subpath)', () => {
  const cache = parseMetadata('# A\n\n## B: c\n\nText ^id\n\n# D\n\n## B: c\n\n[^1]: Note\n');

  test.each([
    ['#A', 0],
    ['#B c', 2],
    ['#D#B: c', 8],
    ['#^id', 4],
    ['#[^1]', 10],
  ])('finds %s at line %i', (subpath, line) => {
    expect(resolveSubpath(cache, subpath)?.start.line).toBe(line);
  });

  test('gives null for what is not there', () => {
    expect(resolveSubpath(cache, '#E')).toBeNull();
    expect(resolveSubpath(cache, '#^no')).toBeNull();
  });

  test('ends a heading where the next of its level begins', () => {
    expect(resolveSubpath(cache, '#A')?.end?.line).toBe(6);
    expect(resolveSubpath(cache, '#D')?.end).toBeNull();
  });
});

describe('debounce(callback, timeout, resetTimer)', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('calls once with the last arguments, counted from the first call', () => {
    const called = vi.fn();
    const debounced = debounce(called, 100);
    debounced(1);
    vi.advanceTimersByTime(60);
    debounced(2);
    vi.advanceTimersByTime(60);
    expect(called).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('with resetTimer counts from the last call', () => {
    const called = vi.fn();
    const debounced = debounce(called, 100, true);
    debounced(1);
    vi.advanceTimersByTime(60);
    debounced(2);
    vi.advanceTimersByTime(60);
    expect(called).not.toHaveBeenCalled();
    vi.advanceTimersByTime(40);
    expect(called).toHaveBeenCalledExactlyOnceWith(2);
  });

  test('run() calls at once what waits, cancel() never', () => {
    const called = vi.fn();
    const debounced = debounce(called, 100);
    debounced(1).run();
    debounced(2).cancel();
    vi.runAllTimers();
    expect(called).toHaveBeenCalledExactlyOnceWith(1);
  });
});
