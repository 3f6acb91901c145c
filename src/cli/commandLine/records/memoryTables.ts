import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import type { DebuggerSession } from "../../../pool/formats/windbg/DebuggerSession.ts";
import type { PoolBlock } from "../../../pool/formats/windbg/memory/PoolBlock.ts";
import type { PoolUsedTable } from "../../../pool/formats/windbg/memory/PoolUsedTable.ts";
import { countText, numberCell, timeCell } from "./cells.ts";
import { ownerOf } from "./ownerOf.ts";
import { ifAny, number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** What the debugger said of the target and its memory: targets, !vm, !poolused, !pool, !poolfind. */
export function memoryTables(session: DebuggerSession, pooltag: readonly PooltagEntry[]): RecordTable[] {
  const { targets, vm, poolUsed, poolPages, poolFinds } = session;
  return [
    ...ifAny(
      tableOf(
        "The target",
        [text("Machine"), text("Source"), text("Time"), number("Uptime (s)"), number("Line"), text("Version")],
        targets,
        ({ machineName, source, time, uptimeSeconds, line, version }) => [
          machineName ?? "",
          source ?? "",
          timeCell(time),
          numberCell(uptimeSeconds),
          String(line),
          version ?? "",
        ],
      ),
    ),
    ...vm.map(({ line, values }) =>
      tableOf(
        `!vm of line ${line}`,
        [text("Value"), number("Pages"), number("Bytes"), number("Line"), text("Warning")],
        values,
        (value) => [
          value.label,
          numberCell(value.pages),
          numberCell(value.bytes),
          String(value.line),
          value.warnings.join(" "),
        ],
      ),
    ),
    ...poolUsed.map((table) => poolUsedTable(table, pooltag)),
    ...poolPages.map((page) =>
      blockTable(`!pool ${page.address} of line ${page.line}: ${page.failure ?? page.region}`, page.blocks),
    ),
    ...poolFinds.map(({ tag, line, isComplete, blocks }) =>
      blockTable(`!poolfind ${tag} of line ${line}${isComplete ? "" : ", stopped before its end"}`, blocks),
    ),
  ];
}

function poolUsedTable(table: PoolUsedTable, pooltag: readonly PooltagEntry[]): RecordTable {
  const { layout, line, rows, isSession } = table;
  return tableOf(
    `!poolused of line ${line}: ${layout} layout, ${isSession ? "session pool, " : ""}${countText(rows.length, "tag")}, the largest first`,
    [
      text("Tag"),
      number("Nonpaged blocks"),
      number("Nonpaged bytes"),
      number("Paged blocks"),
      number("Paged bytes"),
      number("Line"),
      text("Owner"),
    ],
    rows.toSorted((a, b) => b.nonpaged.bytes + b.paged.bytes - a.nonpaged.bytes - a.paged.bytes),
    ({ tag, nonpaged, paged, line, binary }) => [
      tag,
      ...[nonpaged.outstanding, nonpaged.bytes, paged.outstanding, paged.bytes].map(numberCell),
      String(line),
      binary ?? ownerOf(tag, pooltag),
    ],
  );
}

function blockTable(title: string, blocks: readonly PoolBlock[]): RecordTable {
  return tableOf(
    title,
    [text("Address"), number("Bytes"), text("State"), text("Tag"), text("Process"), number("Line"), text("")],
    blocks,
    ({ address, bytes, state, tag, isProtected, isAsked, process, line }) => [
      address,
      numberCell(bytes),
      state,
      tag,
      process ?? "",
      String(line),
      [isAsked ? "the address asked for" : "", isProtected ? "protected" : ""].filter((word) => word !== "").join(", "),
    ],
  );
}
