import type { DebuggerSession } from "../../../pool/formats/windbg/DebuggerSession.ts";
import { HIT_KINDS, type PoolHits } from "../../../pool/formats/windbg/hits/PoolHits.ts";
import { countText, timeCell } from "./cells.ts";
import { ifAny, number, tableOf, text, type RecordTable } from "./RecordTable.ts";

/** What the debugger said of code: modules, places that hold a tag, memory, disassembly, and the breaks of PoolHitTag. */
export function codeTables({ modules, searchHits, memory, instructions, hits }: DebuggerSession): RecordTable[] {
  return [
    ...ifAny(
      tableOf(
        countText(modules.length, "module"),
        [text("Module"), text("Start"), text("End"), text("Version"), text("Company"), number("Line"), text("Image")],
        modules,
        ({ name, start, end, isUnloaded, fileVersion, company, line, imagePath, imageName }) => [
          isUnloaded ? `${name} (unloaded)` : name,
          start,
          end,
          fileVersion ?? "",
          company ?? "",
          String(line),
          imagePath ?? imageName ?? "",
        ],
      ),
    ),
    ...ifAny(
      tableOf(
        `${countText(searchHits.length, "place")} in memory with the text`,
        [text("Text"), text("Address"), number("Line"), text("Bytes")],
        searchHits,
        ({ text, address, line, bytes }) => [text, address, String(line), bytesText(bytes)],
      ),
    ),
    ...ifAny(
      tableOf(
        `${countText(memory.length, "row")} of memory`,
        [text("Command"), text("Symbol"), text("Address"), number("Line"), text("Bytes")],
        memory,
        ({ command, symbol, address, line, bytes }) => [command, symbol ?? "", address, String(line), bytesText(bytes)],
      ),
    ),
    ...ifAny(
      tableOf(
        countText(instructions.length, "instruction"),
        [text("Address"), text("Instruction"), number("Line"), text("Symbol")],
        instructions,
        ({ address, mnemonic, operands, line, symbol }) => [
          address,
          `${mnemonic} ${operands}`.trim(),
          String(line),
          symbol ?? "",
        ],
      ),
    ),
    ...(hits ? [hitTable(hits)] : []),
  ];
}

function hitTable({ tag, stacks, kind, stack, time, pointer, line }: PoolHits): RecordTable {
  return {
    title: `${countText(kind.length, "break")} of PoolHitTag${tag === undefined ? "" : ` ${tag}`}, ${countText(stacks.length, "stack")}`,
    columns: [text("Kind"), text("Time"), text("Block"), number("Stack"), number("Line"), text("Second frame")],
    count: kind.length,
    row: (at) => [
      HIT_KINDS[kind[at]!] ?? "",
      timeCell(time[at]),
      pointer[at] === 0n ? "" : pointer[at]!.toString(16).padStart(16, "0"),
      stack[at]! < 0 ? "" : String(stack[at]! + 1),
      String(line[at]),
      // The first frame is the allocator itself; the one that called it is what tells the hits apart.
      stacks[stack[at]!]?.[1]?.symbol ?? "",
    ],
  };
}

const bytesText = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
