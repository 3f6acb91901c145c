import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readFindstr } from "../../../../../src/pool/formats/tags/readFindstr.ts";

const output = new Uint8Array(readFileSync(new URL("fixtures/findstr.txt", import.meta.url)));
const filesOf = async (text: string, tag?: string) =>
  (await readFindstr(text, tag === undefined ? {} : { tag })).records.map((found) => [found.tag, found.file]);

test("several searches read as their expected twin says", async () => {
  const twin = readFileSync(new URL("fixtures/findstr.expected.json", import.meta.url), "utf8");
  expect(JSON.parse(JSON.stringify(await readFindstr(output)))).toEqual(JSON.parse(twin));
});

describe("which tag was searched", () => {
  test("is said by the command, with a prompt, without, and behind another command", async () => {
    for (const command of [
      "C:\\d>findstr /m /l Leak *.sys",
      "findstr /m /l Leak *.sys",
      "PS C:\\d> findstr -m -l Leak *.sys",
      'C:\\d>strings * | findstr /l "Leak"',
    ]) {
      expect(await filesOf(`${command}\nmyfault.sys\n`), command).toEqual([["Leak", "myfault.sys"]]);
    }
  });

  test("is said by a heading, by a list, or by the caller", async () => {
    expect(await filesOf("== Leak ==\nmyfault.sys\nDh 1:\nwin32k.sys\n")).toEqual([
      ["Leak", "myfault.sys"],
      ["Dh 1", "win32k.sys"],
    ]);
    expect(await filesOf("Leak -> myfault.sys, other.sys [2]\n")).toEqual([
      ["Leak", "myfault.sys"],
      ["Leak", "other.sys"],
    ]);
    expect(await filesOf("myfault.sys\n", "Leak")).toEqual([["Leak", "myfault.sys"]]);
  });

  test("is empty, with a doubt, where nothing says it", async () => {
    const { records, problems } = await readFindstr("myfault.sys\n");
    expect(records).toEqual([{ tag: "", file: "myfault.sys", line: 1 }]);
    expect(problems).toEqual([expect.objectContaining({ line: 1, effect: "doubt" })]);
  });
});

test("without /m a file is named once however many lines of it were found", async () => {
  const text =
    "C:\\d>findstr /l Leak *.sys\nmyfault.sys:\x01Leak\x02\nmyfault.sys:more Leak\ncontoso.sys:LeakDetection\n";
  expect(await filesOf(text)).toEqual([
    ["Leak", "myfault.sys"],
    ["Leak", "contoso.sys"],
  ]);
});

test("strings' output with full paths gives the paths", async () => {
  expect(await filesOf("C:\\d>strings -n 4 * | findstr Leak\nC:\\d\\myfault.sys: Leak\n")).toEqual([
    ["Leak", "C:\\d\\myfault.sys"],
  ]);
});

describe("a findstr behind a pipe", () => {
  const behind = async (command: string, ...printed: string[]) =>
    readFindstr(["C:\\d>findstr /m /l Leak *.sys", "myfault.sys", `C:\\d>${command}`, ...printed, "C:\\d>"].join("\n"));
  const owner = { tag: "Leak", file: "myfault.sys", line: 2 };

  test("adds the words of the one file whose texts it was given, its path quoted or not, whatever follows", async () => {
    for (const strings of ["strings -n 4 C:\\d\\myfault.sys", 'strings64.exe "C:\\my drivers\\MyFault.sys"']) {
      for (const search of ["findstr /l Leak", "findstr /l Leak > words.txt", 'findstr /l /c:"Leak" 2>nul | sort']) {
        const { records, problems } = await behind(`${strings} | ${search}`, "Leak", "LeakyBucket", "Leak");
        expect(records, strings + search).toEqual([{ ...owner, words: ["Leak", "LeakyBucket"] }]);
        expect(problems, strings + search).toEqual([]);
      }
    }
    const { records } = await behind('strings "C:\\my drivers\\other.sys" | findstr /l Leak', "LeakyBucket");
    expect(records[1]).toEqual({ tag: "Leak", file: "C:\\my drivers\\other.sys", line: 4, words: ["LeakyBucket"] });
  });

  test("gives nothing where the texts are of nobody knows which file, and takes none for a heading", async () => {
    for (const command of ["strings … | findstr /l Leak", "type texts.txt | findstr /l Leak"]) {
      const { records, problems } = await behind(command, "Leak", "LeakyBucketOfTheNetwork");
      expect(records, command).toEqual([owner]);
      expect(problems, command).toEqual([]);
    }
  });

  test("is no search of files: without a result it says so, and never that no file was found", async () => {
    for (const [command, where] of [
      ["strings myfault.sys | findstr /l Leak", "myfault.sys"],
      ["strings … | findstr /l Leak", "the command before findstr"],
    ] as const) {
      const { problems } = await behind(command);
      expect(problems, command).toHaveLength(1);
      expect(problems[0], command).toMatchObject({ line: 3, effect: "note" });
      expect(problems[0]!.message, command).toContain(where);
      expect(problems[0]!.message, command).not.toContain("No file was found");
    }
  });

  test("searches files all the same where it names them, or where || only makes it the second choice", async () => {
    for (const command of ["dir | findstr /m /l CtxL *.sys", "cd drivers || findstr /m /l CtxL *.sys"]) {
      const { records, problems } = await behind(command, "ctxflt.sys");
      expect(records, command).toEqual([owner, { tag: "CtxL", file: "ctxflt.sys", line: 4 }]);
      expect(problems, command).toEqual([]);
      expect((await behind(command)).problems[0]?.message, command).toContain("No file was found");
    }
  });
});

test("a search without a result says what that does not prove, with the protected tag's bytes", async () => {
  const { records, problems } = await readFindstr("C:\\d>findstr /m /l Leak *.sys\n\nC:\\d>\n");
  expect(records).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({ line: 1, effect: "note", message: expect.stringContaining("4c 65 61 eb") as string }),
  ]);
});

test("what is no such output gives one problem with the command", async () => {
  expect(await readFindstr("")).toEqual({
    records: [],
    problems: [
      expect.objectContaining({
        line: 0,
        effect: "lost",
        message: expect.stringContaining("findstr /m /l Leak") as string,
      }),
    ],
  });
});

test("any bytes are answered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), fc.nat(output.length), async (bytes, cut) => {
      const { records } = await readFindstr(Uint8Array.from([...output.subarray(0, cut), ...bytes]));
      expect(records.every(({ file, line }) => file !== "" && line >= 1)).toBe(true);
    }),
    { seed: 9, numRuns: 200 },
  );
});

const sample = join(import.meta.dirname, "../../../../../../shared/real-logs/pool-tags/03-tag-to-driver-scan-zh.txt");

test.skipIf(!existsSync(sample))("a genuine list in another language gives its four tags", async () => {
  const { records } = await readFindstr(new Uint8Array(readFileSync(sample)));
  expect(records).toEqual([
    { tag: "RTLF", file: "rtf64x64.sys", line: 7 },
    { tag: "NVRM", file: "nvlddmkm.sys", line: 8 },
    { tag: "NVRM", file: "nvpcf.sys", line: 8 },
    { tag: "ismc", file: "iaStorAC.sys", line: 9 },
    { tag: "cckT", file: "sysdiag.sys", line: 10 },
  ]);
});
