import type { ColumnKind } from '../../rank/columns';
import { compareScores } from '../../rank/ranking';
import { withoutNoise } from '../../rank/rounding';
import { partsOf } from '../../rank/weights';
import { smallestSwap } from '../../rank/why';
import { addButton } from '../core/buttons';
import { showEntries } from '../core/menu-place';
import { setText, type KeyedItem } from '../core/keyed-list';
import { columnName, rowSubject } from './column-name';
import { shownMark } from './mark-strip';
import { placeText } from './place-text';
import { rankingName } from './rank-menu';
import { sumText, SUMS } from './row-sum';
import type { RowDatum } from './rows';
import type { TableContext } from './table-context';
import type { ArrangedRow } from './arranged-table';

/** Longer menus nobody reads. */
const MOST_ROWS = 40;

/** Why a ranked row stands above or below another one, and how surely: their sums side by side, and what would swap them. */
export function makeRowWhy({ t, now }: TableContext): KeyedItem<RowDatum> {
  const el = createDiv('idea-tiers-why');
  const [buttonEl] = addButton(el, '', 'scale', `${t('table.compare')}…`, choose);
  buttonEl.setAttr('aria-haspopup', 'menu');
  const boxEl = el.createDiv({ attr: { role: 'status' } });
  let datum: RowDatum | null = null;
  /** Line of the other row: it stays the same while rows are sorted. */
  let other: number | null = null;

  const lineOf = (row: number): number | undefined => now().values.table.body[row]?.line;
  const ranked = (): readonly ArrangedRow[] => now().groups.flatMap(({ rows }) => rows);
  const nameOf = (row: number): string => rowSubject(now().values, row);

  function choose(): void {
    const others = ranked().filter(({ row }) => row !== datum?.row.index);
    showEntries(
      buttonEl,
      others.slice(0, MOST_ROWS).map(({ row }) => ({
        title: nameOf(row),
        isChecked: lineOf(row) === other,
        run: () => {
          other = lineOf(row) ?? null;
          draw();
        },
      })),
    );
  }

  function draw(): void {
    boxEl.empty();
    const by = datum?.layout.rankBy ?? null;
    const [own, beside] = [datum?.ranked, ranked().find(({ row }) => lineOf(row) === other)?.ranked];
    if (by === null || !own || !beside || own.row === beside.row) return;
    const { values, roles, weights, write: writer } = now();
    const write = writer(t);
    const both = [own, beside];
    const tableEl = boxEl.createEl('table');
    /** What it is stands above the two, where there is room for it. */
    const addRow = (head: string, cells: readonly string[]): void => {
      if (head !== '') tableEl.createEl('tr').createEl('th', { text: head, attr: { colspan: 2 } });
      const rowEl = tableEl.createEl('tr');
      for (const text of cells) rowEl.createEl('td', { text });
    };
    addRow(
      '',
      both.map(({ row, place }) => `${place}. ${nameOf(row)}`),
    );
    const kinds = SUMS[by];
    const parts = (kind: ColumnKind) => both.map(({ row }) => partsOf(values, row, kind, roles(), weights));
    for (const kind of kinds) {
      addRow(
        rankingName(kind, t),
        parts(kind).map((of, at) => sumText(of, kind, both[at]?.[kind] ?? null, now(), t)),
      );
    }
    if (kinds.length > 1)
      addRow(
        rankingName(by, t),
        both.map((one) => placeText(one, by, write, t).score || '–'),
      );
    const say = (text: string): void => setText(boxEl.createEl('p'), text);
    const signed = kinds.flatMap((kind) => {
      const given = new Map<string, number>();
      for (const [at, of] of parts(kind).entries()) {
        for (const { text, amount, column } of of) {
          const name = column === null ? shownMark(text) : columnName(values, column, t);
          given.set(name, withoutNoise((given.get(name) ?? 0) + (amount ?? 0) * (at === 0 ? 1 : -1)));
        }
      }
      return [...given].flatMap(([name, amount]) =>
        amount === 0 ? [] : [`${name} ${amount > 0 ? '+' : ''}${write(kind, amount)}`],
      );
    });
    if (signed.length > 0) say(t('table.difference', { marks: signed.join(', ') }));
    if (compareScores(by, own, beside) === 0) say(t('table.equal'));
    const order = ranked().map(({ row }) => row);
    const [above, below] = order.indexOf(own.row) < order.indexOf(beside.row) ? both : [beside, own];
    const swap = above && below && smallestSwap(values, by, roles(), weights, above.row, below.row);
    if (!swap) {
      say(t('table.swapNone'));
      return;
    }
    const { mark, weight, now: was, isEnough, isMore } = swap;
    const numbers = { mark: shownMark(mark), weight, now: was };
    say(isEnough ? t('table.swapAt', numbers) : isMore ? t('table.swapMore', numbers) : t('table.swapLess', numbers));
  }

  return {
    el,
    update: (next) => {
      datum = next;
      draw();
    },
  };
}
