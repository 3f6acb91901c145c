import type { Evidence } from "../formats/Evidence.ts";
import { describeCounters } from "./describeCounters.ts";
import { describeSession } from "./describeSession.ts";
import { describeSnapshots } from "./describeSnapshots.ts";
import { describeTagFiles, describeTagList } from "./describeTags.ts";
import { describeSummary, describeTrace } from "./describeTrace.ts";
import { count } from "./factWords.ts";
import type { RecordDescription } from "./LogDescription.ts";

/** Says in facts what was read of a file. */
export function describeEvidence(evidence: Evidence): RecordDescription {
  switch (evidence.format) {
    case "perfmon":
      return describeCounters(evidence.records);
    case "poolmon":
      return describeSnapshots(evidence.records);
    case "debugger":
      return describeSession(evidence.records);
    case "poolTrace":
      return describeTrace(evidence.records);
    case "poolSummary":
      return describeSummary(evidence.records);
    case "sharedMemory":
      return evidence.records.length === 0
        ? { facts: [] }
        : { facts: [{ what: "calls", says: count(evidence.records.length) }] };
    case "findstr":
      return describeTagFiles(evidence.records);
    case "pooltag":
      return describeTagList(evidence.records);
  }
}
