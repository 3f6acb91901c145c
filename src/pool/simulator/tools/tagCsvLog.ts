import { printPoolTagCsv } from "../../formats/tagCsv/printPoolTagCsv.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { biasAt } from "../TimeZone.ts";
import type { ToolRecording } from "./ToolRecording.ts";

/** Every third snapshot that PoolMon took, as the PowerShell collectors write the same counts. */
export function tagCsvLog({ file, shows, loop }: { file: string; shows: string; loop: number }): ToolRecording {
  const chosen = (snapshots: readonly PoolSnapshot[]) => snapshots.filter((_, number) => number % 3 === 0);
  return {
    file,
    shows,
    command: `pwsh -File poolmon-powershell.ps1 -view csv -loop ${loop} > ${file}`,
    start: ({ scenario, snapshots }) => ({
      text: () => printPoolTagCsv(chosen(snapshots), biasAt(scenario.machine.zone, scenario.period.from)),
      truth: () => ({
        snapshots: chosen(snapshots).length,
        rows: new Set(snapshots.at(-1)?.rows.map(({ tag }) => tag)).size,
      }),
    }),
  };
}
