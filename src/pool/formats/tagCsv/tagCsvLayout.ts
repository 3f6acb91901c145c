/** The columns of the PowerShell collectors, in their order where none are chosen. */
export const TAG_CSV_COLUMNS = [
  "DateTime",
  "DateTimeUTC",
  "Tag",
  "PagedAllocs",
  "PagedFrees",
  "PagedDiff",
  "PagedUsedBytes",
  "NonPagedAllocs",
  "NonPagedFrees",
  "NonPagedDiff",
  "NonPagedUsedBytes",
  "TotalUsedBytes",
  "Binary",
  "Description",
] as const;

export type TagCsvColumn = (typeof TAG_CSV_COLUMNS)[number];

/** Where the columns of a file stand. */
export interface TagCsvHeader {
  separator: string;
  /** places counted from 0; a column that the file lacks is not there */
  places: Map<TagCsvColumn, number>;
}

/** The columns whose numbers make a row of one pool. */
export const POOL_COLUMNS = {
  paged: { allocs: "PagedAllocs", frees: "PagedFrees", diff: "PagedDiff", bytes: "PagedUsedBytes" },
  nonpaged: { allocs: "NonPagedAllocs", frees: "NonPagedFrees", diff: "NonPagedDiff", bytes: "NonPagedUsedBytes" },
} as const;

/** The counters are unsigned and have 32 bits. */
export const WRAP = 2 ** 32;
