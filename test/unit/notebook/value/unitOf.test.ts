import { describe, expect, test } from "vitest";
import { labelOf, labelsOf, unitOf } from "../../../../src/notebook/value/unitOf.ts";

describe("the unit of a column follows its name", () => {
  test.each([
    ["growthBytesPerHour", "B/h"],
    ["bytesPerHour", "B/h"],
    ["readBytesPerSecond", "B/s"],
    ["nonpagedBytes", "B"],
    ["bytes", "B"],
    ["perAlloc", "B"],
    ["allocsPerHour", "1/h"],
    ["allocsPerSecond", "1/s"],
    ["freedShare", "share"],
    ["share", "share"],
    ["intervalSeconds", "s"],
    ["seconds", "s"],
    ["time", "ms"],
    ["startTime", "ms"],
    ["line", "line"],
    ["firstLine", "line"],
    ["allocs", ""],
    ["uptime", ""],
    ["deadline", ""],
    ["kilobytes", ""],
    ["Pool Nonpaged Bytes", "B"],
  ])("%s is in “%s”", (name, unit) => {
    expect(unitOf(name)).toBe(unit);
  });
});

describe("a column’s heading is its name in words", () => {
  test.each([
    ["growthBytesPerHour", "Growth"],
    ["freedShare", "Freed"],
    ["perAlloc", "Per alloc"],
    ["line", "Line"],
    ["poolTag", "Pool tag"],
    ["startTime", "Start time"],
    ["bytes", "Bytes"],
    ["bytesPerHour", "Bytes"],
    ["rSquared", "R squared"],
    ["NTBuild", "NT build"],
    ["pool_tag", "Pool tag"],
    ["\\Memory\\Pool Nonpaged Bytes", "\\Memory\\Pool Nonpaged Bytes"],
    ["0", "0"],
    ["$", "$"],
  ])("%s reads “%s”", (name, label) => {
    expect(labelOf(name)).toBe(label);
  });
});

test("columns that would read the same say their units", () => {
  expect(labelsOf(["poolTag", "growthBytesPerHour", "growthBytes", "growthShare"])).toEqual([
    "Pool tag",
    "Growth bytes per hour",
    "Growth bytes",
    "Growth share",
  ]);
});
