import fc from "fast-check";
import type { StackFrame } from "../../../../../../src/pool/formats/windbg/hits/StackFrame.ts";
import type { VerifierLog } from "../../../../../../src/pool/formats/windbg/verifier/VerifierLog.ts";
import type {
  VerifiedDriver,
  VerifierReport,
} from "../../../../../../src/pool/formats/windbg/verifier/VerifierReport.ts";

type Digits = 8 | 16;

const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const both = fc.record({ nonpaged: count, paged: count });
const name = fc.constantFrom("myfault.sys", "contosofilter.sys", "a b.sys", "x-1.dll");
const tag = fc
  .string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength: 1,
    maxLength: 4,
  })
  .map((text) => text.padEnd(4));

export const address = (digits: Digits) =>
  fc
    .bigInt({
      min: digits === 8 ? 0x80000000n : 0xffff800000000000n,
      max: digits === 8 ? 0xffffffffn : 0xffffffffffffffffn,
    })
    .map((value) => value.toString(16));

/** A driver whose numbers agree with its list. */
function driver(digits: Digits): fc.Arbitrary<Omit<VerifiedDriver, "line">> {
  const allocation = fc.record({
    address: address(digits),
    bytes: count,
    tag,
    caller: address(digits),
    callerSymbol: fc.option(fc.constantFrom("myfault!LeakInPool", "a!b<int>::c"), { nil: undefined }),
    line: fc.constant(0),
  });
  return fc
    .record({
      name,
      state: fc.constantFrom("loaded" as const, "unloaded" as const, "loaded and unloaded" as const),
      currentBytes: both,
      peakAllocations: both,
      peakBytes: both,
      allocations: fc.array(allocation, { maxLength: 5 }),
      address: address(digits),
    })
    .map((one) => ({ ...one, currentAllocations: { nonpaged: one.allocations.length, paged: 0 } }));
}

/** A report of `!verifier 3`: the summary counts what the drivers hold. */
export function arbitraryReport(): fc.Arbitrary<VerifierReport> {
  return fc
    .constantFrom<Digits>(8, 16)
    .chain((digits) =>
      fc.record({
        drivers: fc.uniqueArray(driver(digits), { maxLength: 3, selector: (one) => one.name }),
        flags: count,
        attempted: count,
      }),
    )
    .map(({ drivers, flags, attempted }) => ({
      source: "!verifier",
      flags,
      isPoolTracking: (flags & 8) !== 0,
      summary: {
        RaiseIrqls: 0,
        Trims: attempted,
        "Pool Allocations Attempted": attempted,
        "Resource Allocations Failed Deliberately": 0,
        "Current nonpaged pool allocations": drivers.reduce((sum, one) => sum + one.allocations.length, 0),
        "Current nonpaged pool bytes": drivers.reduce((sum, one) => sum + one.currentBytes.nonpaged, 0),
      },
      drivers: drivers.map((one) => ({ ...one, line: 0 })),
      line: 0,
    }));
}

/** What `verifier /query` counts. */
export function arbitraryQuery(): fc.Arbitrary<VerifierReport> {
  const one = fc
    .record({
      name,
      currentAllocations: both,
      currentBytes: both,
      peakAllocations: both,
      peakBytes: both,
      loads: fc.integer({ min: 1, max: 9 }),
      unloads: fc.nat(9),
    })
    .filter(({ loads, unloads }) => unloads <= loads)
    .map((counts): VerifiedDriver => ({
      ...counts,
      state: counts.loads === counts.unloads ? "unloaded" : counts.unloads > 0 ? "loaded and unloaded" : "loaded",
      allocations: [],
      line: 0,
    }));
  return fc
    .record({ drivers: fc.array(one, { minLength: 1, maxLength: 3 }), flags: count, attempted: count })
    .map(({ drivers, flags, attempted }) => ({
      source: "verifier /query",
      flags,
      isPoolTracking: (flags & 8) !== 0,
      summary: { AllocationsAttempted: attempted },
      drivers,
      line: 0,
    }));
}

const SYMBOLS: readonly (readonly [
  symbol: string,
  module: string,
  routine: string | undefined,
  offset: number | undefined,
])[] = [
  ["nt!VerifierExAllocatePoolWithTag+0x2d", "nt", "VerifierExAllocatePoolWithTag", 0x2d],
  ["nt!VerifierExFreePoolWithTag+0x10", "nt", "VerifierExFreePoolWithTag", 0x10],
  ["myfault+0x162f", "myfault", undefined, 0x162f],
  ["myfault!Leak", "myfault", "Leak", undefined],
];

/** A log of Verifier with few distinct stacks; `operation` is left to the reader. */
export function arbitraryLog(digits: Digits): fc.Arbitrary<VerifierLog> {
  const frame = fc
    .tuple(fc.constantFrom(...SYMBOLS), address(digits))
    .map(([[symbol, module, routine, offset], returnAddress]): StackFrame => ({
      symbol,
      module,
      function: routine,
      offset,
      returnAddress,
      isInline: false,
      line: 0,
    }));
  const stacks = fc.uniqueArray(fc.array(frame, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
    selector: (frames) => frames.map(({ symbol, returnAddress }) => `${symbol} ${returnAddress ?? ""}`).join(),
  });
  const entry = fc.record({ block: address(digits), bytes: fc.nat(), thread: address(digits), stack: fc.nat(3) });
  return fc.tuple(stacks, fc.array(entry, { minLength: 1, maxLength: 80 })).map(([some, entries]) => {
    // Stacks are numbered in the order in which they occur.
    const order = [...new Set(entries.map(({ stack }) => stack % some.length))];
    return {
      stacks: order.map((at) => some[at]!),
      capacity: 0x10000,
      searched: undefined,
      operation: new Uint8Array(entries.length),
      block: BigUint64Array.from(entries, ({ block }) => BigInt(`0x${block}`)),
      bytes: Float64Array.from(entries, ({ bytes }) => bytes),
      thread: BigUint64Array.from(entries, ({ thread }) => BigInt(`0x${thread}`)),
      stack: Int32Array.from(entries, ({ stack }) => order.indexOf(stack % some.length)),
      line: new Uint32Array(entries.length),
      startLine: 0,
    };
  });
}
