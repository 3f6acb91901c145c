import type { TargetInfo } from "./TargetInfo.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const RE_TIME =
  /^\w{3} (\w{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))? (\d{4})(?: \(UTC ([+-]) (\d{1,2}):(\d{2})\))?/;

/** `Tue Aug 14 10:12:21.123 2012 (UTC - 7:00)`, as the debugger prints it in English on any Windows. */
export function parseSessionTime(text: string): Pick<TargetInfo, "time" | "zoneMinutes"> {
  const match = RE_TIME.exec(text.trim());
  const month = MONTHS.indexOf(match?.[1]?.toLowerCase() ?? "");
  if (!match || month < 0) return { time: undefined, zoneMinutes: undefined };
  const [, , day, hours, minutes, seconds, fraction, year, sign, zoneHours, zoneRest] = match;
  const milliseconds = Math.trunc(Number(`0.${fraction ?? "0"}`) * 1000);
  return {
    time: Date.UTC(Number(year), month, Number(day), Number(hours), Number(minutes), Number(seconds), milliseconds),
    zoneMinutes: sign === undefined ? undefined : (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneRest)),
  };
}
