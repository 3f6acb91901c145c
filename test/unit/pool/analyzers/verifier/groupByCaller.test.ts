import { describe, expect, it } from "vitest";
import { groupByCaller, judgeCase, ringReach } from "../../../../../src/pool/index.ts";
import { session } from "../case/makeEvidence.ts";

const report = (state: string): string => `2: kd> !verifier 3 contosofilter.sys

Verify Flags Level 0x00000008

  STANDARD FLAGS:
    [X] (0x00000008) Pool tracking

Driver Verification List
------------------------

  MODULE: 0xffffe0011d4c7a10 contosofilter.sys (${state})

    Pool Allocation Statistics: ( NonPagedPool / PagedPool )

      Current Pool Allocations: ( 0x00000003 / 0x00000001 )
      Current Pool Bytes:       ( 0x00000C60 / 0x00000090 )
      Peak Pool Allocations:    ( 0x00000005 / 0x00000002 )
      Peak Pool Bytes:          ( 0x000010A0 / 0x00000120 )

    Pool Allocations:

      Address             Length      Tag   Caller            
      ------------------  ----------  ----  ------------------
      0xffffcf8141a2e3a0  0x00000620  CtxL  0xfffff801a2c3175f  contosofilter!CtxAttachContext
      0xffffcf8141a2e9e0  0x00000620  CtxL  0xfffff801a2c3175f  contosofilter!CtxAttachContext
      0xffffcf813f07bfe0  0x00000020  VMdl  0xfffff801a2c32044  contosofilter!CtxReadAhead
2: kd> !verifier 80

Log of recent kernel pool Allocate and Free operations:

There are up to 0x10000 entries in the log.

======================================================================
Pool block ffffcf8141a2e3a0, Size 0000000000000620, Thread ffffe0011e2b7080
fffff8030d9fa1c6 nt!VeAllocatePoolWithTagPriority+0x2b6
fffff8030d9fa93d nt!VerifierExAllocatePoolWithTag+0x2d
fffff801a2c3175f contosofilter!CtxAttachContext+0x4b

======================================================================
Pool block ffffcf8141a2e9e0, Size 0000000000000610, Thread ffffe0011e2b7080
fffff8030d9fb0aa VerifierExt!ExFreePoolWithTag_internal_wrapper+0x2a
fffff801a2c31a00 contosofilter!CtxDetach+0x10
`;

describe("Driver Verifier's list", () => {
  it("is grouped by who asked for the blocks, with the stack of one that the ring still knows", async () => {
    const { records } = await session(report("Loaded"));
    const groups = groupByCaller(records.verifierReports[0]!.drivers[0]!, records.verifierLogs);
    expect(groups).toHaveLength(2);
    expect(groups[0]).toMatchObject({
      tag: "CtxL",
      place: "contosofilter!CtxAttachContext",
      count: 2,
      bytes: 2 * 0x620,
      blockBytes: 0x620,
      // The newest entry of the second block is a free, of an older block at its address.
      inRing: 1,
    });
    expect(groups[0]!.stack).toContain("contosofilter!CtxAttachContext+0x4b");
    expect(groups[1]!.stack).toEqual([]);
  });

  it("proves a leak where the driver was unloaded and left blocks behind, and none while it is loaded", async () => {
    expect(judgeCase([await session(report("Loaded"))])).toMatchObject({ verdict: "unclear", tag: "CtxL" });
    const unloaded = judgeCase([await session(report("Unloaded"))]);
    expect(unloaded).toMatchObject({ verdict: "leak", driver: "contosofilter.sys", confidenceWord: "high" });
    expect(unloaded.sites[0]).toMatchObject({ place: "contosofilter!CtxAttachContext", evidence: "Driver Verifier" });
  });

  it("keeps the stack of a block as long as the ring is not written once around", () => {
    expect(ringReach(65_536, 655.36)).toBeCloseTo(100, 6);
    expect(ringReach(65_536, 0)).toBe(Infinity);
  });
});
