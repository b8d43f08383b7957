import type { Plugin } from 'esbuild';

export function inOrder(english: object, other: object): string[];
export const messagesByOrder: Plugin;
