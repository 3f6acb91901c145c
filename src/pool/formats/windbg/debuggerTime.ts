const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

const RE_TIME = /(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))? (\d{4})/;

/**
 * The moment in `Debug session time: Mon Aug 13 09:00:42.123 2012 (UTC + 2:00)`, as milliseconds since 1970 with the local time taken for
 * UTC; NaN where the text has none.
 */
export function parseDebuggerTime(text: string): number {
  const match = RE_TIME.exec(text.slice(0, 400));
  if (!match) return NaN;
  const [, name, day, hour, minute, second, fraction = "0", year] = match;
  const month = MONTHS.indexOf(name!);
  const time = Date.UTC(+year!, month, +day!, +hour!, +minute!, +second!, +fraction.padEnd(3, "0"));
  const isReal = month >= 0 && +hour! < 24 && +minute! < 60 && +second! < 60 && new Date(time).getUTCDate() === +day!;
  return isReal ? time : NaN;
}

/** The same text for a moment; `zone` is what stands between the parentheses: `UTC + 2:00`. */
export function formatDebuggerTime(time: number, zone: string): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(":");
  const fraction = String(date.getUTCMilliseconds()).padStart(3, "0");
  const day = String(date.getUTCDate()).padStart(2);
  return `${DAYS[date.getUTCDay()]!} ${MONTHS[date.getUTCMonth()]!} ${day} ${clock}.${fraction} ${date.getUTCFullYear()} (${zone})`;
}
