import { describe, expect, it } from "vitest";
import { commands, judgePool, type Verdict } from "../../../../src/pool/index.ts";
import { LOAD, makeLog, MiB, NONPAGED, PAGED, random, UP_TIME, workingDay } from "./makeLog.ts";

type Columns = Parameters<typeof makeLog>[2];

/** A week at five minutes. */
const week = (columns: Columns) => makeLog(2016, 300, columns);
const load = (seed = 1) => {
  const next = random(seed);
  return (h: number): number => 1000 + 1e6 * workingDay(h) * (0.8 + 0.4 * next());
};
const noise = (seed: number, size: number) => {
  const next = random(seed);
  return (): number => size * Math.abs(next() + next() - 1);
};

const hum4 = noise(4, MiB);
const hum5 = noise(5, MiB);
const hum7 = noise(7, MiB);
const hum9 = noise(9, MiB);
const hum10 = noise(10, MiB);
const hum11 = noise(11, MiB);
const hum12 = noise(12, 3 * MiB);
const hum13 = noise(13, MiB);

/** A verdict has to be usable as it stands: sentences, and commands that exist. */
function expectUsable(verdict: Verdict): void {
  expect(verdict.kind).toBe("verdict");
  for (const sentence of [
    verdict.summary,
    ...verdict.reasons,
    ...verdict.against,
    ...verdict.next.map(({ what }) => what),
  ]) {
    expect(sentence).toMatch(/[.!]$/);
    expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
  }
  expect(verdict.reasons.length).toBeGreaterThan(0);
  expect(verdict.next.length).toBeGreaterThan(0);
  for (const { command, text } of verdict.next) {
    expect(commands).toHaveProperty(command);
    expect(text).not.toMatch(/[{}]tag|\{driver/);
  }
}

describe("a leak", () => {
  it("under a load a hundred times its size is found by its nightly minima", () => {
    const hum = noise(2, 2 * MiB);
    const log = week({
      [NONPAGED]: (h) => 150 * MiB + (h / 24) * 12 * MiB + 400 * MiB * workingDay(h) + hum(),
      [LOAD]: load(),
    });
    const verdict = judgePool(log);
    expect(verdict).toMatchObject({ verdict: "leak", pool: "nonpaged", confidenceWord: "high" });
    expect((verdict.rate!.value * 24) / MiB).toBeCloseTo(12, 0);
    expect(verdict.rate!.low! * 24).toBeLessThan(12 * MiB);
    expect(verdict.rate!.high! * 24).toBeGreaterThan(12 * MiB);
    expect(verdict.lines).toHaveLength(7);
    expectUsable(verdict);
  });

  it("of a megabyte a second is found in an hour and a half, with the time that is left", () => {
    const hum = noise(3, 2 * MiB);
    const job = (i: number): number => ((i * 15) % 600 < 120 ? 1 : 0);
    const log = makeLog(380, 15, {
      [NONPAGED]: (h, i) => 94 * MiB + h * 3600 * MiB + 40 * MiB * job(i) + hum(),
      [LOAD]: (_, i) => 2000 + 5e6 * job(i),
    });
    const verdict = judgePool(log, {
      machine: { windows: "Windows Server 2008 R2", bits: 64, memoryBytes: 8 * 1024 * MiB },
    });
    expect(verdict).toMatchObject({ verdict: "leak", pool: "nonpaged" });
    expect(verdict.rate!.value / MiB).toBeCloseTo(3600, -1);
    expect(verdict.exhaustion!.value).toBeCloseTo(6144 - 94 - 379 * 15 + 6, -2);
    expectUsable(verdict);
  });

  it("is judged by growth, not by how full the pool is", () => {
    const full = week({ [NONPAGED]: () => 5800 * MiB + hum4(), [LOAD]: load() });
    const limit = 6144 * MiB;
    expect(judgePool(full, { limit }).verdict).not.toBe("leak");
    const empty = week({ [NONPAGED]: (h) => 60 * MiB + h * 0.2 * MiB, [LOAD]: load() });
    expect(judgePool(empty, { limit }).verdict).toBe("leak");
  });

  it("that only runs by day is one all the same: a staircase", () => {
    const worked = (h: number): number => Math.floor(h / 24) * 12 + Math.min(12, Math.max(0, (h % 24) - 7));
    const log = week({ [NONPAGED]: (h) => 200 * MiB + worked(h) * MiB + 90 * MiB * workingDay(h), [LOAD]: load() });
    expect(judgePool(log).verdict).toBe("leak");
  });

  it("in the paged pool is found there", () => {
    const log = week({
      [PAGED]: (h) => 300 * MiB + h * MiB,
      [NONPAGED]: () => 90 * MiB + hum5(),
      [LOAD]: load(),
    });
    const verdict = judgePool(log);
    expect(verdict).toMatchObject({ verdict: "leak", pool: "paged" });
    expect(verdict.reasons.join(" ")).toMatch(/The other pool: .*nonpaged/);
    expect(verdict.next.at(-1)!.command).toBe("poolmon-paged");
  });

  it("in the paged pool ends at the commit limit, whatever the pool's own limit", () => {
    const log = week({
      [PAGED]: (h) => 300 * MiB + h * MiB,
      [LOAD]: load(),
      "\\Memory\\Commit Limit": () => 8192 * MiB,
      "\\Memory\\Committed Bytes": (h) => 2000 * MiB + h * MiB,
    });
    const hours = 8192 - 2000 - 2015 / 12;
    expect(judgePool(log, { pool: "paged" }).exhaustion!.value / 3600).toBeCloseTo(hours, -1);
    expect(judgePool(log, { pool: "paged", limit: 400 * 1024 * MiB }).exhaustion!.value / 3600).toBeCloseTo(hours, -1);
  });

  it("is not hidden by blanks, nor made up from them", () => {
    const blank = (h: number, i: number, value: number): number => (i % 50 === 7 ? NaN : value + h * 0);
    const leak = week({ [NONPAGED]: (h, i) => blank(h, i, 90 * MiB + h * MiB), [LOAD]: load() });
    expect(judgePool(leak).verdict).toBe("leak");
    const still = week({ [NONPAGED]: (h, i) => blank(h, i, 90 * MiB), [LOAD]: load() });
    expect(judgePool(still, { pool: "nonpaged" }).verdict).toBe("steady");
  });

  it("names the process whose handles rise in step", () => {
    const log = week({
      [NONPAGED]: (h) => 90 * MiB + h * MiB,
      [LOAD]: load(),
      "\\Process(agent)\\Handle Count": (h) => 900 + 1500 * h,
    });
    const verdict = judgePool(log);
    expect(verdict.against.join(" ")).toMatch(/process agent gained .* handles.*not a driver/);
    expect(verdict.next[0]!.command).toBe("handle-counts");
  });
});

describe("no leak", () => {
  it("is load that comes back, however high it goes", () => {
    const l = load(6);
    const log = week({ [NONPAGED]: (h) => 100 * MiB + 900 * MiB * workingDay(h) + hum7(), [LOAD]: l });
    const verdict = judgePool(log, { pool: "nonpaged" });
    expect(verdict).toMatchObject({ verdict: "load", exhaustion: undefined });
    expectUsable(verdict);
  });

  it("is a log that ends at noon, while the load still rises", () => {
    const l = load(8);
    const log = makeLog(12 * 60, 60, { [NONPAGED]: (h) => 100 * MiB + 300 * l(h) + hum9(), [LOAD]: l });
    expect(judgePool(log, { pool: "nonpaged" }).verdict).not.toBe("leak");
  });

  it("without a load counter such a log is at most a doubtful leak", () => {
    const log = makeLog(12 * 60, 60, { [NONPAGED]: (h) => 100 * MiB + 120 * MiB * workingDay(h) });
    expect(judgePool(log, { pool: "nonpaged" }).confidence).toBeLessThanOrEqual(0.6);
  });

  it("is a cache that fills and stays", () => {
    const log = week({
      [PAGED]: (h) => 200 * MiB + 600 * MiB * (1 - Math.exp(-h / 24)) + hum10(),
      [LOAD]: load(),
    });
    const verdict = judgePool(log, { pool: "paged" });
    expect(verdict.verdict).toBe("cache");
    expectUsable(verdict);
  });

  it("is one step that stays", () => {
    const log = week({ [NONPAGED]: (h) => (h < 60 ? 100 : 180) * MiB + hum11(), [LOAD]: load() });
    expect(judgePool(log, { pool: "nonpaged" }).verdict).not.toBe("leak");
  });

  it("is a pool that stands still, and it says what would have gone unnoticed", () => {
    const log = week({ [NONPAGED]: () => 100 * MiB + hum12(), [LOAD]: load() });
    const verdict = judgePool(log, { pool: "nonpaged" });
    expect(verdict.verdict).toBe("steady");
    expect(verdict.summary).toMatch(/a leak of less than .* per day would not show/);
    expectUsable(verdict);
  });

  it("is found in noise and load of forty machines", () => {
    let leaks = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const next = random(seed);
      let drift = 0;
      const log = week({
        [NONPAGED]: (h) => {
          drift = 0.999 * drift + (next() - 0.5) * MiB;
          return 200 * MiB + drift + 200 * MiB * workingDay(h) * next();
        },
        [LOAD]: load(seed),
      });
      if (judgePool(log, { pool: "nonpaged" }).verdict === "leak") leaks++;
    }
    expect(leaks).toBeLessThanOrEqual(2);
  });
});

