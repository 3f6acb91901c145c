import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLog } from "../../../../src/components/log/indexLog.ts";
import { logTextOf, type LogText } from "../../../../src/components/log/LogText.ts";

/** Blocks of a few bytes, so that a short text has many. */
const blockBytes = 16;

async function index(bytes: string | Uint8Array<ArrayBuffer>): Promise<LogText> {
  return (await indexLog(
    new Blob([bytes]),
    () => undefined,
    () => true,
    blockBytes,
  ))!;
}

async function lineOf(text: LogText, line: number): Promise<string | undefined> {
  await text.load?.(line, line);
  return text.lineAt(line);
}

const lines = Array.from({ length: 200 }, (_, index) => `line ${index + 1}${"!".repeat(index % 7)}`);

describe("a log that is not held", () => {
  test("has the lines of the held one, wherever one begins", async () => {
    const held = logTextOf(lines.join("\r\n"));
    const text = await index(lines.join("\r\n"));
    expect(text.lineCount).toBe(held.lineCount);
    for (const line of [200, 1, 117, 16, 17, 118]) expect(await lineOf(text, line)).toBe(held.lineAt(line));
    expect(await lineOf(text, 201)).toBe("");
  });

  test("says nothing of a line before it was loaded, and everything after", async () => {
    const text = await index(lines.join("\n"));
    expect(text.lineAt(150)).toBeUndefined();
    await text.load!(140, 160);
    expect(text.lineAt(150)).toBe(lines[149]);
    expect(text.load!(140, 160)).toBeUndefined();
  });

  test("is found in, forwards and backwards, round its end", async () => {
    const text = await index(`${lines.join("\n")}\n`);
    expect(await text.findLine("LINE 150", 0, 1)).toBe(150);
    expect(await text.findLine("line 150", 150, 1)).toBe(150);
    expect(await text.findLine("line 15", 150, 1)).toBe(151);
    expect(await text.findLine("line 15", 150, -1)).toBe(15);
    expect(await text.findLine("line 20", 20, -1)).toBe(200);
    expect(await text.findLine("nowhere", 1, 1)).toBe(0);
  });

  test("may be UTF-16", async () => {
    const wide = new Uint8Array(Buffer.from(`\ufeff${lines.join("\r\n")}`, "utf16le"));
    const text = await index(wide);
    expect(text.lineCount).toBe(200);
    expect(await lineOf(text, 123)).toBe(lines[122]);
  });

  test("is given up when it is not wanted any more", async () => {
    const text = await indexLog(
      new Blob(["a\nb"]),
      () => undefined,
      () => false,
    );
    expect(text).toBeUndefined();
  });

  test("has as many lines as the held one, whatever it holds", async () => {
    const pieces = fc.array(fc.constantFrom("a", "\n", "\r\n", "bc,d", "é", " ".repeat(20)), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(pieces, async (parts) => {
        const whole = parts.join("");
        const [text, held] = [await index(whole), logTextOf(whole)];
        expect(text.lineCount).toBe(held.lineCount);
        for (let line = 1; line <= held.lineCount; line++) expect(await lineOf(text, line)).toBe(held.lineAt(line));
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
