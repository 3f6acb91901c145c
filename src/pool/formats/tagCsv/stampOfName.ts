const RE_NAME = /(?:^|[\\/])(\d{4})\.(\d\d)\.(\d\d)_(\d\d)\.(\d\d)\.(\d\d)(?:_(\d{9,11}))?[^\\/]{0,40}$/;

/** When a file of one snapshot was taken, by its name: `2026.03.02_09.30.00_1772472600.pool.csv`. */
export interface NameStamp {
  /** as written: `2026.03.02_09.30.00` */
  text: string;
  /** milliseconds since 1970, local time as if it were UTC */
  time: number;
}

/** Reads the stamp in a file's name; undefined where it has none. */
export function stampOfName(name: string): NameStamp | undefined {
  const found = RE_NAME.exec(name);
  if (!found) return undefined;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [number, number, number, number, number, number]; // prettier-ignore
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(time);
  const isReal =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? { text: `${found[1]}.${found[2]}.${found[3]}_${found[4]}.${found[5]}.${found[6]}`, time } : undefined;
}
