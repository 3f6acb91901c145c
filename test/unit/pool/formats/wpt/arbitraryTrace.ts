import fc from "fast-check";
import type { PoolTrace } from "../../../../../src/pool/formats/wpt/PoolTrace.ts";

const printable = (minLength: number, maxLength: number) =>
  fc.string({
    unit: fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code)),
    minLength,
    maxLength,
  });

const tag = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 4,
  maxLength: 4,
});

const frame = printable(1, 12).map((text) => text.replaceAll("/", "|"));

const event = fc.record({
  step: fc.integer({ min: 0, max: 1e6 }),
  event: fc.nat(1),
  pool: fc.nat(2),
  tag,
  address: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  bytes: fc.nat(2 ** 31),
  process: printable(1, 12),
  thread: fc.nat(2 ** 31),
  stack: fc.option(fc.array(frame, { minLength: 1, maxLength: 4 })),
});

/** A trace as a file of it is read: texts in the order in which they come, lines below one remark and a header. */
export const arbitraryTrace: fc.Arbitrary<PoolTrace> = fc
  .tuple(fc.array(event, { minLength: 1, maxLength: 20 }), fc.nat(9))
  .map(([events, lostEvents]) => {
    const tags: string[] = [];
    const processes: string[] = [];
    const stacks: string[][] = [];
    const paths: string[] = [];
    const placeIn = (texts: string[], text: string) =>
      texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1;
    const stackOf = (frames: string[] | null) => {
      if (!frames) return -1;
      const known = paths.indexOf(frames.join("/"));
      if (known >= 0) return known;
      stacks.push(frames);
      return paths.push(frames.join("/")) - 1;
    };
    let now = 0;
    return {
      time: Float64Array.from(events, ({ step }) => (now += step)),
      event: Uint8Array.from(events, (each) => each.event),
      pool: Uint8Array.from(events, ({ pool }) => pool),
      tag: Uint16Array.from(events, (each) => placeIn(tags, each.tag)),
      address: BigUint64Array.from(events, ({ address }) => address),
      bytes: Float64Array.from(events, ({ bytes }) => bytes),
      process: Uint16Array.from(events, ({ process }) => placeIn(processes, process)),
      thread: Uint32Array.from(events, ({ thread }) => thread),
      stack: Int32Array.from(events, ({ stack }) => stackOf(stack)),
      line: Uint32Array.from(events, (_, at) => at + 3),
      ...{ tags, processes, stacks, lostEvents, log: undefined },
    };
  });
