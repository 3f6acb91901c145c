/** What a tag holds in one pool, by `!poolused`. */
export interface PoolUsedCounts {
  /** allocations since boot; undefined but in the verbose layout, where the column Allocs means this */
  allocs: number | undefined;
  /** frees since boot; undefined but in the verbose layout */
  frees: number | undefined;
  /** blocks held now: the column Diff of the verbose layout, the column Allocs of the others */
  outstanding: number;
  /** bytes held now, pool headers included */
  bytes: number;
}

/** One row of `!poolused`: a tag in both pools. */
export interface PoolUsedRow {
  /** four characters, blanks included; what cannot be printed stands as `.` */
  tag: string;
  nonpaged: PoolUsedCounts;
  paged: PoolUsedCounts;
  /** what pooltag.txt says; empty for an unknown tag */
  description: string;
  /** the file that it names: `nt!io`, `i8042prt.sys` */
  binary: string | undefined;
  line: number;
}

/** One listing of `!poolused`. A dump is one moment: there is no history in it. */
export interface PoolUsedTable {
  /** by the columns: `classic` and `wide` show what is held, `verbose` also what was allocated and freed since boot */
  layout: "classic" | "wide" | "verbose";
  sortedBy: "tag" | "nonpaged" | "paged" | undefined;
  /** the tag asked for, with wildcards; undefined for all */
  filter: string | undefined;
  /** session pool, not the system's (flag 8) */
  isSession: boolean;
  rows: PoolUsedRow[];
  /** the TOTAL row; undefined where the listing ended early */
  total: Pick<PoolUsedRow, "nonpaged" | "paged" | "line"> | undefined;
  line: number;
}
