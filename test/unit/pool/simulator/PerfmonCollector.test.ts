import { describe, expect, it } from "vitest";
import type { CounterLog } from "../../../../src/pool/formats/perfmon/CounterLog.ts";
import { collect } from "../../../../src/pool/simulator/collect.ts";
import type { CounterSource } from "../../../../src/pool/simulator/CounterSource.ts";
import {
  PerfmonCollector,
  type CounterColumn,
  type PerfmonRecording,
} from "../../../../src/pool/simulator/PerfmonCollector.ts";
import type { Scenario } from "../../../../src/pool/simulator/Scenario.ts";
import { HOUR, makeScenario, makeSite, MIDNIGHT, MINUTE } from "./smallScenario.ts";

const SOURCES: Record<string, CounterSource> = {
  pool: { of: "pool", pool: "nonpaged", what: "bytes" },
  blocks: { of: "pool", pool: "nonpaged", what: "blocks" },
  faults: { of: "rate", meters: ["page faults"] },
  busy: { of: "percent", meters: ["busy"], mostPerSecond: 64 },
  idle: { of: "percent", meters: ["busy"], mostPerSecond: 64, idle: true },
  each: { of: "quotient", meter: "page faults", per: ["busy"], scale: 2 },
  handles: { of: "gauge", name: "handles" },
  upTime: { of: "upTime" },
};
const columns = Object.entries(SOURCES).map(([counter, source]): CounterColumn => ({
  object: "Test",
  instance: counter === "handles" ? "lsass" : "",
  counter,
  source,
}));

const FROM = MIDNIGHT + 4 * HOUR;

function record(scenario: Scenario, parts: Partial<PerfmonRecording> = {}): CounterLog {
  const collector = new PerfmonCollector(scenario, {
    intervalSeconds: 60,
    from: FROM + 156,
    columns,
    stalls: [],
    gaps: [],
    ...parts,
  });
  collect(scenario, [collector]);
  return collector.log();
}

const values = (log: CounterLog, name: string) => [...log.counters.find(({ counter }) => counter === name)!.values];
const scenario = makeScenario([makeSite({ heldBlocks: 0, leak: { everyMilliseconds: 1000, from: FROM } })]);

describe("PerfmonCollector", () => {
  it("writes paths, zone and stamps as perfmon does", () => {
    const log = record(scenario);
    expect(log.counters.map(({ path }) => path).slice(-2)).toEqual([
      "\\\\SMALL\\Test(lsass)\\handles",
      "\\\\SMALL\\Test\\upTime",
    ]);
    expect(log.timeZone).toEqual({ name: "Pacific Daylight Time", biasMinutes: 420 });
    expect(log.times[0]).toBe(FROM + 156);
    expect(log.localTimes[0]).toBe(FROM + 156 - 7 * HOUR);
    expect(log.times).toHaveLength(120);
  });

  it("samples a little later each time, never earlier", () => {
    const { times } = record(scenario);
    const late = [...times].map((time, sample) => time - FROM - 156 - sample * MINUTE);
    expect(late.every((ms, sample) => sample === 0 || (ms >= late[sample - 1]! && ms <= late[sample - 1]! + 3))).toBe(
      true,
    );
    expect(late.at(-1)).toBeGreaterThan(10);
  });

  it("sees what happened up to the sample, and nothing later", () => {
    const log = record(scenario, { intervalSeconds: 7 });
    const lost = values(log, "blocks");
    for (const [sample, time] of log.times.entries()) {
      // Of a step's timer losses those are seen that lie before the sample.
      expect(lost[sample]).toBe(Math.floor((time - FROM) / 1000));
    }
  });

  it("leaves rates blank in the first row only", () => {
    const log = record(scenario);
    for (const name of ["faults", "busy", "idle", "each"]) {
      expect(values(log, name)[0]).toBeNaN();
      expect(values(log, name).slice(1).some(Number.isNaN)).toBe(false);
    }
    expect(Number.isNaN(values(log, "pool")[0])).toBe(false);
  });

  it("gives rates that add up to what the meter counted", () => {
    const log = record(scenario);
    const [faults, busy, idle, upTime] = ["faults", "busy", "idle", "upTime"].map((name) => values(log, name));
    let counted = 0;
    for (let sample = 1; sample < faults!.length; sample += 1) {
      const elapsed = upTime![sample]! - upTime![sample - 1]!;
      const count = faults![sample]! * elapsed;
      expect(Math.abs(count - Math.round(count))).toBeLessThan(1e-6);
      counted += count;
      expect(busy![sample]! + idle![sample]!).toBeCloseTo(100, 9);
    }
    // 30 minutes at 100 per second, 6 on the way up, 83 at about 1,000 and their noise of a tenth.
    expect(counted).toBeGreaterThan(4_000_000);
    expect(counted).toBeLessThan(7_000_000);
  });

  it("blanks a whole row where nothing could be read, and takes the next rate over two intervals", () => {
    const stalled = record(scenario, { stalls: [FROM + 10 * MINUTE] });
    const sample = 10;
    expect(stalled.counters.every((counter) => Number.isNaN(counter.values[sample]))).toBe(true);
    expect(stalled.counters.every((counter) => !Number.isNaN(counter.values[sample + 1]))).toBe(true);
    const whole = values(record(scenario), "faults");
    expect(values(stalled, "faults")[sample + 1]).toBeCloseTo((whole[sample]! + whole[sample + 1]!) / 2, 2);
  });

  it("has no rows in a gap, and no rates in the row after it", () => {
    const log = record(scenario, { gaps: [{ from: FROM + 30 * MINUTE, until: FROM + 50 * MINUTE }] });
    expect(log.times).toHaveLength(100);
    const after = [...log.times].findIndex((time) => time > FROM + 49 * MINUTE);
    expect(log.times[after]! - log.times[after - 1]!).toBeGreaterThan(20 * MINUTE);
    expect(values(log, "faults")[after]).toBeNaN();
    expect(Number.isNaN(values(log, "faults")[after + 1])).toBe(false);
  });

  it("shows a restart as missing rows, a young up time and counts from zero", () => {
    const downAt = FROM + 60 * MINUTE + 30_000;
    const reboots = [{ downAt, upAt: downAt + 4 * MINUTE }];
    const log = record({ ...scenario, period: { ...scenario.period, reboots } });
    const after = [...log.times].findIndex((time) => time > downAt);
    expect(log.times[after]).toBeGreaterThan(downAt + 5 * MINUTE);
    expect(values(log, "upTime")[after - 1]).toBeGreaterThan(5 * 3600);
    expect(values(log, "upTime")[after]).toBeLessThan(180);
    expect(values(log, "blocks")[after]).toBeLessThan(200);
    expect(values(log, "faults")[after]).toBeNaN();
  });

  it("has blanks from the moment on at which a process ended", () => {
    const endsAt = FROM + 45 * MINUTE;
    const gauges = scenario.gauges.map((gauge) => (gauge.name === "handles" ? { ...gauge, endsAt } : gauge));
    const handles = values(record({ ...scenario, gauges }), "handles");
    expect(handles.slice(0, 44).some(Number.isNaN)).toBe(false);
    expect(handles.slice(45).every(Number.isNaN)).toBe(true);
  });
});
