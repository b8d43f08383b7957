import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Folder } from './folder.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

export interface Workbench {
  /** The notes. */
  folder: Folder;
  /** Where `main.js`, `manifest.json` and `styles.css` lie. */
  pluginFolder: string;
  /** The bundled page by path, from `buildPage`. */
  page: ReadonlyMap<string, Uint8Array>;
}

const PLUGIN_FILES = ['/main.js', '/manifest.json', '/styles.css'];

/** Serves the workbench on 127.0.0.1. Rejects with the system's error when the port cannot be had; port 0 takes a free one. */
export function startServer(workbench: Workbench, port: number): Promise<{ server: Server; port: number }> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      answer(workbench, request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500);
        response.end(error instanceof Error ? error.message : String(error));
      });
    });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve({ server, port: address.port });
    });
  });
}

/** True for a request to this machine by its own name: a page elsewhere that points its name here is refused. */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(message);
}

/** The path as it was asked for: `URL` would resolve `..` before anybody could refuse it. */
function pathOf(request: IncomingMessage): string | null {
  try {
    return decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
  } catch {
    return null;
  }
}

async function answer(workbench: Workbench, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!isLocal(request)) return refuse(response, 403, 'This server answers this machine only.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(response, 405, 'Nothing can be written here.');
  const asked = pathOf(request);
  if (asked === null) return refuse(response, 400, 'This is no path.');
  const type = TYPES[path.extname(asked)] ?? 'application/octet-stream';
  const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  const bundled = workbench.page.get(asked);
  if (bundled) {
    response.writeHead(200, { ...headers, 'content-type': type }).end(bundled);
  } else if (asked === '/') {
    response.writeHead(200, { ...headers, 'content-type': TYPES['.html'] });
    await pipeline(createReadStream(path.join(import.meta.dirname, 'index.html')), response);
  } else if (PLUGIN_FILES.includes(asked)) {
    response.writeHead(200, { ...headers, 'content-type': type });
    await pipeline(createReadStream(path.join(workbench.pluginFolder, asked)), response);
  } else if (asked === '/files.json') {
    const listing = { name: workbench.folder.name, files: await workbench.folder.list() };
    response.writeHead(200, { ...headers, 'content-type': TYPES['.json'] }).end(JSON.stringify(listing));
  } else if (asked === '/texts') {
    response.writeHead(200, { ...headers, 'content-type': 'application/x-ndjson; charset=utf-8' });
    await pipeline(texts(workbench.folder), response);
  } else if (asked.startsWith('/file/')) {
    const bytes = await workbench.folder.read(asked.slice('/file/'.length));
    if (bytes === null) return refuse(response, 404, 'There is no such file in this folder.');
    response.writeHead(200, { ...headers, 'content-type': 'application/octet-stream' }).end(bytes);
  } else {
    refuse(response, 404, 'There is nothing here.');
  }
}

/** Every note as a line `[path, text]` of JSON. */
async function* texts(folder: Folder): AsyncGenerator<string> {
  for (const { path: notePath } of await folder.list()) {
    if (!notePath.endsWith('.md')) continue;
    const bytes = await folder.read(notePath);
    if (bytes !== null) yield `${JSON.stringify([notePath, bytes.toString('utf8')])}\n`;
  }
}
