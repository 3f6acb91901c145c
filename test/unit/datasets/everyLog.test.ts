import { describe, expect, it } from "vitest";
import { readLog } from "../../../src/pool/formats/readLog.ts";
import { readPoolSummary } from "../../../src/pool/formats/wpt/readPoolSummary.ts";
import { readPoolTrace } from "../../../src/pool/formats/wpt/readPoolTrace.ts";
import { bytesOf, manifest } from "./evidence.ts";

/** What each file is, by its name. */
function formatOf(file: string): string {
  if (/^perfmon/.test(file)) return "perfmon";
  if (/^(poolmon|pool\.csv)/.test(file)) return "poolmon";
  if (/^trace-(summary|report)/.test(file)) return "poolSummary";
  if (/^trace/.test(file)) return "poolTrace";
  if (/^(findstr|pooltag)/.test(file)) return file.replace(".txt", "");
  return file === "sharedmemory.csv" ? "sharedMemory" : "debugger";
}

const files = Object.entries(manifest.machines).flatMap(([machine, truth]) =>
  Object.keys(truth.files)
    // Logs of a week are read by the other tests.
    .filter((file) => !/-(week|autumn|load)\./.test(file))
    .map((file) => [machine, file] as const),
);

describe("every log", () => {
  it.each(files)("%s/%s is told what it is and read without loss or doubt", async (machine, file) => {
    const bytes = bytesOf(`${machine}/${file}`);
    const { evidence, refusal } = await readLog(bytes, { file });
    expect(refusal).toBe("");
    expect(evidence!.format).toBe(formatOf(file));
    // Lost events, a hit's cut stack and a count below zero are what these three are there for.
    const isFlawed = ["trace-lost.csv", "poolhittag.txt", "dump-commit.txt"].includes(file);
    const serious = evidence!.problems.filter(({ effect }) => effect === "lost" || (!isFlawed && effect === "doubt"));
    expect(serious).toEqual([]);
  });
});

describe("the traces", () => {
  it.each(files.filter(([, file]) => formatOf(file) === "poolTrace"))(
    "%s/%s has the events that its facts count",
    async (machine, file) => {
      const { records } = await readPoolTrace(bytesOf(`${machine}/${file}`));
      const facts = manifest.machines[machine]!.files[file]!.facts!;
      expect(records.lostEvents).toBe(facts["lostEvents"]);
      expect(records.event.filter((kind) => kind === 0)).toHaveLength(facts["allocations"] as number);
      expect(records.event.filter((kind) => kind === 1)).toHaveLength(facts["frees"] as number);
      expect(records.stacks).toHaveLength(facts["stacks"] as number);
      expect(records.stack.every((stack) => stack >= 0)).toBe(true);
    },
  );

  it.each(files.filter(([, file]) => formatOf(file) === "poolSummary"))(
    "%s/%s has the rows that its facts count",
    async (machine, file) => {
      const { records } = await readPoolSummary(bytesOf(`${machine}/${file}`));
      const facts = manifest.machines[machine]!.files[file]!.facts!;
      expect(records.rows).toHaveLength(facts["rows"] as number);
      expect(records.windowSeconds).toBe(facts["windowSeconds"]);
    },
  );
});
