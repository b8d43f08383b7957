import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';

const DEFINITION = /(?:^|[{;\s])(--[a-z0-9-]+)\s*:/g;
const USE = /var\(\s*(--[a-z0-9-]+)/g;

function namesIn(css: string, pattern: RegExp): string[] {
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return [...new Set([...withoutComments.matchAll(pattern)].map((match) => match[1] ?? ''))].sort();
}

/** The variables that a style sheet defines, sorted. */
export const definedIn = (css: string): string[] => namesIn(css, DEFINITION);

/** The variables that a style sheet reads, sorted. */
export const usedIn = (css: string): string[] => namesIn(css, USE);

/** The documented variables that the workbench defines, sorted: what the plugin's `styles.css` may read beside its own. */
export async function readWorkbenchVariables(): Promise<string[]> {
  const folder = path.join(import.meta.dirname, 'css');
  const sheets = await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')));
  return definedIn(sheets.join('\n'));
}
