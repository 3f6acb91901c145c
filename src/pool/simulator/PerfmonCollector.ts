import type { Counter, CounterLog } from "../formats/perfmon/CounterLog.ts";
import type { Collector } from "./collect.ts";
import { readerOf, type CounterSource, type RawSample } from "./CounterSource.ts";
import type { MachineState } from "./MachineState.ts";
import { createRandom } from "./Random.ts";
import type { Scenario } from "./Scenario.ts";
import { biasAt, localFromUtc, zoneNameAt } from "./TimeZone.ts";

/** A column of the log. */
export interface CounterColumn {
  object: string;
  instance: string;
  counter: string;
  source: CounterSource;
}

/** How perfmon was set up. */
export interface PerfmonRecording {
  intervalSeconds: number;
  /** the first sample (UTC), milliseconds included */
  from: number;
  /** no sample after it (UTC); the end of the period where absent */
  until?: number;
  columns: readonly CounterColumn[];
  /** samples in which nothing could be read (UTC, within the interval): all their values are blank */
  stalls: readonly number[];
  /** times in which the collector did not run: no samples at all, and it starts anew afterwards */
  gaps: readonly { from: number; until: number }[];
}

interface SamplePoint {
  time: number;
  /** hundreds of nanoseconds beyond the millisecond that the stamp shows */
  ticks: number;
  stalled: boolean;
  /** the collector has just been started: rates need another sample */
  first: boolean;
}

/** Samples counters like perfmon: fixed columns, local stamps that drift by milliseconds, blanks where a rate has no past. */
export class PerfmonCollector implements Collector {
  private readonly scenario: Scenario;
  private readonly recording: PerfmonRecording;
  private readonly points: readonly SamplePoint[];
  private readonly readers;
  private readonly columns: Float64Array[];
  private at = 0;
  private before: RawSample | undefined;

  constructor(scenario: Scenario, recording: PerfmonRecording) {
    this.scenario = scenario;
    this.recording = recording;
    this.points = planSamples(scenario, recording);
    this.readers = recording.columns.map(({ source }) => readerOf(source, scenario));
    this.columns = recording.columns.map(() => new Float64Array(this.points.length).fill(NaN));
  }

  nextTime(): number {
    return this.points[this.at]?.time ?? Infinity;
  }

  observe(state: MachineState): void {
    const point = this.points[this.at]!;
    const before = point.first ? undefined : this.before;
    if (!point.stalled) {
      const now = { upTime: (point.time - state.bootedAt + point.ticks / 10_000) / 1000, totals: state.totals.slice() };
      for (const [column, read] of this.readers.entries()) this.columns[column]![this.at] = read(state, now, before);
      this.before = now;
    }
    this.at += 1;
  }

  /** The log so far: complete when `nextTime()` is Infinity. */
  log(): CounterLog {
    const { machine } = this.scenario;
    const times = Float64Array.from(this.points, ({ time }) => time);
    return {
      machine: machine.name,
      // Written once, when the log starts: it does not follow a change of the clock.
      timeZone: { name: zoneNameAt(machine.zone, times[0]!), biasMinutes: biasAt(machine.zone, times[0]!) },
      localTimes: times.map((time) => localFromUtc(machine.zone, time)),
      times,
      lines: Uint32Array.from(times, (_, sample) => sample + 2),
      counters: this.recording.columns.map((column, index) => this.counter(column, index)),
      skippedCounters: [],
      log: undefined,
    };
  }

  private counter({ object, instance, counter }: CounterColumn, index: number): Counter {
    const place = instance === "" ? object : `${object}(${instance})`;
    return {
      path: `\\\\${this.scenario.machine.name}\\${place}\\${counter}`,
      machine: this.scenario.machine.name,
      object,
      instance,
      counter,
      englishPath: `\\${object}\\${counter}`,
      column: index + 1,
      values: this.columns[index]!,
    };
  }
}

/** When the collector looks: at the interval, a little later each time, never while it or the machine is off. */
function planSamples(scenario: Scenario, recording: PerfmonRecording): SamplePoint[] {
  const random = createRandom("perfmon", scenario.seed, recording.intervalSeconds);
  const interval = recording.intervalSeconds * 1000;
  const off = [
    ...recording.gaps,
    ...scenario.period.reboots.map(({ downAt, upAt }) => ({ from: downAt, until: upAt + 70_000 })),
  ];
  const points: SamplePoint[] = [];
  let drift = 0;
  let wasOff = true;
  for (let sample = 0; ; sample += 1) {
    const time = recording.from + sample * interval + drift;
    if (time > (recording.until ?? scenario.period.until)) return points;
    drift += Math.floor(random.next() * random.next() * 3.4);
    const ticks = Math.floor(random.next() * 10_000);
    if (off.some(({ from, until }) => time >= from && time < until)) {
      wasOff = true;
      continue;
    }
    const stalled = recording.stalls.some((stall) => time >= stall && time < stall + interval);
    points.push({ time, ticks, stalled, first: wasOff });
    wasOff = false;
  }
}
