import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readVerdict } from "../../../../src/components/verdict/readVerdict.ts";
import { verdictView } from "../../../../src/components/verdict/renderVerdict.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { Verdict } from "../../../../src/pool/analyzers/verdict/Verdict.ts";
import { quantity } from "../../../../src/pool/Quantity.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = {
  document: document as unknown as Document,
  maxRows: 20,
  logOf: (line: number, log: string | undefined) => (log ? { log, href: `#log-${line}` } : undefined),
};

const leak: Verdict = {
  kind: "verdict",
  verdict: "leak",
  summary: "Nonpaged pool grows by 2.1 GiB per hour.",
  pool: "nonpaged" as Verdict["pool"],
  tag: "CtxL",
  driver: undefined,
  rate: quantity(2.1 * 2 ** 30, "B/h", [2 * 2 ** 30, 2.2 * 2 ** 30]),
  growth: quantity(3 * 2 ** 30, "B"),
  exhaustion: quantity(12_000, "s", [11_000, 13_000]),
  confidence: 0.86,
  confidenceWord: "high",
  reasons: ["The floor rose in 9 of 9 cycles."],
  against: ["The load was not recorded."],
  next: [
    {
      what: "Find the driver.",
      command: "poolmon" as Verdict["next"][number]["command"],
      text: "findstr /m /l CtxL *.sys",
    },
  ],
  lines: [2, 382],
  log: "perfmon.csv",
};

const shown = (verdict: object) => verdictView.view(encodeValue(verdict) as ExtendedValue, context);

describe("a verdict", () => {
  test("says what it is, how fast, how sure, why and what next", () => {
    const { textContent } = shown(leak);
    for (const words of [
      "A leak",
      leak.summary,
      "CtxL",
      "Grows by2,150",
      "high (86 %",
      leak.reasons[0]!,
      leak.against[0]!,
      leak.next[0]!.text,
    ]) {
      expect(textContent).toContain(words);
    }
  });

  test("shows its lines in the log", () => {
    const links = [...shown(leak).querySelectorAll("a[data-log]")];
    expect(links.map((link) => link.getAttribute("data-line"))).toEqual(["2", "382"]);
    expect(shown({ ...leak, log: undefined }).querySelector("a")).toBeNull();
  });

  test("names the first lines and counts the rest", () => {
    const element = shown({ ...leak, lines: Array.from({ length: 20 }, (_, index) => index + 1) });
    expect(element.querySelectorAll("a[data-log]")).toHaveLength(8);
    expect(element.textContent).toContain("and 12 more");
    const bounded = shown({ ...leak, lines: Array.from({ length: 1200 }, (_, index) => index + 1) });
    expect(bounded.textContent).toContain("and many more");
  });

  test("leaves out what is not known", () => {
    const element = shown({ ...leak, rate: undefined, exhaustion: undefined, tag: undefined, lines: [] });
    expect([...element.querySelectorAll("dt")].map((dt) => dt.textContent)).toEqual(["Pool", "Grew by", "Confidence"]);
  });

  test("is described in one sentence", () => {
    expect(verdictView.describe?.(encodeValue(leak) as ExtendedValue)).toBe(`A leak: ${leak.summary}`);
  });

  test("reads words as words, never as HTML", () => {
    const element = shown({ ...leak, summary: "<img src=x onerror=alert(1)>" });
    expect(element.querySelector("img")).toBeNull();
  });
});

describe("what is no verdict", () => {
  test.each([
    [null],
    [[]],
    [{}],
    [{ ...leak, verdict: "maybe" }],
    [{ ...leak, reasons: "one" }],
    [{ ...leak, next: [{}] }],
    [{ ...leak, rate: 5 }],
    [{ ...leak, lines: ["2"] }],
    [{ ...leak, confidenceWord: "sure" }],
  ])("is refused: case %#", (data) => {
    expect(readVerdict(data)).toBeUndefined();
  });

  test("missing parts may be null or absent", () => {
    expect(readVerdict({ ...leak, tag: null, rate: null })).toMatchObject({ verdict: "leak" });
  });
});
