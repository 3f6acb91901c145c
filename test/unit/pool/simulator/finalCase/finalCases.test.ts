import { describe, expect, it } from "vitest";
import { judgeCase } from "../../../../../src/pool/analyzers/case/judgeCase.ts";
import { pairHits } from "../../../../../src/pool/analyzers/hits/pairHits.ts";
import { tagGrowth } from "../../../../../src/pool/analyzers/snapshots/tagGrowth.ts";
import { tagSeries } from "../../../../../src/pool/analyzers/snapshots/tagSeries.ts";
import { outstandingStacks } from "../../../../../src/pool/analyzers/trace/outstandingStacks.ts";
import { pairEvents } from "../../../../../src/pool/analyzers/trace/pairEvents.ts";
import { groupByCaller } from "../../../../../src/pool/analyzers/verifier/groupByCaller.ts";
import type { Evidence, EvidenceFormat } from "../../../../../src/pool/formats/Evidence.ts";
import { readLog } from "../../../../../src/pool/formats/readLog.ts";
import { bytesBetween } from "../../../../../src/pool/formats/windbg/Address.ts";
import type { FinalAnswers } from "../../../../../src/pool/simulator/finalCase/FinalAnswers.ts";
import {
  finalAnswers,
  makeFinalCase,
  type FinalCase,
} from "../../../../../src/pool/simulator/finalCase/makeFinalCase.ts";

const FILES = [
  ...["dump.txt", "findstr.txt", "perfmon.csv", "poolhittag.txt", "poolmon.txt", "pooltag.txt"],
  ...["trace-summary.csv", "trace.csv", "verified.txt", "verifier.txt"],
];
const SEEDS = Array.from({ length: 12 }, (_, at) => at + 2);

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function readAll({ texts }: FinalCase): Promise<Map<string, Evidence>> {
  const read = await Promise.all([...texts].map(([file, text]) => readLog(bytesOf(text), { file })));
  return new Map(read.map(({ evidence, refusal }) => [evidence?.file ?? refusal, evidence!]));
}

function recordsOf<Format extends EvidenceFormat>(files: Map<string, Evidence>, file: string, format: Format) {
  const evidence = files.get(file)!;
  if (evidence.format !== format) throw new Error(`${file} was read as ${evidence.format}.`);
  return evidence.records as Extract<Evidence, { format: Format }>["records"];
}

