import type { Pool } from "../poolmon/PoolSnapshot.ts";

/** The columns of WPA's pool table that are read, by their names without a unit, in lower case. */
export const WPA_NAMES = {
  type: ["type", "aifo", "lifetime type"],
  pool: ["paged", "pool type", "pool"],
  tag: ["pool tag", "tag"],
  module: ["pool tag module", "module", "image"],
  count: ["count", "allocations"],
  size: ["size"],
  impacting: ["impacting size"],
  stack: ["stack"],
} as const;

export type WpaColumn = keyof typeof WPA_NAMES;

/** What WPA's table is printed with. */
export const WPA_HEADER = "Type,Paged,Pool Tag,Pool Tag Module,Count,Size (B),Impacting Size (B)";

/** The header of each section of `xperf -a pool -pooltags -images`. */
export const XPERF_HEADER = "Image, Tag, Alloc #, Alloc KB, Out Alloc#, Out Alloc KB";

/** The title of a section of xperf's report, by its pool. */
export const XPERF_TITLES = { nx: "NX non-paged pool", nonpaged: "non-paged pool", paged: "paged pool" } as const;

/** Which pool words name: `NonPaged`, `Paged`, `NX non-paged pool`; undefined where they name none. */
export function parsePool(words: string): { pool: Pool; isNx: boolean | undefined } | undefined {
  const text = words.toLowerCase().replaceAll(/[^a-z]/g, "");
  if (text === "true" || text === "yes") return { pool: "paged", isNx: undefined };
  if (text === "false" || text === "no") return { pool: "nonpaged", isNx: undefined };
  if (!text.includes("paged")) return undefined;
  if (!text.includes("nonpaged")) return { pool: "paged", isNx: undefined };
  return { pool: "nonpaged", isNx: text.includes("nx") ? true : undefined };
}

const RE_WINDOW =
  /^#? ?(?:window|duration|visible (?:time )?range)[ :=,;\t]{1,4}"?(\d{1,12}(?:\.\d{1,9})?) ?(s|ms|us|µs)?"?$/i;

const UNIT_SECONDS: Record<string, number> = { s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6 };

/** The length of the window that a line tells, in seconds; undefined where it tells none. */
export function parseWindow(line: string): number | undefined {
  const found = line.length > 80 ? undefined : RE_WINDOW.exec(line.trim());
  return found ? Number(found[1]) * UNIT_SECONDS[(found[2] ?? "s").toLowerCase()]! : undefined;
}

/** The remark that tells the length of the window. */
export const printWindow = (seconds: number) => `# Window: ${seconds} s`;
