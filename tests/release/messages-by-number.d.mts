import type { Plugin } from 'esbuild';

export function inOrder(english: object, other: object): string[];
export function namesInOrder(english: object): string[];
export function openParts(names: readonly string[], before: string, after: string): Record<string, number>;
export function withNumbers(source: string, names: readonly string[]): string;
export const messagesByNumber: Plugin;
