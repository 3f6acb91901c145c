import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeControl } from "../../../../../../src/pool/formats/windbg/irp/control.ts";
import { majorName, minorName } from "../../../../../../src/pool/formats/windbg/irp/ioFunctions.ts";
import type { Irp, IrpFindRow, IrpLocation } from "../../../../../../src/pool/formats/windbg/irp/Irp.ts";
import { locationAddress } from "../../../../../../src/pool/formats/windbg/irp/locationAddress.ts";
import { printIrp, printIrpFind } from "../../../../../../src/pool/formats/windbg/irp/printIrp.ts";
import { readIrps } from "../../../../../../src/pool/formats/windbg/irp/readIrps.ts";

const digits = fc.constantFrom<8 | 16>(8, 16);
const pointer = (width: 8 | 16) =>
  fc
    .bigInt({ min: width === 8 ? 1n : 2n ** 32n, max: width === 8 ? 0xffffffffn : 0xffffffffffffffffn })
    .map((value) => value.toString(16).padStart(width, "0"));
const byte = fc.integer({ min: 0, max: 255 });
const driver = fc.constantFrom("\\Driver\\Disk", "\\FileSystem\\Ntfs", "\\Driver\\contoso-7");

function location(width: 8 | 16, layout: "names" | "codes"): fc.Arbitrary<Omit<IrpLocation, "number" | "isCurrent">> {
  const orNull = fc.oneof(pointer(width), fc.constant("00000000"));
  return fc
    .record({
      major: byte,
      minor: byte,
      flags: byte,
      control: byte,
      device: orNull,
      file: orNull,
      completionRoutine: orNull,
      context: orNull,
      driver,
      completionSymbol: fc.option(fc.constantFrom("Ntfs!NtfsDone", "nt!PopRequestCompletion"), { nil: undefined }),
      arguments: fc.array(orNull, { minLength: 4, maxLength: 4 }),
    })
    .map((one) => ({
      ...one,
      majorName: layout === "names" ? majorName(one.major) : undefined,
      minorName: layout === "names" ? minorName(one.major, one.minor) : undefined,
      words: decodeControl(one.control),
      line: 0,
    }));
}

function irp(layout: "names" | "codes"): fc.Arbitrary<Irp> {
  return digits.chain((width) =>
    fc
      .record({
        address: pointer(width).filter((address) => address < "f"),
        locations: fc.array(location(width, layout), { minLength: 1, maxLength: 9 }),
        at: fc.nat(8),
        isActive: fc.boolean(),
        mdl: fc.option(pointer(width), { nil: undefined }),
        systemBuffer: fc.option(pointer(width), { nil: undefined }),
        thread: fc.option(pointer(width), { nil: undefined }),
      })
      .map(({ at, locations, isActive, address, ...rest }) => {
        const current = isActive ? (at % locations.length) + 1 : undefined;
        return {
          ...rest,
          address,
          isActive,
          stackCount: locations.length,
          current,
          currentAddress: current === undefined ? undefined : locationAddress(address, current),
          locations: locations.map((one, index) => ({ ...one, number: index + 1, isCurrent: index + 1 === current })),
          line: 0,
        };
      }),
  );
}

const bare = (one: Irp): Irp => ({ ...one, line: 0, locations: one.locations.map((place) => ({ ...place, line: 0 })) });

describe("what is printed reads back the same", () => {
  test.each(["names", "codes"] as const)("!irp with %s", async (layout) => {
    await fc.assert(
      fc.asyncProperty(fc.array(irp(layout), { minLength: 1, maxLength: 3 }), async (irps) => {
        const log = irps.map((one) => `0: kd> !irp ${one.address!}\n${printIrp(one, { layout })}`).join("");
        const { records, problems } = await readIrps(log);
        expect(problems).toEqual([]);
        expect(records.irps.map(bare)).toEqual(irps);
      }),
      { seed: 21, numRuns: 150 },
    );
  });

  test("!irpfind", async () => {
    const row = digits.chain((width) =>
      fc.array(
        fc.oneof(
          fc.record({
            address: pointer(width),
            thread: fc.option(pointer(width), { nil: undefined }),
            major: byte,
            minor: byte,
            driver,
            device: pointer(width),
            mdlProcess: pointer(width),
          }),
          fc.record({
            address: pointer(width),
            thread: fc.constant(undefined),
            major: fc.constant(undefined),
            minor: fc.constant(undefined),
            driver: fc.constant(undefined),
            device: fc.constant(undefined),
            completed: fc.nat(40).map((stackCount) => ({ location: stackCount + 1, stackCount })),
          }),
          fc.record({
            address: pointer(width),
            thread: fc.constant(undefined),
            major: byte,
            minor: byte,
            driver: fc.constant(undefined),
            device: fc.constant(undefined),
          }),
        ),
        { minLength: 1, maxLength: 8 },
      ),
    );
    await fc.assert(
      fc.asyncProperty(row, async (some) => {
        const rows: IrpFindRow[] = some.map((one) => ({ ...one, line: 0 }));
        const { records, problems } = await readIrps(printIrpFind(rows, { pool: ["80000000", "ffc00000"] }));
        expect(problems).toEqual([]);
        expect(records.found.map((one) => ({ ...one, line: 0 }))).toEqual(rows);
      }),
      { seed: 21, numRuns: 100 },
    );
  });
});

test("the widths are the debugger's", () => {
  const place: IrpLocation = {
    number: 1,
    isCurrent: true,
    major: 4,
    minor: 0x34,
    majorName: "IRP_MJ_WRITE",
    minorName: undefined,
    flags: 0x1c,
    control: 0xe0,
    device: "fffffa8092110060",
    file: "00000000",
    completionRoutine: "fffff88001a301b0",
    context: "00000000",
    words: ["Success", "Error", "Cancel"],
    driver: "\\Driver\\Disk",
    completionSymbol: "partmgr!PmReadWriteCompletion",
    arguments: ["00001000", "00000000", "14625000", "00000000"],
    line: 0,
  };
  const one: Irp = {
    address: "fffffa80934c7010",
    isActive: true,
    stackCount: 1,
    current: 1,
    currentAddress: "fffffa80934c70e0",
    mdl: "fffffa8094a11f40",
    systemBuffer: undefined,
    thread: "fffffa80d0112060",
    locations: [place],
    line: 0,
  };
  expect(printIrp(one, { layout: "codes" }).split("\n")).toEqual([
    "Irp is active with 1 stacks 1 is current (= 0xfffffa80934c70e0)",
    " Mdl=fffffa8094a11f40: No System Buffer: Thread fffffa80d0112060:  Irp stack trace.  ",
    "     cmd  flg cl Device   File     Completion-Context",
    ">[  4,34]  1c e0 fffffa8092110060 00000000 fffff88001a301b0-00000000 Success Error Cancel ",
    "\t       \\Driver\\Disk\tpartmgr!PmReadWriteCompletion",
    "\t\t\tArgs: 00001000 00000000 14625000 00000000",
    "",
  ]);
  expect(printIrp(one).split("\n").slice(3, 5)).toEqual([
    ">[IRP_MJ_WRITE(4), N/A(34)]",
    "           1c e0 fffffa8092110060 00000000 fffff88001a301b0-00000000 Success Error Cancel ",
  ]);
});
