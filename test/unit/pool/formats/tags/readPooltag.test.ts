import fc from "fast-check";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { nameTag } from "../../../../../src/pool/formats/tags/nameTag.ts";
import { readPooltag } from "../../../../../src/pool/formats/tags/readPooltag.ts";
import { matchesTag } from "../../../../../src/pool/formats/tags/tagPattern.ts";

const list = new Uint8Array(readFileSync(new URL("fixtures/pooltag.txt", import.meta.url)));

test("a list reads as its expected twin says", async () => {
  const twin = readFileSync(new URL("fixtures/pooltag.expected.json", import.meta.url), "utf8");
  expect(JSON.parse(JSON.stringify(await readPooltag(list)))).toEqual(JSON.parse(twin));
});

describe("a tag is looked up", () => {
  test.each([
    ["CtxL", "contosofilter.sys"], // itself before any pattern, the first of two
    ["CtxQ", "contosofilter.sys"], // Ctx? before Ctx*
    ["Ctxx", "contosofilter.sys"],
    ["Cty ", undefined], // Ct*, which names no binary
    ["smXY", "nt!store or rdyboost.sys"],
    ["Cm", "nt!cm"], // without its blanks
  ])("%s is of %s", async (tag, binary) => {
    const { records } = await readPooltag(list);
    const found = nameTag(records, tag);
    expect(found).toBeDefined();
    expect(found?.binary).toBe(binary);
  });

  test.each(["Leak", "ctxL", "dh 1"])("%s is unknown: upper and lower case differ", async (tag) => {
    expect(nameTag((await readPooltag(list)).records, tag)).toBeUndefined();
  });

  test("a table that grew is looked up anew", async () => {
    const { records } = await readPooltag(list);
    expect(nameTag(records, "Leak")).toBeUndefined();
    records.push({ tag: "Leak", binary: "myfault.sys", description: "", line: 99 });
    expect(nameTag(records, "Leak")?.binary).toBe("myfault.sys");
  });

  test("an entry that names its binary wins over one for the same tag that does not", async () => {
    const { records } = await readPooltag("Gcac - <unknown> - glyphs\nGcac - win32k.sys - fonts\n");
    expect(nameTag(records, "Gcac")?.binary).toBe("win32k.sys");
  });
});

test.each([
  ["Afd?", "AfdB", true],
  ["Afd?", "Afd ", true],
  ["Afd?", "AfeB", false],
  ["Acp*", "Acp ", true],
  ["A*B", "AxxB", true],
  ["A*B", "AB", true],
  ["A*B", "AxBC", false],
  ["*", "Leak", true],
  ["Irp", "Irp ", true],
  ["Irp", "Irp+", false],
  ["", "Leak", false],
])("pattern %j and tag %j: %s", (pattern, tag, fits) => {
  expect(matchesTag(pattern, tag)).toBe(fits);
});

test("what is no list gives no entries and one problem that says where the list is", async () => {
  const { records, problems } = await readPooltag(new Uint8Array(0));
  expect(records).toEqual([]);
  expect(problems).toEqual([
    expect.objectContaining({ line: 0, message: expect.stringContaining("triage") as string }),
  ]);
});

test("any bytes are answered", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      const { records } = await readPooltag(Uint8Array.from([...bytes, ...list]));
      expect(records.every(({ tag, line }) => tag.length === 4 && line >= 1)).toBe(true);
    }),
    { seed: 6, numRuns: 200 },
  );
});

// Genuine public lists, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../shared/real-logs/pool-tags");

describe.skipIf(!existsSync(folder))("genuine lists", () => {
  const read = (name: string) => readPooltag(new Uint8Array(readFileSync(join(folder, name))));

  test("of 2003: every entry, one orphaned line", async () => {
    const { records, problems } = await read("01-pooltag-2003-reskit.txt");
    expect(records).toHaveLength(1754);
    expect(problems.filter(({ effect }) => effect === "lost").map(({ line }) => line)).toEqual([349]);
    expect(nameTag(records, "AcpQ")).toMatchObject({ tag: "Acp*", binary: "acpi.sys" });
    expect(nameTag(records, "CMAl")?.binary).toBe("nt!cm");
    expect(nameTag(records, "Leak")).toBeUndefined();
  });

  test("of 2018: every entry, also those without a binary", async () => {
    const { records, problems } = await read("02-pooltag-2018.txt");
    expect(records).toHaveLength(4011);
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    expect(nameTag(records, "ATmp")).toMatchObject({ binary: undefined, description: "AppTag mount point" });
    expect(nameTag(records, "smWd")?.binary).toBe("nt!store or rdyboost.sys");
    expect(nameTag(records, "Dh 1")?.line).toBe(493);
    expect(nameTag(records, "@MP")).toBeDefined();
    expect(nameTag(records, "Gcac")?.binary).toBe("win32k.sys");
  });
});
