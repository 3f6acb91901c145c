import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeControl, encodeControl } from "../../../../../../src/pool/formats/windbg/irp/control.ts";
import { majorName, minorName } from "../../../../../../src/pool/formats/windbg/irp/ioFunctions.ts";
import { locationAddress } from "../../../../../../src/pool/formats/windbg/irp/locationAddress.ts";
import { printIrp } from "../../../../../../src/pool/formats/windbg/irp/printIrp.ts";
import { readIrps } from "../../../../../../src/pool/formats/windbg/irp/readIrps.ts";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test.each(["codes-x64", "names-x86", "irpfind-x64", "irpfind-old"])(
  "%s reads as its expected twin says",
  async (name) => {
    const twin: unknown = JSON.parse(fixture(`${name}.expected.json`).toString("utf8"));
    expect(plain(await readIrps(new Uint8Array(fixture(`${name}.txt`))))).toEqual(twin);
  },
);

describe("a request", () => {
  test("has its current location where its address says", async () => {
    const { records } = await readIrps(new Uint8Array(fixture("codes-x64.txt")));
    const [irp] = records.irps;
    expect(irp?.current).toBe(5);
    expect(locationAddress(irp!.address!, 5)).toBe(irp?.currentAddress);
    expect(irp?.locations.filter(({ isCurrent }) => isCurrent).map(({ number, driver }) => [number, driver])).toEqual([
      [5, "\\Driver\\Disk"],
    ]);
  });

  test.each([
    ["its address does not fit", /c7200/, "c7248", 2],
    ["its words do not fit the number", /e1( .*)Success Error Cancel pending/, "e0$1Success Error Cancel pending", 20],
    ["its last location is missing", / \[ {2}4, 0\] {3}0[^]*$/, "", 2],
  ])("is doubted where %s", async (_, found, replacement, line) => {
    const { problems } = await readIrps(fixture("codes-x64.txt").toString("latin1").replace(found, replacement));
    expect(problems.map(({ effect, line: at }) => [effect, at])).toEqual([["doubt", line]]);
  });

  test("that all drivers have completed is not active, and nobody holds it", async () => {
    const { records } = await readIrps(new Uint8Array(fixture("names-x86.txt")));
    expect(records.irps.map(({ isActive, current }) => [isActive, current])).toEqual([
      [true, 2],
      [false, undefined],
    ]);
  });

  test("is not invented for an address that holds none", async () => {
    const { records, problems } = await readIrps("kd> !irp 8f2c6000\nCould not read Irp 8f2c6000\n");
    expect(records.irps).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ line: 2, effect: "lost" })]);
  });

  test("without the pointers of a location keeps the rest", async () => {
    const text = fixture("codes-x64.txt")
      .toString("latin1")
      .replace(/^>\[.*$/m, ">[  4,34]  1c");
    const { records, problems } = await readIrps(text);
    expect(records.irps[0]?.locations).toHaveLength(7);
    expect(problems.map(({ effect, line }) => [effect, line])).toEqual([
      ["doubt", 2],
      ["lost", 17],
    ]);
  });
});

describe("the control byte", () => {
  test.each([
    [0xe0, "Success Error Cancel"],
    [0xe1, "Success Error Cancel pending"],
    [0xc0, "Success Error"],
    [0xa0, "Error Cancel"],
    [0x60, "Success Cancel"],
    [0x41, "Success pending"],
    [0x01, "pending"],
    [0x00, ""],
  ])("%i means %j, and back", (control, words) => {
    expect(decodeControl(control).join(" ")).toBe(words);
    expect(encodeControl(words === "" ? [] : words.split(" "))).toBe(control);
  });

  test("has no word for the bit of a returned error, and knows no other words", () => {
    expect(decodeControl(0x02)).toEqual([]);
    expect(encodeControl(["Success", "Done"])).toBeUndefined();
  });
});

