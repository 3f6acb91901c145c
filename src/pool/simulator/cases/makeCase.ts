import type { Evidence } from "../../formats/Evidence.ts";
import type { CounterLog } from "../../formats/perfmon/CounterLog.ts";
import { printPerfmon } from "../../formats/perfmon/printPerfmon.ts";
import type { PoolSnapshot } from "../../formats/poolmon/PoolSnapshot.ts";
import { printPoolmon } from "../../formats/poolmon/printPoolmon.ts";
import type { TagFile } from "../../formats/tags/readFindstr.ts";
import type { Scenario } from "../Scenario.ts";
import { buildCase } from "./buildCase.ts";
import type { CaseTruth } from "./CaseTruth.ts";
import { planCase } from "./planCase.ts";
import { recordCase } from "./recordCase.ts";

/** The evidence of a case as records: what somebody happened to collect. */
export interface CaseEvidence {
  perfmon?: CounterLog;
  poolmon?: PoolSnapshot[];
  /** snapshots of a PowerShell collector: no memory lines */
  tagCsv?: PoolSnapshot[];
  /** which driver files hold the third parties' tags and the shared ones */
  findstr?: TagFile[];
}

/** A case: evidence to judge, and the truth to measure the judgement by. */
export interface PoolCase {
  seed: number;
  truth: CaseTruth;
  /** the machine as it was played; further tools' logs can be made from it */
  scenario: Scenario;
  evidence(): CaseEvidence;
  /** the same as the verdict takes it: one entry for each file */
  files(): Evidence[];
  /** the same as texts, by file name, where a tool prints one */
  texts(): Map<string, string>;
}

/** Makes the case of a seed: the same one each time, on any machine. It takes some tens of milliseconds. */
export function makeCase(seed: number): PoolCase {
  const built = buildCase(planCase(seed));
  const { evidence, truth, layout } = recordCase(built);
  return {
    seed,
    truth,
    scenario: built.scenario,
    evidence: () => evidence,
    files: () => evidenceFiles(evidence),
    texts: () => {
      const texts = new Map<string, string>();
      if (evidence.perfmon) texts.set("perfmon.csv", printPerfmon(evidence.perfmon));
      if (evidence.poolmon) texts.set("poolmon.txt", printPoolmon(evidence.poolmon, { layout }));
      return texts;
    },
  };
}

function evidenceFiles({ perfmon, poolmon, tagCsv, findstr }: CaseEvidence): Evidence[] {
  const files: Evidence[] = [];
  if (perfmon) files.push({ format: "perfmon", records: perfmon, file: "perfmon.csv", problems: [] });
  if (poolmon) files.push({ format: "poolmon", records: poolmon, file: "poolmon.txt", problems: [] });
  if (tagCsv) files.push({ format: "poolmon", records: tagCsv, file: "pool.csv", problems: [] });
  if (findstr) files.push({ format: "findstr", records: findstr, file: "findstr.txt", problems: [] });
  return files;
}
