import type { CachedMetadata } from 'obsidian';

interface Answer {
  id: number;
  cache: CachedMetadata;
}

/** A parser of notes that works in a worker of its own, so that a big vault does not hold up the page. */
export function createWorkerParser(scriptUrl: string): (text: string) => Promise<CachedMetadata> {
  const worker = new Worker(scriptUrl, { type: 'module' });
  const waiting = new Map<number, { resolve: (cache: CachedMetadata) => void; reject: (error: Error) => void }>();
  let asked = 0;
  worker.addEventListener('message', (evt: MessageEvent<Answer>) => {
    waiting.get(evt.data.id)?.resolve(evt.data.cache);
    waiting.delete(evt.data.id);
  });
  worker.addEventListener('error', (evt) => {
    for (const { reject } of waiting.values()) reject(new Error(`The metadata worker failed: ${evt.message}`));
    waiting.clear();
  });
  return (text) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ id: asked, text });
    });
}
