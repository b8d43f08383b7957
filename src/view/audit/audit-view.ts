import { ItemView, type HoverPopover, type WorkspaceLeaf } from 'obsidian';
import type { IdeaAudit, LinkPlace, LiveIdeas } from '../../index/answers';
import { auditWords } from '../../i18n/audit';
import { INVERSE_RELATIONS } from '../../model/vocabulary';
import type { IdeaLinkActions, WrittenEntry } from '../ideas/idea-link-actions';
import { handleLinks, prepareLink, type LinkServices } from '../core/links';
import { linkToPath } from '../../text/percent';
import { nameOfLink, nameOfNote } from '../../text/note-name';
import { type KeyedItem, type KeyedList, keyedList, setText } from '../core/keyed-list';
import { MORE_ROWS, moreRows } from '../core/more-rows';
import { Roving } from '../core/roving';
import { sectionList, type SectionSpec } from '../core/section';
import { togglesOf } from '../core/view-memory';
import { auditLists, type AuditFix, type AuditKind, type AuditRow } from '../../index/audit-rows';
import { addDropdown, addPlainButton } from '../core/buttons';

export const AUDIT_VIEW_TYPE = 'idea-tiers-audit';
export const AUDIT_VIEW_ICON = 'stethoscope';

/** Shown of a list first. */
const MOST_ROWS = 20;
/** Places of a link without a note that are named: it may be wanted everywhere. */
const MOST_WANTED = 3;
/** And of any other finding: two notes may list each other thousands of times. */
const MOST_PLACES = 20;
/** A vault that is synced changes often: the audit is made once it rests, in milliseconds. */
const REST_MS = 500;

export interface AuditServices extends LinkServices {
  readonly ideas: LiveIdeas;
  /** The folders of the vault. */
  readonly folders: () => readonly string[];
  readonly copyMarkdown: (audit: IdeaAudit) => Promise<void>;
  readonly linkActions: IdeaLinkActions;
  /** The names of notes that a link without a note must have meant, as far as they are known. */
  readonly meant: (target: string) => readonly string[];
  /** Comes when all names that were asked for are known; `null` where they are. */
  readonly looking: () => Promise<void> | null;
}

/** The report on all idea links of the vault, or of a folder: what contradicts, dangles or is missing, each with its place and its fix. */
export class AuditView extends ItemView {
  readonly #services: AuditServices;
  override icon = AUDIT_VIEW_ICON;
  override navigation = false;
  hoverPopover: HoverPopover | null = null;
  readonly #folderEl: HTMLSelectElement;
  readonly #sumEl: HTMLElement;
  readonly #barEl: HTMLElement;
  readonly #listsEl: HTMLElement;
  readonly #lists: KeyedList<SectionSpec>;
  readonly #rows: KeyedList<AuditRow>;
  readonly #roving: Roving;
  readonly #toggled = new Set<string>();
  /** What is drawn. */
  #audit: IdeaAudit | null = null;
  /** What is looked at, and what comes of it: `null` when it was stopped. */
  #folder: string | null = null;
  #underWay: Promise<IdeaAudit | null> = Promise.resolve(null);
  #stop = new AbortController();
  #isUnderWay = false;
  /** The focus waits above for what is found. */
  #goesToFirst = false;
  /** Something has changed since what is under way was begun. */
  #isStale = false;
  /** How many rows of a list are shown that is not short. */
  readonly #shown = new Map<AuditKind, number>();
  #ids = 0;
  #timer: number | undefined;

