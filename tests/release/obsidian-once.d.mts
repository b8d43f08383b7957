import type { Plugin } from 'esbuild';

export function namesImported(sources: readonly string[]): string[];
export const obsidianOnce: Plugin;