describe("not enough to tell", () => {
  it("is a verdict, with what to collect", () => {
    const short = judgePool(makeLog(8, 15, { [NONPAGED]: (_, i) => 100 * MiB + i * MiB }));
    expect(short).toMatchObject({ verdict: "unclear", confidence: 0, pool: "nonpaged" });
    expect(short.summary).toMatch(/Only 8 samples/);
    expect(short.next[0]!.command).toBe("logman-create-week");
    expectUsable(short);
  });

  it("is a log of one day and a half where the load is daily", () => {
    const log = makeLog(36 * 12, 300, {
      [NONPAGED]: (h) => 100 * MiB + h * MiB + 200 * MiB * workingDay(h),
      [LOAD]: load(),
    });
    const verdict = judgePool(log, { period: "day" });
    expect(verdict.verdict).toBe("unclear");
    expect(verdict.against.join(" ")).toMatch(/three whole load cycles/);
    expectUsable(verdict);
  });

  it("is a log without the counter", () => {
    const verdict = judgePool(makeLog(100, 15, { "\\Memory\\Available MBytes": () => 1 }));
    expect(verdict.verdict).toBe("unclear");
    expect(verdict.summary).toMatch(/does not show the nonpaged pool/);
    expectUsable(verdict);
    expectUsable(judgePool(makeLog(0, 15, {})));
  });

  it("is a counter that is blank all along", () => {
    expect(judgePool(makeLog(100, 15, { [NONPAGED]: () => NaN })).verdict).toBe("unclear");
  });

  it("is a growth that slows but has not stopped", () => {
    const log = week({ [PAGED]: (h) => 100 * MiB + 300 * MiB * Math.sqrt(h / 168) ** 0.5, [LOAD]: load() });
    expect(["unclear", "cache"]).toContain(judgePool(log, { pool: "paged" }).verdict);
  });
});

