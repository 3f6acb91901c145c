import type { PoolSummary, PoolSummaryRow } from "../../../pool/formats/wpt/PoolSummary.ts";
import { TRACE_EVENTS, TRACE_POOLS, type PoolTrace } from "../../../pool/formats/wpt/PoolTrace.ts";
import { countText, numberCell } from "./cells.ts";
import { number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** The events of a pool trace, in its order. */
export function traceTables(trace: PoolTrace): RecordTable[] {
  const count = trace.time.length;
  const seconds = count > 0 ? (trace.time[count - 1]! - trace.time[0]!) / 1_000_000 : 0;
  const title = `${countText(count, "event")} in ${numberCell(seconds)} s, ${countText(trace.tags.length, "tag")}, ${countText(trace.stacks.length, "stack")}${lostText(trace.lostEvents)}`;
  const columns = [
    number("Microseconds"),
    text("Event"),
    text("Pool"),
    text("Tag"),
    text("Address"),
    number("Bytes"),
    text("Process"),
    number("Thread"),
    text("Innermost frame"),
  ];
  const row = (at: number): string[] => [
    numberCell(trace.time[at]),
    TRACE_EVENTS[trace.event[at]!] ?? "",
    TRACE_POOLS[trace.pool[at]!] ?? "",
    trace.tags[trace.tag[at]!] ?? "",
    `0x${trace.address[at]!.toString(16).padStart(16, "0")}`,
    numberCell(trace.bytes[at]),
    trace.processes[trace.process[at]!] ?? "",
    String(trace.thread[at]),
    trace.stacks[trace.stack[at]!]?.at(-1) ?? "",
  ];
  return [{ title, columns, count, row }];
}

/** A summary of a trace, as it stands. */
export function traceSummaryTables({ form, rows, lostEvents, windowSeconds }: PoolSummary): RecordTable[] {
  const window = windowSeconds === undefined ? "" : `, ${numberCell(windowSeconds)} s`;
  return [
    tableOf(
      `${countText(rows.length, "row")} of ${form}${window}${lostText(lostEvents)}`,
      [
        text("Lifetime"),
        text("Pool"),
        text("Tag"),
        text("Module"),
        number("Count"),
        number("Bytes"),
        number("Impacting bytes"),
        number("Outstanding"),
        number("Line"),
        text("Innermost frame"),
      ],
      rows,
      summaryRow,
    ),
  ];
}

function summaryRow(row: PoolSummaryRow): string[] {
  return [
    row.lifetime ?? "",
    row.isNx ? `${row.pool} Nx` : row.pool,
    row.tag,
    row.module,
    ...[row.count, row.bytes, row.impactingBytes, row.outstandingCount].map(numberCell),
    String(row.line),
    row.stack.at(-1) ?? "",
  ];
}

const lostText = (lost: number | undefined) =>
  lost === undefined || lost === 0 ? "" : `, ${countText(lost, "event")} lost: nothing here is complete`;
