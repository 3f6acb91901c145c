import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
// The middle one of the nights' rates
const { tag, pool } = tagGrowth(snapshots).find(({ monotone }) => monotone)!;
const held = snapshots.map(({ time, rows }) => ({
  hours: time! / 3_600_000,
  bytes: rows.find((row) => row.tag === tag && row.pool === pool)!.bytes,
}));
const rates = held.slice(1).map(({ hours, bytes }, i) => (bytes - held[i]!.bytes) / (hours - held[i]!.hours));
[{ tag, pool, growthBytesPerHour: rates.toSorted((a, b) => a - b)[3] }];
