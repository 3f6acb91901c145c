import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadLesson } from "../../src/components/lesson/loadLesson.ts";
import { explainCalls, readSharedMemory, type NamespaceMap } from "../../src/pool/index.ts";
import { manifest } from "./manifest.ts";
import { plain, rowsOf, runAnswer, valueOf } from "./runOn.ts";

const lesson = await loadLesson("field-notes/performance-counter-ipc");
const { results } = lesson;
const solve = (id: string, machine: string) =>
  runAnswer(lesson, machine, lesson.exercises.find((exercise) => exercise.id === id)!.solution);
const textOf = async (id: string, machine: string) => {
  const value = valueOf(await solve(id, machine));
  return value.kind === "text" ? value.text : "";
};

describe("the columns of the page", () => {
  test("are blank until the moment that the manifest tells of, and one of four is zero then", () => {
    const { shows } = manifest.machines["adatum-app4"]!.files["perfmon.csv"] as unknown as { shows: string };
    expect(shows).toContain("blank until 11:42");
    const rows = rowsOf(results["delivery"]);
    expect(rows.map(({ delivered }) => delivered)).toEqual(["late", "late", "late", "late"]);
    for (const { blank, samples } of rows) expect(plain(blank) / plain(samples)).toBeGreaterThan(0.85);
    expect(rows.filter(({ zero }) => plain(zero) > 0).map(({ counter }) => counter)).toEqual(["Orders Refused/sec"]);
    const refused = rows.find(({ counter }) => counter === "Orders Refused/sec")!;
    expect(plain(refused["blank"]) + plain(refused["zero"])).toBe(plain(refused["samples"]));
  });

  test("are the only ones of the log that did not deliver", () => {
    const [own, others] = rowsOf(results["others"]);
    expect(own).toMatchObject({ count: 4, always: 0, late: 4, never: 0 });
    expect(others).toMatchObject({ late: 0, never: 0 });
    expect(rowsOf(results["own"])).toHaveLength(4);
  });

  test("begin a tenth of a second after the collector's first successful call", () => {
    const [called, sampled] = rowsOf(results["agree"]).map(({ at }) => Date.parse(`1970-01-01T${String(at)}Z`));
    expect(sampled! - called!).toBeGreaterThan(50);
    expect(sampled! - called!).toBeLessThan(150);
  });
});

describe("the calls of the page", () => {
  test("ask for one name in the second and third row, in two directories, and only the first is found", () => {
    const [, second, third] = rowsOf(results["calls"]);
    expect(second).toMatchObject({ process: "mmc.exe", directory: "\\Sessions\\1\\BaseNamedObjects", error: 0 });
    expect(third).toMatchObject({ process: "rundll32.exe", directory: "\\BaseNamedObjects", error: 2 });
    expect(third!["asksFor"]).toBe(second!["asksFor"]);
  });

  test("fail for two reasons: another namespace in the collector, a privilege in the program", () => {
    expect(rowsOf(results["causes"]).map(({ process, cause, error }) => [process, cause, error])).toEqual([
      ["rundll32.exe", "other namespace", 2],
      ["AdOrders.exe", "privilege", 5],
    ]);
  });

  test("agree with the handles: session 1's directory first, the global one in the end", () => {
    const rows = rowsOf(results["handles"]);
    expect(rows.map(({ directory }) => directory)).toEqual([
      ...Array<string>(2).fill("\\Sessions\\1\\BaseNamedObjects"),
      ...Array<string>(3).fill("\\BaseNamedObjects"),
    ]);
    expect(rows.slice(2).map(({ process }) => process)).toContain("rundll32.exe");
  });

  test("are drawn with the global directory first, in which the collector alone fails until the service makes it", () => {
    const value = valueOf(results["namespaces"]);
    const { kind, directories, processes } = (value.kind === "extended" ? value.data : {}) as NamespaceMap;
    expect(kind).toBe("namespaces");
    expect(directories).toEqual(["\\BaseNamedObjects", "\\Sessions\\1\\BaseNamedObjects"]);
    const of = (name: string) => processes.find(({ process }) => process === name)!.visits;
    expect(of("rundll32.exe").map(({ directory, error }) => [directory, error])).toEqual([
      ["\\BaseNamedObjects", 2],
      ["\\BaseNamedObjects", 0],
    ]);
    expect(of("AdOrdersSvc.exe")).toMatchObject([{ does: "makes", error: 0 }]);
  });
});

describe("the rules of the page", () => {
  test("a plain name and Local\\ are the session's, Global\\ is everybody's, another backslash is refused", () => {
    const rows = rowsOf(results["rule"]);
    expect(rows.map((row) => [row["in session 1"], row["in session 0"]])).toEqual([
      ["\\Sessions\\1\\BaseNamedObjects\\AdatumOrderCounters", "\\BaseNamedObjects\\AdatumOrderCounters"],
      ["\\Sessions\\1\\BaseNamedObjects\\AdatumOrderCounters", "\\BaseNamedObjects\\AdatumOrderCounters"],
      ["\\BaseNamedObjects\\AdatumOrderCounters", "\\BaseNamedObjects\\AdatumOrderCounters"],
      ["refused", "refused"],
    ]);
  });

  test("a handle in a structure moves the fields behind it", () => {
    const rows = rowsOf(results["layout"]);
    expect(rows.map((row) => [row["offset, 32 bits"], row["offset, 64 bits"]])).toEqual([
      [0, 0],
      [4, 8],
      [8, 16],
      [16, 24],
    ]);
    expect(rows.map(({ agrees }) => agrees)).toEqual(["yes", "no", "no", "no"]);
  });
});

describe("the exercises' answers", () => {
  test("the last failure asks for a common name here, for a right there", async () => {
    expect(await textOf("smallest-change", "adatum-app4")).toContain("global namespace");
    expect(await textOf("smallest-change", "coho-app3")).toContain("descriptor");
  });

  test("the blank time is two hours, 42 minutes and a half here, and until 14:49 there", async () => {
    expect(await textOf("blank-minutes", "adatum-app4")).toBe("162.5");
    expect(await textOf("blank-minutes", "coho-app3")).toBe("109.0");
  });

  test("one counter of the other machine was never read, one was zero", async () => {
    expect(rowsOf(await solve("delivered", "coho-app3")).map(({ says }) => says)).toEqual([
      "alive",
      "zero",
      "alive",
      "never",
    ]);
  });

  test("the other machine shows what the page says of descriptors: denied, the old one back, then read", async () => {
    const { records } = await readSharedMemory(new Uint8Array(readFileSync("datasets/coho-app3/sharedmemory.csv")));
    const collector = explainCalls(records).filter(({ process }) => process === "rundll32.exe");
    expect([...new Set(collector.map(({ cause }) => cause))]).toEqual(["other namespace", "security", "ok"]);
    const again = explainCalls(records).findIndex(({ cause }) => cause === "already there");
    expect(
      explainCalls(records)
        .slice(again)
        .find(({ process }) => process === "rundll32.exe")!.cause,
    ).toBe("security");
  });
});
