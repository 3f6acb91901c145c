import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  judgeCase,
  lifetimeIn,
  lifetimes,
  outstandingOverTime,
  outstandingStacks,
  pairEvents,
  traceBlocks,
  wholeWindow,
} from "../../../../../src/pool/index.ts";
import { makeTrace, trace, type MadeBlock } from "../case/makeEvidence.ts";

const seconds = (from: number, until: number) => ({ from: from * 1e6, until: until * 1e6 });

describe("pairing the events of a trace", () => {
  it("goes by address in the order of time, since addresses come again", () => {
    const made = makeTrace([
      { at: 1, freed: 2, address: 64 },
      { at: 3, freed: 4, address: 64 },
      { at: 5, address: 64 },
    ]);
    expect(pairEvents(made)).toMatchObject({ allocations: 3, frees: 2, unfreed: 1, older: 0, missing: 0 });
    expect([...pairEvents(made).partner]).toEqual([1, 0, 3, 2, -1]);
  });

  it("counts frees of older blocks, and notices a missing event", () => {
    const made = makeTrace([{ at: 1 }], { seconds: 9 });
    expect(pairEvents(made)).toMatchObject({ allocations: 1, frees: 1, unfreed: 1, older: 1 });
    expect(
      pairEvents(
        makeTrace([
          { at: 1, address: 64 },
          { at: 2, address: 64 },
        ]),
      ).missing,
    ).toBe(1);
  });

  it("counts each block once, whatever the window", () => {
    const block = fc.record({ at: fc.nat(100), life: fc.option(fc.integer({ min: 1, max: 50 })) });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 40 }), fc.nat(100), fc.nat(100), (blocks, a, b) => {
        const made = makeTrace(
          blocks.map(({ at, life }): MadeBlock => (life === null ? { at } : { at, freed: at + life })),
        );
        const pairs = pairEvents(made);
        const whole = lifetimes(made, pairs);
        expect(whole.AIFI.count + whole.AIFO.count).toBe(pairs.allocations);
        const window = seconds(Math.min(a, b), Math.max(a, b));
        const part = lifetimes(made, pairs, window);
        const inside = blocks.filter(({ at }) => at * 1e6 >= window.from && at * 1e6 <= window.until).length;
        expect(part.AIFI.count + part.AIFO.count).toBe(inside);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a window", () => {
  it("tells the four lifetimes apart", () => {
    const made = makeTrace([
      { at: 1, freed: 3 },
      { at: 1, freed: 30 },
      { at: 11, freed: 12 },
      { at: 13, freed: 40 },
      { at: 14 },
      { at: 5, freed: 15 },
    ]);
    const { AIFI, AIFO, AOFI, AOFO } = lifetimes(made, pairEvents(made), seconds(10, 20));
    expect([AIFI.count, AIFO.count, AOFI.count, AOFO.count]).toEqual([1, 2, 1, 1]);
    expect(AIFO.bytes).toBe(2048);
  });
});

describe("what stays", () => {
  const churn = Array.from({ length: 600 }, (_, i): MadeBlock => ({ at: i, freed: i + 20, tag: "Irp ", stack: 1 }));

  it("at the end of the window had no time to be freed, and is no leak", () => {
    const cut = churn.map(({ freed, ...block }): MadeBlock => (freed! > 600 ? block : { ...block, freed: freed! }));
    const made = makeTrace(cut);
    const [stayed] = outstandingStacks(made, pairEvents(made));
    expect(stayed).toMatchObject({ tag: "Irp ", isEdge: true, freed: 581 });
    expect(stayed!.spread).toBeLessThan(3);
    expect(judgeCase([trace(made)]).verdict).toBe("unclear");
  });

  it("all over the window is a leak, with its stack, driver and rate", () => {
    const leak = Array.from({ length: 300 }, (_, i): MadeBlock => ({ at: 2 * i, bytes: 4096 }));
    const made = makeTrace([...churn, ...leak]);
    const [first] = outstandingStacks(made, pairEvents(made), wholeWindow(made));
    expect(first).toMatchObject({ tag: "Leak", count: 300, spread: 8, isEdge: false });
    const finding = judgeCase([trace(made)]);
    expect(finding).toMatchObject({ verdict: "leak", tag: "Leak", pool: "nonpaged", driver: "myfault.sys" });
    expect(finding.rate!.value / (2048 * 3600)).toBeCloseTo(1, 1);
    expect(finding.sites[0]).toMatchObject({ place: "myfault.sys!?", evidence: "trace", blocks: 300 });
  });
});

describe("the blocks of a trace", () => {
  const made = makeTrace(
    [
      { at: 1, freed: 3, address: 64 },
      { at: 4, freed: 9, tag: "Irp ", stack: 1 },
      { at: 5, address: 64 },
    ],
    { seconds: 10 },
  );
  const pairs = pairEvents(made);

  it("come once each, with both their times, in the order of the file", () => {
    const lives = traceBlocks(made, pairs).map(({ tag, born, died }) => [tag, born / 1e6, died / 1e6]);
    expect(lives).toEqual(
      expect.arrayContaining([
        ["Leak", 1, 3],
        ["Irp ", 4, 9],
        ["Leak", 5, Infinity],
      ]),
    );
    expect(traceBlocks(made, pairs, { tag: "Irp" })).toHaveLength(1);
    expect(traceBlocks(made, pairs, { stackIndex: 1, tag: "Leak" })).toEqual([]);
    expect(traceBlocks(made, pairs, { most: 2 })).toHaveLength(2);
  });

  it("are older than the trace where only their free is in it", () => {
    const { event } = made;
    const late = { ...made, event: event.map((kind, at) => (at === 0 ? 1 : kind)) };
    expect(traceBlocks(late, pairEvents(late))[0]).toMatchObject({ born: -Infinity, died: 1e6 });
  });

  it("have the type that the counts of the window have", () => {
    for (const window of [seconds(0, 10), seconds(2, 4.5), seconds(6, 8), seconds(9.5, 10)]) {
      const counts = lifetimes(made, pairs, window);
      const named = traceBlocks(made, pairs).map(({ born, died }) => lifetimeIn(window, born, died));
      for (const [type, { count }] of Object.entries(counts))
        expect(named.filter((name) => name === type)).toHaveLength(count);
    }
  });
});

describe("what is outstanding over time", () => {
  it("rises with each allocation, falls with each free, and ends on what stayed", () => {
    const churn = Array.from({ length: 100 }, (_, i): MadeBlock => ({ at: i, freed: i + 0.5, tag: "Irp ", stack: 1 }));
    const leak = Array.from({ length: 100 }, (_, i): MadeBlock => ({ at: i, bytes: 32 }));
    const made = makeTrace([...churn, ...leak], { seconds: 100 });
    const pairs = pairEvents(made);
    const leaking = outstandingOverTime(made, pairs, { tag: "Leak" }, 5);
    expect(leaking).toHaveLength(5);
    expect(leaking.at(-1)).toMatchObject({ blocks: 100, bytes: 3200 });
    expect(leaking.map(({ blocks }) => blocks)).toEqual(leaking.map(({ blocks }) => blocks).toSorted((a, b) => a - b));
    const coming = outstandingOverTime(made, pairs, { stackIndex: 1 }, 20);
    expect(Math.max(...coming.map(({ blocks }) => blocks))).toBeLessThanOrEqual(1);
    expect(outstandingOverTime(made, pairs).at(-1)!.blocks).toBe(pairs.unfreed);
  });

  it("names the processes in whose context blocks stayed", () => {
    const made = makeTrace([{ at: 1 }, { at: 2 }]);
    expect(outstandingStacks(made, pairEvents(made))[0]!.processes).toEqual([made.processes[0]]);
  });
});
