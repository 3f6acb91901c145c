import { tagToValue } from "../formats/tags/tagValue.ts";
import { commands, isCommandId, placeholdersOf } from "./commandTable.ts";

/** A command ready to paste, or the reason why there is none. */
export type FilledCommand = { ok: true; text: string } | { ok: false; problem: string };

/** A stretch of a filled command: as the table has it, or put in for a placeholder. */
export interface CommandPiece {
  text: string;
  isFilled: boolean;
}

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
 *   becomes `?`, which stands for any one character, as in the debugger's `!poolused` and `!poolfind`.
 * - A driver is a plain file name with its ending: no folder, no wildcard.
 */
export function fillCommand(id: string, fill: CommandFill = {}): FilledCommand {
  const filled = fillPieces(id, fill);
  return filled.ok ? { ok: true, text: filled.pieces.map(({ text }) => text).join("") } : filled;
}

const PLACEHOLDER =
  /(\/[ix](?=\{)|findstr [^{|]*?(?=\{)|"(?=\{)|!pool\w+ [^{]*?(?=\{))?\{(tagValue|tag|driver|module)\}/g;

const FILLED: Record<string, (fill: CommandFill) => string> = {
  driver: ({ driver }) => driver!,
  // The debugger names a module by its file without the ending, and writes an underscore for what is no letter of a symbol.
  module: ({ driver }) => driver!.replace(/\.\w+$/, "").replaceAll(/[^A-Za-z0-9_]/g, "_"),
  tagValue: ({ tag }) => tagToValue(tag!.padEnd(4)).toString(16).padStart(8, "0"),
};

/** The same command in pieces, so that a page can show which of it is the case's own. */
export function fillPieces(
  id: string,
  fill: CommandFill = {},
): { ok: true; pieces: CommandPiece[] } | { ok: false; problem: string } {
  if (!isCommandId(id)) return refuse(`There is no command "${shown(id)}".`);
  const { template }: { template: string } = commands[id];
  const problem =
    (placeholdersOf(id).includes("tag") ? problemOfTag(fill.tag) : undefined) ??
    (placeholdersOf(id).includes("driver") ? problemOfDriver(fill.driver) : undefined);
  if (problem !== undefined) return refuse(problem);
  const pieces: CommandPiece[] = [];
  const add = (text: string, isFilled: boolean) => {
    if (text !== "") pieces.push({ text, isFilled });
  };
  let end = 0;
  // What stands right before a tag decides how it is quoted: a switch is quoted with it, findstr needs a switch for that.
  for (const match of template.matchAll(PLACEHOLDER)) {
    const [whole, before = "", name] = match;
    const [kept, filled] = name === "tag" ? placeTag(before, fill.tag!) : [before, FILLED[name!]!(fill)];
    add(template.slice(end, match.index) + kept, false);
    add(filled, true);
    end = match.index + whole.length;
  }
  add(template.slice(end), false);
  return { ok: true, pieces };
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

/** A tag behind what stands before it in the template: what stays, and what is put in. */
function placeTag(before: string, tag: string): [kept: string, filled: string] {
  const plain = /^[A-Za-z0-9]+$/.test(tag);
  if (before === "/i" || before === "/x") {
    if (plain && tag.length === 4) return [before, tag];
    return ["", `"${before}${tag.padEnd(4).replaceAll(/[ *]/g, "?")}"`];
  }
  // The debugger's commands on pool take wildcards; there a blank ends the tag and a semicolon the command.
  if (before.startsWith("!pool")) return [before, tag.padEnd(4).replaceAll(/[^A-Za-z0-9]/g, "?")];
  if (plain || before === '"') return [before, tag];
  return [before, before.startsWith("findstr") ? `/c:"${tag}"` : `"${tag}"`];
}

function refuse(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}

/** Somebody else's text in a sentence: short, and no control characters. */
function shown(text: string): string {
  const plain = text.replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length > 24 ? `${plain.slice(0, 24)}…` : plain;
}
