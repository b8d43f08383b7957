import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Compares a value with the JSON file that says what it should be. With `UPDATE_EXPECTED=1` in the environment a file that differs
 * is written anew, and the test fails all the same: an expectation counts once somebody has read how it changed.
 */
export function expectGolden(file: string, actual: unknown): void {
  const value: unknown = JSON.parse(JSON.stringify(actual));
  const expected: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  if (process.env['UPDATE_EXPECTED'] === '1' && !sameValue(value, expected)) {
    writeFileSync(file, `${goldenJson(value)}\n`);
    expect.fail(`${file} was written: read how it changed, then run again without UPDATE_EXPECTED`);
  }
  expect(value).toEqual(expected);
}

/** Properties that say nothing (`''`, `null`, `false`, an empty list or object) left out, so that a file holds what counts. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, withoutEmpty(inner)] as const)
      .filter(([, inner]) => !saysNothing(inner)),
  );
}

function saysNothing(value: unknown): boolean {
  if (value === '' || value === null || value === undefined || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

const LINE_WIDTH = 150;

/** JSON with one record a line where it fits, so that a difference shows the record. */
function goldenJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  const isLeaf = typeof value !== 'object' || value === null;
  if (isLeaf || (indent !== '' && indent.length + line.length <= LINE_WIDTH)) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((one) => goldenJson(one, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${goldenJson(one, inner)}`);
  if (parts.length === 0) return `${open}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

function sameValue(one: unknown, other: unknown): boolean {
  return other !== undefined && goldenJson(one) === goldenJson(other);
}
