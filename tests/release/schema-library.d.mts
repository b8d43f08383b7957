import type { Plugin } from 'esbuild';

export function withoutUnasked(file: string, source: string): string;
export const schemaLibrary: Plugin;
