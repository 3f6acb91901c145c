import { describe, expect, it } from "vitest";
import { readSharedMemory } from "../../../src/pool/formats/sharedMemory/readSharedMemory.ts";
import { HIT_KINDS } from "../../../src/pool/formats/windbg/hits/PoolHits.ts";
import { readVerifierText } from "../../../src/pool/formats/windbg/verifier/readVerifierText.ts";
import { VERIFIER_OPERATIONS } from "../../../src/pool/formats/windbg/verifier/VerifierLog.ts";
import { bytesOf, debuggerSession, MACHINES, manifest, poolSnapshots, rowOf } from "./evidence.ts";

/** What each machine loses, and where. */
const LEAKS = {
  "contoso-fs1": {
    tag: "Leak",
    pool: "nonpaged",
    patched: "Lea2",
    module: "myfault",
    site: "myfault+0x162f",
    every: 1,
  },
  "fabrikam-app2": { tag: "FbMn", pool: "paged", patched: "FbM1", module: "fbmon", site: "fbmon+0x3c94", every: NaN },
} as const;
const PAGE = 4096;

describe.each(MACHINES)("%s's dump", (machine) => {
  const { tag, pool, module, site } = LEAKS[machine];
  const truth = manifest.machines[machine]!.periods["story"]!;

  it("is read without loss or doubt, every command of it", async () => {
    const { records, problems } = await debuggerSession(machine, "dump.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    expect(
      records.commands.filter(({ isUnderstood, text }) => !isUnderstood && !["", ".logclose"].includes(text)),
    ).toEqual([]);
  });

  it("was taken in the story's boot, at the moment and with the uptime that the truth has", async () => {
    const { records } = await debuggerSession(machine, "dump.txt");
    const { time, zoneMinutes, uptimeSeconds, machineName } = records.targets[0]!;
    expect(machineName).toBe(truth.machine);
    const utc = time! - zoneMinutes! * 60_000;
    expect(utc - uptimeSeconds! * 1000).toBeCloseTo(Date.parse(truth.bootedAt), -1);
    expect(utc).toBeLessThan(Date.parse(truth.until));
  });

  it("holds of the leak what PoolMon's neighbouring snapshots allow, and of it most of the pool", async () => {
    const { records } = await debuggerSession(machine, "dump.txt");
    const { records: snapshots } = await poolSnapshots(machine, "poolmon.txt");
    const verbose = records.poolUsed.find(({ filter }) => filter === tag)!;
    const counts = verbose.rows[0]![pool];
    expect(counts.frees).toBe(0);
    expect(counts.allocs).toBe(counts.outstanding);
    const local = records.targets[0]!.time!;
    const before = snapshots.findLast(({ time }) => time! <= local)!;
    const last = rowOf(before, tag, pool)!;
    const rate = last.diff / ((before.time! - snapshots[0]!.time!) / 1000 || 1);
    expect(counts.outstanding).toBeGreaterThan(last.diff);
    // The leak goes on at its pace from the last snapshot to the dump; the start of each differs by less than a quarter.
    const passed = (local - before.time!) / 1000;
    expect((counts.outstanding - last.diff) / passed / rate).toBeGreaterThan(0.75);
    expect((counts.outstanding - last.diff) / passed / rate).toBeLessThan(1.25);
    const usage = records.vm[0]![pool === "paged" ? "pagedBytes" : "nonpagedBytes"]!;
    expect(counts.bytes / usage).toBeGreaterThan(0.85);
    expect(counts.bytes / usage).toBeLessThan(1);
  });

  it("has tag tables whose sums lie a little below the pools' sizes, in pages that !vm counts", async () => {
    const { records } = await debuggerSession(machine, "dump.txt");
    for (const [name, kind] of [
      ["nonpaged", "nonpagedBytes"],
      ["paged", "pagedBytes"],
    ] as const) {
      const table = records.poolUsed.find(({ sortedBy, filter }) => sortedBy === name && filter === undefined)!;
      const sum = table.rows.reduce((total, row) => total + row[name].bytes, 0);
      expect(table.total![name].bytes).toBe(sum);
      expect(sum / records.vm[0]![kind]!).toBeGreaterThan(0.9);
      expect(sum / records.vm[0]![kind]!).toBeLessThanOrEqual(1);
      expect(records.vm[0]![kind]! % PAGE).toBe(0);
      expect(table.rows.length).toBeGreaterThan(150);
    }
    expect(records.vm[0]!.committedBytes!).toBeLessThan(records.vm[0]!.commitLimitBytes!);
  });

  it("finds blocks of the leak, each once, and shows the page of one of them", async () => {
    const { records } = await debuggerSession(machine, "dump.txt");
    const [found] = records.poolFinds;
    expect(found!.blocks).toHaveLength(40);
    expect(new Set(found!.blocks.map(({ address }) => address)).size).toBe(40);
    expect(found!.isComplete).toBe(false);
    const sizes = new Set(found!.blocks.map(({ bytes }) => bytes));
    expect([...sizes]).toEqual(truth.leaks[0]!.blockBytes);
    for (const page of records.poolPages) {
      const asked = page.blocks.filter(({ isAsked }) => isAsked);
      expect(asked).toHaveLength(1);
      expect(asked[0]!.address).toBe(page.address);
      if (asked[0]!.bytes >= PAGE) continue;
      expect(page.blocks.reduce((total, { bytes }) => total + bytes, 0)).toBe(PAGE);
      for (const [at, block] of page.blocks.entries())
        expect(block.previousBytes).toBe(page.blocks[at - 1]?.bytes ?? 0);
    }
  });

  it("finds the tag in the driver's code at the place that allocates for the leak", async () => {
    const { records } = await debuggerSession(machine, "dump.txt");
    const [image] = records.modules;
    expect(image!.name).toBe(module);
    const inDriver = records.searchHits.filter(({ address }) => address >= image!.start && address < image!.end);
    expect(inDriver.length).toBeGreaterThanOrEqual(3);
    expect(records.searchHits.length).toBeGreaterThan(inDriver.length);
    const call = records.instructions.findIndex(({ mnemonic, address, bytes }) => {
      const next = BigInt(`0x${address}`) + BigInt(bytes.length) - BigInt(`0x${image!.start}`);
      return mnemonic === "call" && `${module}+0x${next.toString(16)}` === site;
    });
    expect(call).toBeGreaterThanOrEqual(3);
    const tagged = records.instructions[call - 3]!;
    expect(String.fromCharCode(...tagged.bytes.slice(2, 6))).toBe(tag);
  });
});

