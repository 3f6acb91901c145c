import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeForDisplay, logTextOf } from "../../../../src/components/log/LogText.ts";

describe("logTextOf", () => {
  test("counts lines as editors do: a newline at the end starts none", () => {
    expect(logTextOf("").lineCount).toBe(0);
    expect(logTextOf("a").lineCount).toBe(1);
    expect(logTextOf("a\r\nb\r\n").lineCount).toBe(2);
    expect(logTextOf("a\n\nb").lineCount).toBe(3);
  });

  test("gives each line without its line end, and nothing outside the log", () => {
    const text = logTextOf("first\r\nsecond\nthird");
    expect([0, 1, 2, 3, 4].map((line) => text.lineAt(line))).toEqual(["", "first", "second", "third", ""]);
  });

  test("finds words in any case, forwards and backwards, round the end, and says 0 for what is not there", () => {
    const text = logTextOf("Leak\nEtwB\nleak\n");
    expect(text.findLine("LEAK", 0, 1)).toBe(1);
    expect(text.findLine("LEAK", 1, 1)).toBe(3);
    expect(text.findLine("LEAK", 3, 1)).toBe(1);
    expect(text.findLine("LEAK", 3, -1)).toBe(1);
    expect(text.findLine("LEAK", 1, -1)).toBe(3);
    expect(text.findLine("CtxL", 1, 1)).toBe(0);
    expect(text.findLine("", 1, 1)).toBe(0);
  });

  test("gives the same lines as splitting, for any text", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-c ]{0,5}$/)), (lines) => {
        const text = logTextOf(lines.map((line) => `${line}\n`).join(""));
        expect(text.lineCount).toBe(lines.length);
        expect(lines.map((_, index) => text.lineAt(index + 1))).toEqual(lines);
      }),
      { seed: 7 },
    );
  });
});

test("a log is decoded by its mark, as UTF-8, or as Windows-1252", () => {
  expect(decodeForDisplay(Uint8Array.of(0xff, 0xfe, 0x41, 0))).toBe("A");
  expect(decodeForDisplay(Uint8Array.of(0xc3, 0xa4))).toBe("ä");
  expect(decodeForDisplay(Uint8Array.of(0xe4))).toBe("ä");
});
