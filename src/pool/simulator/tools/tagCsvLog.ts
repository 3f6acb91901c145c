import { printPoolTagCsv } from "../../formats/tagCsv/printPoolTagCsv.ts";
import type { ToolRecording } from "./ToolRecording.ts";

/** The snapshots that PoolMon took, as the PowerShell collectors write the same counts. */
export function tagCsvLog({ file, shows, loop }: { file: string; shows: string; loop: number }): ToolRecording {
  return {
    file,
    shows,
    command: `pwsh -File poolmon-powershell.ps1 -view csv -loop ${loop} > ${file}`,
    start: ({ snapshots }) => ({
      text: () => printPoolTagCsv(snapshots),
      truth: () => ({ snapshots: snapshots.length, rows: new Set(snapshots.at(-1)?.rows.map(({ tag }) => tag)).size }),
    }),
  };
}
