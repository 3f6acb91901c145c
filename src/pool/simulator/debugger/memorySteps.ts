import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { addToAddress, formatAddress } from "../../formats/windbg/Address.ts";
import { printPool } from "../../formats/windbg/memory/printPool.ts";
import { printPoolFind } from "../../formats/windbg/memory/printPoolFind.ts";
import { printPoolUsed } from "../../formats/windbg/memory/printPoolUsed.ts";
import { printTarget } from "../../formats/windbg/memory/printTarget.ts";
import { printVm } from "../../formats/windbg/memory/printVm.ts";
import type { VmReport } from "../../formats/windbg/memory/VmReport.ts";
import type { DebuggerStep, StepResult } from "./DebuggerStep.ts";
import { blocksOf, poolFind, poolPage } from "./poolListings.ts";
import { BY_PAGED, poolUsedTable } from "./poolUsedTable.ts";
import { targetDetails, targetInfo } from "./targetInfo.ts";
import { vmReport } from "./vmReport.ts";

/** `vertarget` */
export const showTarget: DebuggerStep = (view) => {
  const target = targetInfo(view);
  return {
    command: "vertarget",
    output: printTarget(target, targetDetails(view)),
    facts: { uptimeSeconds: target.uptimeSeconds },
  };
};

/** `!vm 1` */
export const showMemory: DebuggerStep = showMemoryWith({});

/** How a `!vm` differs from the usual one. */
export interface MemoryTraits {
  /** values by their labels of which Windows' own count went below zero, in pages: they are printed as unsigned numbers */
  underflows?: Readonly<Record<string, number>>;
  /** the page file cannot grow, so nor can the commit limit */
  hasFixedPageFile?: boolean;
}

/** `!vm 1` of a machine with these traits. */
export function showMemoryWith({ underflows = {}, hasFixedPageFile = false }: MemoryTraits): DebuggerStep {
  return (view) => {
    const report = vmReport(view);
    return memoryResult({
      ...report,
      values: report.values.map((value) => ({ ...value, pages: underflows[value.label] ?? value.pages })),
      pageFiles: report.pageFiles.map((file) =>
        hasFixedPageFile ? { ...file, maximumBytes: file.currentBytes } : file,
      ),
    });
  };
}

function memoryResult(report: VmReport): StepResult {
  const { nonpagedBytes, pagedBytes, committedBytes } = report;
  return { command: "!vm 1", output: trimmed(printVm(report)), facts: { nonpagedBytes, pagedBytes, committedBytes } };
}

/** `!poolused FLAGS [TAG]` */
export function showPoolUsed(flags: number, tag?: string): DebuggerStep {
  return (view) => {
    const table = poolUsedTable(view, flags, tag);
    const pool: Pool = flags & BY_PAGED ? "paged" : "nonpaged";
    const largest = table.rows.slice(0, 3).map((row) => ({ tag: row.tag, bytes: row[pool].bytes }));
    return {
      command: `!poolused ${flags}${tag === undefined ? "" : ` ${tag}`}`,
      // The debugger says that it reads the tag table by a dot for each of its parts.
      output: `..\n${trimmed(printPoolUsed(table))}`,
      ...(tag === undefined ? { facts: { [`largest ${pool}`]: largest } } : {}),
    };
  };
}

/** `!poolfind TAG`, stopped after so many blocks */
export function findBlocks(tag: string, pool: Pool, most: number): DebuggerStep {
  return (view) => {
    const found = poolFind(view, tag, pool, most);
    const { small, big } = view.kernel.pools[pool];
    const output = printPoolFind(found, {
      // A few table entries of 24 bytes for each large block.
      table: [addToAddress(view.kernel.objects, -0x80_0000), addToAddress(view.kernel.objects, -0x40_0000)],
      pool: [small, addToAddress(big, 0x40_0000_0000)],
      searchedTo: addToAddress(found.blocks.at(-1)?.address ?? small, found.isComplete ? 0x4000_0000 : 0x1000),
      kind: pool,
    });
    return { command: `!poolfind ${tag}${pool === "paged" ? " 1" : ""}`, output };
  };
}

/** `!pool ADDRESS`, of the block with that number among those of a tag */
export function showBlock(tag: string, pool: Pool, number: number): DebuggerStep {
  return (view) => {
    const block = blocksOf(view, tag, pool)[number];
    if (!block) throw new Error(`There is no block ${number} of "${tag}".`);
    return {
      command: `!pool ${formatAddress(block.address).replace("`", "")}`,
      output: trimmed(printPool(poolPage(view, block))),
    };
  };
}

/** Without the line ends with which a printer closes its text. */
export const trimmed = (text: string): string => text.replaceAll("\r\n", "\n").replace(/\n+$/, "");
