import type { Component } from 'obsidian';
import type { Table } from '../../model/table';
import { BoxWatch } from '../box-watch';
import type { Context } from '../context';
import { Pieces, keyed } from '../pieces';
import { Section, type SectionSpec } from '../section';
import { TablePiece, type TableDatum } from './table-piece';

/** A note's tables under their captions: those that are tier tables, or the others. */
export class TableSections {
  private readonly sections: Pieces<SectionSpec>;
  private readonly pieces: Pieces<TableDatum>;

  constructor(
    private readonly ctx: Context,
    owner: Component,
  ) {
    const overflows = new BoxWatch((el) => el.classList.toggle('has-overflow', el.scrollWidth > el.clientWidth + 1));
    owner.register(() => overflows.stop());
    this.sections = new Pieces<SectionSpec>(
      (spec) => new Section(spec, ctx),
      (spec) => spec.key,
    );
    this.pieces = new Pieces<TableDatum>(
      (datum) => new TablePiece(datum, ctx, overflows),
      (datum) => datum.key,
    );
  }

  draw(el: HTMLElement, tables: readonly TableDatum[]): void {
    const specs = tables.map((datum): SectionSpec => {
      const { key, name, table } = datum;
      return {
        key: `table:${key}`,
        title: table.caption || name,
        count: String(table.body.length),
        icon: '',
        region: null,
        level: 'inner',
        openByDefault: true,
        toggles: this.ctx.here,
        draw: (contentEl) => this.pieces.draw(contentEl, [datum]),
      };
    });
    this.sections.draw(el, specs);
  }
}

/** Names each table by its caption, else by its note; the second of a name is told by a number, tier tables first. */
export function nameTables(
  tables: readonly Table[],
  noteName: string,
): { tiers: readonly TableDatum[]; others: readonly TableDatum[] } {
  const tiers = tables.filter((table) => table.tier !== null);
  const others = tables.filter((table) => table.tier === null);
  const named = keyed([...tiers, ...others], (table) => table.caption || noteName).map(({ key, item }) => ({
    key: item.caption ? key : key.replace(noteName, ''),
    name: key,
    table: item,
  }));
  return { tiers: named.slice(0, tiers.length), others: named.slice(tiers.length) };
}
