import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import type { DebuggerSession } from "../../formats/windbg/DebuggerSession.ts";
import type { PoolTrace } from "../../formats/wpt/PoolTrace.ts";
import { fileOfModule, tagSites } from "../code/tagSites.ts";
import { moduleOfFrame, ownerFrame } from "../code/ownerFrame.ts";
import { pairHits } from "../hits/pairHits.ts";
import { outstandingStacks } from "../trace/outstandingStacks.ts";
import { pairEvents } from "../trace/pairEvents.ts";
import { groupByCaller } from "../verifier/groupByCaller.ts";
import { bytesInWords } from "../verdict/words.ts";
import type { CallSite } from "./Finding.ts";
import type { CaseFiles, FromFile } from "./gatherCase.ts";
import { verifierLooks } from "./verifierLooks.ts";

const MOST_OF_A_KIND = 3;
/** The surest first: a pointer that was followed proves more than the bytes of an instruction. */
const ORDER: readonly CallSite["evidence"][] = ["Driver Verifier", "PoolHitTag", "trace", "tag search"];

/**
 * The places in code that ask for a tag's blocks, as far as the files show them: the surest kind of evidence first.
 *
 * @param pool the pool that the tag fills: code that allocates from the other one cannot be it
 */
export function findSites(files: CaseFiles, tag: string, pool?: Pool): CallSite[] {
  const padded = tag.padEnd(4);
  const sites = [
    ...sitesOfVerifier(files.sessions, padded),
    ...files.sessions.flatMap((session) => [...sitesOfHits(session, padded), ...sitesOfSearch(session, padded, pool)]),
    ...files.traces.flatMap((trace) => sitesOfTrace(trace, padded)),
  ];
  return sites.sort((a, b) => ORDER.indexOf(a.evidence) - ORDER.indexOf(b.evidence));
}

function sitesOfVerifier(sessions: readonly FromFile<DebuggerSession>[], tag: string): CallSite[] {
  const last = new Map(verifierLooks(sessions).map((look) => [look.driver.name, look]));
  return [...last.values()].flatMap(({ driver, file, records }) =>
    groupByCaller(driver, records.verifierLogs, records.modules)
      .filter((group) => group.tag === tag)
      .slice(0, MOST_OF_A_KIND)
      .map((group): CallSite => {
        const isSought = records.verifierLogs.length > 0 && group.stack.length === 0;
        return {
          place: group.place,
          driver: driver.name,
          stack: group.stack,
          evidence: "Driver Verifier",
          blocks: group.count,
          bytes: group.bytes,
          says: `Driver Verifier lists ${group.count} blocks of ${bytesInWords(group.bytes)} that ${group.place} asked for and nobody freed${isSought ? "; the log of stacks has none of them" : ""}.`,
          line: group.line,
          file,
        };
      }),
  );
}

function sitesOfHits({ file, records }: FromFile<DebuggerSession>, tag: string): CallSite[] {
  const { hits } = records;
  if (!hits || (hits.tag !== undefined && hits.tag !== tag)) return [];
  const summary = pairHits(hits);
  return summary.paths
    .filter(({ kind }) => kind === "allocate")
    .slice(0, MOST_OF_A_KIND)
    .map((path): CallSite => {
      const frame = ownerFrame(hits.stacks[path.stack]!);
      const isPaired = path.withoutPointer < path.hits;
      return {
        place: frame?.symbol ?? path.frames[0] ?? "an unknown place",
        driver: frame?.module === undefined ? undefined : fileOfModule({ name: frame.module, imageName: undefined }),
        stack: path.frames,
        evidence: "PoolHitTag",
        blocks: isPaired ? path.unpaired : undefined,
        bytes: undefined,
        says: isPaired
          ? `Of ${path.hits} allocations on this path ${path.unpaired} were not freed in the session; a block may still be freed after it.`
          : `${path.hits} of ${summary.allocations} allocations came this way, beside ${summary.frees} frees of the tag; without pointers they cannot be paired.`,
        line: path.line,
        file,
      };
    });
}

function sitesOfTrace({ file, records }: FromFile<PoolTrace>, tag: string): CallSite[] {
  return outstandingStacks(records, pairEvents(records))
    .filter((each) => each.tag === tag && each.stack.length > 0)
    .slice(0, MOST_OF_A_KIND)
    .map((each): CallSite => {
      // The trace shows the outermost frame first.
      const stack = each.stack.toReversed();
      const frame = ownerFrame(stack.map((symbol) => ({ symbol, module: moduleOfFrame(symbol) })));
      const rest = each.isEdge
        ? "all of them at the end of the window, where they had no time to be freed"
        : `in ${each.spread} of 8 parts of the window, while ${each.freed} others were freed`;
      return {
        place: frame?.symbol ?? stack[0]!,
        driver: frame?.module === undefined ? undefined : fileOfModule({ name: frame.module, imageName: undefined }),
        stack,
        process: each.processes[0],
        evidence: "trace",
        blocks: each.count,
        bytes: each.bytes,
        says: `In the trace ${each.count} blocks of ${bytesInWords(each.bytes)} from this path stayed, ${rest}.`,
        line: each.line,
        file,
      };
    });
}

function sitesOfSearch({ file, records }: FromFile<DebuggerSession>, tag: string, pool: Pool | undefined): CallSite[] {
  return tagSites(records, tag)
    .filter(({ site }) => site.kind === "allocate" && (site.pool ?? pool) === (pool ?? site.pool))
    .map(({ place, module, site, line }): CallSite => ({
      place,
      driver: module && fileOfModule(module),
      stack: [],
      evidence: "tag search",
      blocks: undefined,
      bytes: undefined,
      says: `${site.reason}${site.pool === undefined ? "" : ` It allocates from the ${site.pool} pool.`}`,
      line,
      file,
    }));
}
