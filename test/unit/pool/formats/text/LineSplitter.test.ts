import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineSplitter } from "../../../../../src/pool/formats/text/LineSplitter.ts";
import { ProblemList } from "../../../../../src/pool/formats/text/ProblemList.ts";

const decoder = new TextDecoder();

function split(pieces: string[]) {
  const splitter = new LineSplitter();
  const taken = pieces.flatMap((piece, index) =>
    splitter.take(new TextEncoder().encode(piece), index === pieces.length - 1),
  );
  return {
    text: taken.map(({ bytes }) => decoder.decode(bytes)),
    unterminated: taken.map(({ unterminated }) => unterminated),
    splitter,
  };
}

describe("LineSplitter", () => {
  it("puts together a line that lies in several pieces", () => {
    expect(split(["one\ntw", "o", "\nthree\n"]).text).toEqual(["one\n", "two\n", "three\n"]);
  });

  it("ends the last line where the file does not, alone and marked", () => {
    const { text, unterminated } = split(["one\ntwo"]);
    expect(text).toEqual(["one\n", "two\n"]);
    expect(unterminated).toEqual([false, true]);
  });

  it("takes returns for line ends where the file has no other", () => {
    expect(split(["one\rtw", "o\r"]).text).toEqual(["one\n", "two\n"]);
    expect(split(["one\r\ntwo\r\n"]).text).toEqual(["one\r\ntwo\r\n"]);
  });

  it("loses and adds nothing, wherever a file is cut into pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ab\r\n]{0,8}$/), { minLength: 1, maxLength: 8 }), (parts) => {
        // Returns alone are another rule, held above.
        const pieces = ["\n", ...parts];
        const whole = pieces.join("");
        const { text, unterminated } = split(pieces);
        expect(text.join("")).toBe(whole.endsWith("\n") ? whole : whole + "\n");
        expect(text.every((lines) => lines.endsWith("\n"))).toBe(true);
        expect(unterminated.indexOf(true)).toBe(whole.endsWith("\n") ? -1 : text.length - 1);
        if (!whole.endsWith("\n")) expect(text.at(-1)!.indexOf("\n")).toBe(text.at(-1)!.length - 1);
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it("cuts a line without end at 32 MiB, so that memory stays bounded", () => {
    const splitter = new LineSplitter();
    const piece = new Uint8Array(8 << 20).fill(0x78);
    const taken = Array.from({ length: 6 }, (_, index) => splitter.take(piece, index === 5)).flat();
    expect(taken.length).toBe(1);
    expect(taken[0]!.bytes.length).toBe((32 << 20) + 1);
    expect(splitter.overlong).toBe(1);
  });
});

describe("ProblemList", () => {
  it("lists the first of a kind, counts the rest, and sorts by line", () => {
    const list = new ProblemList(2);
    list.add("late", 9, "note", "late");
    for (let line = 2; line < 7; line++) list.add("odd", line, "lost", () => `odd ${line}`);
    expect(list.sorted()).toEqual([
      { line: 2, effect: "lost", message: "odd 2" },
      { line: 3, effect: "lost", message: "odd 3", more: 3 },
      { line: 9, effect: "note", message: "late" },
    ]);
    expect([list.count("odd"), list.count("late"), list.count("none")]).toEqual([5, 1, 0]);
  });
});
