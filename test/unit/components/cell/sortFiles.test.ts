import { describe, expect, test } from "vitest";
import { sortFiles } from "../../../../src/components/cell/sortFiles.ts";

const places = [
  { name: "poolmon.txt", reader: "readPoolmon" },
  { name: "poolmon-week.txt", reader: "readPoolmon" },
  { name: "perfmon.csv", reader: "readPerfmon" },
  { name: "perfmon-week.csv", reader: "readPerfmon" },
  { name: "findstr.txt", reader: "readFindstr" },
];

describe("several files dropped at once", () => {
  test("go to the logs of their names, whatever they were dropped on", () => {
    const files = [
      { name: "Perfmon-Week.csv", reader: "readPerfmon" },
      { name: "perfmon.csv", reader: "readPerfmon" },
    ] as const;
    expect(sortFiles(files, places, "poolmon.txt")).toEqual(["perfmon-week.csv", "perfmon.csv"]);
  });

  test("go to the log they were dropped on, and to the only one of their kind", () => {
    const files = [
      { name: "drivers.txt", reader: "readFindstr" },
      { name: "pool.log", reader: "readPoolmon" },
    ] as const;
    expect(sortFiles(files, places, "poolmon.txt")).toEqual(["findstr.txt", "poolmon.txt"]);
  });

  test("are left where one could not say which log is meant", () => {
    const files = [
      { name: "a.csv", reader: "readPerfmon" },
      { name: "b.csv", reader: "readPerfmon" },
    ] as const;
    expect(sortFiles(files, places, "poolmon.txt")).toEqual([undefined, undefined]);
  });

  test("never go to a log of another kind, even under its name", () => {
    const files = [
      { name: "perfmon.csv", reader: "readPoolmon" },
      { name: "screen.png", reader: undefined },
    ] as const;
    expect(sortFiles(files, places, "perfmon.csv")).toEqual([undefined, undefined]);
  });

  test("never share a log", () => {
    const files = [
      { name: "a.csv", reader: "readPerfmon" },
      { name: "b.csv", reader: "readPerfmon" },
      { name: "c.csv", reader: "readPerfmon" },
    ] as const;
    expect(sortFiles(files, places, "perfmon.csv")).toEqual(["perfmon.csv", "perfmon-week.csv", undefined]);
  });
});
