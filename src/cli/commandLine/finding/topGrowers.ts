import { bytesInWords, shareInWords } from "../../../pool/analyzers/verdict/words.ts";
import { tagGrowth, type TagGrowth } from "../../../pool/analyzers/snapshots/tagGrowth.ts";
import type { Evidence } from "../../../pool/formats/Evidence.ts";
import type { PooltagEntry } from "../../../pool/formats/tags/readPooltag.ts";
import { ownerOf } from "../records/ownerOf.ts";
import { number, tableOf, text, type RecordTable } from "../records/RecordTable.ts";

const MOST = 8;

/** The tags that grew most, of each file with snapshots: what the reader of a finding wants to see for themselves. */
export function topGrowers(evidence: readonly Evidence[], pooltag: readonly PooltagEntry[]): RecordTable[] {
  return snapshotGroups(evidence).flatMap(({ name, snapshots }) => {
    const growers = tagGrowth(snapshots).filter(({ growthBytes }) => growthBytes > 0);
    return growers.length > 0 ? [growerTable(name, growers.slice(0, MOST), pooltag)] : [];
  });
}

type Snapshots = Extract<Evidence, { format: "poolmon" }>["records"];

/** Files of several snapshots each for itself; files of a single one (a collector writes a file a day) together. */
function snapshotGroups(evidence: readonly Evidence[]): { name: string; snapshots: Snapshots }[] {
  const files = evidence.filter((file) => file.format === "poolmon");
  const single = files.filter(({ records }) => records.length === 1);
  const groups = files
    .filter(({ records }) => records.length > 1)
    .map(({ file, records }) => ({ name: file, snapshots: records }));
  if (single.length > 1) {
    groups.push({ name: `${single.length} files`, snapshots: single.flatMap(({ records }) => records) });
  }
  return groups;
}

function growerTable(name: string, growers: readonly TagGrowth[], pooltag: readonly PooltagEntry[]): RecordTable {
  return tableOf(
    `What grew most in ${name}`,
    [
      text("Tag"),
      text("Pool"),
      number("Grew by"),
      number("Per hour"),
      number("Of the pool"),
      number("Rose in"),
      number("Freed"),
      number("Line"),
      text("Owner"),
    ],
    growers,
    (grower) => [
      grower.tag,
      grower.pool,
      bytesInWords(grower.growthBytes),
      grower.growthBytesPerHour === undefined ? "" : bytesInWords(grower.growthBytesPerHour),
      grower.growthShare === undefined ? "" : shareInWords(grower.growthShare),
      `${grower.intervalsGrown} of ${grower.intervals}`,
      grower.freedShare === undefined ? "" : shareInWords(grower.freedShare),
      String(grower.line),
      grower.mappedDriver || ownerOf(grower.tag, pooltag),
    ],
  );
}
