import { describe, expect, it } from "vitest";
import { identifyBinary } from "../../../../../src/pool/formats/text/identifyBinary.ts";
import { identifyText } from "../../../../../src/pool/formats/text/identifyText.ts";

const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** The first buffer of an event trace: its size, then a system event's header type and marker at 0x4a. */
function trace(provider: readonly number[] = []) {
  const bytes = new Uint8Array(8192);
  new DataView(bytes.buffer).setUint32(0, 8192, true);
  bytes.set([0x02, 0xc0], 0x4a);
  bytes.set(provider, 4096);
  return bytes;
}

describe("a file of another kind", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n", /PNG/],
    ["PK\x03\x04\x14\0", /ZIP archive or an Excel workbook/],
    ["\x1f\x8b\x08\0", /gzip/],
    ["ElfFile\0", /event log/],
    ["PAGEDU64\x0f\0", /64-bit crash dump.*!poolused 2/],
    ["MZ\x90\0\x03\0", /program/],
    ["(PDH-BIN 4.0)", /Windows NT or 2000/],
    ["", /empty file/],
    ["\0\0\0\0", /zero bytes/],
    ["\x01\x02\x03\x04\x05 some \x06\x07 text", /a binary file/],
  ])("is known by its first bytes %j", (head, says) => {
    const found = identifyBinary(latin1(head))!;
    expect(`${found.kind}: ${found.advice}`).toMatch(says);
  });

  it("is a counter log where an event trace holds counters, else a plain trace", () => {
    const pdh = [0xb3, 0x3b, 0x3f, 0x93, 0x3e, 0x94, 0x0d, 0x49, 0x9c, 0xed, 0x3c, 0xbb, 0x14, 0xc1, 0x44, 0x79];
    expect(identifyBinary(trace(pdh))).toMatchObject({
      kind: "a binary counter log (.blg)",
      advice: expect.stringContaining("relog log.blg -f csv -o log.csv"),
    });
    expect(identifyBinary(trace())!.kind).toBe("an event trace (.etl)");
  });

  it("is not seen in text that begins with the same two letters, nor in zeros behind text", () => {
    expect(identifyBinary(latin1("BM of the pool\r\nMZ\r\n"))).toBeUndefined();
    expect(identifyBinary(latin1("MZ tag list\r\n"))).toBeUndefined();
    expect(identifyBinary(latin1("a short log\r\n" + "\0".repeat(4000)))).toBeUndefined();
  });

  it.each([
    ['"(PDH-CSV 4.0) (GMT Standard Time)(0)","\\\\H\\Memory\\Pool Nonpaged Bytes"', /readPerfmon/],
    [" Memory: 8191416K Avail: 5120000K  PageFlts: 1", /readPoolmon/],
    [" Tag  Type     Allocs            Frees            Diff", /readPoolmon/],
    ["0: kd> !poolused 2", /debugger/],
    ["Leak - myfault.sys - made-up tag", /readPooltag/],
    ["<html><body>", /HTML/],
    ['{"tag": 1}', /JSON/],
    [" \r\n", /blanks/],
  ])("is known by its first lines %j", (head, says) => {
    const found = identifyText(head)!;
    expect(`${found.kind}: ${found.advice}`).toMatch(says);
  });

  it("is not said to be what the asking reader reads", () => {
    const counters = '"(PDH-CSV 4.0) (GMT Standard Time)(0)","\\\\H\\Memory\\Pool Nonpaged Bytes"';
    expect(identifyText(counters, "readPerfmon")).toBeUndefined();
    expect(identifyText(counters, "readPoolmon")?.advice).toBe("Read it with readPerfmon.");
  });

  it.each([
    "\n",
    " ",
    "\t\n",
    "rem",
    "!",
    '"\\\\',
    "Tag ",
    "a - ",
    "{",
    "<",
    "a\t",
    "A,",
    "a,b;",
    "0: kd> ",
    "a.sys",
    "00",
    "Time,",
    '"DateTime",',
  ])("is looked for within a second in sixty thousand times %j", (piece) => {
    const began = performance.now();
    for (const text of [piece.repeat(60_000 / piece.length) + "x", "x" + piece.repeat(60_000 / piece.length)])
      identifyText(text);
    expect(performance.now() - began).toBeLessThan(1000);
  });

  it("is not guessed where nothing tells", () => {
    expect(identifyText("Dear colleague,\nplease find the log attached.\n")).toBeUndefined();
  });
});
