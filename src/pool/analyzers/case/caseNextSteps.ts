import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import { kindOfTag } from "../../formats/tags/knownTags.ts";
import type { DriverCandidate } from "../snapshots/tagToDriver.ts";
import { nextStep } from "../verdict/nextStep.ts";
import { hasOwner } from "../verdict/tagEvidence.ts";
import type { NextStep, Verdict } from "../verdict/Verdict.ts";
import { ringDoubts } from "./judgeVerifier.ts";
import type { CallSite } from "./Finding.ts";
import type { CaseFiles } from "./gatherCase.ts";

const MOST = 6;

/** What to collect after a verdict, beyond what it says itself: who of several it is, and from where in the code. Each command once. */
export function caseNextSteps(
  verdict: Verdict,
  files: CaseFiles,
  sites: readonly CallSite[],
  candidates: readonly DriverCandidate[],
): NextStep[] {
  const { tag, driver } = verdict;
  const more: NextStep[] = [];
  const stacks = sites.filter(({ stack }) => stack.length > 0);
  if (verdict.verdict === "leak" && tag !== undefined && stacks.length === 0 && kindOfTag(tag) !== "object") {
    const suspects = [...new Set(candidates.filter(({ worth }) => worth !== "weak").map((each) => each.driver))];
    const one = driver ?? (suspects.length === 1 ? suspects[0] : undefined);
    const verified = files.sessions.some(({ records }) => records.verifierReports.length > 0);
    if (verified && files.sessions.some(({ records }) => ringDoubts(false, records).length > 0))
      more.push(
        nextStep(
          "Follow one of the newest blocks to its stack: old ones are no longer in the ring.",
          "kd-verifier-log",
        ),
      );
    if (!hasOwner(kindOfTag(tag)) || suspects.length > 1)
      more.push(nextStep("Several drivers may use this tag: record who allocates under it.", "trace-tag", { tag }));
    if (one !== undefined && /\.sys$/i.test(one) && !verified)
      more.push(
        nextStep(`If no update of ${one} helps, let its blocks be listed with who asked for each.`, "verifier-pool", {
          driver: one,
        }),
      );
  }
  const seen = new Set<string>();
  return [...verdict.next, ...more]
    .filter(({ command }) => !isDone(command, verdict, files, sites))
    .filter(({ command, text }) => (seen.has(command + text) ? false : seen.add(command + text)))
    .slice(0, MOST);
}

/** Whether the files have the answer of a debugger's command already. */
function isDone(
  command: NextStep["command"],
  { tag }: Verdict,
  { sessions }: CaseFiles,
  sites: readonly CallSite[],
): boolean {
  const some = (has: (records: DebuggerSession) => boolean) => sessions.some(({ records }) => has(records));
  if (command === "kd-search-tag") return sites.some(({ evidence }) => evidence === "tag search");
  if (command === "kd-time")
    return some(({ targets }) => targets.some(({ uptimeSeconds }) => uptimeSeconds !== undefined));
  if (command !== "kd-poolused-tag") return false;
  return some(({ poolUsed }) =>
    poolUsed.some(({ layout, rows }) => layout === "verbose" && rows.some((row) => row.tag === tag)),
  );
}
