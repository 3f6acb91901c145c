/** How an axis of moments is cut and written, in UTC. */
export interface TimeTicks {
  values: number[];
  /** the tick's clock time or day; a second line says the day or year where it changes */
  format: (ms: number) => string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [1, 5, 15, 30]
  .map((n) => n * SECOND)
  .concat(
    [1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
    [1, 2, 3, 6, 12].map((n) => n * HOUR),
    [1, 2, 7, 14].map((n) => n * DAY),
  );
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Ticks at round clock times or days, at most `most` + 1. */
export function timeTicks([start, end]: readonly [number, number], most: number): TimeTicks {
  const step = STEPS.find((length) => (end - start) / length <= most);
  const values = step === undefined ? monthTicks(start, end, most) : clockTicks(start, end, step);
  return { values, format: writer(values, step) };
}

function clockTicks(start: number, end: number, step: number): number[] {
  // Weeks are counted from a Monday; 1 January 1970 was a Thursday.
  const origin = step % (7 * DAY) === 0 ? 4 * DAY : 0;
  const values: number[] = [];
  for (let at = Math.ceil((start - origin) / step) * step + origin; at <= end; at += step) values.push(at);
  return values;
}

function monthTicks(start: number, end: number, most: number): number[] {
  const months = (end - start) / (30.44 * DAY);
  const step = [1, 3, 6, 12].find((length) => months / length <= most) ?? 12 * Math.ceil(months / 12 / most);
  const first = new Date(start);
  const values: number[] = [];
  for (let month = 0; values.length <= 2 * most; month++) {
    const at = Date.UTC(first.getUTCFullYear(), month * step);
    if (!(at <= end)) break;
    if (at >= start) values.push(at);
  }
  return values;
}

function writer(values: readonly number[], step: number | undefined): (ms: number) => string {
  return (ms) => {
    const at = new Date(ms);
    const before = values[values.indexOf(ms) - 1];
    const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
    const year = String(at.getUTCFullYear());
    const isFirst = before === undefined;
    const isNewYear = isFirst || new Date(before).getUTCFullYear() !== at.getUTCFullYear();
    if (step === undefined) return isNewYear ? `${MONTHS[at.getUTCMonth()]}\n${year}` : MONTHS[at.getUTCMonth()]!;
    if (step >= DAY) return isFirst ? `${day}\n${year}, UTC` : isNewYear ? `${day}\n${year}` : day;
    const clock = at.toISOString().slice(11, step < MINUTE ? 19 : 16);
    if (isFirst) return `${clock}\n${day} ${year}, UTC`;
    return Math.floor(before / DAY) === Math.floor(ms / DAY) ? clock : `${clock}\n${day}`;
  };
}
