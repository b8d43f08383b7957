import type { ItemView } from 'obsidian';
import type { Table } from '../../model/table';
import { BoxWatch } from '../core/box-watch';
import type { Context } from '../core/context';
import { keyed, keyedList } from '../core/keyed-list';
import { sectionList } from '../core/section';
import { makeTable, type TablePiece } from './table-piece';
import type { TableDatum } from './arranged-table';

/** Draws a note's tables under their captions: those that are tier tables, or the others. Lives as long as `owner` is loaded. */
export function tableSections(ctx: Context, owner: ItemView): (el: HTMLElement, tables: readonly TableDatum[]) => void {
  const made = new Set<TablePiece>();
  const overflows = new BoxWatch(
    (el) => el.scrollWidth > el.clientWidth + 1,
    (el, isTooWide) => el.classList.toggle('has-overflow', isTooWide),
  ).livesWith(owner);
  const sections = sectionList(ctx);
  const pieces = keyedList<TableDatum>((datum) => {
    const piece = makeTable(datum, ctx, overflows);
    made.add(piece);
    return piece;
  });
  owner.register(() => {
    for (const piece of made) piece.destroy();
  });
  return (el, tables) => {
    sections.draw(
      el,
      tables.map((datum) => ({
        key: `table:${datum.key}`,
        title: datum.table.caption || datum.name,
        count: String(datum.table.body.length),
        level: 'inner',
        openByDefault: true,
        toggles: ctx.here,
        draw: (contentEl) => pieces.draw(contentEl, [datum]),
      })),
    );
    for (const piece of made) {
      if (el.contains(piece.el)) continue;
      piece.destroy();
      made.delete(piece);
    }
  };
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
