import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT, buildPage, buildPlugin } from './page/build.ts';
import { Folder } from './page/folder.ts';
import { startServer } from './page/server.ts';

const USAGE = 'Usage: npm start [-- FOLDER] [--port N] [--no-open]';
const DEFAULT_PORT = 4173;

interface Arguments {
  folder: string;
  port: number;
  open: boolean;
}

/** The command line, or in words what is wrong with it. */
function readArguments(args: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
      allowPositionals: true,
    });
    if (positionals.length > 1) return `One folder at a time, not ${positionals.length}.`;
    const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) return `"${values.port}" is no port.`;
    const folder = positionals[0] ?? path.join(PROJECT, 'tests/vault');
    return { folder, port, open: values['no-open'] !== true && process.env['CI'] === undefined };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Opens the page in the user's browser; where there is none, the printed address does as well. */
function openBrowser(url: string): void {
  const [command, args]: [string, string[]] =
    process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function fail(status: 1 | 2, message: string): never {
  console.error(message);
  process.exit(status);
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function serve({ folder, port, open }: Arguments): Promise<void> {
  const notes = await Folder.open(folder).catch(() => fail(1, `${folder} is not a folder that can be read.`));
  const [, page] = await Promise.all([buildPlugin(), buildPage()]).catch((error: unknown) => fail(1, message(error)));
  const started = await startServer({ folder: notes, pluginFolder: PROJECT, page }, port).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    return fail(1, taken ? `Port ${port} is in use; choose another with --port N.` : message(error));
  });
  const url = `http://127.0.0.1:${started.port}/`;
  console.log(`Idea Tiers workbench: ${url}`);
  if (open) openBrowser(url);
  const stop = (): void => {
    started.server.close(() => process.exit(0));
    started.server.closeAllConnections();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const parsed = readArguments(process.argv.slice(2));
if (typeof parsed === 'string') fail(2, `${parsed}\n${USAGE}`);
await serve(parsed);
