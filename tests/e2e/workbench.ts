import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserServer,
  type LaunchOptions,
  type Page,
} from 'playwright-core';
import { findBrowser } from './browser.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const ADDRESS = /^Idea Tiers workbench: (http:\/\/127\.0\.0\.1:\d+\/)$/m;
/** Milliseconds for building the plugin and the page on a busy machine. */
const START_TIMEOUT = 150_000;
const READY_TIMEOUT = 60_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the page's address may ask for; see `npm start`. */
export interface PageQuery {
  note?: string;
  lang?: 'en' | 'ru';
  theme?: 'light' | 'dark';
  /** Of the right sidebar, in pixels. */
  width?: number;
  app?: 'unkind' | 'phone';
}

export interface PageOptions extends PageQuery {
  /** In pixels. */
  viewport?: { width: number; height: number };
  /** A touch screen, where rows are taller. */
  touch?: boolean;
  /** Its reader has not dismissed the first look. */
  isNew?: boolean;
  /** What is done in the page before anything else runs in it. */
  prepare?: (page: Page) => Promise<void>;
}

/** A page of the workbench, with what went wrong in it. */
export interface WorkbenchPage {
  page: Page;
  /** Errors of the console, and errors nobody caught, since the page was opened. A test asserts that there are none. */
  errors: string[];
  /** Ends the visit: the next one that asks for such a page gets this one, emptied of all that it kept. */
  leave: () => Promise<void>;
}

/** A browser of one's own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch(browserOptions());
}

/** A browser that others connect to, each as if it were its own. */
export async function launchBrowserServer(): Promise<BrowserServer> {
  return chromium.launchServer(browserOptions());
}

function browserOptions(): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('No Chromium was found on this machine; set CHROMIUM_PATH.');
  return { executablePath, headless: true, args: FLAGS };
}

/** The workbench as its user starts it, and a browser to look at it. Close it, or both live on. */
export class Workbench {
  private browser: Promise<Browser> | null = null;
  /** What visits left, by how it was opened: a new page takes a second longer than one that has shown the workbench before. */
  private readonly left = new Map<string, Page>();

  /**
   * @param url Where the server answers.
   * @param server Is ended with this; `null` for one that others use, too.
   */
  constructor(
    readonly url: string,
    private readonly server: ChildProcess | null,
    private readonly launch: () => Promise<Browser>,
  ) {}

  /** Starts the server over a folder of notes, the sample vault without one, on a free port. */
  static start(folder: string | null = null, launch: () => Promise<Browser> = launchBrowser): Promise<Workbench> {
    const args = [
      '--import',
      'tsx',
      'tests/host/serve.ts',
      ...(folder === null ? [] : [folder]),
      '--port',
      '0',
      '--no-open',
    ];
    const server = spawn(process.execPath, args, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    return new Promise((resolve, reject) => {
      const give = (message: string): void => reject(new Error(`The workbench ${message}:\n${output}`));
      const patience = AbortSignal.timeout(START_TIMEOUT);
      patience.addEventListener('abort', () => {
        if (!ADDRESS.test(output)) server.kill();
      });
      const listen = (text: string): void => {
        output += text;
        const url = ADDRESS.exec(output)?.[1];
        if (url === undefined) return;
        resolve(new Workbench(url, server, launch));
      };
      server.stdout.setEncoding('utf8').on('data', listen);
      server.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
      server.on('exit', (status) => {
        give(patience.aborted ? 'did not start in time' : `ended with status ${status}`);
      });
    });
  }

  /** Opens the page and waits until the note and the sidebar can be seen, and all notes are known: until then views still change. */
  async open(options: PageOptions = {}): Promise<WorkbenchPage> {
    const { viewport = { width: 1400, height: 900 }, touch = false, isNew = false, prepare, ...query } = options;
    const kind = `${viewport.width} ${viewport.height} ${touch} ${isNew}`;
    const left = prepare ? undefined : this.left.get(kind);
    this.left.delete(kind);
    const page = left ?? (await (await this.newContext(viewport, touch, isNew)).newPage());
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await prepare?.(page);
    await page.goto(this.address(query));
    await waitUntilReady(page);
    await page.waitForFunction(() => performance.getEntriesByName('idea-tiers:index').length > 0);
    const leave = async (): Promise<void> => {
      const isAsOpened = !prepare && page.context().pages().length === 1;
      if (!isAsOpened || this.left.has(kind)) return page.context().close();
      await this.empty(page);
      await page.setViewportSize(viewport);
      this.left.set(kind, page);
    };
    return { page, errors, leave };
  }

  private async newContext(
    viewport: { width: number; height: number },
    touch: boolean,
    isNew: boolean,
  ): Promise<BrowserContext> {
    const browser = await (this.browser ??= this.launch());
    const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch });
    if (!isNew) await context.addInitScript(dismissFirstLook);
    return context;
  }

  /** Takes from a page all that was done in it: its document, who listens to it, what its origin keeps and may do. */
  private async empty(page: Page): Promise<void> {
    await page.removeAllListeners(undefined, { behavior: 'wait' });
    await page.mouse.move(0, 0);
    await page.goto('about:blank');
    const session = await page.context().newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: new URL(this.url).origin, storageTypes: 'all' });
    await session.detach();
    await page.context().clearPermissions();
  }

  address(query: PageQuery = {}): string {
    const url = new URL(this.url);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value));
    return url.href;
  }

  /** Ends the browser and the server, as far as they are its own; resolves to the server's exit status. */
  async close(): Promise<number | null> {
    await (await this.browser)?.close();
    const { server } = this;
    if (server === null || server.exitCode !== null) return server?.exitCode ?? null;
    return new Promise((resolve) => {
      server.once('exit', resolve);
      server.kill('SIGINT');
    });
  }
}

/** In the page: what the sidebar keeps of the first look says that it was dismissed, whatever the vault is called. */
function dismissFirstLook(): void {
  const kept = Object.getOwnPropertyDescriptor(Storage.prototype, 'getItem')?.value as Storage['getItem'];
  Storage.prototype.getItem = function (key) {
    return key.endsWith('-idea-tiers-first-look') ? 'true' : kept.call(this, key);
  };
}

/** Waits until `<html data-ready="true">`; call it after whatever opens another note. */
export async function waitUntilReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="true"]', { timeout: READY_TIMEOUT, state: 'attached' });
}
