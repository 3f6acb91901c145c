import { expect, test } from "vitest";
import { callPath } from "../../../../../src/pool/analyzers/stacks/callPath.ts";

test.each([
  [
    "the owner and its own callers",
    ["nt!ExAllocatePoolWithTag+0xa41", "a+0x10", "a+0x20", "nt!Io", "a+0x30"],
    "a+0x10 < a+0x20",
  ],
  [
    "an owner that the kernel calls",
    ["nt!ExFreePoolWithTag+0x8d3", "a!Drop+0x4", "nt!ExpWorkerThread+0x16a"],
    "a!Drop+0x4",
  ],
  ["an owner that stands last", ["nt!ExAllocatePoolWithTag", "a+0x10"], "a+0x10"],
  ["a framework between", ["nt!ExAllocatePoolWithTag", "fltmgr!FltAllocate+0x9", "a+0x10", "nt!Io"], "a+0x10"],
])("is %s", (_, frames, path) => {
  expect(callPath(frames)).toBe(path);
});

test("is not there where no frame has a name", () => {
  expect(callPath(["0x00000000`77a8138a"])).toBeUndefined();
});
