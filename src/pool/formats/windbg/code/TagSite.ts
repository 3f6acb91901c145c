import type { Pool } from "../../poolmon/PoolSnapshot.ts";

/** What a place that holds a tag's four letters is. */
export interface TagSite {
  /** `stored`: kept in memory for a later call, as for a lookaside list; `string`: letters of a text; `unknown`: the bytes do not tell */
  kind: "allocate" | "free" | "stored" | "string" | "unknown";
  /** undefined where the place allocates nothing, or the bytes do not show from which pool */
  pool: Pool | undefined;
  /** `NonPagedPool`, `NonPagedPoolNx`, `POOL_FLAG_PAGED`: the argument by its name; undefined like `pool` */
  poolType: string | undefined;
  /** the routine called, where a listing with symbols names it: `ExAllocatePoolWithTag` */
  routine: string | undefined;
  /** the protected bit is set: such a block must be freed with its tag */
  isProtected: boolean;
  /** what the bytes show, in a sentence */
  reason: string;
}
