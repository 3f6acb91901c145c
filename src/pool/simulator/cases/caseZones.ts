import type { TimeZone } from "../TimeZone.ts";

/** Zones in which the machines of cases stand; each as it is in one year. */
export const ZONES = ["Pacific", "Eastern", "W. Europe", "GMT", "India"] as const;
export type ZoneName = (typeof ZONES)[number];

/** Minutes to add to local time for UTC, and who decides on daylight time. */
const RULES: Record<ZoneName, { bias: number; rule: "America" | "Europe" | "none" }> = {
  Pacific: { bias: 480, rule: "America" },
  Eastern: { bias: 300, rule: "America" },
  "W. Europe": { bias: -60, rule: "Europe" },
  GMT: { bias: 0, rule: "Europe" },
  India: { bias: -330, rule: "none" },
};

const HOUR = 3_600_000;

/** A zone in the year given and the two beside it, with the rules of the United States since 2007 and of the European Union since 1996. */
export function zoneIn(name: ZoneName, year: number): TimeZone {
  const { bias, rule } = RULES[name];
  const standard = `${name} Standard Time`;
  return {
    standardName: standard,
    daylightName: rule === "none" ? standard : `${name} Daylight Time`,
    standardBiasMinutes: bias,
    daylight: [year - 1, year, year + 1].flatMap((each) => {
      if (rule === "none") return [];
      if (rule === "Europe") return [{ from: sunday(each, 2, 25) + HOUR, until: sunday(each, 9, 25) + HOUR }];
      // At two in the morning local time: standard time in spring, daylight time in autumn.
      const local = 2 * HOUR + bias * 60_000;
      return [{ from: sunday(each, 2, 8) + local, until: sunday(each, 10, 1) + local - HOUR }];
    }),
  };
}

/** The first Sunday on or after a day of a month, at midnight UTC. */
function sunday(year: number, month: number, day: number): number {
  const date = Date.UTC(year, month, day);
  return date + ((7 - new Date(date).getUTCDay()) % 7) * 24 * HOUR;
}
