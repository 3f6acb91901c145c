import { describe, expect, it } from "vitest";
import { nameTag } from "../../../src/pool/formats/tags/nameTag.ts";
import { readFindstr } from "../../../src/pool/formats/tags/readFindstr.ts";
import { readPooltag } from "../../../src/pool/formats/tags/readPooltag.ts";
import { bytesOf, MACHINES, manifest } from "./evidence.ts";

describe.each(MACHINES)("%s's texts", (machine) => {
  // In the lab somebody changed a tag in memory: no file holds that one. The failing path came with a later version of the driver.
  const leaking = new Map(
    Object.entries(manifest.machines[machine]!.periods).flatMap(([period, { leaks }]) =>
      ["lab", "path"].includes(period) ? [] : leaks.map(({ tag, driver }) => [tag, driver]),
    ),
  );

  it("list well-known tags with wildcards, without the third parties' that leak", async () => {
    const { records, problems } = await readPooltag(bytesOf(`${machine}/pooltag.txt`));
    expect(problems).toEqual([]);
    expect(records.length).toBeGreaterThanOrEqual(120);
    expect(records.filter(({ tag }) => /[?*]/.test(tag)).length).toBeGreaterThan(15);
    expect(nameTag(records, "MmSt")?.binary).toBe("nt!mm");
    expect(nameTag(records, "Irp ")?.binary).toBe("nt!io");
    expect(nameTag(records, "AfdX")?.binary).toBe("afd.sys");
    for (const tag of leaking.keys()) expect(nameTag(records, tag)).toBeUndefined();
  });

  it("name the driver of each leaking tag, and three tags in all", async () => {
    const { records } = await readFindstr(bytesOf(`${machine}/findstr.txt`));
    expect(leaking.size).toBe(2);
    for (const [tag, driver] of leaking) {
      const files = records.filter((record) => record.tag === tag).map(({ file }) => file.split("\\").at(-1));
      expect(files).toContain(driver);
    }
    expect(new Set(records.map(({ tag }) => tag)).size).toBe(3);
  });

  it("show a hit that is only part of a longer word, in another driver's file", () => {
    const text = new TextDecoder().decode(bytesOf(`${machine}/findstr.txt`));
    const looks = [...text.matchAll(/>strings \S+ -n 4 \S*\\(\S+) \| findstr \/l (\S+)\r\n((?:\w+\r\n)+)/g)];
    expect(looks).toHaveLength(3);
    for (const [, file, tag, words] of looks) {
      const isOwner = leaking.get(tag!) === file;
      for (const word of words!.trim().split("\r\n")) {
        expect(word).toContain(tag);
        expect(word === tag).toBe(isOwner);
      }
    }
    expect(looks.filter(([, file, tag]) => leaking.get(tag!) !== file)).toHaveLength(2);
  });
});
