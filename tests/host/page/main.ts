import { KIND, UNKIND } from '../behaviour.ts';
import { createHost } from '../boot.ts';
import { installDom } from '../dom.ts';
import { Notice } from '../widgets/index.ts';
import { LateTexts, type ListedFile } from './late-texts.ts';
import { createWorkerParser } from './parse-in-worker.ts';
import { makePoor } from './phone.ts';
import { findNote, parseQuery, withQuery } from './query.ts';
import { Readiness } from './ready.ts';
import { drawShell } from './shell.ts';
import { readTexts } from './text-stream.ts';

async function get(url: string): Promise<Response> {
  const response = await window.fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response;
}

/** A note as Obsidian reads it: a byte order mark is part of the text. */
async function fetchText(path: string): Promise<string> {
  const response = await get(`/file/${path.split('/').map(encodeURIComponent).join('/')}`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
}

function isListing(value: unknown): value is { name: string; files: ListedFile[] } {
  return typeof value === 'object' && value !== null && 'files' in value && Array.isArray(value.files);
}

function isManifest(value: unknown): value is { id: string; name: string; version: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** The note to begin with when none is asked for: one at the top of the folder, else the first. */
function firstNote(paths: readonly string[]): string | null {
  const notes = paths.filter((path) => path.endsWith('.md')).sort();
  return notes.find((path) => !path.includes('/')) ?? notes[0] ?? null;
}

async function boot(): Promise<void> {
  installDom();
  const query = parseQuery(window.location.search);
  document.documentElement.lang = query.language;
  if (query.app === 'phone') makePoor();
  const [listing, code, manifest] = await Promise.all([
    get('/files.json').then((response): Promise<unknown> => response.json()),
    get('/main.js').then((response) => response.text()),
    get('/manifest.json').then((response): Promise<unknown> => response.json()),
  ]);
  if (!isListing(listing) || !isManifest(manifest))
    throw new Error('The server sent no list of files, or no manifest.');
  const paths = listing.files.map((file) => file.path);
  const asked = query.note === null ? null : findNote(query.note, paths);
  const first = asked ?? firstNote(paths);
  // Asked for at once, so that it is there when the workspace is.
  const firstText = first === null ? null : fetchText(first);

  const host = createHost({
    vaultName: listing.name,
    language: query.language,
    theme: query.theme,
    starting: true,
    mobile: query.app === 'phone',
    behaviour: query.app === 'kind' ? KIND : UNKIND,
  });
  const { app } = host;
  // As in Obsidian, where `app` is a global too: for the console, and for tests that drive the page.
  Reflect.set(window, 'app', app);
  const texts = new LateTexts(app.vault, listing.files, fetchText);
  app.metadataCache.indexNames();
  const readiness = new Readiness(app);
  await drawShell(app, query);
  const start = performance.now();
  await host.loadPlugin(code, manifest, { enabledByUser: true });
  performance.measure('workbench:plugin', { start });
  host.finishStart();
  app.workspace.on('file-open', (file) => {
    if (!file || typeof file !== 'object' || !('path' in file) || typeof file.path !== 'string') return;
    const { path } = file;
    // Not in the way of the frame that shows the note: real Obsidian has no address to keep.
    const tell = (): void => {
      window.history.replaceState(null, '', withQuery(window.location.search, 'note', path));
      document.title = `${path.replace(/^.*\//, '').replace(/\.md$/, '')} – Idea Tiers workbench`;
    };
    if (typeof window.requestIdleCallback === 'function') window.requestIdleCallback(tell, { timeout: 300 });
    else window.setTimeout(tell);
    const opened = app.vault.getFileByPath(file.path);
    if (opened) void texts.load(opened).then(() => app.metadataCache.prioritise(opened));
  });
  if (first !== null && firstText) texts.arrive(first, await firstText);
  const file = first === null ? null : app.vault.getFileByPath(first);
  if (file) await app.workspace.getLeaf(false).openFile(file, { state: { mode: 'preview' } });
  if (query.note !== null && asked === null) new Notice(`There is no note "${query.note}" in this folder.`, 0);
  readiness.start();

  await readTexts('/texts', (path, text) => texts.arrive(path, text));
  await app.metadataCache.indexInBackground(createWorkerParser('/metadata-worker.js'));
}

boot().catch((error: unknown) => {
  console.error(error);
  document.body.append(`The workbench could not start: ${error instanceof Error ? error.message : String(error)}`);
});
