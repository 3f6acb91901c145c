import { describe, expect, it } from "vitest";
import { callerGrowth, judgeCase } from "../../../../../src/pool/index.ts";
import { session, snapshots } from "../case/makeEvidence.ts";
import { makeSnapshots, row } from "../makeLog.ts";
import { look, type Held } from "./makeLook.ts";

const held = (from: number, count: number, more: Partial<Held> = {}): Held => ({ from, count, ...more });
const driverOf = async (text: string) => (await session(text)).records.verifierReports[0]!.drivers[0]!;

describe("two looks at Verifier's list", () => {
  it("tell who gained from who only holds, and what stayed from what was replaced", async () => {
    const first = await driverOf(
      look({ hours: 1, groups: [held(0, 40), held(5000, 900, { offset: 0x2010, bytes: 64 })] }),
    );
    // The table keeps nearly all its blocks and gets as many new ones; the leak keeps all and doubles.
    const second = await driverOf(
      look({ hours: 2, groups: [held(0, 80), held(5010, 900, { offset: 0x2010, bytes: 64 })] }),
    );
    expect(callerGrowth(first, second)).toMatchObject([
      { place: "foo+0x1010", before: 40, after: 80, kept: 40, growthBlocks: 40, growthBytes: 40 * 512 },
      { place: "foo+0x2010", before: 900, after: 900, kept: 890, growthBlocks: 0, growthBytes: 0 },
    ]);
  });

  it("show callers that only one of them has", async () => {
    const none = await driverOf(look({ hours: 1, groups: [held(0, 2)] }));
    const other = await driverOf(look({ hours: 1, groups: [held(100, 3, { offset: 0x2010 })] }));
    expect(callerGrowth(none, other)).toMatchObject([
      { place: "foo+0x2010", before: 0, after: 3, kept: 0 },
      { place: "foo+0x1010", before: 2, after: 0, kept: 0, growthBlocks: -2 },
    ]);
  });
});

describe("a case of two looks", () => {
  const looks = async (first: Parameters<typeof look>[0], second: Parameters<typeof look>[0]) =>
    judgeCase([await session(look(first), "first.txt"), await session(look(second), "second.txt")]);

  it("is a leak where one caller gained for hours as before, and gave nothing back", async () => {
    const finding = await looks({ hours: 5, groups: [held(0, 1000)] }, { hours: 10, groups: [held(0, 2000)] });
    expect(finding).toMatchObject({ verdict: "leak", tag: "Foo1", driver: "foo.sys", confidenceWord: "medium" });
    expect(finding.rate!.value).toBe(200 * 512);
    expect(finding.reasons.join(" ")).toMatch(/from 1000 to 2000.*1000 blocks of the first look all are still there/);
    expect(finding.sites[0]).toMatchObject({ place: "foo+0x1010", blocks: 2000, file: "second.txt" });
  });

  it("is none, but names whom to watch, where the looks lie minutes apart", async () => {
    const finding = await looks({ hours: 5, groups: [held(0, 1000)] }, { hours: 5.1, groups: [held(0, 1020)] });
    expect(finding).toMatchObject({ verdict: "unclear", driver: "foo.sys", confidenceWord: "low" });
    expect(finding.against.join(" ")).toMatch(/less than an hour/);
  });

  it("is none where blocks come and go, and none where they came all at once", async () => {
    const busy = await looks({ hours: 5, groups: [held(0, 1000)] }, { hours: 10, groups: [held(600, 2000)] });
    expect(busy.verdict).toBe("unclear");
    expect(busy.reasons.join(" ")).toMatch(/they come and go/);
    const burst = await looks({ hours: 99, groups: [held(0, 100)] }, { hours: 100, groups: [held(0, 9000)] });
    expect(burst.verdict).toBe("unclear");
  });

  it("compares nothing across a restart, and nothing of two drivers", async () => {
    const restarted = await looks(
      { hours: 50, groups: [held(0, 1000)] },
      { hours: 1, day: 3, groups: [held(0, 2000)] },
    );
    expect(restarted.summary).toMatch(/one look cannot tell/);
    const two = await looks(
      { hours: 5, groups: [held(0, 1000)] },
      { hours: 10, driver: "bar", groups: [held(0, 2000)] },
    );
    expect(two.summary).toMatch(/one look cannot tell/);
  });
});

describe("two snapshots beside Verifier's list", () => {
  const taken = makeSnapshots(2, 10, (i) => [
    row("MmSt", "paged", 30_000 + 1500 * i, 100, 1280),
    row("Foo1", "paged", 600 * i, 0, 512),
  ]);

  it("point to the verified driver, whose tag they show growing, and not to the cache that gained most", async () => {
    expect(judgeCase([snapshots(taken)])).toMatchObject({ verdict: "unclear", tag: "MmSt" });
    const finding = judgeCase([snapshots(taken), await session(look({ hours: 1, groups: [held(0, 600)] }))]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: "Foo1", pool: "paged", driver: "foo.sys" });
    expect(finding.next.map(({ command }) => command)).toEqual(["kd-verifier-log", "kd-verifier", "poolmon-loop"]);
    expect(finding.reasons.join(" ")).toMatch(/tag Foo1 gained 600 blocks/);
  });

  it("stay with what gained most where they do not show the driver's tag growing", async () => {
    const still = makeSnapshots(2, 10, (i) => [
      row("MmSt", "paged", 30_000 + 1500 * i, 100, 1280),
      row("Foo1", "paged", 600, 0, 512),
    ]);
    const finding = judgeCase([snapshots(still), await session(look({ hours: 1, groups: [held(0, 600)] }))]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: "MmSt" });
  });
});
