import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeHits } from "../../../../../../src/pool/formats/windbg/code/describeHit.ts";
import { findModule } from "../../../../../../src/pool/formats/windbg/code/findModule.ts";
import { readTagSearch } from "../../../../../../src/pool/formats/windbg/code/readTagSearch.ts";

const session = new Uint8Array(readFileSync(new URL("fixtures/tagSearch.txt", import.meta.url)));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");

test("a session gives the places found, by all modules and by one", async () => {
  const { records } = await readTagSearch(session);
  expect(records.hits.map(({ text, address, bytes, line }) => [text, address, bytes.length, line])).toEqual([
    ["Leak", "fffff88005a1f3aa", 16, 2],
    ["Leak", "fffff88005a1f621", 16, 3],
    ["Leak", "fffff88005a1f6c2", 16, 4],
    ["Leak", "fffff88005a1f7d4", 16, 5],
    ["Leak", "fffff8800612e0f8", 16, 6],
    ["Leak", "fffff88005a1fa10", 0, 44],
  ]);
  expect(hex(records.hits[0]!.bytes)).toBe("4c 65 61 6b 8b d6 b9 01 00 00 00 ff 15 58 0c 00");
});

test("modules come with what lmvm says of them", async () => {
  const { modules } = (await readTagSearch(session)).records;
  expect(modules.map(({ symbols, line }) => [symbols, line])).toEqual([
    ["deferred", 9],
    ["no symbols", 12],
  ]);
  expect(findModule(modules, "fffff88005a1f621")).toEqual({
    name: "myfault",
    start: "fffff88005a1e000",
    end: "fffff88005a26000",
    symbols: "no symbols",
    isUnloaded: false,
    imagePath: "\\??\\C:\\Tools\\myfault.sys",
    imageName: "myfault.sys",
    timestamp: "Thu Aug  9 18:22:41 2012 (5023E2C1)",
    checksum: "0000A1F3",
    fileVersion: "3.1.0.0",
    company: "Contoso Test Tools",
    description: "Fault: a driver that leaks on purpose",
    line: 12,
  });
  expect(findModule(modules, "fffff88005a26000")).toBeUndefined();
  expect(findModule(modules, "fffff8800612e0f8")).toBeUndefined();
});

test("instructions stand under their labels, and what is no code is left out", async () => {
  const { instructions } = (await readTagSearch(session)).records;
  expect(instructions.map(({ address, symbol, mnemonic, operands }) => [address, symbol, mnemonic, operands])).toEqual([
    ["fffff88005a1f61f", "myfault+0x161f", "mov", "r8d,6B61654Ch"],
    ["fffff88005a1f625", "myfault+0x1625", "mov", "edx,edi"],
    ["fffff88005a1f627", "myfault+0x1627", "xor", "ecx,ecx"],
    ["fffff88005a1f629", "myfault+0x1629", "call", "qword ptr [myfault+0x2012 (fffff880`05a20012)]"],
    ["fffff88005a1f6c1", "myfault!FreeOne+0x11", "mov", "edx,6B61654Ch"],
    ["fffff88005a1f6c6", "myfault!FreeOne+0x16", "mov", "rcx,rax"],
    ["fffff88005a1fa10", "myfault+0x1a0f", "lock xadd", "qword ptr [rcx],rdx"],
  ]);
  expect(hex(instructions[3]!.bytes)).toBe("ff 15 e3 09 00 00");
});

test("memory is given in its own order, and what could not be read is said and left out", async () => {
  const { records, problems } = await readTagSearch(session);
  expect(records.memory.map(({ command, symbol, bytes, pointsTo }) => [command, symbol, hex(bytes), pointsTo])).toEqual(
    [
      ["db", undefined, "48 85 c0 74 12 8b f2 90 41 b8 4c 65 61 6b 8b d6", undefined],
      ["db", undefined, "b9 01 00 00 00 ff 15 58 0c 00 00 48 85 c0", undefined],
      ["dps", undefined, "00 20 9a 1a 03 f8 ff ff", "nt!ExAllocatePoolWithTag"],
      ["dps", undefined, "00 00 00 00 00 00 00 00", undefined],
      ["dc", "nt!PoolHitTag", "0f ff ff ff", undefined],
    ],
  );
  expect(problems).toEqual([
    expect.objectContaining({ line: 33, effect: "lost", message: expect.stringContaining("2 bytes") as string }),
  ]);
});

