/** One command of a session to print, with what it printed. */
export interface SessionPart {
  /** without its `>`: `1: kd`, `lkd` */
  prompt: string;
  /** as typed: `!vm 1` */
  command: string;
  /** what was printed, lines joined by line feeds, without one at the end; empty for a command that prints nothing */
  output: string;
}

/** What stands around the commands. */
export interface SessionOptions {
  /** the file of `.logopen`: the debugger says at the start and at the end of a log that it opened and closed it */
  logFile?: string;
  /** what was printed before the first prompt: the banner of a dump */
  header?: string;
}

/** Prints a debugger's log: the commands behind their prompts, each followed by its output. Lines end in CRLF, as `.logopen` writes them. */
export function printSession(parts: readonly SessionPart[], { logFile, header }: SessionOptions = {}): string {
  const lines: string[] = [];
  if (logFile !== undefined) lines.push(`Opened log file '${logFile}'`);
  if (header !== undefined) lines.push(...header.split("\n"));
  for (const { prompt, command, output } of parts) {
    lines.push(`${prompt}> ${command}`);
    if (output !== "") lines.push(...output.split("\n"));
  }
  if (logFile !== undefined)
    lines.push(`${parts.at(-1)?.prompt ?? "kd"}> .logclose`, `Closing open log file ${logFile}`);
  return `${lines.join("\r\n")}\r\n`;
}
