import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";

const fixtures = new URL("fixtures/", import.meta.url);
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, fixtures)));

describe("every fixture reads as its expected twin says", () => {
  const logs = readdirSync(fixtures).filter((name) => name.endsWith(".txt"));
  test.each(logs)("%s", async (name) => {
    const twin = new URL(name.replace(".txt", ".expected.json"), fixtures);
    expect(existsSync(twin), `${name} has an expected twin`).toBe(true);
    // What JSON cannot hold (an undefined time) is left out on both sides.
    const found: unknown = JSON.parse(JSON.stringify(await readPoolmon(read(name))));
    expect(found).toEqual(JSON.parse(readFileSync(twin, "utf8")));
  });
});

describe("the same log from anywhere", () => {
  test("a Blob, bytes and pasted text give the same snapshots", async () => {
    const bytes = read("loop-narrow.txt");
    const fromBytes = await readPoolmon(bytes);
    expect(await readPoolmon(new Blob([bytes]))).toEqual(fromBytes);
    expect(await readPoolmon(new TextDecoder().decode(bytes))).toEqual(fromBytes);
  });

  test("a file's name is kept with each snapshot", async () => {
    const { records } = await readPoolmon(new File([read("loop-narrow.txt")], "poolsnap.log"));
    expect(records.map(({ log }) => log)).toEqual(["poolsnap.log", "poolsnap.log"]);
  });

  test("line ends of one LF or one CR change nothing but the bytes", async () => {
    const text = new TextDecoder().decode(read("loop-narrow.txt"));
    const expected = await readPoolmon(text);
    expect(await readPoolmon(text.replaceAll("\r\n", "\n"))).toEqual(expected);
    expect(await readPoolmon(text.replaceAll("\r\n", "\r"))).toEqual(expected);
  });

  test("UTF-16 without a mark, both ways round, is found", async () => {
    const text = new TextDecoder().decode(read("loop-narrow.txt"));
    const expected = await readPoolmon(text);
    const little = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
    const big = little.slice();
    for (let at = 0; at < big.length; at += 2) big.subarray(at, at + 2).reverse();
    expect(await readPoolmon(little)).toEqual(expected);
    expect(await readPoolmon(big)).toEqual(expected);
  });
});

describe("rows", () => {
  const header = " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\r\n\r\n";
  const rowOf = async (line: string) => (await readPoolmon(`${header}${line}\r\n`)).records[0]?.rows[0];

  test("odd bytes in a tag are kept, one character each", async () => {
    const bytes = new TextEncoder().encode(
      `${header} XXXX Nonp         12         2        10     1280        128\r\n`,
    );
    bytes.set([0x80, 0xeb, 0x01, 0x41], header.length + 1);
    const row = (await readPoolmon(bytes)).records[0]?.rows[0];
    expect(row?.tag).toHaveLength(4);
    expect(row?.tag.endsWith("\x01A")).toBe(true);
    expect(row?.bytes).toBe(1280);
  });

  test.each([
    [" Io   Nonp         12         2        10     1280        128", "Io  "],
    ["Io   Nonp         12         2        10     1280        128", "Io  "],
    ["Io Nonp 12 2 10 1280 128", "Io  "],
    [" Dh 1 Nonp         12         2        10     1280        128", "Dh 1"],
    ["Dh 1 Nonp 12 2 10 1280 128", "Dh 1"],
    ["   rx Nonp         12         2        10     1280        128", "  rx"],
    [" 1MEM Nonp         12         2        10     1280        128", "1MEM"],
    [" -UMD Nonp         12         2        10     1280        128", "-UMD"],
    [" Nonp Nonp         12         2        10     1280        128", "Nonp"],
    ["      Nonp         12         2        10     1280        128", "    "],
    ["\tLeak\tNonp\t12\t2\t10\t1280\t128", "Leak"],
    ["> > Leak Nonp 12 2 10 1280 128", "Leak"],
  ])("%j is a row of its tag", async (line, tag) => {
    expect(await rowOf(line)).toMatchObject({
      tag,
      pool: "nonpaged",
      allocs: 12,
      frees: 2,
      diff: 10,
      bytes: 1280,
      perAlloc: 128,
      line: 3,
    });
  });

  test.each([
    " Leak Nonp         12         2        10     1280",
    " Leak Nonp         12         2        10     1280        128        128",
    " Leak Nonp         1x         2        10     1280        128",
    " Leak Page         12         2        10     1280        128",
    " Leaks Nonp         12         2        10     1280        128",
    " Leak Nonp 123456789012345678901234567890 2 10 1280 128",
  ])("%j is no row and is named with its line", async (line) => {
    const { records, problems } = await readPoolmon(`${header}${line}\r\n`);
    expect(records[0]?.rows).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ line: 3, effect: "lost" }));
  });

  test("numbers that touch are parted only where exactly one place makes them agree", async () => {
    expect(await rowOf(" Glue Nonp 1234512340 5 80 16")).toMatchObject({ allocs: 12345, frees: 12340 });
    expect(await rowOf(" Glue Nonp 11 0 0 0")).toBeUndefined();
  });

  test("of many alike problems three are listed and the rest counted", async () => {
    const damaged = " Leak Nonp         12         2\r\n".repeat(50);
    const { problems } = await readPoolmon(header + damaged);
    const lost = problems.filter(({ effect }) => effect === "lost");
    expect(lost.map(({ line }) => line)).toEqual([3, 4, 5]);
    expect(lost.at(-1)?.more).toBe(47);
  });

  test("a count that wrapped at 2^32 raises no doubt, and neither does a negative Diff", async () => {
    const log = `${header} Wrap Nonp          5 4294967290        11      176         16\r\n Neg  Nonp          5        10        -5        0          0\r\n`;
    expect((await readPoolmon(log)).problems).toEqual([]);
  });
});