describe("a restart in the log", () => {
  it("cuts it: the longest part is judged and the fall is no sign of load", () => {
    const at = 24;
    const log = week({
      [NONPAGED]: (h) => (h < at ? 300 : 90) * MiB + (h < at ? h : h - at) * MiB + 80 * MiB * workingDay(h),
      [LOAD]: load(),
      [UP_TIME]: (h) => (h < at ? 1e6 + h * 3600 : (h - at) * 3600),
    });
    const verdict = judgePool(log, { pool: "nonpaged" });
    expect(verdict.verdict).toBe("leak");
    expect(verdict.rate!.value / MiB).toBeCloseTo(1, 1);
    expect(verdict.against.join(" ")).toMatch(/restarted once \(line 290\)/);
  });

  it("leaves the warm-up out: a pool that fills in the first two hours is no leak", () => {
    const log = makeLog(5 * 60, 60, {
      [NONPAGED]: (h) => 60 * MiB + 200 * MiB * Math.min(1, h / 1.5) + hum13(),
      [UP_TIME]: (h) => 60 + h * 3600,
      [LOAD]: () => 5,
    });
    expect(judgePool(log, { pool: "nonpaged" }).verdict).not.toBe("leak");
    expect(judgePool(log, { pool: "nonpaged" }).verdict).not.toBe("cache");
  });

  it("in the middle of a short log leaves nothing to judge by days", () => {
    const log = makeLog(4 * 288, 300, {
      [NONPAGED]: (h) => (90 + (h % 48)) * MiB,
      [UP_TIME]: (h) => 1 + (h % 48) * 3600,
      [LOAD]: load(),
    });
    const verdict = judgePool(log, { pool: "nonpaged", period: "day" });
    expect(verdict.verdict).toBe("unclear");
    expect(verdict.against.join(" ")).toMatch(/restarted/);
  });
});
