/** Where a program writes: a stream of the process, or whatever gathers what it says. */
export interface Output {
  /** Somebody looks at it as it comes. */
  readonly isTTY?: boolean;
  /** False where the reader is slower; then `drain` tells when it has caught up. */
  write(text: string): boolean;
  once(event: 'drain', listener: () => void): unknown;
}

/** A command-line program: its arguments and where it writes, to its exit status. Rejects by a fault of its own alone. */
export type Program = (args: readonly string[], out: Output, err: Output) => Promise<number>;

/** The exit status of a program that was asked for what makes no sense. */
const MISUSED = 2;

/** A program that reads its arguments before it begins. */
interface Asking<Asked> {
  readonly usage: string;
  /** What was asked for; `null` where that makes no sense. May throw as `parseArgs` does. */
  readonly read: (args: readonly string[]) => Asked | null;
  readonly run: (asked: Asked, out: Output, err: Output) => Promise<number>;
  /** The exit status where `run` rejects. */
  readonly failed: number;
}

/** Tells its usage where the arguments make no sense, and what went wrong where something did. */
export function asking<Asked>({ usage, read, run, failed }: Asking<Asked>): Program {
  return async (args, out, err) => {
    const asked = readOrNull(args, read);
    if (asked === null) {
      err.write(`Usage: npm run --silent ${usage}\n`);
      return MISUSED;
    }
    return run(asked, out, err).catch((error: unknown) => {
      report(error, err);
      return failed;
    });
  };
}

function readOrNull<Asked>(args: readonly string[], read: (args: readonly string[]) => Asked | null): Asked | null {
  try {
    return read(args);
  } catch (error) {
    const isMisuse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (!isMisuse) throw error;
    return null;
  }
}

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
