import type { Component } from 'obsidian';
import type { ShownNote } from '../model/shown-note';
import type { Context } from './context';
import { entriesOf, type EntriesByRelation } from './ideas/entries';
import { RelationLists } from './ideas/relation-lists';
import type { Jump } from './jump-bar';
import { MapFold } from './map/map-fold';
import { ProblemList } from './problems/problem-list';
import type { SectionSpec } from './section';
import { StepSegments } from './steps/step-segments';
import { doneIn, setsOf, type StepSet } from './steps/step-sets';
import { TableSections, nameTables } from './table/table-sections';
import type { TableDatum } from './table/turned-table';

const NO_IDEAS: EntriesByRelation = new Map();

/** The parts that the shown note has, each with what draws it. */
export class Parts {
  private readonly tierTables: TableSections;
  private readonly otherTables: TableSections;
  private readonly relationLists: RelationLists;
  private readonly mapFold: MapFold;
  private readonly stepSegments: StepSegments;
  private readonly problemList: ProblemList;
  private shown: ShownNote | null = null;
  private tiers: readonly TableDatum[] = [];
  private others: readonly TableDatum[] = [];
  private ideas = NO_IDEAS;
  private sets: readonly StepSet[] = [];

  constructor(
    private readonly ctx: Context,
    owner: Component,
  ) {
    this.tierTables = new TableSections(ctx, owner);
    this.otherTables = new TableSections(ctx, owner);
    this.relationLists = new RelationLists(ctx, owner);
    this.mapFold = new MapFold(ctx, owner);
    this.stepSegments = new StepSegments(ctx);
    this.problemList = new ProblemList(ctx);
  }

  /** Takes what the note holds apart; where its links lead is looked up here. */
  read(shown: ShownNote | null): void {
    this.shown = shown;
    const { tiers, others } = nameTables(shown?.note.tables ?? [], shown?.name ?? '');
    this.tiers = tiers;
    this.others = others;
    this.ideas = shown ? entriesOf(shown, this.ctx.resolve, this.ctx.ideas) : NO_IDEAS;
    this.sets = setsOf(shown?.note.steps ?? []);
  }

  /** The note's tables, tier tables first. */
  get tables(): readonly TableDatum[] {
    return [...this.tiers, ...this.others];
  }

  /** The parts that are not empty, in the order of the page. */
  specs(): readonly SectionSpec[] {
    const { t } = this.ctx;
    const ideaCount = [...this.ideas.values()].reduce((sum, entries) => sum + entries.length, 0);
    const problems = this.shown?.problems ?? [];
    const specs: SectionSpec[] = [];
    if (this.tiers.length > 0) {
      const count = this.tiers.length > 1 ? String(this.tiers.length) : '';
      specs.push(
        this.part('tiers', t('sidebar.tierTables'), count, true, (el) => this.tierTables.draw(el, this.tiers)),
      );
    }
    if (this.others.length > 0) {
      const count = String(this.others.length);
      specs.push(
        this.part('tables', t('sidebar.otherTables'), count, false, (el) => this.otherTables.draw(el, this.others)),
      );
    }
    if (ideaCount > 0) {
      specs.push(this.part('ideas', t('sidebar.ideas'), '', true, (el) => this.relationLists.draw(el, this.ideas)));
    }
    const path = this.shown?.path;
    if (path !== undefined && this.ctx.ideas?.has(path) && ideaCount > 0) {
      specs.push(this.part('map', t('map.name'), '', false, (el) => this.mapFold.draw(el, path)));
    }
    if (this.sets.length > 0) {
      specs.push(this.part('steps', t('sidebar.steps'), '', true, (el) => this.stepSegments.draw(el, this.sets)));
    }
    if (problems.length > 0) {
      const count = String(problems.length);
      specs.push(
        this.part('problems', t('sidebar.problems'), count, false, (el) => this.problemList.draw(el, problems)),
      );
    }
    return specs;
  }

  /** What the bar at the top offers: rungs, ideas without sources, steps done. */
  jumps(): readonly Jump[] {
    const { t } = this.ctx;
    const rungs = this.tiers.reduce((sum, { table }) => sum + table.body.length, 0);
    const ideas = [...this.ideas].reduce((sum, [relation, list]) => sum + (relation === 'source' ? 0 : list.length), 0);
    const jumps: Jump[] = [];
    if (rungs > 0) jumps.push({ key: 'tiers', text: t('sidebar.jump.tiers', { count: rungs }) });
    if (ideas > 0) jumps.push({ key: 'ideas', text: t('sidebar.jump.ideas', { count: ideas }) });
    if (this.sets.length > 0) {
      const done = Math.max(...this.sets.map(doneIn));
      jumps.push({ key: 'steps', text: t('sidebar.jump.steps', { done }) });
    }
    return jumps;
  }

  private part(
    key: string,
    title: string,
    count: string,
    openByDefault: boolean,
    draw: (contentEl: HTMLElement) => void,
  ): SectionSpec {
    return {
      key,
      title,
      count,
      icon: '',
      region: title,
      level: 'top',
      openByDefault,
      toggles: this.ctx.everywhere,
      draw,
    };
  }
}
