import type { Scenario } from "../Scenario.ts";
import type { Growing, Schedule } from "../Schedule.ts";
import type { Random } from "../Random.ts";
import type { LoadKind } from "./CaseFamily.ts";

type Curve = readonly (readonly [hour: number, level: number])[];

/** People who come, have lunch and go. */
const OFFICE: Curve = [
  [0, 0.02],
  [5, 0.01],
  [6.6, 0.12],
  [8.3, 0.84],
  [9.7, 1.06],
  [11.7, 1],
  [12.6, 0.64],
  [13.7, 0.98],
  [15.3, 1.03],
  [17, 0.68],
  [18.5, 0.24],
  [21, 0.06],
  [24, 0.02],
];
/** Customers: long days, and most of them in the evening. */
const PUBLIC: Curve = [
  [0, 0.22],
  [2.2, 0.07],
  [4.8, 0.04],
  [6.6, 0.2],
  [8.6, 0.56],
  [11, 0.78],
  [13, 0.84],
  [15.5, 0.76],
  [18, 0.92],
  [20.3, 1.08],
  [22.2, 0.66],
  [24, 0.22],
];
/** Two shifts and a short night. */
const SHIFTS: Curve = [
  [0, 0.1],
  [3, 0.04],
  [5.2, 0.32],
  [6.2, 0.86],
  [9.5, 1.02],
  [12, 0.76],
  [13.8, 0.98],
  [17.5, 0.9],
  [20, 0.72],
  [22.2, 0.24],
  [24, 0.1],
];

interface LoadProfile {
  curve: Curve;
  /** level of the users at the curve's full height */
  users: number;
  weekend: number;
  jobEveryMinutes: readonly number[];
  jobMinutes: readonly [number, number];
  jobHeights: readonly [number, number];
  /** length of the nightly run in minutes; none for 0 */
  backupMinutes: readonly [number, number];
  /** share of the small things' slots in which nothing happens */
  quietShare: number;
}

const PROFILES: Record<LoadKind, LoadProfile> = {
  "file server": profile(OFFICE, 1, 0.12, [10, 30, 60], [1.5, 8], [0.4, 1], [40, 140], 0.3),
  "web server": profile(PUBLIC, 1, 0.8, [30, 60], [1, 4], [0.1, 0.3], [20, 40], 0.2),
  database: profile(SHIFTS, 1, 0.35, [15, 60], [3, 9], [0.2, 0.6], [30, 80], 0.3),
  "terminal server": profile(OFFICE, 1.1, 0.05, [60], [1, 3], [0.1, 0.3], [20, 60], 0.25),
  "idle appliance": profile(OFFICE, 0.04, 0.6, [60, 240], [0.5, 2], [0.05, 0.2], [4, 10], 0.5),
  batch: profile(OFFICE, 0.08, 0.4, [30, 60, 120, 240], [6, 26], [0.5, 1.1], [60, 200], 0.4),
};

/** What is special about one case's load. */
export interface LoadOptions {
  /** load that grows by the day, of users and of jobs */
  grows?: Growing;
  /** bouts of failures */
  failures?: { everyMinutes: number; minutes: number };
}

/** The load of one machine over the day: its kind's curve, a little earlier or later, higher or lower than others'. */
export function loadSchedules(kind: LoadKind, random: Random, options: LoadOptions): Scenario["schedules"] {
  const { curve, users, weekend, jobEveryMinutes, jobMinutes, jobHeights, backupMinutes, quietShare } = PROFILES[kind];
  const later = 0.8 * random.bell();
  const hours = curve.map(([hour, level]): readonly [number, number] => [
    hour === 0 || hour === 24 ? hour : hour + later + 0.2 * random.bell(),
    level * users * (hour === 0 || hour === 24 ? 1 : 1 + 0.15 * random.bell()),
  ]);
  const everyMinutes = jobEveryMinutes[Math.floor(random.next() * jobEveryMinutes.length)]!;
  const grows = options.grows && { grows: options.grows };
  const schedules: { activity: Scenario["schedules"][number]["activity"]; schedule: Schedule }[] = [
    { activity: "users", schedule: { kind: "day", hours, weekend: weekend * (0.7 + 0.6 * random.next()), ...grows } },
    {
      activity: "job",
      schedule: {
        kind: "job",
        everyMinutes,
        atMinute: Math.floor(random.next() * Math.min(everyMinutes, 60)),
        latenessSeconds: 20 + 100 * random.next(),
        minutes: jobMinutes,
        heights: jobHeights,
        ...grows,
      },
    },
    {
      activity: "backup",
      schedule: { kind: "nightly", atMinute: Math.floor(15 + 200 * random.next()), minutes: backupMinutes },
    },
    { activity: "background", schedule: { kind: "bursts", slotSeconds: 15 + 20 * random.next(), quietShare } },
  ];
  if (options.failures) schedules.push({ activity: "failures", schedule: failureBouts(options.failures, random) });
  return schedules;
}

/** Failures come in bouts, none of them on time. */
function failureBouts({ everyMinutes, minutes }: { everyMinutes: number; minutes: number }, random: Random): Schedule {
  return {
    kind: "job",
    everyMinutes,
    atMinute: Math.floor(random.next() * everyMinutes),
    latenessSeconds: everyMinutes * 30,
    minutes: [minutes * 0.5, minutes * 1.5],
    heights: [0.3, 1.2],
  };
}

function profile(
  curve: Curve,
  users: number,
  weekend: number,
  jobEveryMinutes: readonly number[],
  jobMinutes: readonly [number, number],
  jobHeights: readonly [number, number],
  backupMinutes: readonly [number, number],
  quietShare: number,
): LoadProfile {
  return { curve, users, weekend, jobEveryMinutes, jobMinutes, jobHeights, backupMinutes, quietShare };
}
