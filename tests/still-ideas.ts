import type { IdeaAudit, LiveIdeas } from '../src/index/answers';
import { IdeaIndex } from '../src/index/idea-index';

/** An index that is complete, and tells of changes when a test says so. */
export class StillIdeas extends IdeaIndex implements LiveIdeas {
  isComplete = true;
  usualExpansion: number | null = null;
  private readonly listeners = new Set<(paths: ReadonlySet<string> | null) => void>();

  onChange(listener: (paths: ReadonlySet<string> | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  auditSoon(scope?: (path: string) => boolean): Promise<IdeaAudit | null> {
    return Promise.resolve(this.audit(scope));
  }

  tell(paths: ReadonlySet<string> | null): void {
    for (const listener of this.listeners) listener(paths);
  }
}
