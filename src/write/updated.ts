import { fieldNamed } from '../markdown/frontmatter-facts';
import { scanFrontmatter } from '../markdown/frontmatter-scan';
import type { TextChange } from '../model/text-change';

/** A time as frontmatter has it, in local time: `2025-09-06 07:05:09`. */
function localTime(time: Date): string {
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-');
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')}`;
}

/** The signs that stand for a part of a time, as in Obsidian's own templates; in square brackets anything stands for itself. */
const PART = /\[([^\]]*)\]|YYYY|YY|M{1,4}|DD?|d{3,4}|HH?|mm?|ss?/g;

/** A time in a form such as `YYYY-MM-DD HH:mm`, in local time; months and days of the week by their names in `language`; what stands for no part of it stays. */
export function writtenTime(time: Date, form: string, language: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = localTime(time).split(/[- :]/);
  const parts: Readonly<Record<string, string>> = { Y: year, M: month, D: day, H: hour, m: minute, s: second };
  const name = (kind: 'month' | 'weekday', sign: string): string =>
    // With a day beside it, a month may be in another case.
    new Intl.DateTimeFormat(language, {
      [kind]: sign.length > 3 ? 'long' : 'short',
      day: form.includes('D') ? 'numeric' : undefined,
    })
      .formatToParts(time)
      .find(({ type }) => type === kind)?.value ?? '';
  return form.replace(PART, (sign: string, literal: string | undefined) => {
    if (/^(?:M{3}|d)/.test(sign)) return name(sign.startsWith('M') ? 'month' : 'weekday', sign);
    const part = parts[sign.charAt(0)] ?? '';
    return literal ?? (sign.length === 1 ? part.replace(/^0(?=.)/, '') : part.slice(-sign.length));
  });
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** A date, or a date and a time. */
const TIME = /^\d{4}-\d{2}-\d{2}(?:([T ])\d{2}:\d{2}(:\d{2})?)?$/;

/**
 * The change that sets the note's `updated` to `now`, written as exactly as it stands. `null` where there is no such field, where it
 * holds something else, and where it says so already.
 */
export function updatedChange(text: string, now: Date): TextChange | null {
  const field = fieldNamed(scanFrontmatter(text), 'updated');
  const value = field?.kind === 'date' || field?.kind === 'date-time' ? field.values[0] : undefined;
  const found = value?.pieces === null ? TIME.exec(value.text) : null;
  if (!value || !found) return null;
  const [, joint, seconds] = found;
  const length = seconds ? 19 : joint ? 16 : 10;
  const insert = localTime(now)
    .slice(0, length)
    .replace(' ', joint ?? ' ');
  return insert === value.text ? null : { from: value.from, to: value.to, insert };
}

/** The text without what its `updated` says, to tell whether anything else was changed. */
export function withoutUpdated(text: string): string {
  const change = updatedChange(text, new Date(0));
  return change ? text.slice(0, change.from) + text.slice(change.to) : text;
}
