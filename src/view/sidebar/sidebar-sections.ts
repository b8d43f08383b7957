import type { ItemView } from 'obsidian';
import type { ShownNote } from '../../model/shown-note';
import type { Table, TableRow } from '../../model/table';
import { isWritten } from '../../model/table-shape';
import type { Relation } from '../../model/vocabulary';
import type { Context } from '../core/context';
import { entriesOf, type EntryModel } from '../ideas/entries';
import { RelationLists } from '../ideas/relation-lists';
import { Suggestions } from '../ideas/suggestions';
import type { Jump } from './jump-bar';
import { MapFold } from '../map/map-fold';
import { problemList } from '../problems/problem-list';
import type { SectionSpec } from '../core/section';
import { doneIn, setsOf, type StepSet } from '../steps/step-sets';
import { stepsPart } from '../steps/steps-part';
import { tableOfTierList } from '../table/tier-list-table';
import { tableSections, nameTables } from '../table/table-sections';
import type { TableDatum } from '../table/arranged-table';

/** The part of what may belong to a note. */
export const SUGGESTIONS = 'suggestions';

/** Where a table stands in the text: an edit above it moves that, and nothing that is drawn. Who writes reads the note anew. */
const PLACES: ReadonlySet<string> = new Set<keyof Table | keyof TableRow>(['span', 'headerSpan', 'delimiterSpan']);
const withoutPlaces = (key: string, value: unknown): unknown => (PLACES.has(key) ? undefined : value);

/** The parts that the shown note has, each with what draws it: only where there is something else to draw than stands there. */
export class SidebarSections {
  readonly #ctx: Context;
  readonly #drawTiers: ReturnType<typeof tableSections>;
  readonly #drawOthers: ReturnType<typeof tableSections>;
  readonly #relationLists: RelationLists;
  readonly #mapFold: MapFold;
  readonly suggestions: Suggestions;
  readonly #drawSteps: ReturnType<typeof stepsPart>;
  readonly #drawProblems: ReturnType<typeof problemList>;
  #shown: ShownNote | null = null;
  #tiers: readonly TableDatum[] = [];
  #others: readonly TableDatum[] = [];
  #ideas: readonly (readonly [Relation, readonly EntryModel[]])[] = [];
  #sets: readonly StepSet[] = [];
  /** Others when something has to be drawn though the note is the same. */
  #turn = 0;
  #ideasTurn = 0;
  #suggestionsTurn = 0;
  /** What other notes say of it may have changed. */
  #mayBeListedElsewhere = false;

  /** @param draw is called when something is to be drawn though the note is the same. */
  constructor(ctx: Context, owner: ItemView, draw: () => void) {
    this.#ctx = ctx;
    this.#drawTiers = tableSections(ctx, owner);
    this.#drawOthers = tableSections(ctx, owner);
    this.#relationLists = new RelationLists(ctx);
    this.#mapFold = new MapFold(ctx, owner);
    this.suggestions = new Suggestions(ctx, () => {
      this.#suggestionsTurn++;
      draw();
    });
    this.#drawSteps = stepsPart(ctx);
    this.#drawProblems = problemList(ctx);
  }

