import { parseMetadata } from '../metadata/parse.ts';

/** Reads notes for the metadata cache beside the page: a message is `{ id, text }`, the answer `{ id, cache }`. */
self.addEventListener('message', (evt: MessageEvent<{ id: number; text: string }>) => {
  self.postMessage({ id: evt.data.id, cache: parseMetadata(evt.data.text) });
});
