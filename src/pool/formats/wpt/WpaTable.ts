import type { Pool } from "../poolmon/PoolSnapshot.ts";
import type { ProblemList } from "../text/ProblemList.ts";
import { splitFields } from "../text/splitFields.ts";
import { parseGrouped } from "./parseGrouped.ts";
import type { Lifetime, PoolSummaryRow } from "./PoolSummary.ts";
import { parsePool, WPA_NAMES, type WpaColumn } from "./summaryLayout.ts";
import { FRAME_SEPARATOR } from "./traceLayout.ts";

const UNITS: Record<string, number> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

interface Column {
  place: number;
  /** bytes of one unit of a size */
  unit: number;
}

/** Reads the rows of WPA's pool table, exported as CSV or copied with tabs. */
export class WpaTable {
  private readonly separator: string;
  private readonly columns: Map<WpaColumn, Column>;
  private readonly problems: ProblemList;
  private readonly width: number;

  private constructor(separator: string, columns: Map<WpaColumn, Column>, width: number, problems: ProblemList) {
    this.separator = separator;
    this.columns = columns;
    this.width = width;
    this.problems = problems;
  }

  /** The table below a header; undefined where the line is none: it names the tag, and a count or a size. */
  static below(line: string, problems: ProblemList): WpaTable | undefined {
    if (line.length > 2000) return undefined;
    for (const separator of ["\t", ",", ";"]) {
      const fields = splitFields(line, separator);
      const columns = new Map<WpaColumn, Column>();
      for (const [place, field] of fields.entries()) {
        const unit = /\((\w{1,5})\)/.exec(field)?.[1]?.toLowerCase() ?? "b";
        const name = field
          .replace(/\(.*$|:.*$/, "")
          .trim()
          .toLowerCase();
        const known = (Object.keys(WPA_NAMES) as WpaColumn[]).find((column) =>
          (WPA_NAMES[column] as readonly string[]).includes(name),
        );
        if (known && !columns.has(known)) columns.set(known, { place, unit: UNITS[unit] ?? 1 });
      }
      if (columns.has("tag") && columns.has("pool") && (columns.has("size") || columns.has("count")))
        return new WpaTable(separator, columns, fields.length, problems);
    }
    return undefined;
  }

  /** Reads one row; undefined where it is left out, with a problem that says why. */
  read(line: string, at: number, isCut: boolean): PoolSummaryRow | undefined {
    const fields = splitFields(line, this.separator);
    if (fields.length !== this.width) return this.leave(at, this.whyOtherWidth(fields.length, isCut));
    const field = (column: WpaColumn) => fields[this.columns.get(column)?.place ?? -1] ?? "";
    const tag = field("tag");
    if (tag.trim() === "" || /^total$/i.test(tag.trim())) {
      this.problems.add("subtotal", at, "note", "This row sums up others and was left out.");
      return undefined;
    }
    if (tag.length > 4) return this.leave(at, `A tag has four characters, "${tag.slice(0, 20)}" has more`);
    const pool = parsePool(field("pool"));
    if (!pool) return this.leave(at, `The pool is neither NonPaged nor Paged: "${field("pool").slice(0, 20)}"`);
    const lifetime = parseLifetime(field("type"));
    if (lifetime === "")
      return this.leave(at, `The type is none of AIFI, AIFO, AOFI, AOFO: "${field("type").slice(0, 20)}"`);
    return this.numbers({ ...pool, lifetime, tag: tag.padEnd(4), module: field("module").trim() }, field, at);
  }

  private numbers(
    row: { pool: Pool; isNx: boolean | undefined; lifetime: Lifetime | undefined; tag: string; module: string },
    field: (column: WpaColumn) => string,
    line: number,
  ): PoolSummaryRow | undefined {
    const count = this.number(field, "count");
    const bytes = this.number(field, "size");
    const impacting = this.number(field, "impacting");
    if (count === undefined || bytes === undefined || impacting === undefined)
      return this.leave(line, `A number of ${row.tag} cannot be read`);
    // A table without that column says by the type what stays.
    const impactingBytes = Number.isNaN(impacting) ? (row.lifetime === "AIFO" ? bytes : 0) : impacting;
    const path = field("stack").trim();
    return {
      ...{ lifetime: row.lifetime, pool: row.pool, isNx: row.isNx, tag: row.tag, module: row.module },
      stack: path === "" ? [] : path.split(FRAME_SEPARATOR),
      ...{ count, bytes, impactingBytes, outstandingCount: undefined, line },
    };
  }

  private number(field: (column: WpaColumn) => string, column: WpaColumn): number | undefined {
    const unit = this.columns.get(column)?.unit ?? 1;
    const number = parseGrouped(field(column), unit === 1);
    return number === undefined ? undefined : number * unit;
  }

  private whyOtherWidth(fields: number, isCut: boolean): string {
    if (isCut) return "The last row is cut off";
    return fields > this.width && this.separator === ","
      ? "The row has more fields than the header: thousands were separated by commas without quotes; export the table again, or copy it with its tabs"
      : "The row has another number of fields than the header";
  }

  private leave(line: number, why: string): undefined {
    this.problems.add(why.slice(0, 24), line, "lost", `${why}; the row was left out.`);
  }
}

/** Undefined where the table has no such column; empty where a word is none of the four. */
function parseLifetime(field: string): Lifetime | undefined | "" {
  const word = field.trim().toUpperCase();
  if (word === "") return undefined;
  return word === "AIFI" || word === "AIFO" || word === "AOFI" || word === "AOFO" ? word : "";
}
