import type { YamlValue } from './yaml-value';

/** What a value is that stands alone. */
export type ScalarKind = 'text' | 'number' | 'boolean' | 'date' | 'date-time' | 'empty';

const NULL = /^(?:null|Null|NULL|~)?$/;
const BOOLEAN = /^(?:true|True|TRUE|false|False|FALSE)$/;
const NUMBER =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** A day, or a day and a time. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:([T ])\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:Z|[-+]\d{2}(?::?\d{2})?))?)?$/;
/** No day and time is longer. */
const LONGEST_DATE = 40;

/** Of what kind a value is in YAML 1.2. Dates are text there, and are dates here, with quotes or without. */
export function scalarKind(value: YamlValue): ScalarKind {
  // A block's text is put together when it is asked for.
  if (value.style === 'block') return 'text';
  const { text } = value;
  const date = text.length > LONGEST_DATE ? null : DATE.exec(text);
  if (date !== null) return date[1] === undefined ? 'date' : 'date-time';
  if (value.style !== 'plain') return 'text';
  if (NULL.test(text)) return 'empty';
  if (BOOLEAN.test(text)) return 'boolean';
  return NUMBER.test(text) ? 'number' : 'text';
}

/** Whether a value is more than YAML's word for nothing. */
export function saysSomething(value: YamlValue): boolean {
  return scalarKind(value) !== 'empty';
}
