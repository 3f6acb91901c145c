import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { judgeCase } from "../../../src/pool/analyzers/case/judgeCase.ts";
import type { Evidence } from "../../../src/pool/formats/Evidence.ts";
import { readLog } from "../../../src/pool/formats/readLog.ts";
import type { Manifest } from "../../../src/pool/simulator/Manifest.ts";

const datasets = new URL("../../../datasets/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("manifest.json", datasets), "utf8")) as Manifest;

/** Everything that was recorded of a machine in a period, read as a stranger's files are. */
async function evidenceOf(machine: string, period: string): Promise<Evidence[]> {
  const { files } = manifest.machines[machine]!;
  const names = Object.keys(files).filter(
    (name) => files[name]!.period === period || files[name]!.period === undefined,
  );
  const read = await Promise.all(
    names.map((name) => readLog(new Uint8Array(readFileSync(new URL(`${machine}/${name}`, datasets))), { file: name })),
  );
  return read.flatMap(({ evidence }) => evidence ?? []);
}

const periods = Object.entries(manifest.machines).flatMap(([machine, { periods }]) =>
  Object.entries(periods).map(([period, truth]) => ({ machine, period, truth })),
);

/** What these recordings are too short or too broken for: there "not enough to tell" is right, whatever really leaked. */
const tooLittle = new Set([
  // Half an hour, in which tags were patched, and a quarter of an hour under Driver Verifier.
  "contoso-fs1 lab",
  "contoso-fs1 verified",
  "fabrikam-app2 lab",
  "fabrikam-app2 verified",
  // Three days in seven parts, between which load went up and down.
  "fabrikam-app2 autumn",
]);

describe("the case of all files of a period", () => {
  test.each(periods)("comes to the truth of $machine's $period", async ({ machine, period, truth }) => {
    const finding = judgeCase(await evidenceOf(machine, period));
    const [leak] = truth.leaks.toSorted((a, b) => b.bytesPerHour - a.bytesPerHour);
    const isTooLittle = truth.verdict === "not enough" || tooLittle.has(`${machine} ${period}`);
    expect(finding.verdict, finding.summary).toBe(isTooLittle ? "unclear" : truth.verdict);
    // A driver is named rightly or not at all.
    if (finding.driver !== undefined) expect(finding.driver).toBe(leak?.driver);
    if (finding.verdict !== "leak" || !leak) return;
    expect(finding.pool).toBe(leak.pool);
    expect(finding.tag ?? leak.tag).toBe(leak.tag);
    expect(finding.rate!.value / leak.bytesPerHour).toBeGreaterThan(0.8);
    expect(finding.rate!.value / leak.bytesPerHour).toBeLessThan(1.25);
  });

  test("names the tag wherever PoolMon's snapshots show a leak", async () => {
    const leaks = periods.filter(({ machine, period, truth }) => {
      const { files } = manifest.machines[machine]!;
      const hasSnapshots = Object.values(files).some((file) => file.period === period && file.poolmon);
      return truth.verdict === "leak" && hasSnapshots && !tooLittle.has(`${machine} ${period}`);
    });
    expect(leaks.length).toBeGreaterThanOrEqual(8);
    for (const { machine, period } of leaks)
      expect(judgeCase(await evidenceOf(machine, period)).tag, `${machine} ${period}`).toBeDefined();
  });
});
