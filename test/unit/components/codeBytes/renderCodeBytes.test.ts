import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { readCodeBytes } from "../../../../src/components/codeBytes/readCodeBytes.ts";
import { codeBytesView } from "../../../../src/components/codeBytes/renderCodeBytes.ts";
import type { ExtendedValue } from "../../../../src/notebook/value/Value.ts";
import { encodeValue } from "../../../../src/notebook/value/encodeValue.ts";
import type { CodeBytes } from "../../../../src/pool/analyzers/code/CodeBytes.ts";

const { document } = parseHTML("<!doctype html><html><body></body></html>");
const context = {
  document: document as unknown as Document,
  maxRows: 20,
  logOf: (line: number, log: string | undefined) => (log ? { log, href: `#log-${line}` } : undefined),
};

const code: CodeBytes = {
  kind: "codeBytes",
  log: "dump.txt",
  rows: [
    {
      ...{ site: "myfault+0x1621: allocates", address: "fffff880`05a1f61f", bytes: "41 b8 4c 65 61 32" },
      ...{ was: "41 b8 4c 65 61 6b", instruction: "mov r8d,3261654Ch", tagAt: 2, line: 802 },
    },
    {
      ...{ site: "myfault+0x1621: allocates", address: "fffff880`05a1f625", bytes: "8b d7" },
      instruction: "mov edx,edi",
    },
    {
      ...{ site: "cohoqos: letters", address: "fffff880`0612e0f8", bytes: "44 64 6b 20 79", tagAt: 0 },
      instruction: "Ddk y",
    },
  ],
};

const shown = (value: object) => codeBytesView.view(encodeValue(value) as ExtendedValue, context);
const flat = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();

describe("bytes of code", () => {
  test("are a table with a heading for each place", () => {
    const table = shown(code).querySelector("table")!;
    expect([...table.querySelectorAll("th")].map((th) => th.textContent)).toEqual([
      "Address",
      "Bytes, in memory",
      "Instruction",
      "myfault+0x1621: allocates",
      "cohoqos: letters",
    ]);
    expect(table.querySelectorAll("tbody")).toHaveLength(2);
  });

  test("mark the tag's bytes over their letters, and the changed one with what it was", () => {
    const [tagged] = shown(code).querySelectorAll(".code-bytes");
    expect(flat(tagged!.textContent)).toBe("41 b8 the tag Lea2: 4c L65 e61 a32 2was 6b k");
    expect(flat(tagged!.querySelector("ins")!.textContent)).toBe("32 2was 6b k");
    expect(tagged!.querySelectorAll("del")).toHaveLength(1);
  });

  test("show a blank as a letter of the tag, and what stands behind it", () => {
    const last = [...shown(code).querySelectorAll(".code-bytes")].at(-1)!;
    expect(flat(last.textContent)).toBe("the tag Ddk : 44 D64 d6b k20 ␣ 79");
  });

  test("show their line in the log", () => {
    const links = [...shown(code).querySelectorAll("a[data-log]")];
    expect(links.map((link) => link.getAttribute("data-line"))).toEqual(["802"]);
  });

  test("are described in one sentence, and read words as words", () => {
    expect(codeBytesView.describe?.(encodeValue(code) as ExtendedValue)).toBe(
      "2 places; the tag's bytes stand over their letters, a changed byte over the one it replaced",
    );
    const rows = [{ ...code.rows[1]!, instruction: "<img src=x>" }];
    expect(shown({ ...code, rows }).querySelector("img")).toBeNull();
    expect(shown({ kind: "codeBytes", rows: [] }).textContent).toBe("no code");
  });
});

describe("what is no bytes of code", () => {
  const [row] = code.rows;
  test.each([
    [null],
    [[]],
    [{ kind: "codeBytes" }],
    [{ ...code, kind: "verdict" }],
    [{ ...code, log: 5 }],
    [{ ...code, rows: [null] }],
    [{ ...code, rows: [{ ...row, bytes: "4c6" }] }],
    [{ ...code, rows: [{ ...row, bytes: 5 }] }],
    [{ ...code, rows: [{ ...row, tagAt: -1 }] }],
    [{ ...code, rows: [{ ...row, was: "41" }] }],
    [{ ...code, rows: [{ ...row, site: undefined }] }],
  ])("is refused: case %#", (data) => {
    expect(readCodeBytes(data)).toBeUndefined();
  });
});
