import { describe, expect, it } from "vitest";
import { scheduleLevel, type Schedule } from "../../../../src/pool/simulator/Schedule.ts";
import { localFromUtc, localMidnight, utcFromLocal } from "../../../../src/pool/simulator/TimeZone.ts";
import { pacificTime } from "../../../../datasets/scenarios/zones.ts";

const HASH = 12_345;
const MINUTE = 60_000;

function levelAt(schedule: Schedule, time: number): number {
  const moment = { time, local: localFromUtc(pacificTime, time), midnight: localMidnight(pacificTime, time) };
  return scheduleLevel(schedule, HASH, moment);
}

const copyJob: Schedule = {
  kind: "job",
  everyMinutes: 10,
  atMinute: 1,
  latenessSeconds: 20,
  minutes: [1.5, 2.7],
  heights: [0.7, 1.1],
};
const backup: Schedule = { kind: "nightly", atMinute: 61, minutes: [68, 96] };

describe("a job", () => {
  it("runs in each period and rests in between", () => {
    const start = utcFromLocal(pacificTime, "2012-08-14 09:30:00");
    for (let period = 0; period < 60; period += 1) {
      const levels = Array.from({ length: 40 }, (_, at) =>
        levelAt(copyJob, start + period * 10 * MINUTE + at * 15_000),
      );
      expect(Math.max(...levels.slice(5, 20))).toBeGreaterThan(0.45);
      expect(Math.max(...levels.slice(24))).toBe(0);
    }
  });

  it("is never the same twice", () => {
    const start = utcFromLocal(pacificTime, "2012-08-14 09:32:30");
    const levels = Array.from({ length: 40 }, (_, period) => levelAt(copyJob, start + period * 10 * MINUTE));
    expect(new Set(levels).size).toBe(40);
  });
});

describe("the night in which the clock goes back", () => {
  const firstRun = utcFromLocal(pacificTime, "2012-11-04 01:00:00");

  it("is not lived twice: the hour that the clock repeats differs", () => {
    const users: Schedule = {
      kind: "day",
      hours: [
        [0, 1],
        [24, 1],
      ],
      weekend: 1,
    };
    const minutes = Array.from({ length: 60 }, (_, minute) => minute * MINUTE);
    const same = minutes.filter(
      (minute) => levelAt(users, firstRun + minute) === levelAt(users, firstRun + 60 * MINUTE + minute),
    );
    expect(same).toEqual([]);
  });

  it("has one backup, of its usual length", () => {
    const busy = Array.from({ length: 5 * 60 }, (_, minute) => levelAt(backup, firstRun + minute * MINUTE) > 0);
    const runs = busy.filter((isBusy, minute) => isBusy && !busy[minute - 1]).length;
    expect(runs).toBe(1);
    const length = busy.filter(Boolean).length;
    expect(length).toBeGreaterThan(66);
    expect(length).toBeLessThan(100);
  });
});

describe("a working day", () => {
  const users: Schedule = {
    kind: "day",
    hours: [
      [0, 0],
      [6, 0],
      [10, 1],
      [18, 0.4],
      [24, 0],
    ],
    weekend: 0.1,
  };
  const noon = (day: string) => levelAt(users, utcFromLocal(pacificTime, `${day} 12:00:00`));

  it("has quiet nights and loud noons, and quieter weekends", () => {
    expect(levelAt(users, utcFromLocal(pacificTime, "2012-08-21 03:00:00"))).toBe(0);
    expect(noon("2012-08-21")).toBeGreaterThan(0.5);
    expect(noon("2012-08-25")).toBeLessThan(0.15);
    expect(noon("2012-08-26")).toBeLessThan(0.15);
    expect(noon("2012-08-27")).toBeGreaterThan(0.5);
  });

  it("falls to its last value at the end of the day", () => {
    expect(levelAt(users, utcFromLocal(pacificTime, "2012-08-21 23:59:59"))).toBeLessThan(0.001);
  });
});

describe("bursts", () => {
  it("leave the stated share of slots quiet", () => {
    const bursts: Schedule = { kind: "bursts", slotSeconds: 15, quietShare: 0.3 };
    const levels = Array.from({ length: 6000 }, (_, slot) => levelAt(bursts, 1_344_960_000_000 + slot * 15_000));
    const quiet = levels.filter((level) => level === 0).length / levels.length;
    expect(quiet).toBeGreaterThan(0.27);
    expect(quiet).toBeLessThan(0.33);
    expect(Math.max(...levels)).toBeGreaterThan(0.9);
    expect(Math.max(...levels)).toBeLessThan(1);
  });
});