test("function codes have the names of the headers", () => {
  expect([0, 3, 4, 0xd, 0xe, 0x12, 0x16, 0x1b].map(majorName)).toEqual([
    "IRP_MJ_CREATE",
    "IRP_MJ_READ",
    "IRP_MJ_WRITE",
    "IRP_MJ_FILE_SYSTEM_CONTROL",
    "IRP_MJ_DEVICE_CONTROL",
    "IRP_MJ_CLEANUP",
    "IRP_MJ_POWER",
    "IRP_MJ_PNP",
  ]);
  expect(majorName(0x1c)).toBeUndefined();
  expect(minorName(0x16, 2)).toBe("IRP_MN_SET_POWER");
  expect(minorName(0x1b, 0x17)).toBe("IRP_MN_SURPRISE_REMOVAL");
  expect(minorName(3, 0x34)).toBeUndefined();
});

test.each([
  ["fffffa80934c7010", 5, "fffffa80934c7200"],
  ["ac598dc8", 1, "ac598e38"],
  ["123", 1, undefined],
])("the location of %s, number %i, lies at %s", (irp, number, place) => {
  expect(locationAddress(irp, number)).toBe(place);
});

test("a log without a request says what was expected", async () => {
  expect((await readIrps("kd> !thread\n")).problems[0]).toMatchObject({ line: 0, effect: "lost" });
});

// Genuine public logs, which are no part of the project: read in place where they are.
const folder = join(import.meta.dirname, "../../../../../../../shared/real-logs/windbg");
const read = (name: string) => readIrps(new Uint8Array(readFileSync(join(folder, name))));

describe.skipIf(!existsSync(folder))("genuine logs", () => {
  test("of a power request that hangs in a display driver", async () => {
    const { records, problems } = await read("01-irp-power-pending-x64.txt");
    const [irp] = records.irps;
    expect(irp).toMatchObject({ address: "ffff800fa4a6c750", isActive: true, stackCount: 6, current: 5 });
    expect(irp?.locations).toHaveLength(6);
    expect(irp?.locations[4]).toMatchObject({
      isCurrent: true,
      majorName: "IRP_MJ_POWER",
      minorName: "IRP_MN_SET_POWER",
      flags: 0,
      control: 0xe1,
      driver: "\\Driver\\amduw23g",
      completionSymbol: "nt!PopRequestCompletion",
      arguments: ["00015500", "00000001", "00000004", "00000003"],
    });
    expect(problems).toEqual([]);
  });

  test("are printed line by line as the debugger did, but for blanks that the page lost", async () => {
    const { records } = await read("01-irp-power-pending-x64.txt");
    const genuine = readFileSync(join(folder, "01-irp-power-pending-x64.txt"), "latin1").split(/\r?\n/).slice(1);
    const printed = printIrp(records.irps[0]!).split("\n");
    expect(
      printed
        .map((text) => text.trimEnd())
        .join("\n")
        .trimEnd(),
    ).toBe(genuine.join("\n").trimEnd());
  });

  test("of two requests on x86, in both layouts", async () => {
    const { records, problems } = await read("15-irp-docs-x86.txt");
    expect(records.irps.map(({ locations, current, mdl, thread }) => [locations.length, current, mdl, thread])).toEqual(
      [
        [2, 1, undefined, "8d1c7bc0"],
        [8, 5, "82b020d8", "8c622118"],
      ],
    );
    for (const { address, current, currentAddress } of records.irps) {
      expect(locationAddress(address!, current!)).toBe(currentAddress);
    }
    expect(records.irps[0]?.locations[1]?.arguments[2]).toBe("00110008");
    expect(records.irps[1]?.locations.map(({ driver }) => driver).slice(4)).toEqual([
      "\\Driver\\disk",
      "\\Driver\\PartMgr",
      "\\Driver\\volmgr",
      "\\FileSystem\\Ntfs",
    ]);
    expect(problems).toEqual([]);
  });
});
