import { commands, isCommandId } from "./commandTable.ts";

/** A command ready to paste, or the reason why there is none. */
export type FilledCommand = { ok: true; text: string } | { ok: false; problem: string };

/** What stands in for the placeholders. */
export interface CommandFill {
  tag?: string | undefined;
  driver?: string | undefined;
}

/**
 * Puts a case's tag and driver into a command. Both may come from a link that somebody else wrote, and the result is pasted
 * into an elevated prompt: what is not plainly a tag or a file name is refused with a sentence, and nothing of it is
 * put in the command.
 *
 * - A tag is one to four printable ASCII characters. `"`, `%` and `\` are refused, since the prompt gives them a meaning
 *   even within quotes. In findstr a tag that is not letters and digits is quoted as `/c:"Ddk "`; in PoolMon a blank or `*`
 *   becomes `?`, which stands for any one character.
 * - A driver is a plain file name with its ending: no folder, no wildcard.
 */
export function fillCommand(id: string, fill: CommandFill = {}): FilledCommand {
  if (!isCommandId(id)) return refuse(`There is no command "${shown(id)}".`);
  let text: string = commands[id].template;
  if (text.includes("{tag}")) {
    const problem = problemOfTag(fill.tag);
    if (problem !== undefined) return refuse(problem);
    text = putTag(text, fill.tag!);
  }
  if (text.includes("{driver}")) {
    const problem = problemOfDriver(fill.driver);
    if (problem !== undefined) return refuse(problem);
    text = text.replaceAll("{driver}", () => fill.driver!);
  }
  return { ok: true, text };
}

/** What is wrong with a tag, as a sentence; undefined where nothing is. */
export function problemOfTag(tag: string | undefined): string | undefined {
  if (tag === undefined || tag === "") return "This command needs a pool tag, such as Leak.";
  if (tag.length > 4) return `A pool tag has at most four characters; "${shown(tag)}" has ${tag.length}.`;
  if (!/^[\x20-\x7e]+$/.test(tag)) return "A pool tag is made of printable ASCII characters; this one has others.";
  if (tag.trim() === "") return "A pool tag of blanks alone cannot be searched for.";
  if (/["%\\]/.test(tag))
    return `The tag ${shown(tag)} has a character (", % or \\) that the prompt gives a meaning even within quotes: type this command by hand.`;
  return undefined;
}

/** What is wrong with a driver's file name, as a sentence; undefined where nothing is. */
export function problemOfDriver(driver: string | undefined): string | undefined {
  if (driver === undefined || driver === "") return "This command needs a driver's file name, such as myfault.sys.";
  if (driver.length > 64) return "A driver's file name has at most 64 characters here; this one is longer.";
  if (/[\\/:]/.test(driver)) return "Give the driver's file name alone, without a folder: myfault.sys.";
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]*\.(sys|dll|exe)$/i.test(driver) || driver.includes(".."))
    return "A driver's file name is letters, digits, - and _ and ends in .sys, .dll or .exe, such as myfault.sys.";
  return undefined;
}

function putTag(template: string, tag: string): string {
  const plain = /^[A-Za-z0-9]+$/.test(tag);
  return template.replaceAll(/(\/[ix]|-PoolTag |findstr [^{|]*?)?\{tag\}/g, (_, before: string | undefined = "") => {
    if (before === "/i" || before === "/x") {
      const pattern = before + tag.padEnd(4).replaceAll(/[ *]/g, "?");
      return plain && tag.length === 4 ? before + tag : `"${pattern}"`;
    }
    if (before.startsWith("findstr")) return before + (plain ? tag : `/c:"${tag}"`);
    return before + (plain ? tag : `"${tag}"`);
  });
}

function refuse(problem: string): FilledCommand {
  return { ok: false, problem };
}

/** Somebody else's text in a sentence: short, and no control characters. */
function shown(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain;
}
