import { type TimeZone, utcFromLocal } from "../../src/pool/simulator/TimeZone.ts";

/** The clock changes that the scenarios meet: from the second Sunday of March to the first Sunday of November. */
export const pacificTime: TimeZone = {
  standardName: "Pacific Standard Time",
  daylightName: "Pacific Daylight Time",
  standardBiasMinutes: 480,
  daylight: [{ from: Date.UTC(2012, 2, 11, 10), until: Date.UTC(2012, 10, 4, 9) }],
};

/** From the last Sunday of March to the last Sunday of October, at 01:00 UTC. */
export const westernEuropeanTime: TimeZone = {
  standardName: "W. Europe Standard Time",
  daylightName: "W. Europe Daylight Time",
  standardBiasMinutes: -60,
  daylight: [{ from: Date.UTC(2024, 2, 31, 1), until: Date.UTC(2024, 9, 27, 1) }],
};

/** A local time of the American machines, such as `2012-08-14 09:30:00`, as a moment. */
export const pacific = (text: string): number => utcFromLocal(pacificTime, text);

/** A local time of the European machines as a moment. */
export const westernEuropean = (text: string): number => utcFromLocal(westernEuropeanTime, text);
