import type { Readable } from "node:stream";

/** Where the command line reads and writes: the process's own streams, or a test's. */
export interface Terminal {
  input: Readable;
  /** writes results; resolves when more may be written, false once nobody reads any more */
  write: (text: string) => Promise<boolean>;
  /** writes to the standard error: problems, progress */
  warn: (text: string) => void;
  /** whether results go to a screen, on which colours may be used */
  hasColours: boolean;
  /** columns of the screen that the standard error goes to; undefined where it is none */
  progressColumns: number | undefined;
  /** calls back when the person presses Ctrl+C; what it returns ends that */
  onInterrupt: (stop: () => void) => () => void;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  let isClosed = false;
  // `pool-leak-lab read … | head`: whoever reads has enough, and that is no error.
  const ifClosed = (then: () => void) => (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EOF") throw error;
    then();
  };
  stdout.on(
    "error",
    ifClosed(() => {
      isClosed = true;
      stdout.emit("drain");
    }),
  );
  stderr.on(
    "error",
    ifClosed(() => undefined),
  );
  return {
    input: stdin,
    write: async (text) => {
      if (!isClosed && !stdout.write(text)) await new Promise((done) => stdout.once("drain", done));
      return !isClosed;
    },
    warn: (text) => {
      stderr.write(text);
    },
    // https://no-color.org: set and not empty means none.
    hasColours: stdout.isTTY && !env["NO_COLOR"] && env["TERM"] !== "dumb",
    progressColumns: stderr.isTTY && env["TERM"] !== "dumb" ? stderr.columns || 80 : undefined,
    onInterrupt: (stop) => {
      // Only once: a second Ctrl+C ends the process as it always does.
      process.once("SIGINT", stop);
      return () => process.removeListener("SIGINT", stop);
    },
  };
}
