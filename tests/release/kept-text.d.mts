export function keptText(
  keptIn: string,
  given: readonly unknown[],
  make: () => string | Promise<string>,
): Promise<string>;
