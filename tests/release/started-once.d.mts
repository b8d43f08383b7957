export function startedOnce(bundle: string): string;
