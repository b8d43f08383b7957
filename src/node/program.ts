/** Where a program writes: a stream of the process, or whatever gathers what it says. */
export interface Output {
  /** Somebody looks at it as it comes. */
  readonly isTTY?: boolean;
  /** False where the reader is slower; then `drain` tells when it has caught up. */
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** A command-line program: its arguments and where it writes, to its exit status. Never rejects. */
export type Program = (args: readonly string[], out: Output, err: Output) => Promise<number>;

/** Lets a program be this process. */
export async function beProgram(program: Program): Promise<void> {
  // Whoever reads what is printed may have seen enough: `inspect … | head`.
  process.stdout.on('error', (error: Error & { readonly code?: unknown }) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(process.exitCode ?? 0);
  });
  process.exitCode = await program(process.argv.slice(2), process.stdout, process.stderr);
}

/** What is told of an error, in one line. */
export function report(error: unknown, err: Output): void {
  err.write(`${error instanceof Error ? error.message : String(error)}\n`);
}
