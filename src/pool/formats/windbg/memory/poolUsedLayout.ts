import type { PoolUsedTable } from "./PoolUsedTable.ts";

/** How one layout of `!poolused` looks. */
export interface PoolUsedLayout {
  /** the two lines of the header */
  header: readonly [string, string];
  /** the widths of the number columns behind the tag, which takes columns 2 to 5 */
  widths: readonly number[];
  /** what stands between the last number and the description: nothing at all in the oldest layout */
  separator: "" | "\t";
}

/** The layout follows the debugger's version and the flags, not the Windows of the dump. */
export const poolUsedLayouts: Record<PoolUsedTable["layout"], PoolUsedLayout> = {
  classic: {
    header: ["            NonPaged            Paged", " Tag    Allocs     Used    Allocs     Used"],
    widths: [9, 9, 10, 9],
    separator: "",
  },
  wide: {
    header: ["               NonPaged                  Paged", " Tag     Allocs         Used     Allocs         Used"],
    widths: [10, 13, 11, 13],
    separator: "\t",
  },
  verbose: {
    header: [
      "                            NonPaged                                         Paged",
      " Tag       Allocs       Frees      Diff         Used       Allocs       Frees      Diff         Used",
    ],
    widths: [12, 12, 10, 13, 13, 12, 10, 13],
    separator: "\t",
  },
};

/** Which layout a header line announces; undefined for a line that is no header. */
export function layoutOfHeader(text: string): PoolUsedTable["layout"] | undefined {
  if (!/^\s{0,20}Tag\s{1,20}Allocs\s{1,20}(?:Frees|Used)/.test(text)) return undefined;
  if (/Allocs\s{1,20}Frees\s{1,20}Diff/.test(text)) return "verbose";
  return /Allocs {5,8}Used {4,6}Allocs/.test(text) && !/Allocs {9,}Used/.test(text) ? "classic" : "wide";
}
