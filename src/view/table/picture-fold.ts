import { scoreRows } from '../../rank/weights';
import type { Context } from '../context';
import { ValueCostPicture } from './picture';
import type { PictureEvents } from './picture-data';
import type { RowModel } from './rows';
import type { TurnedTable } from './turned-table';

/** The picture under a table: made when its fold is opened first, and in line with what the table shows. */
export class PictureFold {
  private picture: ValueCostPicture | null = null;

  constructor(
    private readonly ctx: Context,
    private readonly events: PictureEvents,
  ) {}

  /** Only called while the fold is open. */
  draw(el: HTMLElement, turned: TurnedTable, models: readonly RowModel[]): void {
    const { datum, values, roles, weights, groups } = turned;
    this.picture ??= new ValueCostPicture(this.ctx, this.events);
    if (this.picture.el.parentElement !== el) el.append(this.picture.el);
    const scores = scoreRows(values, roles(), weights);
    const shown = groups.flatMap(({ rows }) => rows.map(({ row }) => row));
    this.picture.update({
      title: datum.name,
      roles: roles(),
      // In the note's order: a picture has no other, and its dots stay where they are when the table is sorted.
      rows: [...shown]
        .sort((a, b) => a - b)
        .map((row) => {
          const { value, cost } = scores[row] ?? { value: null, cost: null };
          const { key = '', rung = null } = models[row] ?? {};
          return { key, row, rung: rung?.rankText ?? '', subject: rung?.subject ?? '', value, cost };
        }),
    });
  }

  /** Lights the dot of a row, or none. */
  highlight(row: number | null): void {
    this.picture?.highlight(row);
  }

  destroy(): void {
    this.picture?.destroy();
    this.picture = null;
  }
}
