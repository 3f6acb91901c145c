import type { DebuggerSession } from "../formats/windbg/DebuggerSession.ts";
import { countOf } from "./factWords.ts";
import type { Fact, RecordDescription } from "./LogDescription.ts";

/** Which commands a debugger's log holds, and what was understood of their output. */
export function describeSession(session: DebuggerSession): RecordDescription {
  const { commands } = session;
  const understood = commands.filter(({ isUnderstood }) => isUnderstood);
  if (understood.length === 0) return { facts: [] };
  const left = commands.filter(({ isUnderstood, text }) => !isUnderstood && text !== "").map(({ text }) => text);
  const read = readParts(session);
  const facts: Fact[] = [
    { what: "commands", says: `${countOf(commands.length, "command")}, ${understood.length} of them understood` },
  ];
  if (read.length > 0) facts.push({ what: "read", says: read.join(", ") });
  if (left.length > 0) facts.push({ what: "left aside", says: namesOf(left) });
  return { facts };
}

function readParts(session: DebuggerSession): string[] {
  const blocks = session.poolPages.reduce((sum, { blocks }) => sum + blocks.length, 0);
  const kinds: [number, string, string?][] = [
    [session.vm.length, "!vm report"],
    [session.poolUsed.length, "!poolused table"],
    [blocks, "pool block"],
    [session.poolFinds.length, "!poolfind list"],
    [session.modules.length, "module"],
    [session.searchHits.length, "place of a tag", "places of a tag"],
    [session.memory.length, "row of memory", "rows of memory"],
    [session.instructions.length, "instruction"],
    [session.hits?.time.length ?? 0, "allocation caught by PoolHitTag", "allocations caught by PoolHitTag"],
    [session.verifierReports.length, "report of Driver Verifier", "reports of Driver Verifier"],
    [session.verifierLogs.length, "log of Driver Verifier", "logs of Driver Verifier"],
    [session.irps.length, "IRP"],
    [session.irpFinds.length, "row of !irpfind", "rows of !irpfind"],
    [session.objects.length, "object or handle", "objects or handles"],
  ];
  return kinds.filter(([number]) => number > 0).map(([number, one, many]) => countOf(number, one, many));
}

function namesOf(texts: readonly string[]): string {
  const names = [...new Set(texts.map((text) => (text.length > 24 ? `${text.slice(0, 24)}…` : text)))];
  return names.slice(0, 8).join(", ") + (names.length > 8 ? `, and ${names.length - 8} more` : "");
}