describe("snapshots", () => {
  const head = " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\n\n";
  const memory = " Memory: 8388084K Avail: 6268928K  PageFlts:181224   InRam Krnl: 9120K P:150440K\n";
  const commit = " Commit:2104448K Limit:16774324K Peak:2391040K            Pool N:    4K P:    0K\n";
  const row = " Leak Nonp          1         0         1     4096       4096\n";

  test("N is the nonpaged pool and P the paged one", async () => {
    const log = memory + commit.replace("Pool N:    4K P:    0K", "Pool N:96256K P:154640K") + head + row;
    expect((await readPoolmon(log)).records[0]?.memory).toMatchObject({
      nonpagedBytes: 96256 * 1024,
      pagedBytes: 154640 * 1024,
    });
  });

  test("a summary starts a snapshot without a stamp, a header does without a summary", async () => {
    const { records } = await readPoolmon(memory + commit + head + row + memory + commit + head + row + head + row);
    expect(
      records.map(({ number, line, memory: summary, rows }) => [number, line, summary !== undefined, rows.length]),
    ).toEqual([
      [1, 1, true, 1],
      [2, 6, true, 1],
      [3, 11, false, 1],
    ]);
  });

  test("a summary of one line leaves the other's numbers unknown and says so", async () => {
    const { records, problems } = await readPoolmon(commit + head + row);
    expect(records[0]?.memory).toMatchObject({ nonpagedBytes: 4096, physicalBytes: NaN });
    expect(problems).toEqual([expect.objectContaining({ line: 1, effect: "lost" })]);
  });

  test.each([
    [" System pool information\n", "system"],
    [" All sessions pool information\n", "all sessions"],
    [" Session 3 pool information\n", "session"],
  ])("%j is the scope", async (line, scope) => {
    expect((await readPoolmon(memory + commit + line + head + row)).records[0]?.scope).toBe(scope);
  });

  test("a tag twice in one pool of all sessions stays one snapshot, with a doubt", async () => {
    const { records, problems } = await readPoolmon(` All sessions pool information\n${head}${row}${row}`);
    expect(records.map(({ rows }) => rows.length)).toEqual([2]);
    expect(problems).toEqual([expect.objectContaining({ line: 5, effect: "doubt" })]);
  });

  test("a log filtered to one pool is noted, not mourned", async () => {
    const { problems } = await readPoolmon(memory + commit.replace("P:    0K", "P:99999K") + head + row);
    expect(problems).toEqual([
      expect.objectContaining({ line: 1, effect: "note", message: expect.stringContaining("-p") as string }),
    ]);
  });

  test("lines between the snapshots that are no stamp are reported, and the snapshots stay whole", async () => {
    const { records, problems } = await readPoolmon(
      `${head}${row}C:\\tools>cls\nC:\\tools>dir\n08/14/2012 9:30:00\n${head}${row}`,
    );
    expect(records.map(({ stamp, rows }) => [stamp, rows.length])).toEqual([
      ["", 1],
      ["08/14/2012 9:30:00", 1],
    ]);
    expect(problems.map(({ line, effect }) => [line, effect])).toEqual([
      [4, "lost"],
      [5, "lost"],
    ]);
  });

  test("a stamp at the end without a snapshot is noted", async () => {
    const { records, problems } = await readPoolmon(`${head}${row}08/14/2012 9:30:00\n`);
    expect(records).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line: 4, effect: "note" })]);
  });
});