  constructor(leaf: WorkspaceLeaf, services: AuditServices) {
    super(leaf);
    this.#services = services;
    const { contentEl } = this;
    const { t, attempt, copyMarkdown } = services;
    contentEl.addClass('idea-tiers-view', 'idea-tiers-audit');
    const scrollEl = contentEl.createDiv('idea-tiers-scroll');
    const toolsEl = scrollEl.createDiv('idea-tiers-audit-tools');
    this.#folderEl = addDropdown(toolsEl, t('audit.scope'));
    this.#folderEl.addEventListener('change', () => this.#refresh());
    addPlainButton(toolsEl, { text: t('table.copyMarkdown') }, () => {
      attempt(async () => {
        const audit = await this.#underWay;
        if (audit) await copyMarkdown(audit);
      });
    });
    this.#sumEl = scrollEl.createDiv({ cls: 'idea-tiers-audit-sum', attr: { role: 'status' } });
    this.#barEl = scrollEl.createEl('progress', {
      cls: 'idea-tiers-progress',
      attr: { 'aria-label': t('audit.working') },
    });
    this.#listsEl = scrollEl.createDiv('idea-tiers-sections');
    this.#lists = sectionList({ newId: () => `idea-tiers-audit-${this.#ids++}` });
    this.#rows = keyedList<AuditRow>(() => new RowPiece(services));
    this.#roving = new Roving(scrollEl);
  }

  getViewType(): string {
    return AUDIT_VIEW_TYPE;
  }

  getDisplayText(): string {
    return this.#services.t('audit.name');
  }

  protected override async onOpen(): Promise<void> {
    const { contentEl } = this;
    const services = this.#services;
    handleLinks(this, contentEl, services, AUDIT_VIEW_TYPE, () => '');
    this.#roving.handle(this);
    this.register(services.ideas.onChange(() => this.#refreshSoon()));
    this.register(() => {
      window.clearTimeout(this.#timer);
      this.#stop.abort();
    });
    this.#refresh();
  }

  /** Puts the focus on the first list as soon as there is one, else on what stands above. */
  focusFirst(): void {
    const headEl = this.#listsEl.querySelector<HTMLElement>('.idea-tiers-section-head');
    this.#goesToFirst = headEl === null;
    (headEl ?? this.#folderEl).focus();
  }

  /** Reports anew once the vault rests. */
  #refreshSoon(): void {
    // Not that of the window it stands in: moved to another, it would end a timer of somebody else's that has the same number.
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#refresh(), REST_MS);
  }

  #refresh(): void {
    const { ideas, folders, t, attempt } = this.#services;
    const chosen = this.#folderEl.value;
    this.#folderEl.replaceChildren(
      ...['', ...folders()].map((folder) =>
        createEl('option', { text: folder === '' ? t('audit.wholeVault') : folder, value: folder }),
      ),
    );
    this.#folderEl.value = chosen;
    const folder = this.#folderEl.value;
    // What was found before stands until then, unless it was looked for elsewhere; and in a vault that goes on changing, some of
    // what is under way has to come to its end.
    if (folder !== this.#folder) setText(this.#sumEl, t('audit.working'));
    else if (this.#isUnderWay) {
      this.#isStale = true;
      return;
    }
    this.#stop.abort();
    const { signal } = (this.#stop = new AbortController());
    this.#folder = folder;
    this.#setUnderWay(true);
    this.#isStale = false;
    const scope = folder === '' ? undefined : (path: string): boolean => path.startsWith(`${folder}/`);
    const underWay = ideas.auditSoon(scope, () => signal.aborted);
    this.#underWay = underWay;
    attempt(async () => {
      const audit = await underWay;
      if (underWay !== this.#underWay) return;
      this.#setUnderWay(false);
      if (audit === null) return;
      this.#audit = audit;
      this.#draw();
      if (this.#isStale) this.#refreshSoon();
    });
  }

  /** Shown in the style after a moment: what is found at once makes nothing flicker. */
  #setUnderWay(isUnderWay: boolean): void {
    this.#isUnderWay = isUnderWay;
    this.#barEl.toggleClass('is-busy', isUnderWay);
    this.#listsEl.setAttr('aria-busy', String(isUnderWay));
  }

  #draw(): void {
    const audit = this.#audit;
    const { t, ideas, meant, looking, attempt } = this.#services;
    if (!audit) return;
    const words = auditWords(t);
    const lists = auditLists(audit, words, {
      resolve: (target, from) => ideas.resolve(target, from),
      meant,
      looking,
    });
    const underWay = looking();
    const hasFocus = (): boolean => this.#listsEl.contains(this.#listsEl.doc.activeElement);
    const hadFocus = hasFocus();
    const sum = words.sum(audit, lists.length === 0);
    setText(this.#sumEl, ideas.isComplete ? sum : `${sum} ${t('map.notComplete')}`);
    const toggles = togglesOf(
      () => this.#toggled,
      () => this.#draw(),
    );
    this.#lists.draw(
      this.#listsEl,
      lists.map(({ kind, count, first }) => ({
        key: kind,
        title: t(`audit.kind.${kind}`),
        ...(underWay && kind === 'misnamed'
          ? { count: '…', about: t('audit.working') }
          : { count: String(count), about: t(`audit.about.${kind}`) }),
        icon: '',
        region: t(`audit.kind.${kind}`),
        level: 'top',
        openByDefault: false,
        toggles,
        draw: (el) => this.#drawList(el, kind, count, first(this.#shown.get(kind) ?? MOST_ROWS)),
      })),
    );
    this.#roving.update();
    if (this.#goesToFirst && this.#folderEl.isActiveElement()) this.focusFirst();
    this.#goesToFirst = false;
    // The list that had it has gone: nothing is left to be found there.
    if (hadFocus && !hasFocus()) this.focusFirst();
    if (underWay) attempt(() => underWay.then(() => audit === this.#audit && this.#draw()));
  }

  #drawList(el: HTMLElement, kind: AuditKind, count: number, rows: readonly AuditRow[]): void {
    const { t } = this.#services;
    const [listEl, allEl] = [
      el.querySelector<HTMLElement>('ul') ??
        el.createEl('ul', { cls: 'idea-tiers-entries idea-tiers-group', attr: { role: 'list' } }),
      el.querySelector<HTMLElement>('.idea-tiers-show-all') ?? this.#makeShowAll(el, kind),
    ];
    this.#rows.draw(listEl, rows);
    allEl.toggleClass('is-empty', count <= rows.length);
    allEl.textContent = moreRows(t, rows.length, count);
  }

  #makeShowAll(el: HTMLElement, kind: AuditKind): HTMLElement {
    return addPlainButton(el, 'idea-tiers-text-button idea-tiers-show-all', () => {
      this.#shown.set(kind, (this.#shown.get(kind) ?? MOST_ROWS) + MORE_ROWS);
      this.#draw();
    });
  }
}

/** One finding: what it is about, where it stands, and what can be done. */
class RowPiece implements KeyedItem<AuditRow> {
  readonly #services: AuditServices;
  readonly el = createEl('li', { cls: 'idea-tiers-audit-row idea-tiers-item', attr: { role: 'listitem' } });

  constructor(services: AuditServices) {
    this.#services = services;
  }

  update({ title, path, other, detail, places, fixes }: AuditRow): void {
    const { t, attempt, opener } = this.#services;
    this.el.empty();
    if (path === null) this.el.createSpan({ cls: 'idea-tiers-audit-title', text: title });
    else this.#link('idea-tiers-primary', path, other === null ? title : nameOfNote(path));
    if (path !== null && other !== null) {
      this.el.appendText(' · ');
      this.#link('', other, nameOfNote(other));
    }
    const addDetail = (el: HTMLElement, text: string): void =>
      void el.createSpan({ cls: 'idea-tiers-audit-detail', text });
    addDetail(this.el, detail);
    const button = (el: HTMLElement, text: string, label: string, run: () => void, also = ''): void => {
      const cls = `idea-tiers-text-button ${path === null ? 'idea-tiers-primary ' : ''}${also}`;
      addPlainButton(el, { cls, text, attr: { 'aria-label': label } }, run);
    };
    const drawFixes = (el: HTMLElement, those: readonly AuditFix[]): void => {
      for (const fix of those) {
        const text = t(`audit.fix.${fix.kind}`);
        const where = t('audit.goTo', { note: fix.place.path, line: fix.place.line });
        button(el, text, `${text}: ${where}`, () => this.#mend(fix), 'mod-fix');
      }
    };
    const isOne = places.length < 2 && path !== null;
    const isAtPlace = ({ kind }: AuditFix): boolean => isOne || kind === 'remove';
    drawFixes(
      this.el,
      fixes.filter((fix) => !isAtPlace(fix)),
    );
    for (const place of places.slice(0, path === null ? MOST_WANTED : MOST_PLACES)) {
      const { path: at, line, relation } = place;
      const placeEl = this.el.createSpan({ cls: isOne ? '' : 'idea-tiers-audit-place' });
      // The row is named after the note of a single place; of several, each names its own.
      const text = isOne ? t('sidebar.line', { line }) : t('audit.goTo', { note: nameOfLink(at), line });
      // The name that is heard holds the one that is seen.
      const label = t('audit.goTo', { note: isOne ? at : at.replace(/\.md$/i, ''), line });
      button(placeEl, text, label, () => attempt(() => opener.openAtLine(at, line)));
      if (!isOne) addDetail(placeEl, t(`sidebar.relation.${relation}`));
      drawFixes(
        placeEl,
        fixes.filter((fix) => isAtPlace(fix) && fix.place === place),
      );
    }
    if (path !== null && places.length > MOST_PLACES)
      addDetail(this.el, t('map.more', { count: places.length - MOST_PLACES }));
  }

  #link(cls: string, path: string, text: string): void {
    prepareLink(this.el.createEl('a', { cls, text }), linkToPath(path));
  }

  /** Each is shown before it is written. */
  #mend(fix: AuditFix): void {
    const { linkActions } = this.#services;
    if (fix.kind !== 'answer') linkActions[fix.kind](writtenAt(fix.place));
    else {
      const relation = INVERSE_RELATIONS[fix.place.relation] ?? 'related';
      linkActions.add(fix.to, { relation, idea: fix.place.path });
    }
  }
}

function writtenAt({ path, line, target, relation }: LinkPlace): WrittenEntry {
  return { path, line, link: target, relation };
}
