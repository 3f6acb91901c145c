/** How `echo %DATE% %TIME%` looks: both follow the regional format of the account that runs the script. */
export type StampStyle = "american" | "german";

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;

/**
 * Prints a local time (milliseconds since 1970 as if it were UTC) as cmd does: `Tue 08/14/2012  9:30:00.41 ` in the American
 * format, `14.08.2012  9:30:00,41 ` in the German one. Hours before ten have a blank in front, hundredths follow, and the
 * blank that stood before `>>` in the script ends the line.
 */
export function printStampLine(local: number, style: StampStyle): string {
  const date = new Date(local);
  const pad = (number: number, filler = "0") => String(number).padStart(2, filler);
  const [day, month, year] = [pad(date.getUTCDate()), pad(date.getUTCMonth() + 1), date.getUTCFullYear()];
  const hours = pad(date.getUTCHours(), " ");
  const time = `${hours}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
  const hundredths = pad(Math.floor(date.getUTCMilliseconds() / 10));
  return style === "american"
    ? `${WEEKDAYS[date.getUTCDay()]} ${month}/${day}/${year} ${time}.${hundredths} `
    : `${day}.${month}.${year} ${time},${hundredths} `;
}
