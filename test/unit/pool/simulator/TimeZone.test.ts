import { describe, expect, it } from "vitest";
import {
  biasAt,
  localFromUtc,
  localMidnight,
  utcFromLocal,
  zoneNameAt,
} from "../../../../src/pool/simulator/TimeZone.ts";
import { pacificTime, westernEuropeanTime } from "../../../../datasets/scenarios/zones.ts";

describe("a scenario's time zone", () => {
  it("adds the bias to local time to get UTC, as Windows' header says it", () => {
    expect(utcFromLocal(pacificTime, "2012-08-14 09:30:00")).toBe(Date.UTC(2012, 7, 14, 16, 30));
    expect(utcFromLocal(westernEuropeanTime, "2024-02-13 13:15:00.702")).toBe(Date.UTC(2024, 1, 13, 12, 15, 0, 702));
  });

  it("agrees with the time zone data of the platform through the years of the scenarios", () => {
    const cases = [
      { zone: pacificTime, name: "America/Los_Angeles", year: 2012 },
      { zone: westernEuropeanTime, name: "Europe/Berlin", year: 2024 },
    ];
    for (const { zone, name, year } of cases) {
      const format = new Intl.DateTimeFormat("en-US", {
        timeZone: name,
        hour: "2-digit",
        day: "2-digit",
        hourCycle: "h23",
      });
      for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year, 11, 31); time += 3_600_000) {
        const local = new Date(localFromUtc(zone, time));
        const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
        expect([local.getUTCDate(), local.getUTCHours()]).toEqual([parts["day"], parts["hour"]]);
      }
    }
  });

  it("names the zone by the season", () => {
    const summer = utcFromLocal(pacificTime, "2012-08-14 09:30:00");
    expect([zoneNameAt(pacificTime, summer), biasAt(pacificTime, summer)]).toEqual(["Pacific Daylight Time", 420]);
    const winter = utcFromLocal(westernEuropeanTime, "2024-02-13 13:15:00");
    expect([zoneNameAt(westernEuropeanTime, winter), biasAt(westernEuropeanTime, winter)]).toEqual([
      "W. Europe Standard Time",
      -60,
    ]);
  });

  it("takes the first run of an hour that runs twice", () => {
    expect(utcFromLocal(pacificTime, "2012-11-04 01:30:00")).toBe(Date.UTC(2012, 10, 4, 8, 30));
    expect(localFromUtc(pacificTime, Date.UTC(2012, 10, 4, 9, 30))).toBe(Date.UTC(2012, 10, 4, 1, 30));
  });

  it("finds the beginning of a day whose clock changes", () => {
    const midnight = Date.UTC(2012, 10, 4, 7);
    for (const hours of [0, 1.5, 2.5, 12, 24.9])
      expect(localMidnight(pacificTime, midnight + hours * 3_600_000)).toBe(midnight);
    expect(localMidnight(pacificTime, midnight + 25 * 3_600_000)).toBe(midnight + 25 * 3_600_000);
  });

  it("refuses a text that is no time", () => {
    expect(() => utcFromLocal(pacificTime, "14.08.2012 09:30")).toThrow("write it as 2012-08-14 09:30:00");
    expect(() => utcFromLocal(pacificTime, "2012-13-14 09:30:00")).toThrow("not a local time");
  });
});
