import type { DebuggerCommand } from "../DebuggerCommand.ts";

/** Progress of the debugger's cache, which says nothing about a failure: dots, `Max cache size is       : 85884928 bytes`. */
const RE_CHATTER =
  /^\s*(?:\.+\s*$|Using a machine size|\*|Max cache|Total memory in cache|Number of regions|\d+ full reads|counts:|bytes :)/;

/** What the debugger gave as the reason of a failure, to stand at the end of a sentence; empty where it printed nothing. */
export function quoteReason({ output }: DebuggerCommand): string {
  const said = output.find(({ text }) => text.trim() !== "" && !RE_CHATTER.test(text))?.text.trim();
  return said === undefined ? "" : `; the debugger says: "${said.slice(0, 120)}"`;
}
