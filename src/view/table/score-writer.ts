import type { Translate } from '../../i18n';
import type { ColumnRole } from '../../rank/columns';
import type { ScoreName } from '../../rank/ranking';
import { withoutNoise } from '../../rank/rounding';
import { digitsFor, formOf } from '../../rank/score-form';
import { spanText } from '../../rank/span-text';
import type { TableValues } from '../../rank/table-values';
import type { RowScore } from '../../rank/weights';

/** Writes a number that rows are ranked by. */
export type WriteScore = (name: ScoreName, number: number) => string;

/** Writes the scores of rows: those of one column alone with its unit, and all with the digits that tell them apart. */
export function scoreWriter(
  values: TableValues,
  roles: readonly ColumnRole[],
  rows: readonly (RowScore & { readonly score: number | null })[],
  t: Translate,
): WriteScore {
  const by = (kind: 'value' | 'cost') => {
    return { form: formOf(values, roles, kind), digits: digitsFor(rows.map((row) => row[kind])) };
  };
  const ways = {
    value: by('value'),
    cost: by('cost'),
    'value-for-cost': { form: '', digits: digitsFor(rows.map(({ score }) => score)) },
  };
  return (name, number) => {
    const { form, digits } = ways[name];
    return inForm(number, form, (one) => t('table.number', { number: one, digits }));
  };
}

/** A number with its unit; `write` writes it alone. */
export function inForm(number: number, form: string, write: (number: number) => string): string {
  const size = Math.abs(number);
  const sign = number < 0 ? '−' : '';
  if (form === ':') {
    const [hours, minutes, seconds] = [Math.floor(size / 3600), Math.floor(size / 60) % 60, withoutNoise(size % 60)];
    return `${sign}${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds)}`;
  }
  const [, seconds, around = ''] = /^([\d.e-]+)(#.*)/u.exec(form) ?? [];
  if (seconds !== undefined) return sign + spanText(size, around, Number(seconds), write);
  return sign + (form || '#').replace(/[#§]/, (gap) => write(gap === '§' ? withoutNoise(size * 100) : size));
}

const two = (number: number): string => `${number < 10 ? 0 : ''}${number}`;

/** What stands beside an axis for the unit of its numbers; spans of time say theirs themselves. */
export const signOf = (form: string): string => form.replace(/^\d.*|[#§:]/u, '').trim();
