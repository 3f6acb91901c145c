import type { ProblemList } from "../../text/ProblemList.ts";
import type { PoolSnapshot } from "../PoolSnapshot.ts";
import { findDateOrder } from "./findDateOrder.ts";
import type { DateOrder } from "./parseDate.ts";
import type { Stamp } from "./parseStamp.ts";

/** A snapshot, where its stamp line stands, and what that line may mean. */
export interface StampedSnapshot {
  snapshot: PoolSnapshot;
  /** undefined where no date and no time could be read */
  stamp: Stamp | undefined;
  /** the line of the stamp, counted from 1 */
  stampLine: number;
}

/** What the reader of the page can do about a date that could be two days. */
const ASK_ORDER = 'Say which with readPoolmon(log, { dateOrder: "day first" }) or "month first".';

/**
 * Sets the time of each snapshot from its stamp. A date that can be read in two ways is settled by `dateOrder`, else by
 * the other stamps of the log, else left undefined with a problem.
 */
export function settleTimes(
  stamped: readonly StampedSnapshot[],
  problems: ProblemList,
  dateOrder: DateOrder | undefined,
): void {
  const orders = new Map<string, DateOrder | undefined>();
  const known = stamped.filter(({ stamp }) => stamp?.style !== undefined);
  for (const style of new Set(known.map(({ stamp }) => stamp!.style!))) {
    const alike = known.filter(({ stamp }) => stamp!.style === style);
    const open = alike.filter(({ stamp }) => stamp!.dates.length > 1);
    if (open.length === 0) continue;
    const found = dateOrder ? undefined : findDateOrder(alike.map(({ stamp }) => stamp!));
    orders.set(style, dateOrder ?? found?.order);
    if (found?.how === "inferred") {
      problems.add("stamp order", open[0]!.stampLine, "doubt", orderMessage(open[0]!, found.order));
    }
  }
  for (const one of stamped) settleTime(one, problems, orders);
  reportBackwardSteps(stamped, problems);
}

function settleTime(one: StampedSnapshot, problems: ProblemList, orders: Map<string, DateOrder | undefined>): void {
  const { snapshot, stamp, stampLine } = one;
  if (!stamp) {
    if (snapshot.stamp !== "") {
      problems.add(
        "stamp unread",
        stampLine,
        "note",
        `No date was found in the line above the snapshot, ${quote(one)}.`,
      );
    }
    return;
  }
  if (stamp.dates.length === 0) {
    problems.add(
      "stamp dateless",
      stampLine,
      "lost",
      `The stamp ${quote(one)} has a time but no date, so the snapshot's time is not known.`,
    );
    return;
  }
  if (stamp.timeOfDay === undefined) {
    problems.add(
      "stamp timeless",
      stampLine,
      "lost",
      `The stamp ${quote(one)} has a date but no time of day, so the snapshot's time is not known.`,
    );
    return;
  }
  const order = orders.get(stamp.style!);
  const date = stamp.dates.length === 1 ? stamp.dates[0] : stamp.dates.find((reading) => reading.order === order);
  if (!date) {
    problems.add(
      "stamp ambiguous",
      stampLine,
      "lost",
      `The date in ${quote(one)} can be ${days(stamp)}, so the snapshot's time is not known. ${ASK_ORDER}`,
    );
    return;
  }
  snapshot.time = date.midnight + stamp.timeOfDay;
}

function orderMessage(one: StampedSnapshot, order: DateOrder): string {
  return `The date in ${quote(one)} can be ${days(one.stamp!)}; only ${order} makes the snapshots follow each other evenly, so the dates were read so. If that is wrong, say readPoolmon(log, { dateOrder: "${order === "day first" ? "month first" : "day first"}" }).`;
}

function reportBackwardSteps(stamped: readonly StampedSnapshot[], problems: ProblemList): void {
  let before: number | undefined;
  for (const { snapshot, stampLine } of stamped) {
    if (snapshot.time === undefined) continue;
    if (before !== undefined && snapshot.time < before) {
      problems.add(
        "stamp backwards",
        stampLine,
        "doubt",
        "This stamp is earlier than the one before: the clock was set back (the end of summer time does that), or logs were joined in the wrong order. Take intervals across it with care.",
      );
    }
    before = snapshot.time;
  }
}

function days(stamp: Stamp): string {
  return stamp.dates.map(({ midnight }) => new Date(midnight).toISOString().slice(0, 10)).join(" or ");
}

function quote({ snapshot }: StampedSnapshot): string {
  const text = snapshot.stamp.replace(/\s+/g, " ").trim();
  return `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"`;
}
