import type { DebuggerSession } from "../../../pool/formats/windbg/DebuggerSession.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import { countText } from "./cells.ts";
import { codeTables } from "./codeTables.ts";
import { memoryTables } from "./memoryTables.ts";
import { number, tableOf, text, type RecordTable } from "./RecordTable.ts";
import { requestTables } from "./requestTables.ts";
import { verifierTables } from "./verifierTables.ts";

/** A debugger's session: its commands, then what was understood of each kind. */
export function debuggerTables(session: DebuggerSession, pooltag: readonly PooltagEntry[]): RecordTable[] {
  const commands = tableOf(
    countText(session.commands.length, "command"),
    [number("Line"), number("Lines of output"), text("Understood"), text("Command")],
    session.commands,
    ({ line, lines, isUnderstood, text }) => [
      String(line),
      String(lines),
      isUnderstood ? "yes" : "no",
      text || "(output without its command)",
    ],
  );
  return [
    commands,
    ...memoryTables(session, pooltag),
    ...codeTables(session),
    ...verifierTables(session),
    ...requestTables(session),
  ];
}