describe.each(MACHINES)("%s under a debugger", (machine) => {
  const { tag, patched, site } = LEAKS[machine];
  const { pool } = LEAKS[machine];

  it("has its tag changed at two places that a search found", async () => {
    const { records, problems } = await debuggerSession(machine, "patch.txt");
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    const changed = records.memory.map(({ address, bytes }) => ({ address, text: String.fromCharCode(...bytes) }));
    expect(changed.map(({ text }) => text)).toEqual([`${tag.slice(0, 3)}1`, `${tag.slice(0, 3)}2`]);
    const hits = records.searchHits.map(({ address }) => address);
    for (const { address } of changed) expect(hits).toContain(address);
  });

  it("shows in PoolMon that the old tag stands still after the change, and that one new tag grows", async () => {
    const { records: snapshots } = await poolSnapshots(machine, "poolmon-patched.txt");
    const diffs = (name: string) => snapshots.map((snapshot) => rowOf(snapshot, name, pool)?.diff ?? 0);
    const [early, before, after, end] = diffs(tag);
    expect(before).toBeGreaterThan(early!);
    expect(after! - before!).toBeLessThan(before! * 0.2);
    expect(end).toBe(after);
    const [, none, some, more] = diffs(patched);
    expect(none).toBe(0);
    expect(more! - some!).toBeGreaterThan(500);
  });

  it("breaks at allocations and frees that pair by their block, but for the leak's", async () => {
    const { records, problems } = await debuggerSession(machine, "poolhittag.txt");
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    const hits = records.hits!;
    expect(hits.tag).toBe(patched);
    const facts = manifest.machines[machine]!.files["poolhittag.txt"]!.facts!;
    const counted = { allocate: 0, free: 0, manual: 0, unknown: 0 };
    const open = new Map<bigint, number>();
    for (const [at, kind] of hits.kind.entries()) {
      const name = HIT_KINDS[kind]!;
      counted[name] += 1;
      if (name === "allocate") open.set(hits.pointer[at]!, at);
      if (name === "free") expect(open.delete(hits.pointer[at]!)).toBe(true);
    }
    expect(facts).toMatchObject(counted);
    expect(counted.manual).toBe(1);
    expect(counted.free).toBeGreaterThan(5);
    const callers = [...open.values()].map((at) =>
      hits.stacks[hits.stack[at]!]!.slice(1, 3).map(({ symbol }) => symbol),
    );
    expect(callers.every(([first]) => first === site)).toBe(true);
    const leaking = callers.filter(([, second]) => second === callers[0]![1]).length;
    expect(leaking / callers.length).toBeGreaterThan(0.9);
    expect(hits.isTruncated.reduce((sum, cut) => sum + cut, 0)).toBe(1);
  });

  it("breaks about as often as PoolMon says that the tag grows", async () => {
    const { records } = await debuggerSession(machine, "poolhittag.txt");
    const { records: snapshots } = await poolSnapshots(machine, "poolmon-patched.txt");
    const rows = snapshots.slice(2).map((snapshot) => rowOf(snapshot, patched, pool)!);
    const grown = (rows[1]!.diff - rows[0]!.diff) / ((snapshots[3]!.time! - snapshots[2]!.time!) / 1000);
    const hits = records.hits!;
    const net = [...hits.kind].reduce((sum, kind) => sum + (kind === 0 ? 1 : kind === 1 ? -1 : 0), 0);
    const seconds = (hits.time.at(-1)! - hits.time[0]!) / 1000;
    // A session lasts seconds, so chance decides much.
    expect(net / seconds / grown).toBeGreaterThan(0.6);
    expect(net / seconds / grown).toBeLessThan(1.6);
  });
});

