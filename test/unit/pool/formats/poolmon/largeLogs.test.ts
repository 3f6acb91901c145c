import { describe, expect, test } from "vitest";
import { ProblemList } from "../../../../../src/pool/formats/text/ProblemList.ts";
import { readPoolmon } from "../../../../../src/pool/formats/poolmon/readPoolmon.ts";
import { SnapshotBuilder } from "../../../../../src/pool/formats/poolmon/SnapshotBuilder.ts";
import { SnapshotKeeper } from "../../../../../src/pool/formats/poolmon/SnapshotKeeper.ts";

const HEADER = " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc\r\n\r\n";
const ROWS = Array.from(
  { length: 400 },
  (_, at) => ` T${String(at).padStart(3, "0")} Nonp          1         0         1     4096       4096\r\n`,
).join("");
const SNAPSHOT = `2012-08-14 09:30:00\r\n${HEADER}${ROWS}`;

/** A file of many snapshots that is made while it is read, so that only the reader's memory counts. */
function endlessLog(snapshots: number): Blob {
  const one = new TextEncoder().encode(SNAPSHOT);
  return new Blob(Array.from({ length: snapshots }, () => one));
}

describe("a large log", () => {
  test("is read piece by piece with rising progress up to its size", async () => {
    const log = endlessLog(200);
    const seen: number[] = [];
    const { records } = await readPoolmon(log, {
      onProgress: (read, total) => (expect(total).toBe(log.size), seen.push(read)),
    });
    expect(records).toHaveLength(200);
    expect(records.every(({ rows }) => rows.length === 400)).toBe(true);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(log.size);
  });

  test("keeps its line numbers across pieces", async () => {
    const { records } = await readPoolmon(endlessLog(100));
    expect(records.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, at) => at * 403 + 1));
    expect(records.at(-1)?.rows.at(-1)?.line).toBe(100 * 403);
  });

  test("can be stopped: what was read stands, and that it is not all is said", async () => {
    const stop = new AbortController();
    const { records, problems } = await readPoolmon(endlessLog(400), {
      signal: stop.signal,
      onProgress: (read) => {
        if (read > 2_000_000) stop.abort();
      },
    });
    expect(records.length).toBeGreaterThan(20);
    expect(records.length).toBeLessThan(400);
    expect(problems.at(-1)).toMatchObject({ effect: "lost", message: expect.stringContaining("stopped") as string });
  });

  test("that was stopped before it began has no snapshots", async () => {
    const { records, problems } = await readPoolmon(endlessLog(2), { signal: AbortSignal.abort() });
    expect(records).toEqual([]);
    expect(problems).toEqual([expect.objectContaining({ effect: "lost" })]);
  });

  test("that cannot be read any more is reported, not thrown", async () => {
    const gone = new Blob([SNAPSHOT]);
    gone.slice = () => {
      throw new DOMException("The file could not be read", "NotReadableError");
    };
    const { records, problems } = await readPoolmon(gone);
    expect(records).toEqual([]);
    expect(problems).toEqual([
      expect.objectContaining({ effect: "lost", message: expect.stringContaining("choose it again") as string }),
    ]);
  });
});

describe("a log that is too large to hold", () => {
  /** Reads `count` snapshots of ten rows with room for `room` rows. */
  function keep(count: number, room: number) {
    const problems = new ProblemList();
    const keeper = new SnapshotKeeper(problems, room);
    const builder = new SnapshotBuilder(problems, keeper, undefined);
    const row = (tag: number) =>
      ` T${String(tag).padStart(3, "0")} Nonp          1         0         1     4096       4096`;
    let line = 0;
    for (let at = 0; at < count; at++) {
      for (const text of [
        " Tag  Type     Allocs         Frees    Diff   Bytes    Per Alloc",
        "",
        ...Array.from({ length: 10 }, (_, tag) => row(tag)),
      ]) {
        builder.addLine(text, 0, text.length, ++line);
      }
    }
    builder.finish(0);
    return { numbers: keeper.all().map(({ snapshot }) => snapshot.number), problems: problems.sorted() };
  }

  test("is thinned evenly from its first snapshot to its last, and says so", () => {
    const { numbers, problems } = keep(100, 400);
    expect(numbers).toEqual([
      1, 5, 9, 13, 17, 21, 25, 29, 33, 37, 41, 45, 49, 53, 57, 61, 65, 69, 73, 77, 81, 85, 89, 93, 97, 100,
    ]);
    expect(problems).toEqual([
      expect.objectContaining({ line: 0, effect: "lost", message: expect.stringContaining("every 4th") as string }),
    ]);
  });

  test("holds no more rows however long it is", () => {
    for (const count of [1000, 4000]) expect(keep(count, 400).numbers.length).toBeLessThanOrEqual(400 / 14 + 1);
  });

  test("that fits is kept whole", () => {
    expect(keep(20, 400)).toEqual({ numbers: Array.from({ length: 20 }, (_, at) => at + 1), problems: [] });
  });
});
