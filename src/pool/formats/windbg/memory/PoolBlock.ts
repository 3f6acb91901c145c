import type { Pool } from "../../poolmon/PoolSnapshot.ts";
import type { Address } from "../Address.ts";

/** One block that `!pool` or `!poolfind` printed. */
export interface PoolBlock {
  address: Address;
  /** with its header where it has one */
  bytes: number;
  /** bytes of the block before it on the page; undefined where not printed */
  previousBytes: number | undefined;
  state: "allocated" | "free";
  /** four characters, blanks included */
  tag: string;
  /** the tag had its top bit set: it must be freed with the same tag */
  isProtected: boolean;
  /** the block that holds the address asked for */
  isAsked: boolean;
  /** the process charged for it, where printed */
  process: Address | undefined;
  /** by the heading or the row; undefined where neither says */
  pool: Pool | undefined;
  line: number;
}

/** What one `!pool ADDRESS` printed of a page. */
export interface PoolPage {
  /** the address asked for */
  address: Address;
  /** `Nonpaged pool`, `Paged pool`, `Unknown`, as printed */
  region: string;
  blocks: PoolBlock[];
  /** what the `Pooltag` line says of the marked block */
  description: string | undefined;
  /** why there are no blocks, as the debugger says; undefined where there are */
  failure: string | undefined;
  line: number;
}

/** What one `!poolfind` printed. */
export interface PoolFindResult {
  tag: string;
  blocks: PoolBlock[];
  /** whether the search ended by itself; it may run for an hour and is often stopped */
  isComplete: boolean;
  line: number;
}
