import { serverColumns } from "../server/serverColumns.ts";
import type { Server } from "../server/windowsServer.ts";
import type { CounterSource } from "../CounterSource.ts";
import type { CounterColumn } from "../PerfmonCollector.ts";
import { createRandom } from "../Random.ts";
import type { BuiltLeak } from "./addLeaks.ts";
import type { CaseBuilder } from "./CaseBuilder.ts";
import type { CasePlan } from "./planCase.ts";
import { drawChoice } from "./Range.ts";

const ADAPTERS = [
  "Intel[R] 82574L Gigabit Network Connection",
  "vmxnet3 Ethernet Adapter",
  "Microsoft Hyper-V Network Adapter",
  "HPE Ethernet 10Gb 2-port 562FLR-SFP+Adpt",
] as const;

/** What people choose who do not take a whole collector set. */
const POOLS =
  /^\\(Memory\\(Pool (Paged|Nonpaged) (Bytes|Allocs)|Available MBytes|Committed Bytes)|System\\System Up Time)$/;
const FEW =
  /^\\(Memory\\(Cache Bytes|Pool Paged Resident Bytes)|Server\\(Bytes Total\/sec|Files Open|Server Sessions)|Processor\\% Processor Time|TCPv4\\Connections Established|Process\\Handle Count)$/;

/** The counters of a case's log. */
export function caseColumns(
  plan: CasePlan,
  server: Server,
  { agent, sites }: CaseBuilder,
  leaks: readonly BuiltLeak[],
): CounterColumn[] {
  const random = createRandom("case columns", plan.seed);
  const adapter = ADAPTERS[Math.floor(random.next() * ADAPTERS.length)]!;
  const columns = serverColumns(server, "short", adapter).filter(({ object, counter }) => {
    const path = `\\${object}\\${counter}`;
    return plan.counterSet === "whole" || POOLS.test(path) || (plan.counterSet === "few" && FEW.test(path));
  });
  const { failures } = plan.family.ranges;
  if (failures && plan.counterSet !== "pools" && drawChoice(failures.counted, random)) {
    const source: CounterSource = { of: "rate", meters: ["network errors"] };
    columns.push({ object: "Redirector", instance: "", counter: "Network Errors/sec", source });
  }
  const kept = leaks.find(({ process }) => process !== undefined);
  if (!kept) return columns;
  // Each object is a handle of the process, and charged to its quota.
  const [site] = kept.sites as [number];
  const bytes = kept.blocks.reduce((sum, { pool, blockBytes }) => sum + (pool === "nonpaged" ? blockBytes : 0), 0);
  return columns.map((column) => {
    if (column.object !== "Process" || column.instance !== agent || sites[site] === undefined) return column;
    if (column.counter === "Handle Count") return withBlocks(column, `${agent} handles`, site, 1);
    return column.counter === "Pool Nonpaged Bytes"
      ? withBlocks(column, `${agent} nonpaged quota`, site, bytes)
      : column;
  });
}

function withBlocks(column: CounterColumn, name: string, site: number, each: number): CounterColumn {
  return { ...column, source: { of: "gaugeAndBlocks", name, site, each } };
}

/** The meters that somebody looks at: PoolMon wants the page faults, the columns want theirs. */
export function metersOf(columns: readonly CounterColumn[]): Set<string> {
  const meters = new Set(["page faults"]);
  for (const { source } of columns) {
    const used = source.of === "rate" || source.of === "percent" ? source.meters : [];
    const divided = source.of === "quotient" ? [source.meter, ...source.per] : [];
    for (const meter of [...used, ...divided]) meters.add(meter);
  }
  return meters;
}
