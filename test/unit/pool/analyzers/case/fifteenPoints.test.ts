import { describe, expect, it } from "vitest";
import {
  compareDumps,
  dumpShares,
  judgeCase,
  lifetimes,
  pairEvents,
  tagSites,
  tagToValue,
  type Finding,
} from "../../../../../src/pool/index.ts";
import { protectedValue } from "../../../../../src/pool/formats/tags/tagValue.ts";
import { LOAD, makeLog, makeSnapshots, MiB, NONPAGED, random, row, UP_TIME, workingDay } from "../makeLog.ts";
import { counters, dumpText, makeTrace, session, snapshots, trace } from "./makeEvidence.ts";

const text = ({ reasons, against }: Finding): string => [...reasons, ...against].join(" ");

// The points that every verdict must get right, each by the verdict over a case.
describe("a verdict over a case", () => {
  it("1: judges growth, not size", () => {
    const finding = judgeCase([
      snapshots(
        makeSnapshots(6, 60, (i) => [
          row("Grow", "nonpaged", 1000 + 400 * i, 0, 512),
          row("Huge", "nonpaged", 50_000, 0, 65_536),
        ]),
      ),
    ]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Grow" });
  });

  it("2: judges the floor, not the peak", () => {
    const next = random(5);
    const peaks = makeLog(2016, 300, {
      [NONPAGED]: (h) => 100 * MiB + (50 + h) * MiB * workingDay(h) + next() * MiB,
      [LOAD]: (h) => (50 + h) * workingDay(h),
    });
    expect(judgeCase([counters(peaks)]).verdict).toBe("load");
  });

  it("3: takes no blank for zero", () => {
    const log = makeLog(2016, 300, {
      [NONPAGED]: (_, i) => (i % 7 === 3 ? NaN : 100 * MiB + i * 40_000),
      [LOAD]: workingDay,
    });
    const finding = judgeCase([counters(log)]);
    expect(finding.verdict).toBe("leak");
    expect(finding.rate!.value / (12 * 40_000)).toBeCloseTo(1, 2);
  });

  it("4: sees a restart, the end of summer time and the wrap of a counter", () => {
    const log = makeLog(2016, 300, {
      [NONPAGED]: (_, i) => 100 * MiB + (i < 1000 ? i : i - 1000) * 100_000,
      [UP_TIME]: (_, i) => (i < 1000 ? 9e5 + i * 300 : (i - 999) * 300),
    });
    const restarted = judgeCase([counters(log)]);
    expect(text(restarted)).toMatch(/was restarted once \(line 1002\)/);
    expect(restarted).toMatchObject({ verdict: "leak" });
    expect(restarted.rate!.value / (12 * 100_000)).toBeCloseTo(1, 1);

    const taken = makeSnapshots(6, 30, (i) => [row("Leak", "nonpaged", 5000 + 900 * i, 0, 1024)]);
    const setBack = taken.map((each, i) => (i < 3 ? each : { ...each, time: each.time! - 45 * 60_000 }));
    expect(text(judgeCase([snapshots(setBack)]))).toMatch(/clock was set back/);

    const wrap = makeSnapshots(6, 60, (i) => {
      const allocs = 2 ** 32 - 10_000 + 4000 * i;
      const diff = 20_000 + 4000 * i;
      return [{ ...row("Wrap", "nonpaged", allocs % 2 ** 32, 2 ** 32 - 30_000, 64), diff, bytes: diff * 64 }];
    });
    expect(judgeCase([snapshots(wrap)])).toMatchObject({ verdict: "leak", tag: "Wrap" });
  });

  it("5: keeps a tag's blanks, and its row of one pool apart from that of the other", () => {
    const finding = judgeCase([
      snapshots(
        makeSnapshots(6, 60, (i) => [
          row("Dh 1", "paged", 3000 + 900 * i, 0, 1120),
          row("Dh 1", "nonpaged", 90_000, 0, 64),
        ]),
      ),
    ]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Dh 1", pool: "paged" });
    expect(finding.growth!.value).toBe(5 * 900 * 1120);
  });

  it("6: takes `Pool N:` for the nonpaged pool", () => {
    const taken = makeSnapshots(6, 60, (i) => [row("Leak", "nonpaged", 5000 + 900 * i, 0, 1024)], {
      header: (i) => ({ nonpaged: 50 * MiB + 900 * i * 1024, paged: 900 * MiB - i * MiB }),
    });
    const finding = judgeCase([snapshots(taken)]);
    expect(finding).toMatchObject({ verdict: "leak", pool: "nonpaged" });
    expect(text(finding)).toMatch(/nonpaged pool grew by 4.39 MiB\. .*explains 100 %/);
  });

  it("7: takes Allocs of `!poolused` for what is held, except in the verbose layout", async () => {
    const { records } = await session(
      dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 1:35:00.000" }),
    );
    expect(dumpShares(records.poolUsed[0]!)[0]).toMatchObject({ tag: "Leak", outstanding: 5600, allocs: undefined });
    const verbose = await session(` 0: kd> !poolused 1
               NonPaged                             Paged
 Tag     Allocs     Frees      Diff         Used     Allocs     Frees      Diff         Used
 Leak      9000      3400      5600   5872025600          0         0         0            0\tUNKNOWN pooltag 'Leak', please update pooltag.txt
TOTAL      9000      3400      5600   5872025600          0         0         0            0
`);
    expect(dumpShares(verbose.records.poolUsed[0]!)[0]).toMatchObject({ outstanding: 5600, allocs: 9000, frees: 3400 });
  });

  it("8: adds NonPagedPool and NonPagedPoolNx", async () => {
    const dump = await session(
      dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 1:35:00.000" }),
    );
    const [vm] = dump.records.vm;
    expect(vm!.nonpagedBytes).toBe(4096 * 1024 + 5700 * MiB);
    const [leak] = dumpShares(dump.records.poolUsed[0]!, vm);
    expect(leak!.share).toBeCloseTo((5600 * MiB) / vm!.nonpagedBytes!, 6);
  });

  it("9: takes the layout from the debugger's columns, whatever its version", async () => {
    const classic = await session(`0: kd> !poolused 2
   Sorting by  NonPaged Pool Consumed

  Pool Used:
            NonPaged            Paged
 Tag    Allocs     Used    Allocs     Used
 Leak     5600 5872025600         0        0UNKNOWN pooltag 'Leak', please update pooltag.txt
 TOTAL    5600 5872025600         0        0
`);
    const wide = await session(
      dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 1:35:00.000" }),
    );
    for (const { records } of [classic, wide])
      expect(dumpShares(records.poolUsed[0]!)[0]).toMatchObject({ tag: "Leak", bytes: 5872025600, outstanding: 5600 });
    expect(classic.records.poolUsed[0]!.layout).not.toBe(wide.records.poolUsed[0]!.layout);
  });

  it("10: takes no tag for a driver", () => {
    const taken = makeSnapshots(6, 60, (i) => [row("Ddk ", "nonpaged", 5000 + 900 * i, 0, 1024)]);
    const finding = judgeCase([
      snapshots(taken),
      {
        format: "findstr",
        file: "findstr.txt",
        problems: [],
        records: ["a.sys", "b.sys"].map((file, i) => ({ tag: "Ddk ", file, line: i + 1 })),
      },
    ]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Ddk ", driver: undefined });
    expect(finding.candidates.map(({ driver }) => driver)).toEqual(expect.arrayContaining(["a.sys", "b.sys"]));
    expect(finding.next.map(({ command }) => command)).toContain("trace-tag");
  });

  it("11: knows the order of a tag's bytes, and its highest bit", async () => {
    expect(tagToValue("Leak")).toBe(0x6b61654c);
    expect(protectedValue("Leak")).toBe(0xeb61654c);
    const { records } = await session(`0: kd> !for_each_module s -a @#Base @#End "Leak"
fffff880\`05a1f621  4c 65 61 6b 8b d7 33 c9-ff 15 e3 09 00 00 48 85  Leak..3.......H.
0: kd> u fffff880\`05a1f621-2 l4
myfault+0x161f:
fffff880\`05a1f61f 41b84c65616b    mov     r8d,6B61654Ch
fffff880\`05a1f625 8bd7            mov     edx,edi
fffff880\`05a1f627 33c9            xor     ecx,ecx
fffff880\`05a1f629 ff15e3090000    call    qword ptr [myfault+0x2012 (fffff880\`05a20012)]
`);
    expect(tagSites(records, "Leak")[0]!.site).toMatchObject({
      kind: "allocate",
      pool: "nonpaged",
      isProtected: false,
    });
  });

  it("12: knows that a dump has no history", async () => {
    const finding = judgeCase([
      await session(dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 1:35:00.000" })),
    ]);
    expect(finding).toMatchObject({ verdict: "unclear", tag: "Leak", pool: "nonpaged" });
    expect(finding.against[0]).toMatch(/no history/);
    expect(finding.confidence).toBeLessThan(0.5);
  });

  it("13: takes growth in a trace's window for no inventory, and puts lost events first", () => {
    const blocks = Array.from({ length: 200 }, (_, i) => ({ at: i * 2 }));
    const finding = judgeCase([trace(makeTrace(blocks))]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak" });
    expect(finding.against.join(" ")).toMatch(/not what the pool holds/);
    const lossy = judgeCase([trace(makeTrace(blocks, { lostEvents: 12_000 }))]);
    expect(lossy.verdict).toBe("unclear");
    expect(lossy.against[0]).toMatch(/lost 12000 events/);
    // A block that was there before the trace shows by its free alone.
    const older = makeTrace([{ at: 1 }], { seconds: 10 });
    expect(lifetimes(older, pairEvents(older)).AOFI.count).toBe(1);
  });

  it("14: knows that Verifier's log is a ring", async () => {
    const finding = judgeCase([await session(verifierText)]);
    expect(finding).toMatchObject({ verdict: "unclear", driver: "myfault.sys", tag: "Leak" });
    expect(finding.against.join(" ")).toMatch(/ring of 65536 entries.*says nothing of the blocks/);
    expect(finding.next.map(({ command }) => command)).toContain("kd-verifier-log");
  });

  it('15: gives "not enough samples" for an answer', () => {
    const few = judgeCase([snapshots(makeSnapshots(2, 60, (i) => [row("Leak", "nonpaged", 5000 + 900 * i, 0, 1024)]))]);
    const brief = judgeCase([counters(makeLog(60, 15, { [NONPAGED]: (_, i) => 100 * MiB + i * 4096 }))]);
    for (const finding of [few, brief, judgeCase([])]) {
      expect(finding.verdict).toBe("unclear");
      expect(finding.next.length).toBeGreaterThan(0);
    }
  });

  it("compares dumps of one boot only", async () => {
    const first = await session(
      dumpText({ time: "Tue Aug 14 09:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 2:00:00.000", leak: 2000 }),
    );
    const other = await session(
      dumpText({ time: "Tue Aug 14 11:05:00.000 2012 (UTC + 1:00)", uptime: "0 days 0:30:00.000" }),
    );
    const moment = ({ records }: typeof first) => ({ table: records.poolUsed[0]!, target: records.targets[0] });
    expect(compareDumps(moment(first), moment(other))).toEqual([]);
  });
});

const verifierText = `0: kd> !verifier 3 myfault.sys

Verify Flags Level 0x00000008

  STANDARD FLAGS:
    [X] (0x00000000) Automatic Checks
    [X] (0x00000008) Pool tracking

Summary of All Verifier Statistics

  Pool Allocations Attempted             0x41a
  Pool Allocations Succeeded             0x41a

Driver Verification List
------------------------

MODULE: 0xffffe00012345678 myfault.sys (Loaded)

    Pool Allocation Statistics: ( NonPagedPool / PagedPool )

      Current Pool Allocations: ( 0x00000003 / 0x00000000 )
      Current Pool Bytes:       ( 0x00000C00 / 0x00000000 )
      Peak Pool Allocations:    ( 0x00000003 / 0x00000000 )
      Peak Pool Bytes:          ( 0x00000C00 / 0x00000000 )

    Address             Size       Tag    Caller             
    ------------------  ---------- ----   -----------------
    0xffffe00011110000  0x00000400 Leak   0xfffff88005a1f62f 
    0xffffe00011110400  0x00000400 Leak   0xfffff88005a1f62f 
    0xffffe00011110800  0x00000400 Leak   0xfffff88005a1f62f 

0: kd> !verifier 80
Log of recent kernel pool Allocate and Free operations:

There are up to 0x10000 entries in the log.

======================================================================
Pool block ffffe000aaaa0000, Size 0000000000000400, Thread ffffe00022220000
fffff80312345678 nt!VeAllocatePoolWithTagPriority+0x2d1
fffff88005a1f62f myfault+0x162f

0: kd> q
`;
