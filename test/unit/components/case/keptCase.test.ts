import { describe, expect, it } from "vitest";
import { KeptCase } from "../../../../src/components/case/KeptCase.ts";
import { EMPTY_REPORT } from "../../../../src/pool/simulator/finalCase/report/Report.ts";

/** A browser's storage, or one that is full. */
function storage(isFull = false) {
  const texts = new Map<string, string>();
  return {
    texts,
    getItem: (key: string) => texts.get(key) ?? null,
    setItem(key: string, text: string) {
      if (isFull) throw new DOMException("", "QuotaExceededError");
      texts.set(key, text);
    },
  };
}

const report = (tag: string) => ({ ...EMPTY_REPORT, tag });

describe("what a browser keeps of cases", () => {
  it("is the case in hand, and the report on each", () => {
    const here = storage();
    const kept = new KeptCase(here, "/");
    expect(kept.seed).toBeUndefined();
    expect(kept.reportOn(7)).toEqual(EMPTY_REPORT);
    kept.seed = 7;
    kept.keepReport(7, report("Abcd"));
    kept.keepReport(8, report("Efgh"));
    kept.keepReport(7, report("Wxyz"));
    const later = new KeptCase(here, "/");
    expect(later.seed).toBe(7);
    expect([later.reportOn(7).tag, later.reportOn(8).tag]).toEqual(["Wxyz", "Efgh"]);
    // Another site on the same host has its own.
    expect(new KeptCase(here, "/lab/").seed).toBeUndefined();
  });

  it("ends with the twenty reports that were changed last", () => {
    const kept = new KeptCase(storage(), "/");
    for (let seed = 1; seed <= 20; seed++) kept.keepReport(seed, report(`T${seed}`));
    kept.keepReport(1, report("T1b"));
    kept.keepReport(21, report("T21"));
    expect([1, 2, 3, 21].map((seed) => kept.reportOn(seed).tag)).toEqual(["T1b", "", "T3", "T21"]);
  });

  it.each([
    ["no storage", undefined],
    ["a full one", storage(true)],
  ])("lasts as long as the page with %s", (_, here) => {
    const kept = new KeptCase(here, "/");
    kept.seed = 5;
    kept.keepReport(5, report("Abcd"));
    expect([kept.seed, kept.reportOn(5).tag]).toEqual([5, "Abcd"]);
  });

  it.each([
    "",
    "null",
    "7",
    "[]",
    '{"seed":"x","reports":5}',
    '{"seed":-1,"reports":[null,{"seed":7,"report":{"tag":9,"more":1}}]}',
  ])("survives what somebody else left there: %s", (text) => {
    const here = storage();
    here.texts.set("pool-leak-lab:/:case.1", text);
    const kept = new KeptCase(here, "/");
    expect(kept.seed).toBeUndefined();
    expect(kept.reportOn(7)).toEqual(EMPTY_REPORT);
  });
});