/** What one machine's logs say, held against each other and against the truth. */
async function expectReconciled(files: Map<string, Evidence>, answers: FinalAnswers): Promise<void> {
  const { tag, pool, bytesPerHour, site, process, second } = answers;

  const snapshots = recordsOf(files, "poolmon.txt", "poolmon");
  const [first, next] = tagGrowth(snapshots);
  expect([first!.tag, first!.pool]).toEqual([tag, pool]);
  expect(Math.abs(first!.blockBytes! - answers.blockBytes)).toBeLessThan(answers.blockBytes < 4096 ? 8 : 2048);
  expect(first!.growthBytesPerHour! / bytesPerHour).toBeCloseTo(1, 2);
  expect([next!.tag, next!.pool]).toEqual([second.tag, second.pool]);
  // Whether the second one leaks can be seen: a leak gains as much each time, what fills comes to its end.
  const held = tagSeries(snapshots, second.tag, second.pool).values;
  const gains = [...held].slice(1).map((bytes, at) => bytes - held[at]!);
  const mean = (held.at(-1)! - held[0]!) / gains.length;
  if (second.leaks) expect(Math.min(...gains)).toBeGreaterThan(0.6 * mean);
  else expect(gains.at(-1)!).toBeLessThan(0.4 * mean);

  // The trace: what is unpaired at its end is the sum of its stacks, and comes at the same rate.
  const trace = recordsOf(files, "trace.csv", "poolTrace");
  const pairs = pairEvents(trace);
  const stacks = outstandingStacks(trace, pairs);
  expect(stacks.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.unfreed);
  const [leaking, ...others] = stacks.filter((stack) => stack.tag === tag);
  // Of the others only the last moments are left: they had no time to be freed.
  expect(leaking!.spread).toBe(8);
  for (const { spread, count } of others) {
    expect(spread).toBeLessThan(8);
    expect(count).toBeLessThan(0.3 * leaking!.count);
  }
  const left = new Map<string, number>();
  for (const [at, process] of trace.process.entries()) {
    if (pairs.partner[at]! >= 0 || trace.event[at] !== 0 || trace.tags[trace.tag[at]!] !== tag) continue;
    const name = trace.processes[process]!.replace(/ \(\d+\)$/, "");
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  const [most] = [...left].sort(([, a], [, b]) => b - a);
  expect(most![0]).toBe(process);
  const traced = (most![1] * answers.blockBytes * 3600) / (trace.time.at(-1)! / 1e6);
  expect(traced / bytesPerHour).toBeGreaterThan(0.85);
  expect(traced / bytesPerHour).toBeLessThan(1.15);
  // Who asks most often is another one, whose blocks are freed.
  const asked = (name: string) =>
    [...trace.event.keys()].filter(
      (at) => trace.event[at] === 0 && trace.processes[trace.process[at]!]!.startsWith(name),
    );
  expect(asked(answers.mistakes.freedProcess).length).toBeGreaterThan(asked(process).length);

  // The debugger: only what one place got is never freed; the place of the innocent caller is the same one.
  const place = `${site.module}+0x${site.returnsTo.toString(16)}`;
  const { hits } = recordsOf(files, "poolhittag.txt", "debugger");
  const allocations = pairHits(hits!).paths.filter(({ kind }) => kind === "allocate");
  const unfreed = allocations.filter(({ unpaired, hits: count }) => unpaired > 0.7 * count && unpaired > 5);
  expect(unfreed.map(({ frames }) => frames[1])).toEqual([place]);
  expect(allocations.filter(({ frames }) => frames[1] === place)).toHaveLength(2);

  // Verifier: the list is what is outstanding, most of it from that place, since the restart at the same rate.
  const verified = recordsOf(files, "verified.txt", "debugger");
  const [driver] = verified.verifierReports[0]!.drivers;
  expect(driver!.allocations).toHaveLength(driver!.currentAllocations.nonpaged + driver!.currentAllocations.paged);
  const [group] = groupByCaller(driver!, verified.verifierLogs);
  expect(group!.place).toBe(place);
  const since = (group!.count * answers.blockBytes * 3600) / verified.targets[0]!.uptimeSeconds!;
  expect(since / bytesPerHour).toBeGreaterThan(0.85);
  expect(since / bytesPerHour).toBeLessThan(1.15);

  // The dump: the tag's bytes over the uptime are the same rate, and the code around the hit allocates for it.
  const dump = recordsOf(files, "dump.txt", "debugger");
  const row = dump.poolUsed.find(({ filter }) => filter === tag)!.rows[0]![pool];
  expect((row.bytes * 3600) / dump.targets[0]!.uptimeSeconds! / bytesPerHour).toBeCloseTo(1, 1);
  expect(dump.modules.some(({ name }) => name === site.module)).toBe(true);
  const call = dump.instructions.find(
    ({ mnemonic, address, bytes }) =>
      mnemonic === "call" && bytesBetween(site.base, address) + bytes.length === site.returnsTo,
  );
  expect(call).toBeDefined();
  const loads = dump.instructions.filter(({ bytes }) => String.fromCharCode(...bytes.slice(-4)) === tag);
  expect(loads.length).toBeGreaterThanOrEqual(3);
}

describe("the final case", () => {
  it.each(SEEDS)(
    "of seed %i has logs of all tools that are read whole, agree, and lead to tag and driver",
    async (seed) => {
      const made = makeFinalCase(seed);
      expect([...made.texts.keys()].sort()).toEqual(FILES);
      expect([...made.texts.values()].reduce((sum, text) => sum + text.length, 0)).toBeLessThan(2_500_000);
      const files = await readAll(made);
      expect([...files.keys()].sort()).toEqual(FILES);
      const serious = [...files.values()].flatMap(({ file, problems }) =>
        problems.filter(({ effect }) => effect !== "note" && file !== "poolhittag.txt"),
      );
      expect(serious).toEqual([]);
      const { answers } = made;
      const finding = judgeCase([...files.values()]);
      expect([finding.verdict, finding.pool, finding.tag, finding.driver]).toEqual([
        ...["leak", answers.pool],
        ...[answers.tag, answers.driver],
      ]);
      expect(finding.rate!.value / answers.bytesPerHour).toBeCloseTo(1, 1);
      await expectReconciled(files, answers);
    },
  );

  it("is the same each time, and another for another seed", () => {
    const [one, same, other] = [makeFinalCase(3), makeFinalCase(3), makeFinalCase(4)];
    expect([...same.texts]).toEqual([...one.texts]);
    expect(other.texts.get("poolmon.txt")).not.toBe(one.texts.get("poolmon.txt"));
    expect(finalAnswers(3)).toEqual(one.answers);
  });

  it("differs from seed to seed in everything that a report is asked for", () => {
    const answers = Array.from({ length: 12 }, (_, at) => finalAnswers(at + 100));
    const count = (of: (answers: FinalAnswers) => unknown) => new Set(answers.map(of)).size;
    expect(count(({ pool }) => pool)).toBe(2);
    expect(count(({ operatingSystem }) => operatingSystem)).toBe(2);
    expect(count(({ second }) => second.leaks)).toBe(2);
    expect(count(({ tag }) => tag)).toBeGreaterThan(6);
    expect(count(({ process }) => process)).toBeGreaterThan(3);
    expect(count(({ bytesPerHour }) => bytesPerHour)).toBe(12);
    expect(count(({ site }) => site.returnsTo)).toBe(12);
  });
});
