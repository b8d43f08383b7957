import type { TextChange } from '../model/text-change';

/** A time as frontmatter has it, in local time: `2025-09-06 07:05:09`. */
export function localTime(time: Date): string {
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-');
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** The field with a date, or a date and a time, quoted or not, and nothing else on its line. */
const UPDATED = /^(updated:[ \t]*(["']?))(\d{4}-\d{2}-\d{2}(?:([T ])\d{2}:\d{2}(:\d{2})?)?)\2[ \t]*\r?$/m;
const FRONTMATTER = /^\uFEFF?---[ \t]*\r?\n[^]*?^---[ \t]*\r?$/m;

/**
 * The change that sets the note's `updated` to `now`, written as exactly as it stands. `null` where there is no such field, where it
 * holds something else, and where it says so already.
 */
export function updatedChange(text: string, now: Date): TextChange | null {
  const front = FRONTMATTER.exec(text);
  const field = front?.index === 0 ? UPDATED.exec(front[0]) : null;
  if (!field) return null;
  const [, before = '', , value = '', joint, seconds] = field;
  const time = localTime(now);
  const length = seconds ? 19 : joint ? 16 : 10;
  const insert = time.slice(0, length).replace(' ', joint ?? ' ');
  const from = field.index + before.length;
  return insert === value ? null : { from, to: from + value.length, insert };
}

/** The text without what its `updated` says, to tell whether anything else was changed. */
export function withoutUpdated(text: string): string {
  const change = updatedChange(text, new Date(0));
  return change ? text.slice(0, change.from) + text.slice(change.to) : text;
}
