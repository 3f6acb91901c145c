import { describe, expect, it } from "vitest";
import {
  holderOf,
  irpHolders,
  irpStack,
  isRoutineCalled,
  routineCalls,
  skippedRoutines,
} from "../../../../../src/pool/index.ts";
import type { Irp, IrpFindRow, IrpLocation } from "../../../../../src/pool/formats/windbg/irp/Irp.ts";

const location = (more: Partial<IrpLocation>): IrpLocation => ({
  number: 1,
  isCurrent: false,
  major: 4,
  minor: 0,
  majorName: undefined,
  minorName: undefined,
  flags: 0,
  control: 0xe0,
  device: "0000000000000000",
  file: "0000000000000000",
  completionRoutine: "0000000000000000",
  context: "0000000000000000",
  words: [],
  driver: "\\Driver\\Disk",
  completionSymbol: undefined,
  arguments: [],
  line: 1,
  ...more,
});
const irp = (locations: IrpLocation[]): Irp => ({
  address: "fffffa8001234567",
  isActive: true,
  stackCount: locations.length,
  current: locations.find(({ isCurrent }) => isCurrent)?.number,
  currentAddress: undefined,
  mdl: undefined,
  systemBuffer: undefined,
  thread: undefined,
  locations,
  line: 1,
});
const found = (driver: string, more: Partial<IrpFindRow> = {}): IrpFindRow => ({
  address: "fffffa8001234567",
  thread: undefined,
  major: 4,
  minor: 0,
  driver,
  device: undefined,
  line: 7,
  ...more,
});

describe("requests", () => {
  it("are held by the driver of the current location, wherever it stands", () => {
    const held = irp([location({ number: 1 }), location({ number: 2, isCurrent: true, driver: "\\Driver\\partmgr" })]);
    expect(holderOf(held)?.driver).toBe("\\Driver\\partmgr");
    expect(holderOf(irp([location({})]))).toBeUndefined();
  });

  it("are grouped by who holds them, without those that nobody holds", () => {
    const rows = [
      ...Array.from({ length: 30 }, () => found("\\Driver\\stuck")),
      found("\\Driver\\Disk"),
      found("\\Driver\\stuck", { completed: { location: 3, stackCount: 2 } }),
    ];
    expect(irpHolders(rows)).toMatchObject([
      { driver: "\\Driver\\stuck", count: 30, share: 30 / 31 },
      { driver: "\\Driver\\Disk", count: 1 },
    ]);
    expect(irpHolders([])).toEqual([]);
  });

  it("pass a completion routine by on outcomes that its flags leave out; the driver above set it", () => {
    const skipped = skippedRoutines(
      irp([
        location({ number: 1, control: 0x40, completionRoutine: "fffff88001000010", completionSymbol: "flt!Done" }),
        location({ number: 2, control: 0xe0, completionRoutine: "fffff88001000020", driver: "\\Driver\\flt" }),
      ]),
    );
    expect(skipped).toEqual([{ routine: "flt!Done", setBy: "\\Driver\\flt", skipped: ["error", "cancel"], line: 1 }]);
  });

  it("call a routine on a cancel if it asked for cancel or for errors, since a cancelled request fails as well", () => {
    const called = (control: number) =>
      (["success", "error", "cancel"] as const).filter((outcome) => isRoutineCalled(control, outcome));
    expect(called(0xe0)).toEqual(["success", "error", "cancel"]);
    expect(called(0xc0)).toEqual(["success", "error", "cancel"]);
    expect(called(0x61)).toEqual(["success", "cancel"]);
    expect(called(0x41)).toEqual(["success"]);
    expect(called(0x01)).toEqual([]);
    expect(skippedRoutines(irp([location({ control: 0xc0, completionRoutine: "fffff88001000010" })]))).toEqual([]);
  });

  it("name a routine without a symbol by its address, and nobody above the top location", () => {
    expect(routineCalls(irp([location({ control: 0x80, completionRoutine: "fffff88001000010" })]))).toMatchObject([
      { number: 1, routine: "fffff88001000010", setBy: undefined, called: ["error", "cancel"], skipped: ["success"] },
    ]);
  });

  it("are shown with the numbers of functions that have no name, and without what is not in use", () => {
    const unused = location({ number: 1, driver: undefined, control: 0 });
    const used = location({ number: 2, isCurrent: true, major: 0x1c, completionRoutine: "fffff88001000010" });
    expect(irpStack(irp([unused, used]), "irp.txt")).toEqual({
      ...{ kind: "irpStack", address: "fffffa8001234567", current: 2, log: "irp.txt" },
      locations: [
        { number: 1, isCurrent: false, control: 0, line: 1 },
        {
          ...{ number: 2, isCurrent: true, control: 0xe0, line: 1, driver: "\\Driver\\Disk", major: "major 1c" },
          routine: "fffff88001000010",
        },
      ],
    });
  });
});
