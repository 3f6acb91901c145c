import { formatAddress } from "../Address.ts";
import { formatUnit, memoryLayout, printableText } from "./memoryLayout.ts";
import type { MemoryRow } from "./MemoryRow.ts";
import { formatBytes } from "./printSearchHits.ts";

/**
 * Prints rows as the command in each prints them: `db` as bytes, `dc` as numbers with their characters, `dps` as a pointer with what it
 * points to. Lines are joined by line feeds. Throws a RangeError for a command that shows no memory.
 */
export function printMemoryRows(rows: readonly MemoryRow[]): string {
  return rows.map(printRow).join("\n");
}

function printRow({ command, address, bytes, pointsTo }: MemoryRow): string {
  const layout = memoryLayout(command, address.length);
  if (!layout) throw new RangeError(`"${command}" is no command that shows memory, as dc and db do.`);
  const start = `${formatAddress(address)}  `;
  if (layout.unit === 1) return `${start}${formatBytes(bytes)}  ${printableText(bytes)}`;
  const numbers: string[] = [];
  for (let at = 0; at + layout.unit <= bytes.length; at += layout.unit) {
    numbers.push(formatUnit(bytes.subarray(at, at + layout.unit)));
  }
  const text = numbers.join(" ");
  if (layout.isPointer) return `${start}${text}${pointsTo === undefined ? "" : ` ${pointsTo}`}`;
  if (!layout.hasText) return start + text;
  const width = (layout.rowBytes / layout.unit) * (2 * layout.unit + 1) - 1;
  return `${start}${text.padEnd(width)}  ${printableText(bytes)}`;
}