  /** Takes what the note holds apart; where its links lead is looked up here. What is the same as before stays the same object. */
  read(shown: ShownNote | null): void {
    const before = this.#shown;
    this.#shown = shown;
    const isOther = before?.path !== shown?.path;
    const kept = <Data>(was: Data, now: Data): Data =>
      !isOther && JSON.stringify(was, withoutPlaces) === JSON.stringify(now, withoutPlaces) ? was : now;
    if (before?.note !== shown?.note || before?.name !== shown?.name) {
      const { tables = [], tierLists = [] } = shown?.note ?? {};
      const lists = tierLists.map((list) => tableOfTierList(list, this.#ctx.t));
      const all = lists.length === 0 ? tables : [...tables, ...lists].sort((a, b) => a.line - b.line);
      const { tiers, others } = nameTables(all, shown?.name ?? '');
      this.#tiers = kept(this.#tiers, tiers);
      this.#others = kept(this.#others, others);
      this.#sets = shown ? setsOf(shown.note) : [];
    }
    const mayLeadElsewhere = isOther || before?.note !== shown?.note || before?.resolve !== shown?.resolve;
    if (!mayLeadElsewhere && !this.#mayBeListedElsewhere) return;
    this.#mayBeListedElsewhere = false;
    this.#ideas = kept(this.#ideas, shown ? [...entriesOf(shown, this.#ctx.ideas)] : []);
  }

  /** What other notes say of ideas has changed: it is looked up when the note is read next. */
  lookUpIdeas(): void {
    this.#mayBeListedElsewhere = true;
  }

  /** All is drawn with the next specs, for how it is shown has changed. */
  drawAll(): void {
    this.#turn++;
  }

  /** The ideas are drawn with the next specs, for some of them were left out. */
  drawIdeas(): void {
    this.#ideasTurn++;
  }

  /** The tables that the note holds, tier tables first. */
  get tables(): readonly TableDatum[] {
    return [...this.#tiers, ...this.#others].filter(({ table }) => isWritten(table));
  }

  /** The parts that are not empty, in the order of the page. */
  specs(): readonly SectionSpec[] {
    const { t, everywhere: toggles } = this.#ctx;
    const shown = this.#shown;
    const problems = shown?.problems ?? [];
    /**
     * @param length How much there is of it; nothing is no part.
     * @param drawnFrom What decides what it shows, besides what is folded and how things are shown.
     */
    const part = (
      key: string,
      title: string,
      length: number,
      count: number | null,
      drawnFrom: readonly unknown[],
      draw: SectionSpec['draw'],
      openByDefault = true,
    ): readonly SectionSpec[] =>
      length === 0
        ? []
        : [
            {
              key,
              title,
              count: String(count ?? ''),
              region: title,
              level: 'top',
              openByDefault,
              toggles,
              drawnFrom: [this.#turn, ...drawnFrom],
              draw,
            },
          ];
    const tiers = this.#tiers.length;
    const others = this.#others.length;
    const ideas = this.#ideas.flatMap(([, list]) => list).length;
    const path = shown?.path ?? '';
    const hasMap = this.#ctx.ideas?.has(path) === true;
    return [
      ...part('tiers', t('sidebar.tierTables'), tiers, tiers > 1 ? tiers : null, [path, this.#tiers], (el) =>
        this.#drawTiers(el, this.#tiers),
      ),
      ...part(
        'tables',
        t('sidebar.otherTables'),
        others,
        others,
        [path, this.#others],
        (el) => this.#drawOthers(el, this.#others),
        false,
      ),
      ...part('ideas', t('sidebar.ideas'), ideas, null, [this.#ideas, this.#ideasTurn], (el) =>
        this.#relationLists.draw(el, new Map(this.#ideas)),
      ),
      ...part(
        SUGGESTIONS,
        t('suggest.name'),
        shown !== null && hasMap && shown.state !== 'deleted' ? 1 : 0,
        null,
        [path, shown?.text, this.#suggestionsTurn],
        (el) => shown && this.suggestions.draw(el, path, shown.text),
        false,
      ),
      ...part('map', t('map.name'), hasMap ? ideas : 0, null, [path], (el) => this.#mapFold.draw(el, path), false),
      ...part(
        'steps',
        t('sidebar.steps'),
        this.#sets.length,
        null,
        [path, shown?.text, this.#sets, shown?.progress],
        (el) => shown && this.#drawSteps(el, shown, this.#sets),
      ),
      ...part(
        'problems',
        t('sidebar.problems'),
        problems.length,
        problems.length,
        [problems],
        (el) => this.#drawProblems(el, problems),
        false,
      ),
    ];
  }

  /** What the bar at the top offers: rungs, ideas without sources, steps done. */
  jumps(): readonly Jump[] {
    const { t } = this.#ctx;
    const rungs = this.#tiers.reduce((sum, { table }) => sum + table.body.length, 0);
    const ideas = this.#ideas.reduce((sum, [relation, list]) => sum + (relation === 'source' ? 0 : list.length), 0);
    const [own] = this.#sets;
    return [
      ...(rungs > 0 ? [{ key: 'tiers', text: t('sidebar.jump.tiers', { count: rungs }) }] : []),
      ...(ideas > 0 ? [{ key: 'ideas', text: t('sidebar.jump.ideas', { count: ideas }) }] : []),
      ...(own ? [{ key: 'steps', text: t('sidebar.jump.steps', { done: doneIn(own) }) }] : []),
    ];
  }
}
