import type { DebuggerSession } from "../../../pool/formats/windbg/DebuggerSession.ts";
import { VERIFIER_OPERATIONS, type VerifierLog } from "../../../pool/formats/windbg/verifier/VerifierLog.ts";
import type { VerifierReport } from "../../../pool/formats/windbg/verifier/VerifierReport.ts";
import { countText, hexCell, numberCell } from "./cells.ts";
import { ifAny, number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** What Driver Verifier counted and logged. */
export function verifierTables({ verifierReports, verifierLogs }: DebuggerSession): RecordTable[] {
  return [...verifierReports.flatMap(reportTables), ...verifierLogs.map(logTable)];
}

function reportTables({ source, flags, summary, drivers, line }: VerifierReport): RecordTable[] {
  const title = `${source} of line ${line}${flags === undefined ? "" : `, flags ${hexCell(flags)}`}`;
  const both = (name: string) => [number(`Nonpaged ${name}`), number(`Paged ${name}`)];
  return [
    tableOf(title, [text("Counted"), number("Number")], Object.entries(summary), ([name, value]) => [
      name,
      numberCell(value),
    ]),
    ...ifAny(
      tableOf(
        `${countText(drivers.length, "driver")} of ${title}`,
        [text("Driver"), text("State"), ...both("blocks"), ...both("bytes"), ...both("peak bytes"), number("Line")],
        drivers,
        ({ name, state, currentAllocations, currentBytes, peakBytes, line }) => [
          name,
          state,
          ...[currentAllocations, currentBytes, peakBytes].flatMap(({ nonpaged, paged }) =>
            [nonpaged, paged].map(numberCell),
          ),
          String(line),
        ],
      ),
    ),
    ...drivers.flatMap(({ name, allocations }) =>
      ifAny(
        tableOf(
          `${countText(allocations.length, "block")} that ${name} holds`,
          [text("Address"), number("Bytes"), text("Tag"), text("Caller"), number("Line"), text("Symbol")],
          allocations,
          ({ address, bytes, tag, caller, line, callerSymbol }) => [
            address,
            numberCell(bytes),
            tag,
            caller,
            String(line),
            callerSymbol ?? "",
          ],
        ),
      ),
    ),
  ];
}

function logTable(log: VerifierLog): RecordTable {
  return {
    title: `!verifier 80 of line ${log.startLine}, a ring of the latest: ${countText(log.operation.length, "operation")}`,
    columns: [text("Operation"), text("Block"), number("Bytes"), text("Thread"), number("Line"), text("Second frame")],
    count: log.operation.length,
    row: (at) => [
      VERIFIER_OPERATIONS[log.operation[at]!] ?? "",
      log.block[at]!.toString(16),
      numberCell(log.bytes[at]),
      log.thread[at]!.toString(16),
      String(log.line[at]),
      log.stacks[log.stack[at]!]?.[1]?.symbol ?? "",
    ],
  };
}
