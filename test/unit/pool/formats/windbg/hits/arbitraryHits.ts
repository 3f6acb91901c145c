import fc from "fast-check";
import { HIT_KINDS, type PoolHits } from "../../../../../../src/pool/formats/windbg/hits/PoolHits.ts";
import { parseSymbol } from "../../../../../../src/pool/formats/windbg/hits/parseSymbol.ts";
import { StackInterner } from "../../../../../../src/pool/formats/windbg/hits/StackInterner.ts";
import type { StackFrame } from "../../../../../../src/pool/formats/windbg/hits/StackFrame.ts";

const INNER = [
  "myfault+0x162f",
  "myfault+0x17c4",
  "flt!Filter::operator()+0x9",
  "nt!IopXxxControlFile+0x607",
  "nt!IofCallDriver",
];

const address = (digits: 8 | 16) =>
  fc.nat(0xffffff).map((value) => (digits === 16 ? "fffff880" : "") + (0x80000000 + value * 16).toString(16));

/** A stack from a pool routine down to its thread's root; some frames are inlined, some have a source. */
export function arbitraryStack(digits: 8 | 16, place = "nt!ExAllocatePoolWithTag+0xa41"): fc.Arbitrary<StackFrame[]> {
  const inner = fc.record({
    symbol: fc.constantFrom(...INNER),
    returnAddress: address(digits),
    isInline: fc.boolean(),
    source: fc.option(fc.constantFrom("c:\\my src\\leak.c @ 42"), { nil: undefined, freq: 3 }),
  });
  return fc.tuple(fc.array(inner, { maxLength: 8 }), address(digits)).map(([frames, returnAddress]) => [
    { ...parseSymbol(place)!, returnAddress, isInline: false, line: 0 },
    ...frames.map(({ symbol, returnAddress: back, isInline, source }) => ({
      ...parseSymbol(symbol)!,
      returnAddress: isInline ? undefined : back,
      isInline,
      ...(source !== undefined && { source }),
      line: 0,
    })),
    { ...parseSymbol("nt!KxStartSystemThread+0x16")!, returnAddress: "0".repeat(digits), isInline: false, line: 0 },
  ]);
}

/** Hits as a session has them: manual breaks without stacks, some stacks cut off, blocks where they were looked at. */
export function arbitraryHits(): fc.Arbitrary<PoolHits> {
  const hit = fc.record({
    kind: fc.constantFrom("allocate" as const, "free" as const, "manual" as const),
    allocation: arbitraryStack(16),
    release: arbitraryStack(16, "nt!ExFreePoolWithTag+0x1e2"),
    isCut: fc.boolean(),
    processor: fc.integer({ min: 0, max: 255 }),
    time: fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: NaN }),
    pointer: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  });
  return fc.array(hit, { minLength: 1, maxLength: 12 }).map((hits) => {
    const interner = new StackInterner();
    const framesOf = ({ kind, allocation, release, isCut }: (typeof hits)[number]) => {
      const frames = kind === "manual" ? [] : kind === "free" ? release : allocation;
      return isCut ? frames.slice(0, 1) : frames;
    };
    return {
      tag: "Leak",
      kind: Uint8Array.from(hits, ({ kind }) => HIT_KINDS.indexOf(kind)),
      stack: Int32Array.from(hits, (one) => interner.intern(framesOf(one))),
      isTruncated: Uint8Array.from(hits, ({ kind, isCut }) => Number(kind !== "manual" && isCut)),
      processor: Int16Array.from(hits, ({ processor }) => processor),
      time: Float64Array.from(hits, ({ time }) => time),
      pointer: BigUint64Array.from(hits, ({ kind, pointer }) => (kind === "manual" ? 0n : pointer)),
      line: new Uint32Array(hits.length),
      stacks: interner.stacks,
    };
  });
}
