import type { ProblemList } from "../text/ProblemList.ts";
import { parseGrouped } from "./parseGrouped.ts";
import type { PoolSummaryRow } from "./PoolSummary.ts";
import { parsePool } from "./summaryLayout.ts";

const RE_HEADER = /^ {0,8}Image *, *Tag *, *Alloc/i;

/** Reads `xperf -a pool -pooltags -images`: a section per pool, each with a title and a header above its rows. */
export class XperfReport {
  /** whether a header was seen */
  recognised = false;
  private section: ReturnType<typeof parsePool>;
  private readonly problems: ProblemList;

  constructor(problems: ProblemList) {
    this.problems = problems;
  }

  /** Takes a line that may be a title or a header: false where it is neither. */
  takeTitle(line: string): boolean {
    if (line.length > 200) return false;
    if (RE_HEADER.test(line)) return (this.recognised = true);
    if (line.includes(",") || !/paged(?: session)? pool/i.test(line)) return false;
    const pool = parsePool(line);
    // The report tells the two nonpaged pools apart, so that one without NX is not NX.
    this.section = pool?.pool === "nonpaged" ? { pool: "nonpaged", isNx: pool.isNx === true } : pool;
    return true;
  }

  /** Reads one row; undefined where it is left out, with a problem that says why. */
  read(line: string, at: number, isCut: boolean): PoolSummaryRow | undefined {
    const fields = line.split(",");
    if (fields.length !== 6) {
      const why = isCut ? "The last row is cut off" : "This is no row of Image, Tag and four numbers";
      return this.leave(at, `${why}: "${line.slice(0, 60)}"`);
    }
    const numbers = fields.slice(2).map((field) => parseGrouped(field, false));
    const [count, kilobytes, outstandingCount, outstandingKilobytes] = numbers;
    // The separator is a comma and a blank; further blanks belong to the tag.
    const tag = fields[1]!.replace(/^ /, "");
    if (tag.trim() === "" || tag.length > 4)
      return this.leave(at, `This row has no tag of four characters: "${line.slice(0, 60)}"`);
    if (!this.section) return this.leave(at, `${tag}: no title of a pool stands above this row`);
    if (
      count === undefined ||
      kilobytes === undefined ||
      outstandingCount === undefined ||
      outstandingKilobytes === undefined ||
      numbers.includes(NaN)
    )
      return this.leave(at, `A number of ${tag} cannot be read`);
    return {
      lifetime: undefined,
      ...this.section,
      tag: tag.padEnd(4),
      module: fields[0]!.trim(),
      stack: [],
      ...{ count, bytes: kilobytes * 1024, impactingBytes: outstandingKilobytes * 1024, outstandingCount, line: at },
    };
  }

  private leave(line: number, why: string): undefined {
    this.problems.add(why.slice(0, 20), line, "lost", `${why}; it was left out.`);
  }
}
