import type { Metafile } from 'esbuild';

/** The comment to put before the bundled code: what it holds, whose it is, and each licence, the same text once. */
export function licenceComment(metafile: Pick<Metafile, 'outputs'>, root: string): string;
