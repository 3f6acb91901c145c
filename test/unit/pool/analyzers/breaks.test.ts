import { describe, expect, it } from "vitest";
import {
  cutLog,
  findClockChanges,
  findGaps,
  findReboots,
  sampleInterval,
  segments,
  series,
} from "../../../../src/pool/index.ts";
import { HOUR, LOAD, makeLog, MiB, NONPAGED, START, UP_TIME } from "./makeLog.ts";

describe("restarts, gaps and clock changes", () => {
  it("finds a restart where the up time starts again", () => {
    const log = makeLog(100, 60, {
      [UP_TIME]: (h, i) => (i < 60 ? 86_400 + h * 3600 : (i - 57) * 60),
      [NONPAGED]: () => MiB,
    });
    const [reboot, ...others] = findReboots(log);
    expect(others).toEqual([]);
    expect(reboot).toMatchObject({ line: 62, upSeconds: 86_400 + 59 * 60, bootTime: START + 57 * 60_000 });
  });

  it("takes a fall of one pool for a driver that unloaded, not for a restart, while the up time runs on", () => {
    const log = makeLog(100, 60, {
      [UP_TIME]: (h) => 1000 + h * 3600,
      [NONPAGED]: (_, i) => (i < 50 ? 900 : 100) * MiB,
    });
    expect(findReboots(log)).toEqual([]);
  });

  it("without an up time needs two counters to fall together", () => {
    const fall = (_: number, i: number): number => (i < 50 ? 900 : 100) * MiB;
    expect(findReboots(makeLog(100, 60, { [NONPAGED]: fall }))).toEqual([]);
    const both = makeLog(100, 60, { [NONPAGED]: fall, "\\Memory\\Pool Paged Bytes": fall });
    expect(findReboots(both)).toMatchObject([{ line: 52, bootTime: NaN }]);
  });

  it("cuts the log at the restart, and leaves the warm-up out", () => {
    const log = makeLog(600, 60, {
      [UP_TIME]: (h, i) => (i < 200 ? 86_400 + h * 3600 : (i - 200) * 60 + 30),
      [NONPAGED]: (_, i) => i,
    });
    const parts = segments(log, { warmUpMinutes: 120 });
    expect(parts).toMatchObject([
      { number: 1, samples: 200, afterBoot: false, line: 2 },
      { number: 2, samples: 280, afterBoot: true, line: 322 },
    ]);
    expect(series(cutLog(log, parts[1]!), NONPAGED).values[0]).toBe(320);
  });

  it("finds missing rows and blank rows, and tells them apart", () => {
    const log = makeLog(100, 60, { [NONPAGED]: (_, i) => (i === 30 || i === 31 ? NaN : 1) });
    log.times = log.times.map((time, i) => (i >= 70 ? time + 5 * 60_000 : time));
    expect(sampleInterval(log)).toBe(60);
    expect(findGaps(log)).toMatchObject([
      { kind: "blank rows", missed: 2, seconds: 180, line: 34 },
      { kind: "no rows", missed: 5, seconds: 360, line: 72 },
    ]);
  });

  it("does not call the first row's blank rates a gap", () => {
    const log = makeLog(20, 60, { [NONPAGED]: () => 1, [LOAD]: (_, i) => (i === 0 ? NaN : 1) });
    expect(findGaps(log)).toEqual([]);
  });

  it("finds the hour that runs twice, where the reader mended the times", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time - HOUR));
    expect(findClockChanges(log)).toMatchObject([
      { line: 42, shiftSeconds: -3600, says: expect.stringMatching(/runs twice/) as unknown },
    ]);
  });

  it("finds it as well where the times run back unmended", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time - HOUR));
    log.times = log.localTimes.slice();
    expect(findClockChanges(log)).toMatchObject([{ line: 42, shiftSeconds: -3600 }]);
  });

  it("finds the hour that is left out in spring, and no change in a steady log", () => {
    const log = makeLog(100, 300, { [NONPAGED]: () => 1 });
    expect(findClockChanges(log)).toEqual([]);
    log.localTimes = log.times.map((time, i) => (i < 40 ? time : time + HOUR));
    expect(findClockChanges(log)).toMatchObject([
      { shiftSeconds: 3600, says: expect.stringMatching(/left out/) as unknown },
    ]);
  });
});
