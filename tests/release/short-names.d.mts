import type { Plugin } from 'esbuild';

export const MARKED: RegExp;
export function withMarks(source: string, names: ReadonlySet<string>): string;
export function shortNames(plugin: Plugin): Plugin;
