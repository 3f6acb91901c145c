import { createRandom, type Random } from "../Random.ts";
import { utcFromLocal, type TimeZone } from "../TimeZone.ts";
import type { CaseFamily, LoadKind, Surge } from "./CaseFamily.ts";
import { zoneIn } from "./caseZones.ts";
import * as ranges from "./machineRanges.ts";
import type { CounterSet, EvidenceKind, WindowsGeneration } from "./machineRanges.ts";
import { pickFamily } from "./pickFamily.ts";
import { drawChoice, drawNumber, drawWhole } from "./Range.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** The longest log of a case. */
const MOST_SAMPLES = 2016;

/** What is drawn of a case before its machine is built: the computer, and when and how it was recorded. */
export interface CasePlan {
  seed: number;
  family: CaseFamily;
  generation: WindowsGeneration;
  name: string;
  zone: TimeZone;
  memoryBytes: number;
  processors: number;
  load: LoadKind;
  loadFactor: number;
  surge: Surge | undefined;
  /** the recording (UTC) */
  from: number;
  until: number;
  /** hours since boot at its beginning, before anything shortens them */
  uptimeHours: number;
  reboots: readonly { downAt: number; upAt: number }[];
  evidence: EvidenceKind;
  counterSet: CounterSet;
  intervalSeconds: number;
  /** when PoolMon is started (UTC), never while the machine is off */
  snapshotTimes: readonly number[];
}

/** Draws the outline of a seed's case. */
export function planCase(seed: number): CasePlan {
  const random = createRandom("case", seed);
  const family = pickFamily(seed);
  const { load, loadFactor, uptimeHours, samples, snapshots } = family.ranges;
  const generation = drawChoice(ranges.GENERATIONS, random);
  const [firstYear, lastYear] = generation.years;
  const year = firstYear + Math.floor(random.next() * (lastYear - firstYear + 1));
  const zone = zoneIn(drawChoice(ranges.ZONE_CHOICE, random), year);
  const gigabytes = drawChoice(ranges.MEMORY_GIGABYTES, random);
  const kind = drawChoice(load, random);
  const surge = family.ranges.surge && drawChoice(family.ranges.surge.shapes, random);
  const hours = drawNumber(surge?.hours ?? family.ranges.hours, random);
  const from = drawStart(year, zone, surge, random);
  const intervalSeconds = chooseInterval(hours, drawWhole(samples, random));
  const until = from + Math.round((hours * 3600) / intervalSeconds) * intervalSeconds * 1000;
  const reboots = drawReboots(family, from, until, random);
  return {
    seed,
    family,
    generation,
    name: machineName(kind, random),
    zone,
    // What the firmware keeps for itself is missing from the round number.
    memoryBytes: gigabytes * 262_144 * 4096 - Math.floor(40 + 200 * random.next()) * 4096,
    processors: Math.min(gigabytes, drawChoice(ranges.PROCESSORS, random)),
    load: kind,
    loadFactor: drawNumber(loadFactor, random),
    surge,
    from,
    until,
    uptimeHours: drawNumber(uptimeHours, random),
    reboots,
    evidence: drawChoice(ranges.EVIDENCE, random),
    counterSet: drawChoice(ranges.COUNTER_SETS, random),
    intervalSeconds,
    snapshotTimes: planSnapshots({ from, until, reboots, zone }, drawWhole(snapshots, random), random),
  };
}

function drawStart(year: number, zone: TimeZone, surge: Surge | undefined, random: Random): number {
  // Load that grows or comes in the morning is recorded on working days.
  const monday = (day: number) => day + ((8 - new Date(day).getUTCDay()) % 7) * 24 * HOUR;
  const day = Date.UTC(year, 0, 1) + Math.floor(random.next() * 360) * 24 * HOUR;
  const date = new Date(surge ? monday(day) : day).toISOString().slice(0, 10);
  const hour = surge?.startHour ? drawNumber(surge.startHour, random) : 24 * random.next();
  return utcFromLocal(zone, `${date} 00:00:00`) + Math.floor(hour * 60) * MINUTE;
}

/** The interval whose number of samples comes nearest to the wanted one and is not too large for a log. */
function chooseInterval(hours: number, samples: number): number {
  const wanted = (hours * 3600) / samples;
  const fit = ranges.INTERVALS.filter((seconds) => (hours * 3600) / seconds <= MOST_SAMPLES + 1);
  const distance = (seconds: number) => Math.max(seconds / wanted, wanted / seconds);
  return fit.reduce((best, seconds) => (distance(seconds) < distance(best) ? seconds : best), fit[0] ?? 300);
}

function drawReboots({ ranges: { reboots } }: CaseFamily, from: number, until: number, random: Random) {
  if (!reboots) return [];
  const count = drawWhole(reboots.count, random);
  const shares = Array.from({ length: count }, () => drawNumber(reboots.at, random)).sort((a, b) => a - b);
  const planned = shares.map((share) => {
    const downAt = Math.floor(from + (until - from) * share);
    return { downAt, upAt: downAt + Math.floor(drawNumber(reboots.downMinutes, random) * MINUTE) };
  });
  // A second restart within the hour after the first is the same one.
  return planned.filter(({ downAt }, at) => at === 0 || downAt > planned[at - 1]!.upAt + HOUR);
}

function planSnapshots(
  { from, until, reboots, zone }: Pick<CasePlan, "from" | "until" | "reboots" | "zone">,
  count: number,
  random: Random,
): number[] {
  const style = drawChoice(ranges.SNAPSHOT_TIMES, random);
  const nights = (until - from) / (24 * HOUR);
  const lead = Math.min(2 * MINUTE, (until - from) * 0.02);
  let times: number[];
  if (nights >= 3 && style === "nightly") {
    const midnight = new Date(from - zone.standardBiasMinutes * MINUTE).toISOString().slice(0, 10);
    const first = utcFromLocal(zone, `${midnight} 04:30:00`) + (Math.floor(random.next() * 8) - 4) * 15 * MINUTE;
    times = Array.from({ length: Math.ceil(nights) + 1 }, (_, night) => first + night * 24 * HOUR);
  } else {
    const exact = (until - from - 2 * lead) / (count - 1);
    // People write whole minutes into their scripts, or whole seconds when there are few of them.
    const spacing = exact > 3 * MINUTE ? Math.floor(exact / MINUTE) * MINUTE : Math.floor(exact / 1000) * 1000;
    times = Array.from({ length: count }, (_, number) => from + Math.ceil(lead / 1000) * 1000 + number * spacing);
  }
  const isOff = (time: number) => reboots.some(({ downAt, upAt }) => time >= downAt - 2000 && time < upAt + 3 * MINUTE);
  return times.filter((time) => time >= from && time <= until - 1000 && !isOff(time));
}

const COMPANIES = ["ADATUM", "ALPINE", "BLUEYONDER", "CONTOSO", "COHO", "FABRIKAM", "LITWARE", "LUCERNE", "NORTHWIND"];
const ROLES: Record<LoadKind, string> = {
  "file server": "FS",
  "web server": "WEB",
  database: "SQL",
  "terminal server": "RDS",
  "idle appliance": "EDGE",
  batch: "JOB",
};

/** At most 15 characters, as a NetBIOS name. */
function machineName(kind: LoadKind, random: Random): string {
  const company = COMPANIES[Math.floor(random.next() * COMPANIES.length)]!;
  return `${company}-${ROLES[kind]}${1 + Math.floor(random.next() * 19)}`.slice(0, 15);
}