test("each place is described by what the session shows of it", async () => {
  const { records } = await readTagSearch(session);
  expect(
    describeHits(records.hits, records).map(({ kind, poolType, isProtected }) => [kind, poolType, isProtected]),
  ).toEqual([
    ["allocate", "PagedPool", false],
    ["allocate", "NonPagedPool", false],
    ["free", undefined, false],
    ["unknown", undefined, false],
    ["string", undefined, false],
    ["unknown", undefined, false],
  ]);
});

test.each([
  ['s -a 0 L?80000000 "Leak"', "Leak"],
  ["!for_each_module s -a @#Base @#End Leak", "Leak"],
  ['.reload; !for_each_module ".echo @#ModuleName; s -a @#Base @#End \\"Leak\\""', undefined],
  ["s -b fffff880`05a1e000 fffff880`05a26000 4c 65 61 6b", "Leak"],
  ["s -b fffff880`05a1e000 L8000 4c 65 61 eb", "Leak"],
  ["s -d fffff880`05a1e000 L8000 6b61654c", "Leak"],
  ['s -a 0 L?80000000 "Dh 1"', "Dh 1"],
])("%s says what was searched", async (command, text) => {
  const row = command.includes(" -d ")
    ? "fffff880`05a1f3a8  6b61654c 01b9d68b ff000000 000c5815  Leak.........X.."
    : "fffff880`05a1f3aa  4c 65 61 6b 8b d6 b9 01-00 00 00 ff 15 58 0c 00  Leak.........X..";
  const { hits } = (await readTagSearch(`0: kd> ${command}\n${row}\n`)).records;
  expect(hits.map((hit) => hit.text)).toEqual([text ?? "Leak"]);
  expect(hex(hits[0]!.bytes.subarray(0, 6))).toBe("4c 65 61 6b 8b d6");
});

test("a table that was quoted without its command is read all the same, and told from a dump of memory", async () => {
  const rows = `fffff880\`05a1f3aa  4c 65 61 6b 8b d6 b9 01-00 00 00 ff 15 58 0c 00  Leak.........X..
fffff880\`05a1f621  4c 65 61 6b 8b d7 33 c9-ff 15 e3 09 00 00 48 85  Leak..3.......H.`;
  expect((await readTagSearch(rows)).records).toMatchObject({ hits: [{ text: "Leak" }, { text: "Leak" }], memory: [] });
  const dump = `fffff880\`05a1f3a0  4c 65 61 6b 8b d6 b9 01-00 00 00 ff 15 58 0c 00  Leak.........X..
fffff880\`05a1f3b0  4c 65 61 6b 8b d7 33 c9-ff 15 e3 09 00 00 48 85  Leak..3.......H.`;
  expect((await readTagSearch(dump)).records).toMatchObject({
    hits: [],
    memory: [{ command: "db" }, { command: "db" }],
  });
});

test("unloaded modules and those with a path behind their symbols are told apart", async () => {
  const { modules } = (
    await readTagSearch(`0: kd> lm
start             end                 module name
fffff803\`1a810000 fffff803\`1af5c000   nt         (pdb symbols)          c:\\symbols\\ntkrnlmp.pdb\\1\\ntkrnlmp.pdb
82608000 82a1a000   old      C (export symbols)       old.dll

Unloaded modules:
fffff880\`03bee000 fffff880\`03bfc000   crashdmp.sys
0: kd> lm t n
start             end                 module name
fffff880\`01250000 fffff880\`013f3000   Ntfs     Ntfs.sys     Mon Jul 13 19:20:47 2009 (4A5BC14F)
`)
  ).records;
  expect(modules).toMatchObject([
    { name: "nt", symbols: "pdb symbols", symbolFile: "c:\\symbols\\ntkrnlmp.pdb\\1\\ntkrnlmp.pdb" },
    { name: "old", start: "82608000", symbols: "export symbols", symbolFile: "old.dll" },
    { name: "crashdmp.sys", isUnloaded: true, imageName: "crashdmp.sys" },
    { name: "Ntfs", symbols: "", imageName: "Ntfs.sys", timestamp: "Mon Jul 13 19:20:47 2009 (4A5BC14F)" },
  ]);
});

test("a search that finds nothing says what that does not prove; a log without one says what is expected", async () => {
  const nothing = await readTagSearch('0: kd> !for_each_module s -a @#Base @#End "Leak"\n0: kd> g\n');
  expect(nothing.problems).toEqual([
    expect.objectContaining({ line: 1, effect: "note", message: expect.stringContaining('"Leak"') as string }),
  ]);
  const none = await readTagSearch(
    "0: kd> dc nt!PoolHitTag l1\nfffff803`1ac530fc  ffffff0f                             ....\n",
  );
  expect(none.problems[0]).toMatchObject({ line: 0, message: expect.stringContaining("!for_each_module") as string });
});
