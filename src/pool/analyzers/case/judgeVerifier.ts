import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import { groupByCaller } from "../verifier/groupByCaller.ts";
import { unclear } from "../verdict/cannotTell.ts";
import { nextStep } from "../verdict/nextStep.ts";
import type { Verdict } from "../verdict/Verdict.ts";
import { bytesInWords, shareInWords } from "../verdict/words.ts";
import type { FromFile } from "./gatherCase.ts";
import { judgeLooks } from "./judgeLooks.ts";
import { verifierLooks, type VerifierLook } from "./verifierLooks.ts";

/**
 * What Driver Verifier's lists say by themselves: who asked for what a driver holds. Two looks of one boot show who gained. Of one look a
 * driver that is loaded may hold all of it rightly; one that was unloaded holds nothing rightly, so what is left of it is leaked.
 */
export function judgeVerifier(sessions: readonly FromFile<DebuggerSession>[]): Verdict | undefined {
  const looks = verifierLooks(sessions);
  const last = looks.at(-1);
  if (last === undefined) return undefined;
  return (last.driver.state === "unloaded" ? undefined : judgeLooks(looks)) ?? judgeLook(last);
}

function judgeLook({ driver, file, records }: VerifierLook): Verdict {
  const groups = groupByCaller(driver, records.verifierLogs, records.modules);
  const top = groups[0]!;
  const share = top.count / driver.allocations.length;
  const isUnloaded = driver.state === "unloaded";
  return unclear(
    isUnloaded
      ? `${driver.name} was unloaded and left ${driver.allocations.length} blocks behind: it leaks them, most from ${top.place}.`
      : `${driver.name} holds ${driver.allocations.length} blocks, ${shareInWords(share)} of them from ${top.place}; whether they grow, one look cannot tell.`,
    {
      verdict: isUnloaded ? "leak" : "unclear",
      tag: top.tag,
      driver: driver.name,
      confidence: isUnloaded ? 0.9 : 0.3,
      confidenceWord: isUnloaded ? "high" : "low",
      reasons: [
        `${top.count} blocks of tag ${top.tag.trimEnd()}, ${bytesInWords(top.bytes)}, were asked for by ${top.place} (line ${top.line}).`,
      ],
      against: [
        ...(isUnloaded ? [] : ["The driver is loaded, and may hold all of it rightly."]),
        ...ringDoubts(top.stack.length > 0, records),
      ],
      next: [
        ...(top.stack.length > 0
          ? []
          : [nextStep(`Follow one of the blocks, ${top.example}, to its stack.`, "kd-verifier-log")]),
        nextStep("Look again after some hours of the same work: what grows is the leak.", "kd-verifier", {
          driver: driver.name,
        }),
      ],
      lines: [top.line],
      log: file || undefined,
    },
  );
}

/** The log of operations is a ring: silence about a block says nothing. */
export function ringDoubts(hasStack: boolean, { verifierLogs }: Pick<DebuggerSession, "verifierLogs">): string[] {
  if (hasStack || verifierLogs.length === 0) return [];
  const capacity = verifierLogs.find((log) => log.capacity !== undefined)?.capacity;
  return [
    `None of these blocks is in Verifier's log of operations: it is a ring${capacity === undefined ? "" : ` of ${capacity} entries`}, and older ones are overwritten. That says nothing of the blocks.`,
  ];
}
