import { columnsOf, type ColumnKind } from '../../rank/columns';
import { formOf } from '../../rank/score-form';
import { uncountedIn } from '../../rank/uncounted';
import { scoreRows } from '../../rank/weights';
import type { Context } from '../core/context';
import { columnName } from './column-name';
import { makePicture, type ValueCostPicture } from './picture';
import type { AxisData, PictureEvents } from './picture-data';
import type { RowModel } from './rows';
import type { ArrangedTable } from './arranged-table';
import { scoreWriter, signOf } from './score-writer';
import { uncountedText } from './uncounted-sign';

/** The picture under a table: made when its fold is opened first, and in line with what the table shows. */
export interface PictureFold {
  /** Only called while the fold is open. */
  readonly draw: (el: HTMLElement, arranged: ArrangedTable, models: readonly RowModel[]) => void;
  /** Lights the dot of a row, or none. */
  readonly highlight: (row: number | null) => void;
  readonly destroy: () => void;
}

export function makePictureFold(ctx: Context, events: PictureEvents): PictureFold {
  let picture: ValueCostPicture | null = null;
  return {
    draw: (el, { datum, values, roles, weights, groups }, models) => {
      picture ??= makePicture(ctx, events);
      if (picture.el.parentElement !== el) el.append(picture.el);
      const scores = scoreRows(values, roles(), weights);
      const counted = [...columnsOf(roles(), 'value'), ...columnsOf(roles(), 'cost')];
      const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ row }) => row)));
      const axisOf = (kind: ColumnKind): AxisData => {
        const form = formOf(values, roles(), kind);
        const names = columnsOf(roles(), kind).map((column) => columnName(values, column, ctx.t));
        const unit = signOf(form);
        const isNamed = unit === '' || names.some((name) => name.includes(unit));
        return { name: names.join(' + ') + (isNamed ? '' : `, ${unit}`), form };
      };
      picture.update({
        title: datum.name,
        axes: { value: axisOf('value'), cost: axisOf('cost') },
        write: scoreWriter(
          values,
          roles(),
          scores.map((score) => ({ ...score, score: null })),
          ctx.t,
        ),
        roles: roles(),
        uncounted: uncountedText(uncountedIn(values, counted), ctx.t),
        // In the note's order: a picture has no other, and its dots stay where they are when the table is sorted.
        rows: scores.flatMap((score, row) => {
          const model = models[row];
          if (!model || !shown.has(row)) return [];
          const { key, rung } = model;
          return [{ ...score, key, row, rung: rung?.rankText ?? '', subject: rung?.subject ?? '' }];
        }),
      });
    },
    highlight: (row) => picture?.highlight(row),
    destroy: () => {
      picture?.destroy();
      picture = null;
    },
  };
}
