// What a process of the start bench does: evaluates the script that it is given and, where that is a plugin, loads it.
import { readFileSync } from 'node:fs';
import settings from '../kept/0.1.0/data.json';
import { evaluatePlugin } from './bare-obsidian.ts';

/** What such a process prints. */
export interface Started {
  readonly evaluateMs: number;
  /** `null` for a script that is no plugin. */
  readonly onloadMs: number | null;
}

const script = readFileSync(process.argv[2] ?? '', 'utf8');
void started().then((figures) => console.log(JSON.stringify(figures)));

async function started(): Promise<Started> {
  const begin = performance.now();
  const load = evaluatePlugin(script, settings);
  const evaluateMs = performance.now() - begin;
  if (load === null) return { evaluateMs, onloadMs: null };
  const loading = performance.now();
  await load();
  return { evaluateMs, onloadMs: performance.now() - loading };
}
