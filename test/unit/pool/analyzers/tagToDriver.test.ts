import { describe, expect, it } from "vitest";
import { readFindstr, readPooltag, tagToDriver } from "../../../../src/pool/index.ts";
import { makeSnapshots, row } from "./makeLog.ts";

const found = (...files: [tag: string, file: string][]) =>
  files.map(([tag, file], i) => ({ tag: tag.padEnd(4), file, line: i + 1 }));

describe("from a tag to a driver", () => {
  it("a search that finds one file gives a candidate, and says that it is no proof", () => {
    const [only] = tagToDriver("Xyz1", { findstr: found(["Xyz1", "C:\\Windows\\System32\\drivers\\contoso.sys"]) });
    expect(only).toMatchObject({ driver: "contoso.sys", worth: "medium", evidence: "findstr", line: 1 });
    expect(only!.says).toMatch(/candidate.*longer word/);
  });

  it("a search that finds several settles nothing", () => {
    const candidates = tagToDriver("Xyz1", { findstr: found(["Xyz1", "contoso.sys"], ["Xyz1", "fabrikam.sys"]) });
    expect(candidates.map(({ worth }) => worth)).toEqual(["weak", "weak"]);
  });

  it("among several files the one that is not Windows' own comes first", () => {
    const [first, second] = tagToDriver("Xyz1", { findstr: found(["Xyz1", "ntfs.sys"], ["Xyz1", "contoso.sys"]) });
    expect(first).toMatchObject({ driver: "contoso.sys", worth: "medium" });
    expect(second).toMatchObject({ driver: "ntfs.sys", worth: "weak" });
  });

  it("the texts that strings prints tell the letters alone from those inside a word", async () => {
    const pasted = [
      "C:\\t>findstr /m /l Xyz1 C:\\d\\*.sys",
      "C:\\d\\contoso.sys",
      "C:\\d\\fabrikam.sys",
      "",
      "C:\\t>strings -nobanner -n 4 C:\\d\\contoso.sys | findstr /l Xyz1",
      "MyXyz1Table",
      "",
      "C:\\t>strings -nobanner -n 4 C:\\d\\fabrikam.sys | findstr /l Xyz1",
      "Xyz1",
      "Xyz1Again",
    ].join("\r\n");
    const { records: findstr, problems } = await readFindstr(pasted);
    expect(problems).toEqual([]);
    expect(findstr.map(({ words }) => words)).toEqual([["MyXyz1Table"], ["Xyz1", "Xyz1Again"]]);
    const [first, second] = tagToDriver("Xyz1", { findstr });
    expect(first).toMatchObject({ driver: "fabrikam.sys", worth: "strong" });
    expect(second).toMatchObject({ driver: "contoso.sys", worth: "weak" });
    expect(second!.says).toMatch(/inside a longer word \(MyXyz1Table\)/);
  });

  it("a list and a search that name the same file are strong", async () => {
    const { records: pooltag } = await readPooltag(
      "Xyz1 - contoso.sys - Contoso filter\r\nXy?? - other.sys - others\r\n",
    );
    const { records: findstr } = await readFindstr("C:\\>findstr /m /l Xyz1 *.sys\r\ncontoso.sys\r\n");
    const candidates = tagToDriver("Xyz1", { pooltag, findstr });
    expect(candidates.map(({ driver, worth }) => [driver, worth])).toEqual([
      ["contoso.sys", "strong"],
      ["contoso.sys", "strong"],
    ]);
    expect(tagToDriver("Xyz2", { pooltag })[0]).toMatchObject({ driver: "other.sys", worth: "weak", line: 2 });
  });

  it("the Mapped_Driver column counts with the line it stands in", () => {
    const snapshots = makeSnapshots(2, 15, (i) => [
      { ...row("Xyz1", "paged", 5 + i, 0, 16), mappedDriver: "contoso.sys - Contoso" },
    ]);
    expect(tagToDriver("Xyz1", { snapshots })[0]).toMatchObject({
      driver: "contoso.sys",
      evidence: "Mapped_Driver",
      line: snapshots[1]!.rows[0]!.line,
    });
  });

  it("a tag that the column and the list share is one piece of evidence, not two", async () => {
    const { records: pooltag } = await readPooltag("Xyz1 - contoso.sys - Contoso\r\n");
    const snapshots = makeSnapshots(2, 15, (i) => [
      { ...row("Xyz1", "paged", 5 + i, 0, 16), mappedDriver: "contoso.sys" },
    ]);
    expect(tagToDriver("Xyz1", { snapshots, pooltag }).every(({ worth }) => worth === "medium")).toBe(true);
  });

  it("a shared tag names a component, not a culprit", () => {
    expect(tagToDriver("Irp", {})[0]).toMatchObject({ driver: "nt!io", worth: "weak" });
    expect(tagToDriver("File", {})[0]!.says).toMatch(/handle/);
  });

  it("an unknown tag has no candidates", () => {
    expect(tagToDriver("Q9z!", {})).toEqual([]);
    expect(tagToDriver("Leak", { knownTags: [] })).toEqual([]);
  });

  it("tags differ by case and by blanks", () => {
    const findstr = found(["leak", "a.sys"], ["Leak", "b.sys"]);
    expect(tagToDriver("Leak", { findstr, knownTags: [] }).map(({ driver }) => driver)).toEqual(["b.sys"]);
  });
});
