import type {
  IdeaAnswers,
  IdeaAudit,
  KeptLink,
  NearName,
  Neighbour,
  Neighbourhood,
  NeighbourhoodOptions,
  SuggestionOptions,
} from './answers';
import { auditIdeas } from './audit';
import type { ResolveLink } from '../model/note';
import type { Relation } from '../model/vocabulary';
import type { KindLetter } from '../model/note-facts';
import type { Suggestion } from '../model/suggestion';
import { IdeaGraph, type IndexChange } from './idea-graph';
import { neighbourhood } from './neighbourhood';
import { neighbours } from './neighbours';
import { unpackLink, type StoredNote } from './stored-note';
import { StepLengths } from './step-lengths';
import { suggestIdeas } from './suggestions';
import { TermTable } from './term-table';
import { VaultFacts } from './vault-facts';
import { atOnce, type Work } from '../model/work';

/** How many names are offered where nobody says. */
const NAMES_OFFERED = 5;
/** And how many a problem names. */
const NAMES_MEANT = 3;

/** The idea links of a vault, kept in step with it one change after the other, and what they answer. */
export class IdeaIndex implements IdeaAnswers {
  readonly #graph: IdeaGraph;
  /** What the frontmatter of the notes says together. */
  readonly facts = new VaultFacts();
  /** How long their steps are. */
  readonly lengths = new StepLengths();
  /** Made when somebody first asks for suggestions: it takes some megabytes. */
  #terms: TermTable | null = null;

  /** @param resolve Must know a file that is told to `update`, and no longer know one that is told to be gone. */
  constructor(resolve: ResolveLink) {
    this.#graph = new IdeaGraph(resolve);
  }

  /**
   * Takes changes in, in their order; links are resolved when all of them are in. Returns the paths of the notes whose neighbours
   * may differ now.
   */
  update(changes: readonly IndexChange[]): ReadonlySet<string> {
    this.facts.update(changes);
    this.lengths.update(changes);
    for (const change of changes) {
      if (change.kind === 'remove') this.#terms?.delete(change.path);
      else if (change.kind === 'rename') this.#terms?.rename(change.from, change.to);
    }
    return this.#graph.update(changes);
  }

  /** What the notes speak of, as far as somebody told. */
  get terms(): TermTable {
    return (this.#terms ??= new TermTable());
  }

  has(path: string): boolean {
    return this.#graph.get(path)?.isNote ?? false;
  }

  *paths(): Iterable<string> {
    for (const { path, isNote } of this.#graph.all()) if (isNote) yield path;
  }

  linksOf(path: string): readonly KeptLink[] {
    const note = this.#graph.get(path);
    return note === undefined ? [] : note.links.map((link) => unpackLink(note, link));
  }

  resolve(target: string, from: string): string | null {
    return this.#graph.resolve(target, from);
  }

  neighbours(path: string): readonly Neighbour[];
  neighbours<Link extends KeptLink>(
    path: string,
    links: readonly Link[],
    resolve?: (target: string) => string | null,
  ): readonly Neighbour<Link>[];
  neighbours(
    path: string,
    links: readonly KeptLink[] = this.linksOf(path),
    resolve = (target: string): string | null => this.resolve(target, path),
  ): readonly Neighbour[] {
    return neighbours(this.#graph, path, links, resolve);
  }

  neighbourhood(path: string, options: NeighbourhoodOptions): Neighbourhood {
    return neighbourhood(this.#graph, path, options);
  }

  audit(scope?: (path: string) => boolean): IdeaAudit {
    return atOnce(this.auditing(scope));
  }

  /** As `audit`, in steps. */
  auditing(scope: (path: string) => boolean = () => true): Work<IdeaAudit> {
    return auditIdeas(this.#graph, scope, (path) => this.facts.of(path).isTemplate);
  }

  nearNames(target: string, limit = NAMES_OFFERED): readonly NearName[] {
    return this.facts.names.find(target, limit);
  }

  meantNow(target: string): readonly string[] {
    return this.facts.names.meant(target, NAMES_MEANT);
  }

  suggestions(path: string, options: SuggestionOptions): readonly Suggestion[] {
    const { terms, limit, links, isBlind = false, hears } = options;
    const none = new Set<StoredNote>();
    const listed = isBlind ? none : this.#listed(path, links);
    const ideas = isBlind ? none : this.#listed(path, links, 'source');
    const isTemplate = (one: string): boolean => this.facts.of(one).isTemplate;
    const isHeard = (one: string): boolean => !isTemplate(one) && hears?.(one) !== false;
    return suggestIdeas(this.#graph, this.terms, { path, listed, ideas, terms, isHeard, isTemplate, isBlind, limit });
  }

  /** What a note lists, but for one relation. */
  #listed(
    path: string,
    links: readonly Pick<KeptLink, 'target' | 'relation'>[] = this.linksOf(path),
    but?: Relation,
  ): ReadonlySet<StoredNote> {
    const note = this.#graph.get(path);
    const listed = new Set<StoredNote>();
    for (const { target, relation } of links) {
      const to = relation === but ? null : this.#graph.lead(this.resolve(target, path));
      if (to !== null && to !== note) listed.add(to);
    }
    return listed;
  }

  usualKind(field: string): KindLetter | null {
    return this.facts.usualKind(field);
  }
}
