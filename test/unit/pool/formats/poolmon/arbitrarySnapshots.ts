import fc from "fast-check";
import type { PoolSnapshot, PoolTagRow } from "../../../../../src/pool/formats/poolmon/PoolSnapshot.ts";

const kilobytes = fc.integer({ min: 0, max: 2 ** 31 - 1 }).map((value) => value * 1024);

/** A tag of four printable characters; `?` and blanks are as good as letters. */
const tag = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
  minLength: 4,
  maxLength: 4,
});

const memory = fc.record({
  physicalBytes: kilobytes,
  availableBytes: kilobytes,
  pageFaults: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  residentKernelBytes: kilobytes,
  residentPagedPoolBytes: kilobytes,
  commitBytes: kilobytes,
  commitLimitBytes: kilobytes,
  commitPeakBytes: kilobytes,
  nonpagedBytes: kilobytes,
  pagedBytes: kilobytes,
});

/** A row whose numbers agree, also after Allocs has wrapped at 2^32. */
const row = fc
  .record({
    tag,
    pool: fc.constantFrom("nonpaged" as const, "paged" as const),
    frees: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    diff: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    bytes: fc.integer({ min: 0, max: 2 ** 40 }),
  })
  .map(({ frees, diff, bytes, ...rest }) => {
    const held = diff === 0 ? 0 : bytes;
    return {
      ...rest,
      allocs: (frees + diff) % 2 ** 32,
      frees,
      diff,
      bytes: held,
      perAlloc: diff === 0 ? 0 : Math.floor(held / diff),
    };
  });

const change = fc.record({ allocs: fc.integer(), frees: fc.integer(), bytes: fc.integer() });

const mappedDriver = fc.option(fc.constantFrom("ntfs.sys - AttrSup.c", "myfault.sys", "afd.sys, tdx.sys"), {
  nil: undefined,
});

/** Snapshots as a log holds them: one row per tag and pool; lines are counted as `narrow`, `wide` and live layouts print them. */
export function arbitrarySnapshots(kind: "snapshot" | "live"): fc.Arbitrary<PoolSnapshot[]> {
  const liveRow = fc.tuple(row, change, mappedDriver).map(([plain, changed, driver]) => ({
    ...plain,
    change: changed,
    ...(driver !== undefined && { mappedDriver: driver }),
  }));
  const rows = fc.uniqueArray<Omit<PoolTagRow, "line">, string>(kind === "live" ? liveRow : row, {
    selector: ({ tag: name, pool }) => name + pool,
    maxLength: 12,
  });
  const start = Date.UTC(2012, 7, 14, 9, 30);
  return fc
    .array(fc.record({ memory, rows, minutes: fc.integer({ min: 1, max: 3000 }) }), { minLength: 1, maxLength: 4 })
    .map((parts) => {
      let line = 1;
      let time = start;
      return parts.map((part, at): PoolSnapshot => {
        time += part.minutes * 60_000;
        const first = line;
        // Stamp, two summary lines, scope or blank, header, blank; a blank between snapshots.
        const printed = part.rows.map((one, index) => ({ ...one, line: first + 6 + index }));
        line = first + 6 + printed.length + 1;
        const stamp = new Date(time).toISOString().slice(0, 19).replace("T", " ");
        return {
          number: at + 1,
          stamp,
          time,
          memory: part.memory,
          scope: "system",
          rows: printed,
          line: first,
          log: undefined,
        };
      });
    });
}
