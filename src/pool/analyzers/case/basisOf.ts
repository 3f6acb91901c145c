import type { Evidence } from "../../formats/Evidence.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import { count, durationInWords } from "../verdict/words.ts";
import type { CallSite, FileBasis } from "./Finding.ts";

/** What each file adds to a finding, with the lines that matter in it. */
export function basisOf(evidence: readonly Evidence[], verdict: Verdict, sites: readonly CallSite[]): FileBasis[] {
  return evidence.map((file): FileBasis => {
    const own = isOf(file, verdict) ? verdict.lines : [];
    const ofSites = sites.filter((site) => site.file === file.file).map(({ line }) => line);
    const ofTag =
      file.format === "findstr" || file.format === "pooltag"
        ? file.records.filter(({ tag }) => tag.padEnd(4) === verdict.tag).map(({ line }) => line)
        : [];
    const lines = [...new Set([...own, ...ofSites, ...ofTag])].sort((a, b) => a - b);
    return { file: file.file, says: `${describe(file)}.`, lines };
  });
}

/** The verdict's lines are those of one file: the one that it names, else the one of its kind. */
function isOf(file: Evidence, { log, tag, lines }: Verdict): boolean {
  if (lines.length === 0) return false;
  if (log !== undefined && file.file !== "") return log === file.file;
  return (
    file.format === (tag === undefined ? "perfmon" : "poolmon") ||
    file.format === "debugger" ||
    file.format === "poolTrace"
  );
}

function describe(file: Evidence): string {
  switch (file.format) {
    case "perfmon": {
      const { times, counters } = file.records;
      const seconds = ((times.at(-1) ?? NaN) - (times[0] ?? NaN)) / 1000;
      return `${count(times.length, "sample")} of ${count(counters.length, "counter")}${Number.isFinite(seconds) ? ` over ${durationInWords(seconds)}` : ""}`;
    }
    case "poolmon":
      return `${count(file.records.length, "snapshot")} of the tags`;
    case "debugger":
      return `A debugger's log with ${count(file.records.commands.length, "command")}`;
    case "poolTrace": {
      const { time } = file.records;
      const seconds = ((time.at(-1) ?? 0) - (time[0] ?? 0)) / 1e6;
      return `${count(time.length, "pool event")} in ${durationInWords(seconds)}`;
    }
    case "poolSummary":
      return `A summary of a pool trace with ${count(file.records.rows.length, "row")}`;
    case "sharedMemory":
      return `${count(file.records.length, "call")} on named sections, which are no pool`;
    case "findstr":
      return `${count(file.records.length, "file")} that hold${file.records.length === 1 ? "s" : ""} a tag's letters`;
    case "pooltag":
      return `A list that names ${count(file.records.length, "tag")}`;
  }
}
