import { splitFields } from "../text/splitFields.ts";
import { POOL_COLUMNS, TAG_CSV_COLUMNS, type TagCsvColumn, type TagCsvHeader } from "./tagCsvLayout.ts";

const BY_NAME = new Map<string, TagCsvColumn>(TAG_CSV_COLUMNS.map((column) => [column.toLowerCase(), column]));

const COUNTS: readonly TagCsvColumn[] = Object.values(POOL_COLUMNS).flatMap((columns) => Object.values(columns));

/** Reads a header: the tag and at least one count of one pool, in any order; undefined where the line is none. */
export function parseTagCsvHeader(line: string): TagCsvHeader | undefined {
  if (line.length > 2000 || !/\bTag\b/i.test(line)) return undefined;
  for (const separator of [",", ";", "\t"]) {
    const places = new Map<TagCsvColumn, number>();
    for (const [place, name] of splitFields(line, separator).entries()) {
      const column = BY_NAME.get(name.trim().toLowerCase());
      if (column && !places.has(column)) places.set(column, place);
    }
    if (places.has("Tag") && COUNTS.some((column) => places.has(column))) return { separator, places };
  }
  return undefined;
}
