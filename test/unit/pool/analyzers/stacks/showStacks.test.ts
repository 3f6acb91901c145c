import { expect, test } from "vitest";
import { showStacks } from "../../../../../src/pool/analyzers/stacks/showStacks.ts";

const frames = ["nt!ExAllocatePoolWithTag+0xa41", "myfault+0x162f", "nt!IopXxxControlFile+0x607"];
const given = { layout: "flame", measure: "bytes" } as const;

test("what nobody freed is marked at the frame that owns it", () => {
  const { stacks } = showStacks([{ frames, value: 3, role: "outstanding" }], given);
  expect(stacks).toEqual([{ frames, value: 3, role: "outstanding", mark: "myfault+0x162f" }]);
});

test("what is not known to leak has no mark of its own, and keeps one that is given", () => {
  const [plain, marked] = showStacks(
    [
      { frames, value: 3 },
      { frames, value: 1, role: "alloc", mark: frames[2] },
    ],
    given,
  ).stacks;
  expect(plain).toEqual({ frames, value: 3, role: "other" });
  expect(marked?.mark).toBe(frames[2]);
});

test("frames may come as a reader gives them, and a set is data alone", () => {
  const set = showStacks([{ frames: frames.map((symbol) => ({ symbol })), value: 3, line: undefined }], {
    ...given,
    log: "a.txt",
  });
  expect(JSON.parse(JSON.stringify(set))).toEqual(set);
  expect(set.stacks[0]?.frames).toEqual(frames);
  expect(set.log).toBe("a.txt");
});

test("a stack of nothing but bare addresses has no owner", () => {
  expect(
    showStacks([{ frames: ["0x00000000`77a8138a"], value: 1, role: "outstanding" }], given).stacks[0],
  ).not.toHaveProperty("mark");
});
