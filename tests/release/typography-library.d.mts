import type { Plugin } from 'esbuild';

export function withRules(source: string, names: ReadonlySet<string>): string;
export const typographyLibrary: Plugin;