describe.each(MACHINES)("%s with a verified driver", (machine) => {
  const { tag, pool, site, module } = LEAKS[machine];

  it("has an outstanding list that sums up to the driver's counts, and to what PoolMon counts", async () => {
    const { records, problems } = await debuggerSession(machine, "verified.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    const [driver] = records.verifierReports[0]!.drivers;
    expect(driver!.name).toBe(`${module}.sys`);
    const { allocations, currentAllocations, currentBytes } = driver!;
    expect(allocations).toHaveLength(currentAllocations.nonpaged + currentAllocations.paged);
    expect(allocations.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(currentBytes.nonpaged + currentBytes.paged);
    const { records: snapshots } = await poolSnapshots(machine, "poolmon-verified.txt");
    const own = allocations.filter((allocation) => allocation.tag === tag);
    // PoolMon looked less than a second before; a few blocks may have come since.
    expect(Math.abs(own.length - rowOf(snapshots[1]!, tag, pool)!.diff)).toBeLessThanOrEqual(4);
  });

  it("has an earlier list whose blocks of the leak are all still there, and of the rest nearly as many", async () => {
    const [before, after] = await Promise.all(
      ["verified-earlier.txt", "verified.txt"].map(async (file) => {
        const { records } = await debuggerSession(machine, file);
        return records.verifierReports[0]!.drivers[0]!.allocations;
      }),
    );
    const isLeak = ({ callerSymbol }: { callerSymbol: string | undefined }) => callerSymbol === site;
    const later = new Set(after!.filter(isLeak).map(({ address }) => address));
    const first = before!.filter(isLeak);
    expect(first.filter(({ address }) => !later.has(address))).toEqual([]);
    expect(later.size).toBeGreaterThan(1.5 * first.length);
    const rest = [before!, after!].map((list) => list.length - list.filter(isLeak).length);
    expect(Math.abs(rest[1]! - rest[0]!)).toBeLessThan(0.02 * rest[1]! + 1);
  });

  it("has the stacks of its newest operations and of the blocks that were asked for", async () => {
    const { records } = await debuggerSession(machine, "verified.txt");
    const [newest, ...asked] = records.verifierLogs;
    expect(newest!.block.length).toBeGreaterThanOrEqual(4);
    for (const log of asked) {
      expect(log.searched).toBe(log.block.at(-1)!.toString(16).padStart(16, "0"));
      expect(VERIFIER_OPERATIONS[log.operation.at(-1)!]).toBe("allocate");
      expect(log.stacks[log.stack.at(-1)!]!.some(({ module: name }) => name === module)).toBe(true);
    }
    expect(asked[0]!.stacks[0]!.map(({ symbol }) => symbol)).toContain(site);
  });

  it("tells the same to verifier.exe", async () => {
    const { records, problems } = await readVerifierText(bytesOf(`${machine}/verifier.txt`));
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    const { records: session } = await debuggerSession(machine, "verified.txt");
    const queried = records.find(({ source }) => source === "verifier /query")!;
    expect(queried.drivers[0]!.currentAllocations).toEqual(session.verifierReports[0]!.drivers[0]!.currentAllocations);
    expect(queried.drivers[0]!.peakBytes).toEqual(session.verifierReports[0]!.drivers[0]!.peakBytes);
    expect(records.find(({ source }) => source === "verifier settings")!.isPoolTracking).toBe(true);
  });
});

/** The events of a trace, as far as these tests need them. */
function traceRows(path: string) {
  const lines = new TextDecoder().decode(bytesOf(path)).trimEnd().split("\r\n");
  return lines
    .filter((line) => /^\d/.test(line))
    .map((line) => {
      const [time, event, pool, tag, address, size, process, thread, stack] = line.split(",");
      return { time: Number(time), event, pool, tag: tag!, address, bytes: Number(size), process, thread, stack };
    });
}

describe.each(MACHINES)("%s's trace", (machine) => {
  const { tag, module, pool } = LEAKS[machine];
  const truth = manifest.machines[machine]!.periods["story"]!.leaks[0]!;
  const facts = manifest.machines[machine]!.files["trace.csv"]!.facts as { windowSeconds: number };
  const rows = traceRows(`${machine}/trace.csv`);

  it("has an unpaired allocation for each block that the story loses in its window, and no other of the tag", () => {
    const open = new Map<string, (typeof rows)[number]>();
    for (const row of rows) {
      if (row.event === "Alloc") expect(open.has(row.address!)).toBe(false);
      if (row.event === "Alloc") open.set(row.address!, row);
      else open.delete(row.address!);
    }
    const lost = [...open.values()].filter((row) => row.tag === tag);
    const bytes = truth.blockBytes[0]!;
    // A small block's header is not what the driver asked for.
    const traced = lost.reduce((sum, row) => sum + row.bytes + (bytes < PAGE ? 16 : 0), 0);
    const blocksExpected = (truth.bytesPerSecond * facts.windowSeconds) / bytes;
    expect(traced).toBe(lost.length * bytes);
    // The window cuts at both ends, and chance decides how many fall into seconds that are few.
    expect(Math.abs(lost.length - blocksExpected)).toBeLessThan(2 + 0.15 * blocksExpected);
    expect(lost.every(({ stack }) => stack!.includes(`${module}.sys!`))).toBe(true);
    expect(rows.filter((row) => row.tag === tag && row.event === "Free")).toEqual([]);
  });

  it("is in time order, within its window, with leaks over all of it", () => {
    expect(rows.every(({ time }, at) => at === 0 || time >= rows[at - 1]!.time)).toBe(true);
    expect(rows.at(-1)!.time).toBeLessThanOrEqual(facts.windowSeconds * 1e6);
    const leaks = rows.filter((row) => row.tag === tag).map(({ time }) => time / facts.windowSeconds / 1e6);
    for (const quarter of [0, 0.25, 0.5, 0.75]) {
      const share = leaks.filter((place) => place >= quarter && place < quarter + 0.25).length / leaks.length;
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.32);
    }
  });

  it("has a summary whose row of the tag is the sum of the events, and an xperf report of the same", () => {
    const read = (file: string) => new TextDecoder().decode(bytesOf(`${machine}/${file}`)).split("\r\n");
    const row = read("trace-summary.csv").filter((line) => line.startsWith("AIFO") && line.includes(`,${tag},`));
    expect(row).toHaveLength(1);
    const numbers = [...row[0]!.matchAll(/"([\d,]+)"|,(\d+)/g)].map(([, quoted, plain]) =>
      Number((quoted ?? plain)!.replaceAll(",", "")),
    );
    const bytes = truth.blockBytes[0]! - (truth.blockBytes[0]! < PAGE ? 16 : 0);
    expect(numbers.at(-1)).toBe(numbers[0]! * bytes);
    expect(numbers.at(-2)).toBe(numbers.at(-1));
    const report = read("trace-report.txt")
      .find((line) => line.includes(`, ${tag}, `))!
      .split(", ");
    expect(Number(report[4])).toBe(numbers[0]);
    if (machine === "contoso-fs1") expect(numbers[0]).toBe(rows.filter((one) => one.tag === tag).length);
    const perSecond =
      numbers.at(-1)! / (manifest.machines[machine]!.files["trace-summary.csv"]!.facts!["windowSeconds"] as number);
    // A minute of two hours: the pace of a single minute wanders by some percent.
    expect(perSecond / truth.bytesPerSecond).toBeGreaterThan(0.92);
    expect(perSecond / truth.bytesPerSecond).toBeLessThan(1.08);
    expect(pool === "paged" ? row[0] : "Paged").toContain("Paged");
  });

  it("stands in the PowerShell collectors' file with the counts of PoolMon's own snapshots", async () => {
    const { records: snapshots } = await poolSnapshots(machine, "poolmon.txt");
    const lines = new TextDecoder()
      .decode(bytesOf(`${machine}/pool.csv`))
      .trimEnd()
      .split("\r\n")
      .slice(1);
    const cells = lines.map((line) => line.slice(1, -1).split('","'));
    const column = pool === "paged" ? 3 : 7;
    const own = cells.filter((row) => row[2] === tag).map((row) => row.slice(column, column + 4).map(Number));
    const expected = snapshots
      .filter((_, number) => number % 3 === 0)
      .flatMap((snapshot) => rowOf(snapshot, tag, pool) ?? [])
      .map(({ allocs, frees, diff, bytes }) => [allocs, frees, diff, bytes]);
    expect(own).toEqual(expected);
  });
});

describe.each(MACHINES)("%s/trace-lost.csv", (machine) => {
  it("says how many events were lost, and is the other trace without them", () => {
    const kept = traceRows(`${machine}/trace-lost.csv`);
    const all = traceRows(`${machine}/trace.csv`);
    const text = new TextDecoder().decode(bytesOf(`${machine}/trace-lost.csv`));
    expect(text.startsWith(`# Lost events: ${all.length - kept.length}\r\n`)).toBe(true);
    expect(all.length).toBeGreaterThan(kept.length);
    const key = ({ time, event, address }: (typeof all)[number]) => `${time} ${event} ${address}`;
    const known = new Set(all.map(key));
    expect(kept.every((row) => known.has(key(row)))).toBe(true);
  });
});

describe("adventure-app3/trace.csv", () => {
  it("names by its stacks the one of three drivers that leaks the tag they share", () => {
    const open = new Map<string, string>();
    for (const { event, address, stack } of traceRows("adventure-app3/trace.csv")) {
      if (event === "Alloc") open.set(address!, /\/(\w+)\.sys!/.exec(stack!)![1]!);
      else open.delete(address!);
    }
    const leaking = [...open.values()].filter((driver) => driver === "advscan").length;
    expect(leaking).toBeGreaterThan(60);
    expect(manifest.machines["adventure-app3"]!.periods["morning"]!.leaks).toMatchObject([
      { tag: "Ddk ", driver: "advscan.sys" },
    ]);
  });
});

describe("wideworld-san1/irp.txt", () => {
  it("shows writes that wait at the disk, with a routine of the mirror that a failure skips", async () => {
    const { records, problems } = await debuggerSession("wideworld-san1", "irp.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    const atDisk = records.irpFinds.filter(({ driver }) => driver === "\\Driver\\disk");
    expect(atDisk.length / records.irpFinds.length).toBeGreaterThan(0.6);
    expect(records.irps.length).toBeGreaterThan(4);
    const listed = new Map(records.irpFinds.map((row) => [row.address, row]));
    for (const irp of records.irps) {
      expect(listed.get(irp.address!)!.driver).toBe(irp.locations.find(({ isCurrent }) => isCurrent)!.driver);
      for (const { control, completionRoutine } of irp.locations)
        expect((control & 0xe0) !== 0).toBe(!/^0+$/.test(completionRoutine));
    }
    const skipped = records.irps.flatMap(({ locations }) =>
      locations.filter(({ completionSymbol }) => completionSymbol?.startsWith("wwmirror")),
    );
    expect(skipped.length).toBeGreaterThan(2);
    expect(skipped.every(({ words }) => words.includes("Success") && !words.includes("Error"))).toBe(true);
  });
});

describe("trey-nas2/irp.txt", () => {
  it("shows most requests at the disk, and the largest pile of one kind elsewhere", async () => {
    const { records, problems } = await debuggerSession("trey-nas2", "irp.txt");
    expect(problems.filter(({ effect }) => effect !== "note")).toEqual([]);
    const count = (isOne: (row: (typeof records.irpFinds)[number]) => boolean) => records.irpFinds.filter(isOne).length;
    expect(count(({ driver }) => driver === "\\Driver\\disk")).toBeGreaterThan(
      count(({ driver }) => driver === "\\Driver\\trsnap"),
    );
    const pile = count(({ driver, major }) => driver === "\\Driver\\trsnap" && major === 4);
    for (const major of [3, 4])
      expect(count((row) => row.driver === "\\Driver\\disk" && row.major === major)).toBeLessThan(pile - 4);
    const skipped = records.irps.flatMap(({ locations }) =>
      locations.filter(({ completionSymbol }) => completionSymbol?.startsWith("trsnap")),
    );
    expect(skipped.map(({ control }) => control)).toEqual([0x61, 0x61]);
  });
});

describe("coho-app3", () => {
  it("has calls that are not found, then denied, and a section that a new service gets back old", async () => {
    const { records, problems } = await readSharedMemory(bytesOf("coho-app3/sharedmemory.csv"));
    expect(problems).toEqual([]);
    const times = records.map(({ time }) => time);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const inCollector = records.filter((call) => call.process === "rundll32.exe");
    expect([...new Set(inCollector.map(({ lastError }) => lastError))]).toEqual([2, 5, 0]);
    expect(records.filter(({ lastError }) => lastError === 183)).toHaveLength(1);
  });
});

describe("adatum-app4", () => {
  it("has calls that succeed in session 1 and fail in session 0, until the name is global and the service makes it", async () => {
    const { records, problems } = await readSharedMemory(bytesOf("adatum-app4/sharedmemory.csv"));
    expect(problems.filter(({ effect }) => effect === "lost")).toEqual([]);
    const inCollector = records.filter((call) => call.process === "rundll32.exe");
    expect(inCollector.slice(0, -1).every(({ lastError, result }) => lastError === 2 && result === 0)).toBe(true);
    expect(inCollector.at(-1)).toMatchObject({ lastError: 0, name: "Global\\AdatumOrderCounters" });
    expect(records.find(({ lastError }) => lastError === 5)).toMatchObject({ process: "AdOrders.exe" });
  });
});
