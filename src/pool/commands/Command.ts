/** One command that the lessons name: what it does, what it needs, what it costs, and where that is documented. */
export interface Command {
  /** as typed, with `{tag}` and `{driver}` where the case's own stand; `{tagValue}` is the tag as a number, `{module}` the driver without its ending */
  template: string;
  /** where it is typed; `kd` is the kernel debugger */
  shell: "cmd" | "powershell" | "kd";
  /** one sentence: what it does */
  does: string;
  /** each part that is not self-evident, in the order of the template */
  parts: readonly CommandPart[];
  /** what has to be there first: rights, tools, a restart */
  needs: readonly string[];
  /** what it costs on a production machine */
  cost: string;
  /** where it is documented */
  source: string;
}

export interface CommandPart {
  text: string;
  means: string;
}

/** Makes the parts of a command from pairs, in the order of the template. */
export function parts(...pairs: [text: string, means: string][]): CommandPart[] {
  return pairs.map(([text, means]) => ({ text, means }));
}

export const ADMIN = "an elevated prompt (Run as administrator)";
