import { addToAddress, type Address } from "../../formats/windbg/Address.ts";
import { allocation, driverImage, release, returnOf, type ImportSlots } from "../kernel/driverCode.ts";
import type { KernelImage } from "../kernel/KernelImage.ts";
import type { ModuleImage } from "../kernel/ModuleImage.ts";
import { windows2019Kernel, windows7Kernel } from "../kernel/windowsKernels.ts";
import { createRandom, type Random } from "../Random.ts";
import type { Pool } from "../../formats/poolmon/PoolSnapshot.ts";
import { requestedBytes } from "../blocks/blockBytes.ts";
import type { Caller } from "../Scenario.ts";
import { callPaths } from "./callPaths.ts";
import type { CallingProcess, FinalCasePlan } from "./FinalCasePlan.ts";

/** The kernel of a final case, and who calls its drivers. */
export interface FinalKernel {
  kernel: KernelImage;
  /** offsets of the tag's letters in the leaking driver's code: the place that leaks, the other one, the free */
  tagOffsets: readonly number[];
  /** the leaking place: where its code begins, and the address that its call returns to */
  site: { module: string; from: number; returnsTo: number };
  /** the place in the same driver whose blocks are freed again */
  otherReturnsTo: number;
  callers: Record<"guilty" | "innocent" | "other" | "sibling" | "second", Caller>;
  releasers: Record<"own" | "sibling", Caller>;
  /** offsets of the second leak's tag in its driver's code; none for a cache of Windows */
  secondOffsets: readonly number[];
}

/** Behind an allocation's opcode, and behind that of a free: where the tag's letters stand. */
const ALLOCATION_TAG = 2;
const FREE_TAG = 1;
/** The length of a free up to the instruction behind its call. */
const FREE_LENGTH = 14;

/** Lays out the kernel of a case: where each module lies, and the code around each call of the pool routines. */
export function finalKernel(plan: FinalCasePlan): FinalKernel {
  const random = createRandom("final kernel", plan.seed);
  const { leak, second, era } = plan;
  const module = moduleOf(leak.driver);
  const slots = slotsAt(0x9000 + 0x10 * Math.floor(random.next() * 60));
  const offsets = placesIn(random, 9);
  const [leakingAt, otherAt, freeAt, siblingAt, siblingFreeAt] = offsets as [number, number, number, number, number];
  const [forGuilty, forInnocent, forFrees, forSibling] = offsets.slice(5) as [number, number, number, number];
  const type = poolType(era, leak.pool);
  const leaking = allocation(leak.tag, type, requestedBytes(leak.blockBytes), slots);
  const other = allocation(leak.tag, type, "esi", slots);
  const sibling = allocation(plan.sibling, poolType(era, "nonpaged"), "edi", slots);
  const frame = (offset: number) => `${module}+0x${offset.toString(16)}`;
  const paths = callPaths(era);
  const caller = (from: CallingProcess, ...offset: number[]): Caller => ({
    frames: [...offset.map(frame), ...paths[from.path]],
    ...{ process: from.process, processId: from.processId, threads: from.threads },
  });
  const leakingReturn = returnOf(leakingAt, leaking);
  const secondModule = moduleOf(second.driver);
  const secondSlots = slotsAt(0x9400);
  const secondAt = 0x1000 + 0x10 * Math.floor(random.next() * 0x300) + 4;
  const secondCode = allocation(second.tag, poolType(era, second.pool), requestedBytes(second.blockBytes), secondSlots);
  const isLeak = second.kind === "leak";
  const secondCaller = {
    ...caller(plan.secondCaller),
    frames: [
      `${secondModule}+0x${returnOf(secondAt, secondCode).toString(16)}`,
      `${secondModule}+0x${(secondAt + 0x1a2d).toString(16)}`,
      ...paths[plan.secondCaller.path],
    ],
  };
  const drivers = placeDrivers(era, random, [
    image(leak.driver, random, plan, {
      code: [
        { offset: leakingAt, instructions: leaking },
        { offset: otherAt, instructions: other },
        { offset: freeAt, instructions: release(leak.tag, slots) },
        { offset: siblingAt, instructions: sibling },
        { offset: siblingFreeAt, instructions: release(plan.sibling, slots) },
      ],
    }),
    image(plan.foreign.driver, random, plan, { texts: [{ offset: 0x7120, text: plan.foreign.word }] }),
    ...(isLeak ? [image(second.driver, random, plan, { code: [{ offset: secondAt, instructions: secondCode }] })] : []),
  ]);
  return {
    kernel: kernelAt(plan, drivers, random),
    tagOffsets: [leakingAt + ALLOCATION_TAG, otherAt + ALLOCATION_TAG, freeAt + FREE_TAG],
    site: { module, from: leakingAt, returnsTo: leakingReturn },
    otherReturnsTo: returnOf(otherAt, other),
    callers: {
      guilty: caller(plan.guilty, leakingReturn, forGuilty),
      innocent: caller(plan.innocent, leakingReturn, forInnocent),
      other: caller(plan.innocent, returnOf(otherAt, other), forFrees),
      sibling: caller(plan.innocent, returnOf(siblingAt, sibling), forSibling),
      second: secondCaller,
    },
    releasers: {
      own: caller(plan.innocent, freeAt + FREE_LENGTH, forFrees + 0x3c),
      sibling: caller(plan.innocent, siblingFreeAt + FREE_LENGTH, forSibling + 0x52),
    },
    secondOffsets: isLeak ? [secondAt + ALLOCATION_TAG] : [],
  };
}

