import type { LiveIdeas } from '../index/answers';

/** Comes once all notes have been read: a part of the answers would look like all of them. */
export function whole(ideas: LiveIdeas): Promise<void> {
  if (ideas.isComplete) return Promise.resolve();
  return new Promise((resolve) => {
    const end = ideas.onChange(() => {
      if (!ideas.isComplete) return;
      end();
      resolve();
    });
  });
}
