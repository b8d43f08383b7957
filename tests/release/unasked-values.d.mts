import type { Plugin } from 'esbuild';

export function withUnasked(source: string): string;
export const unaskedValues: Plugin;