const moduleOf = (driver: string) => driver.replace(/\.(sys|exe)$/, "");

const slotsAt = (offset: number): ImportSlots => ({ allocate: offset, free: offset + 8 });

/** ExAllocatePoolWithTag's first argument: nonpaged pool is not executable since Windows 8. */
const poolType = (era: "old" | "new", pool: Pool) => (pool === "paged" ? 1 : era === "new" ? 0x200 : 0);

/** Offsets of places in a driver's code, in random order, far enough from each other. */
function placesIn(random: Random, count: number): number[] {
  const places = Array.from({ length: count }, (_, place) => ({
    offset: 0x1040 + place * 0x5c0 + Math.floor(random.next() * 0x280) * 2,
    order: random.next(),
  }));
  return places.sort((a, b) => a.order - b.order).map(({ offset }) => offset);
}

function image(
  driver: string,
  random: Random,
  plan: FinalCasePlan,
  parts: Partial<Pick<ModuleImage, "code" | "texts">>,
): ModuleImage {
  const name = moduleOf(driver);
  const linked = Math.floor(plan.from / 1000) - Math.floor((40 + 700 * random.next()) * 86_400);
  const number = (most: number) => Math.floor(random.next() * most);
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  return driverImage({
    ...{ name, base: "0000000000000000", sizeBytes: 0x1_0000 + 0x1000 * number(8) },
    ...{ timestamp: timestampText(linked), fileVersion: `${1 + number(9)}.${number(6)}.${number(90)}.0` },
    ...{ company: `${title} Software`, description: `${title} Driver` },
    ...parts,
  });
}

/** As `lmvm` prints it: `Tue Mar 28 14:20:51 2023 (6422F7C3)`. */
function timestampText(seconds: number): string {
  const [, weekday, day, month, year, time] = /^(\w+), 0?(\d+) (\w+) (\d+) (\S+)/.exec(
    new Date(seconds * 1000).toUTCString(),
  )!;
  const hexadecimal = seconds.toString(16).toUpperCase().padStart(8, "0");
  return `${weekday} ${month} ${day!.padStart(2)} ${time} ${year} (${hexadecimal})`;
}

/** Other people's drivers lie behind those of Windows, with others that nobody looks at in between. */
function placeDrivers(era: "old" | "new", random: Random, images: readonly ModuleImage[]): ModuleImage[] {
  let base: Address = era === "old" ? "fffff88005a00000" : "fffff80a90300000";
  return images.map((each) => {
    base = addToAddress(base, 0x2_0000 + 0x1000 * Math.floor(random.next() * 0x90));
    return { ...each, base };
  });
}

function kernelAt(plan: FinalCasePlan, drivers: readonly ModuleImage[], random: Random): KernelImage {
  const further = (address: Address, most: number, unit: number) =>
    addToAddress(address, Math.floor(random.next() * most) * unit);
  const { processors } = plan;
  if (plan.era === "old") {
    const hal = further("fffff80001802000", 0x1f, 0x1000);
    const bases = { nt: addToAddress(hal, 0x4_9000), hal, fltmgr: further("fffff88001080000", 0x60, 0x1000) };
    return windows7Kernel({
      processors,
      drivers,
      bases: {
        ...bases,
        Ntfs: further("fffff88001230000", 0x60, 0x1000),
        srv2: further("fffff88004c00000", 0x60, 0x1000),
      },
    });
  }
  const nt = further("fffff80350000000", 0x7f, 0x20_0000);
  return windows2019Kernel({
    processors,
    drivers,
    bases: {
      ...{ nt, hal: addToAddress(nt, 0xa7_1000) },
      FLTMGR: further("fffff80a8e100000", 0x10, 0x1_0000),
      partmgr: further("fffff80a8eb00000", 0x4, 0x1_0000),
      volmgr: further("fffff80a8eb80000", 0x4, 0x1_0000),
      Ntfs: further("fffff80a8ec00000", 0x10, 0x1_0000),
      disk: further("fffff80a8f200000", 0x10, 0x1_0000),
      "nonpaged pool": further("ffff9d0000000000", 0x400, 0x4000_0000),
      "paged pool": further("ffffb60000000000", 0x400, 0x4000_0000),
    },
  });
}
