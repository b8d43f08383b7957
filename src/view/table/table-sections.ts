import type { Component } from 'obsidian';
import type { Table } from '../../model/table';
import { BoxWatch } from '../box-watch';
import type { Context } from '../context';
import { Pieces, keyed } from '../pieces';
import { Section, type SectionSpec } from '../section';
import { TablePiece } from './table-piece';
import type { TableDatum } from './turned-table';

/** A note's tables under their captions: those that are tier tables, or the others. */
export class TableSections {
  private readonly sections: Pieces<SectionSpec>;
  private readonly pieces: Pieces<TableDatum>;
  private readonly made = new Set<TablePiece>();

  constructor(
    private readonly ctx: Context,
    owner: Component,
  ) {
    const overflows = new BoxWatch(
      (el) => el.scrollWidth > el.clientWidth + 1,
      (el, overflows) => el.classList.toggle('has-overflow', overflows),
    );
    owner.register(() => {
      overflows.stop();
      for (const piece of this.made) piece.destroy();
    });
    this.sections = new Pieces<SectionSpec>(
      (spec) => new Section(spec, ctx),
      (spec) => spec.key,
    );
    this.pieces = new Pieces<TableDatum>(
      (datum) => {
        const piece = new TablePiece(datum, ctx, overflows);
        this.made.add(piece);
        return piece;
      },
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
    for (const piece of this.made) {
      if (el.contains(piece.el)) continue;
      piece.destroy();
      this.made.delete(piece);
    }
  }
}

/** Names each table by its caption, else by its note; the second of a name is told by a number, tier tables first. */
export function nameTables(
  tables: readonly Table[],
  noteName: string,
): { tiers: readonly TableDatum[]; others: readonly TableDatum[] } {
  const byHeader = new Map(
    keyed(tables, ({ header }) => JSON.stringify(header)).map(({ key, item }) => [item, key] as const),
  );
  const tiers = tables.filter((table) => table.tier !== null);
  const others = tables.filter((table) => table.tier === null);
  const named = keyed([...tiers, ...others], (table) => table.caption || noteName).map(({ key, item }) => ({
    key: item.caption ? key : key.replace(noteName, ''),
    stateKey: byHeader.get(item) ?? key,
    name: key,
    table: item,
  }));
  return { tiers: named.slice(0, tiers.length), others: named.slice(tiers.length) };
}
