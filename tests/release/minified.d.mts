import type { MinifyOptions } from 'terser';

export function minified(bundle: string, options: MinifyOptions, keptIn?: string): Promise<string>;
