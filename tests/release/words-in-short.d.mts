import type { Plugin } from 'esbuild';

export function recipeOf(value: unknown): { readonly source: string; readonly texts: readonly string[] };
export function sharedShapes(source: string): { readonly source: string; readonly shapes: readonly string[] };
export function wordsModule(values: Readonly<Record<string, unknown>>): string;
export const wordsInShort: Plugin;
