import { describe, expect, it } from "vitest";
import { adventureKernel, scanCallers, shareCallers } from "../../../../datasets/scenarios/adventureKernel.ts";
import {
  contosoKernel,
  myfault,
  nameReleasers,
  notMyFaultCaller,
  streamCallers,
} from "../../../../datasets/scenarios/contosoKernel.ts";
import {
  callRecorders,
  fabrikamKernel,
  flowCallers,
  flowReleasers,
  subscribers,
  unsubscribers,
} from "../../../../datasets/scenarios/fabrikamKernel.ts";
import { snapshotCallers, snapshotReleasers, treyKernel } from "../../../../datasets/scenarios/treyKernel.ts";
import { mirrorCallers, mirrorReleasers, wideworldKernel } from "../../../../datasets/scenarios/wideworldKernel.ts";
import { addToAddress, bytesBetween } from "../../../../src/pool/formats/windbg/Address.ts";
import { disassemble, searchModules } from "../../../../src/pool/simulator/debugger/codeListings.ts";
import { frameAddress, moduleAt, symbolAt } from "../../../../src/pool/simulator/kernel/KernelImage.ts";
import { placeInstructions, readImage } from "../../../../src/pool/simulator/kernel/ModuleImage.ts";
import { stackOf, traceStackOf } from "../../../../src/pool/simulator/kernel/stackOf.ts";

const KERNELS = [
  [
    "contoso",
    contosoKernel,
    [
      notMyFaultCaller,
      ...streamCallers("ctxflt+0x2a2f", "ctxflt+0x31c8"),
      ...streamCallers("ctxflt+0x2a45", "ctxflt+0x31c8"),
      ...streamCallers("ctxflt+0x3107", "ctxflt+0x31a0"),
    ],
    nameReleasers,
  ],
  [
    "fabrikam",
    fabrikamKernel,
    [...callRecorders, ...subscribers, ...flowCallers("open"), ...flowCallers("ended")],
    [...unsubscribers, ...flowReleasers],
  ],
  ["adventure", adventureKernel, [...scanCallers, ...shareCallers], []],
  ["wideworld", wideworldKernel, [...mirrorCallers], [...mirrorReleasers]],
  ["trey", treyKernel, [...snapshotCallers], [...snapshotReleasers]],
] as const;

describe.each(KERNELS)("the kernel of %s", (_, kernel, callers, releasers) => {
  it("returns from each allocation and free behind the call that the disassembly shows", () => {
    for (const [list, register] of [
      [callers, "r8d"],
      [releasers, "edx"],
    ] as const)
      for (const { frames } of list) {
        const address = frameAddress(kernel, frames[0]!);
        const placed = placeInstructions(moduleAt(kernel, address)!);
        const at = placed.findIndex((instruction) => instruction.address === address);
        expect(placed[at - 1], frames[0]).toMatchObject({ mnemonic: "call" });
        const tag = placed.slice(Math.max(0, at - 4), at).filter(({ operands }) => operands.startsWith(register));
        expect(tag, frames[0]).toHaveLength(1);
      }
  });

  it("calls through slots of the import table that lie on multiples of eight", () => {
    for (const image of kernel.modules)
      for (const { address, bytes, mnemonic } of placeInstructions(image)) {
        if (mnemonic !== "call") continue;
        const distance = new DataView(Uint8Array.from(bytes).buffer).getInt32(2, true);
        const slot = bytesBetween(image.base, addToAddress(address, bytes.length + distance));
        expect(slot % 8).toBe(0);
        expect(slot).toBeGreaterThan(0);
        expect(slot).toBeLessThan(image.sizeBytes);
      }
  });

  it("has modules that do not overlap, and functions within them", () => {
    const sorted = kernel.modules.toSorted((a, b) => (a.base < b.base ? -1 : 1));
    for (const [at, { base, sizeBytes, functions = {} }] of sorted.entries()) {
      const next = sorted[at + 1];
      if (next) expect(bytesBetween(base, next.base)).toBeGreaterThanOrEqual(sizeBytes);
      expect(Object.values(functions).every((offset) => offset > 0 && offset < sizeBytes)).toBe(true);
      expect(Number(BigInt(`0x${base}`) % 4096n)).toBe(0);
    }
  });

  it("names every frame of a stack as the frame was written", () => {
    for (const { frames } of [...callers, ...releasers])
      for (const frame of frames)
        if (frame.includes("+"))
          expect(symbolAt(kernel, frameAddress(kernel, frame))).toBe(frame.replace(/\+0x0$/, ""));
  });
});

describe("the code of myfault", () => {
  it("stands where the series' rules say, and reads the same through the search, the disassembly and the memory", () => {
    const hits = searchModules(contosoKernel, "Leak").filter(
      ({ address }) => moduleAt(contosoKernel, address) === myfault,
    );
    expect(hits.map(({ address }) => address)).toEqual(["fffff88005a1f3aa", "fffff88005a1f621", "fffff88005a1f6c2"]);
    expect(disassemble(myfault, 0x161f, 4).map(({ mnemonic, operands }) => `${mnemonic} ${operands}`)).toEqual([
      "mov r8d,6B61654Ch",
      "mov edx,edi",
      "xor ecx,ecx",
      "call qword ptr [myfault+0x2010 (fffff880`05a20010)]",
    ]);
    for (const hit of hits) expect(readImage(myfault, bytesBetween(myfault.base, hit.address), 16)).toEqual(hit.bytes);
  });

  it("has in other drivers' texts what a search finds inside longer words", () => {
    const [first] = searchModules(contosoKernel, "MmSt");
    expect(String.fromCharCode(...first!.bytes)).toMatch(/^MmStatistics\0/);
  });
});

describe("stackOf", () => {
  it("returns from each frame into the next, and from the last to nowhere", () => {
    const frames = ["nt!ExAllocatePoolWithTag+0xa41", ...notMyFaultCaller.frames];
    const stack = stackOf(contosoKernel, frames);
    expect(stack.map(({ symbol }) => symbol).slice(0, 4)).toEqual([
      "nt!ExAllocatePoolWithTag+0xa41",
      "myfault+0x162f",
      "myfault+0x17c4",
      "nt!IopXxxControlFile+0x607",
    ]);
    expect(stack[0]!.returnAddress).toBe("fffff88005a1f62f");
    expect(stack.at(-1)!.returnAddress).toBe("0000000000000000");
    expect(stack.at(-1)!.symbol).toBe("0x00000000`77a8138a");
  });

  it("shows a trace's stack from the root on, files for modules without symbols", () => {
    expect(traceStackOf(contosoKernel, ["nt!ExAllocatePoolWithTag+0xa41", ...notMyFaultCaller.frames])).toEqual([
      "[Root]",
      "?!?",
      "nt!KiSystemServiceCopyEnd",
      "nt!NtDeviceIoControlFile",
      "nt!IopXxxControlFile",
      "myfault.sys!<PDB not found>",
      "myfault.sys!<PDB not found>",
      "nt!ExAllocatePoolWithTag",
    ]);
  });

  it("refuses a frame that names nothing", () => {
    expect(() => stackOf(contosoKernel, ["nt!NoSuchRoutine+0x10"])).toThrow("names nothing that is loaded");
  });
});
